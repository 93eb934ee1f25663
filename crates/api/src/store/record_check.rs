//! Requests to check a record, one open a person and record.

use jiff::Timestamp;
use rules::field::Catalog;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use wire::record_check::{RecordCheck, RecordCheckAnswer};

use super::{
    StoreError,
    convert::{from_json, instant, millis, text, to_json},
};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "record_check")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        pub catalog: String,
        pub words: String,
        #[sea_orm(unique)]
        pub open_slot: Option<String>,
        pub asked_at: i64,
        pub answer: Option<Json>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity, Model};

/// A request as it is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its number, by which the keeper tells a repetition.
    pub id: Uuid,
    /// Whose record it is.
    pub person: Uuid,
    /// The request.
    pub check: RecordCheck,
}

fn kept(row: Model) -> Result<Kept, StoreError> {
    let check = RecordCheck {
        catalog: text("record_check.catalog", &row.catalog)?,
        words: row.words,
        asked_at: instant("record_check.asked_at", row.asked_at)?,
        answer: row.answer.map(|answer| from_json("record_check.answer", answer)).transpose()?,
    };
    Ok(Kept { id: row.id, person: row.person_id, check })
}

fn slot(person: Uuid, catalog: Catalog) -> String {
    format!("{person}:{catalog}")
}

/// Keeps a request. A duplicate is an error that says so: there is an open one of that record.
pub async fn create(
    db: &impl ConnectionTrait,
    person: Uuid,
    catalog: Catalog,
    words: &str,
    now: Timestamp,
) -> Result<Uuid, StoreError> {
    let id = Uuid::new_v4();
    let row = ActiveModel {
        id: Set(id),
        person_id: Set(person),
        catalog: Set(catalog.id().to_owned()),
        words: Set(words.to_owned()),
        open_slot: Set(Some(slot(person, catalog))),
        asked_at: Set(millis(now)),
        answer: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(id)
}

/// The request with that number.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Kept>, StoreError> {
    Entity::find_by_id(id).one(db).await?.map(kept).transpose()
}

/// The requests of a person, newest first.
pub async fn of_person(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Kept>, StoreError> {
    let all = Entity::find().filter(Column::PersonId.eq(person)).order_by_desc(Column::AskedAt).all(db).await?;
    all.into_iter().map(kept).collect()
}

/// The open request about a person's record.
pub async fn open(db: &impl ConnectionTrait, person: Uuid, catalog: Catalog) -> Result<Option<Kept>, StoreError> {
    let found = Entity::find().filter(Column::OpenSlot.eq(slot(person, catalog))).one(db).await?;
    found.map(kept).transpose()
}

/// Up to `limit` requests that are not answered, the oldest first.
pub async fn all_open(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<Kept>, StoreError> {
    let open = Entity::find().filter(Column::OpenSlot.is_not_null()).order_by_asc(Column::AskedAt).limit(limit);
    open.all(db).await?.into_iter().map(kept).collect()
}

/// Keeps the answer to an open request; `false` where somebody else did.
pub async fn answer(db: &impl ConnectionTrait, id: Uuid, answer: &RecordCheckAnswer) -> Result<bool, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::Answer, Expr::value(to_json("record_check.answer", answer)?))
        .col_expr(Column::OpenSlot, Expr::value(None::<String>))
        .filter(Column::Id.eq(id))
        .filter(Column::OpenSlot.is_not_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}
