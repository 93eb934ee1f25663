//! The parts of pictures that are still on their way, in the database so that any replica can take the next one.

use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{StoreError, convert::millis};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "picture_part")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        /// Of the whole picture, as the sender names it.
        #[sea_orm(primary_key, auto_increment = false)]
        pub sha256: String,
        /// The place of the first byte.
        #[sea_orm(primary_key, auto_increment = false)]
        pub start: i32,
        pub length: i32,
        pub bytes: Vec<u8>,
        pub created_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as PicturePart;
use entity::{ActiveModel, Column, Entity};

/// How many bytes of the picture there are, from the first on.
pub async fn received(db: &impl ConnectionTrait, person: Uuid, sha256: &str) -> Result<i32, StoreError> {
    let lengths = of(person, sha256).select_only().column(Column::Length).into_tuple::<i32>().all(db).await?;
    Ok(lengths.into_iter().sum())
}

/// How many bytes of unfinished pictures a person has sent.
pub async fn kept_of(db: &impl ConnectionTrait, person: Uuid) -> Result<i64, StoreError> {
    let all = Entity::find().filter(Column::PersonId.eq(person));
    let lengths = all.select_only().column(Column::Length).into_tuple::<i32>().all(db).await?;
    Ok(lengths.into_iter().map(i64::from).sum())
}

/// Keeps a part. A duplicate is an error that says so.
pub async fn create(db: &impl ConnectionTrait, part: PicturePart) -> Result<(), StoreError> {
    let row = ActiveModel {
        person_id: Set(part.person_id),
        sha256: Set(part.sha256),
        start: Set(part.start),
        length: Set(part.length),
        bytes: Set(part.bytes),
        created_at: Set(part.created_at),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// All bytes that there are, in their order.
pub async fn joined(db: &impl ConnectionTrait, person: Uuid, sha256: &str) -> Result<Vec<u8>, StoreError> {
    let parts = of(person, sha256).order_by_asc(Column::Start).all(db).await?;
    Ok(parts.into_iter().flat_map(|part| part.bytes).collect())
}

/// Forgets the parts of a picture.
pub async fn delete(db: &impl ConnectionTrait, person: Uuid, sha256: &str) -> Result<(), StoreError> {
    let of_picture = Entity::delete_many().filter(Column::PersonId.eq(person)).filter(Column::Sha256.eq(sha256));
    of_picture.exec(db).await?;
    Ok(())
}

/// Forgets what came before `before` and was never completed; says how many parts.
pub async fn delete_old(db: &impl ConnectionTrait, before: Timestamp) -> Result<u64, StoreError> {
    let done = Entity::delete_many().filter(Column::CreatedAt.lt(millis(before))).exec(db).await?;
    Ok(done.rows_affected)
}

fn of(person: Uuid, sha256: &str) -> sea_orm::Select<Entity> {
    Entity::find().filter(Column::PersonId.eq(person)).filter(Column::Sha256.eq(sha256))
}
