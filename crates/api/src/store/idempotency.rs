//! Answers to submissions, under the key that the sender gave them, so that a repetition gets the same one.

use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, JsonValue, QueryFilter};
use uuid::Uuid;

use super::{StoreError, convert::millis};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotency")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub request_sha256: String,
        pub response: Json,
        pub created_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity};

/// A request that was done.
#[derive(Debug, Clone)]
pub struct Done {
    /// SHA-256 of what was asked.
    pub request_sha256: String,
    /// What was answered.
    pub response: JsonValue,
}

/// What was done under a person's key.
pub async fn find(db: &impl ConnectionTrait, person: Uuid, key: &str) -> Result<Option<Done>, StoreError> {
    let found = Entity::find_by_id((person, key.to_owned())).one(db).await?;
    Ok(found.map(|row| Done { request_sha256: row.request_sha256, response: row.response }))
}

/// Keeps what was done. A duplicate is an error that says so.
pub async fn create(
    db: &impl ConnectionTrait,
    person: Uuid,
    key: &str,
    done: Done,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = ActiveModel {
        person_id: Set(person),
        key: Set(key.to_owned()),
        request_sha256: Set(done.request_sha256),
        response: Set(done.response),
        created_at: Set(millis(now)),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Forgets what was done before `before`.
pub async fn delete_old(db: &impl ConnectionTrait, before: Timestamp) -> Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(Column::CreatedAt.lt(millis(before))).exec(db).await?.rows_affected)
}
