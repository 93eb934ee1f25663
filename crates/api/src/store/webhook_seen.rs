//! Notices that were answered, so that a repetition changes nothing and gets the same answer.

use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::{StoreError, convert::millis};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "webhook_seen")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub sender: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: String,
        /// `done` or the code of the error that was answered.
        pub outcome: String,
        pub at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity};

/// What was answered to that notice.
pub async fn find(db: &impl ConnectionTrait, sender: &str, id: &str) -> Result<Option<String>, StoreError> {
    Ok(Entity::find_by_id((sender.to_owned(), id.to_owned())).one(db).await?.map(|row| row.outcome))
}

/// Keeps what is answered. A duplicate is an error that says so.
pub async fn create(
    db: &impl ConnectionTrait,
    sender: &str,
    id: &str,
    outcome: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let row = ActiveModel {
        sender: Set(sender.to_owned()),
        id: Set(id.to_owned()),
        outcome: Set(outcome.to_owned()),
        at: Set(millis(now)),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Forgets notices from before `before`.
pub async fn delete_old(db: &impl ConnectionTrait, before: Timestamp) -> Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(Column::At.lt(millis(before))).exec(db).await?.rows_affected)
}
