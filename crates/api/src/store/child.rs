//! Children whom a parent who signed in acts for, as the register of households showed them.

use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{StoreError, convert::millis};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "child")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub parent_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub seen_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity};

/// Keeps which children the register shows of a parent, in place of those that it showed before.
pub async fn replace(
    db: &impl ConnectionTrait,
    parent: Uuid,
    children: &[Uuid],
    now: Timestamp,
) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::ParentId.eq(parent)).exec(db).await?;
    let row = |child: &Uuid| ActiveModel { parent_id: Set(parent), person_id: Set(*child), seen_at: Set(millis(now)) };
    if !children.is_empty() {
        Entity::insert_many(children.iter().map(row)).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The children that the register has shown of a parent since `since`.
pub async fn of_parent(db: &impl ConnectionTrait, parent: Uuid, since: Timestamp) -> Result<Vec<Uuid>, StoreError> {
    let seen = Entity::find().filter(Column::ParentId.eq(parent)).filter(Column::SeenAt.gte(millis(since)));
    Ok(seen.all(db).await?.into_iter().map(|row| row.person_id).collect())
}

/// Whether the register has shown that child of that parent since `since`.
pub async fn is_child(
    db: &impl ConnectionTrait,
    parent: Uuid,
    child: Uuid,
    since: Timestamp,
) -> Result<bool, StoreError> {
    let found = Entity::find_by_id((parent, child)).one(db).await?;
    Ok(found.is_some_and(|row| row.seen_at >= millis(since)))
}
