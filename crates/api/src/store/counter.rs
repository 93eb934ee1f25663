//! Running numbers.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};

use super::StoreError;

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "counter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub last: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity};

/// The next number of the counter `name`, from 1. Inside a transaction, nobody else gets the same.
pub async fn next(db: &impl ConnectionTrait, name: &str) -> Result<i64, StoreError> {
    let fresh = ActiveModel { name: Set(name.to_owned()), last: Set(0) };
    Entity::insert(fresh).on_conflict_do_nothing().exec_without_returning(db).await?;
    Entity::update_many()
        .col_expr(Column::Last, Expr::col(Column::Last).add(1))
        .filter(Column::Name.eq(name))
        .exec(db)
        .await?;
    let row = Entity::find_by_id(name.to_owned()).one(db).await?;
    row.map(|row| row.last).ok_or(StoreError::Unreadable("counter.name"))
}
