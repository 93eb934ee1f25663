//! The outbox: what has to be told to other systems, written in the transaction that it follows from.
//!
//! A row is claimed by moving its `next_at` into the future, which is also when it is tried again if whoever claimed it
//! dies. So any number of processes can work on it, and each row is done at least once.

use jiff::{SignedDuration, Timestamp};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, JsonValue, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Alias, Expr, Query},
};
use uuid::Uuid;

use super::{StoreError, convert::millis};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub lane: String,
        pub key: Uuid,
        pub job: Json,
        pub created_at: i64,
        pub next_at: i64,
        pub attempts: i32,
        pub last_error: Option<String>,
        pub done_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub use entity::Model as Row;
use entity::{ActiveModel, Column, Entity};

/// Puts a job into the outbox, behind those of its lane.
pub async fn add(db: &impl ConnectionTrait, lane: String, job: JsonValue, now: Timestamp) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: NotSet,
        lane: Set(lane),
        key: Set(Uuid::new_v4()),
        job: Set(job),
        created_at: Set(millis(now)),
        next_at: Set(millis(now)),
        attempts: Set(0),
        last_error: Set(None),
        done_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Up to `limit` rows that are due, of lanes whose name begins with `prefix`, and first in their lane.
pub async fn due(db: &impl ConnectionTrait, prefix: &str, now: Timestamp, limit: u64) -> Result<Vec<Row>, StoreError> {
    let ahead = Alias::new("ahead");
    let somebody_ahead = Query::select()
        .expr(Expr::val(1))
        .from_as(Entity, ahead.clone())
        .and_where(Expr::col((ahead.clone(), Column::Lane)).eq(Expr::col((Entity, Column::Lane))))
        .and_where(Expr::col((ahead.clone(), Column::Id)).lt(Expr::col((Entity, Column::Id))))
        .and_where(Expr::col((ahead, Column::DoneAt)).is_null())
        .to_owned();
    let rows = Entity::find()
        .filter(Column::DoneAt.is_null())
        .filter(Column::NextAt.lte(millis(now)))
        .filter(Column::Lane.starts_with(prefix))
        .filter(Expr::exists(somebody_ahead).not())
        .order_by_asc(Column::NextAt)
        .limit(limit)
        .all(db)
        .await?;
    Ok(rows)
}

/// Takes a row for `lease`; `false` where somebody else was faster.
pub async fn claim(
    db: &impl ConnectionTrait,
    row: &Row,
    now: Timestamp,
    lease: SignedDuration,
) -> Result<bool, StoreError> {
    let until = now.saturating_add(lease).unwrap_or(now);
    let done = Entity::update_many()
        .col_expr(Column::NextAt, Expr::value(millis(until)))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.eq(row.id))
        .filter(Column::NextAt.eq(row.next_at))
        .filter(Column::DoneAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Writes down that a row is done.
pub async fn done(db: &impl ConnectionTrait, id: i64, now: Timestamp) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::DoneAt, Expr::value(millis(now)))
        .col_expr(Column::LastError, Expr::value(Option::<String>::None))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Writes down when a row is tried again, and why it was not done, where there is a reason.
pub async fn later(
    db: &impl ConnectionTrait,
    id: i64,
    next_at: Timestamp,
    error: Option<&str>,
) -> Result<(), StoreError> {
    let mut update = Entity::update_many().col_expr(Column::NextAt, Expr::value(millis(next_at)));
    if let Some(error) = error {
        update = update.col_expr(Column::LastError, Expr::value(error));
    }
    update.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Forgets what was done before `before`.
pub async fn delete_old(db: &impl ConnectionTrait, before: Timestamp) -> Result<u64, StoreError> {
    Ok(Entity::delete_many().filter(Column::DoneAt.lt(millis(before))).exec(db).await?.rows_affected)
}
