//! Corrections that stations asked for (补正).

use jiff::{Timestamp, civil::Date};
use rules::case::State;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use uuid::Uuid;
use wire::application::CorrectionItem;

use super::{
    StoreError,
    convert::{from_json, instant, maybe_date, millis, text, to_json},
};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "correction")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub application_id: Uuid,
        pub items: Json,
        pub issued_in: String,
        pub asked_at: i64,
        pub asked_on: String,
        pub answer_by: String,
        pub answered_on: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity, Model};

/// For the queries of tables that this one refers to.
pub(super) mod columns {
    pub(in crate::store) use super::entity::{Column, Entity};
}

/// A correction as it is kept.
#[derive(Debug, Clone)]
pub struct Correction {
    /// Our key.
    pub id: Uuid,
    /// Of which application.
    pub application: Uuid,
    /// What is to be corrected.
    pub items: Vec<CorrectionItem>,
    /// The state in which it was asked for, to which the answer leads back.
    pub issued_in: State,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// The date of that.
    pub asked_on: Date,
    /// The last day to answer.
    pub answer_by: Date,
    /// The day of the answer.
    pub answered_on: Option<Date>,
}

fn read(row: Model) -> Result<Correction, StoreError> {
    Ok(Correction {
        id: row.id,
        application: row.application_id,
        items: from_json("correction.items", row.items)?,
        issued_in: text("correction.issued_in", &row.issued_in)?,
        asked_at: instant("correction.asked_at", row.asked_at)?,
        asked_on: text("correction.asked_on", &row.asked_on)?,
        answer_by: text("correction.answer_by", &row.answer_by)?,
        answered_on: maybe_date("correction.answered_on", row.answered_on.as_deref())?,
    })
}

/// Keeps a new one.
pub async fn create(db: &impl ConnectionTrait, correction: &Correction) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(correction.id),
        application_id: Set(correction.application),
        items: Set(to_json("correction.items", &correction.items)?),
        issued_in: Set(correction.issued_in.id().to_owned()),
        asked_at: Set(millis(correction.asked_at)),
        asked_on: Set(correction.asked_on.to_string()),
        answer_by: Set(correction.answer_by.to_string()),
        answered_on: Set(correction.answered_on.map(|date| date.to_string())),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Every correction of an application, oldest first.
pub async fn of_application(db: &impl ConnectionTrait, application: Uuid) -> Result<Vec<Correction>, StoreError> {
    let rows =
        Entity::find().filter(Column::ApplicationId.eq(application)).order_by_asc(Column::AskedAt).all(db).await?;
    rows.into_iter().map(read).collect()
}

/// Writes down that it was answered.
pub async fn answered(db: &impl ConnectionTrait, id: Uuid, on: Date) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::AnsweredOn, Expr::value(on.to_string()))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Numbers of up to `limit` applications that still wait for an answer that was due before `today`.
pub async fn overdue(db: &impl ConnectionTrait, today: Date, limit: u64) -> Result<Vec<String>, StoreError> {
    use super::application::columns as application;
    let asked = Query::select()
        .column(Column::ApplicationId)
        .from(Entity)
        .and_where(Expr::col(Column::AnsweredOn).is_null())
        // ISO dates sort as they count.
        .and_where(Expr::col(Column::AnswerBy).lt(today.to_string()))
        .to_owned();
    let numbers = application::Entity::find()
        .select_only()
        .column(application::Column::Number)
        .filter(application::Column::State.eq(State::CorrectionRequested.id()))
        .filter(application::Column::Id.in_subquery(asked))
        .limit(limit)
        .into_tuple::<String>()
        .all(db)
        .await?;
    Ok(numbers)
}
