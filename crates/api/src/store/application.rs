//! Applications (办件). A change names the version it was decided on, so that two never overwrite each other.

use jiff::{Timestamp, civil::Date};
use rules::{
    RuleSet, case::State, draft::Draft, records::Records, service::Service, verdict::Verdict,
    verification_code::VerificationCode,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::{
    StoreError,
    convert::{from_json, instant, maybe_date, millis, text, to_json},
};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "application")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        #[sea_orm(unique)]
        pub number: String,
        pub verification_code: String,
        pub person_id: Uuid,
        pub service: String,
        pub draft: Json,
        pub verdict: Json,
        pub records: Json,
        pub station_id: String,
        pub state: String,
        #[sea_orm(unique)]
        pub open_slot: Option<String>,
        pub version: i64,
        pub revision: i32,
        pub submitted_at: i64,
        pub submitted_on: String,
        pub accepted_on: Option<String>,
        pub accepted_by: Option<String>,
        pub refusal: Option<String>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity, Model};

/// For the queries of tables that refer to this one.
pub(super) mod columns {
    pub(in crate::store) use super::entity::{Column, Entity};
}

/// An application as it is kept.
#[derive(Debug, Clone)]
pub struct Application {
    /// Our key.
    pub id: Uuid,
    /// Case number (办件编号).
    pub number: String,
    /// By which its receipt is verified (查验码).
    pub verification_code: VerificationCode,
    /// Whose it is.
    pub person: Uuid,
    /// What is applied for.
    pub service: Service,
    /// What was submitted, with corrections.
    pub draft: Draft,
    /// The verdict at submission or at the last correction.
    pub verdict: Verdict,
    /// The records that the verdict was given on.
    pub records: Records,
    /// The station that decides.
    pub station_id: String,
    /// How it stands.
    pub state: State,
    /// Counts up with every change.
    pub version: i64,
    /// Counts up with every submission, 1 the first time.
    pub revision: i32,
    /// When it was submitted.
    pub submitted_at: Timestamp,
    /// The date of that.
    pub submitted_on: Date,
    /// The day from which the time limit runs: the station accepted it then, or it counts as accepted then.
    pub accepted_on: Option<Date>,
    /// Service number of the officer who accepted it.
    pub accepted_by: Option<String>,
    /// Why the station refused.
    pub refusal: Option<String>,
}

impl Application {
    /// The version of the rules by which it was judged, and by which its terms are counted to the end.
    pub fn rules(&self) -> &'static RuleSet {
        let judged_by = RuleSet::by_version(&self.verdict.basis.rules);
        judged_by.unwrap_or_else(|| RuleSet::in_force_on(self.submitted_on))
    }

    fn open_slot(&self) -> Option<String> {
        (!self.state.is_terminal()).then(|| slot(self.person, self.service))
    }
}

/// What an open case of that person and service occupies.
fn slot(person: Uuid, service: Service) -> String {
    format!("{person}:{service}")
}

fn read(row: Model) -> Result<Application, StoreError> {
    Ok(Application {
        id: row.id,
        number: row.number,
        verification_code: text("application.verification_code", &row.verification_code)?,
        person: row.person_id,
        service: text("application.service", &row.service)?,
        draft: from_json("application.draft", row.draft)?,
        verdict: from_json("application.verdict", row.verdict)?,
        records: from_json("application.records", row.records)?,
        station_id: row.station_id,
        state: text("application.state", &row.state)?,
        version: row.version,
        revision: row.revision,
        submitted_at: instant("application.submitted_at", row.submitted_at)?,
        submitted_on: text("application.submitted_on", &row.submitted_on)?,
        accepted_on: maybe_date("application.accepted_on", row.accepted_on.as_deref())?,
        accepted_by: row.accepted_by,
        refusal: row.refusal,
    })
}

/// Keeps a new application. A duplicate is an error that says so: the person has an open one of that kind.
pub async fn create(db: &impl ConnectionTrait, application: &Application) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: Set(application.id),
        number: Set(application.number.clone()),
        verification_code: Set(application.verification_code.to_string()),
        person_id: Set(application.person),
        service: Set(application.service.id().to_owned()),
        draft: Set(to_json("application.draft", &application.draft)?),
        verdict: Set(to_json("application.verdict", &application.verdict)?),
        records: Set(to_json("application.records", &application.records)?),
        station_id: Set(application.station_id.clone()),
        state: Set(application.state.id().to_owned()),
        open_slot: Set(application.open_slot()),
        version: Set(application.version),
        revision: Set(application.revision),
        submitted_at: Set(millis(application.submitted_at)),
        submitted_on: Set(application.submitted_on.to_string()),
        accepted_on: Set(application.accepted_on.map(|date| date.to_string())),
        accepted_by: Set(application.accepted_by.clone()),
        refusal: Set(application.refusal.clone()),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Keeps what can change of an application and counts its version up; `false` where it is no longer in the version that
/// `application` was read in.
pub async fn update(db: &impl ConnectionTrait, application: &mut Application) -> Result<bool, StoreError> {
    let read_in = application.version;
    let done = Entity::update_many()
        .col_expr(Column::Draft, Expr::value(to_json("application.draft", &application.draft)?))
        .col_expr(Column::Verdict, Expr::value(to_json("application.verdict", &application.verdict)?))
        .col_expr(Column::Records, Expr::value(to_json("application.records", &application.records)?))
        .col_expr(Column::StationId, Expr::value(application.station_id.clone()))
        .col_expr(Column::State, Expr::value(application.state.id()))
        .col_expr(Column::OpenSlot, Expr::value(application.open_slot()))
        .col_expr(Column::Version, Expr::value(read_in + 1))
        .col_expr(Column::Revision, Expr::value(application.revision))
        .col_expr(Column::AcceptedOn, Expr::value(application.accepted_on.map(|date| date.to_string())))
        .col_expr(Column::AcceptedBy, Expr::value(application.accepted_by.clone()))
        .col_expr(Column::Refusal, Expr::value(application.refusal.clone()))
        .filter(Column::Id.eq(application.id))
        .filter(Column::Version.eq(read_in))
        .exec(db)
        .await?;
    application.version = read_in + 1;
    Ok(done.rows_affected == 1)
}

/// A person's application by its number.
pub async fn of_person(
    db: &impl ConnectionTrait,
    person: Uuid,
    number: &str,
) -> Result<Option<Application>, StoreError> {
    let found = Entity::find().filter(Column::Number.eq(number)).filter(Column::PersonId.eq(person)).one(db).await?;
    found.map(read).transpose()
}

/// An application by its number, for the police, the post and our own jobs.
pub async fn by_number(db: &impl ConnectionTrait, number: &str) -> Result<Option<Application>, StoreError> {
    Entity::find().filter(Column::Number.eq(number)).one(db).await?.map(read).transpose()
}

/// The verification code of the application with that number, and nothing else of it.
pub async fn verification_code(
    db: &impl ConnectionTrait,
    number: &str,
) -> Result<Option<VerificationCode>, StoreError> {
    let query = Entity::find().select_only().column(Column::VerificationCode).filter(Column::Number.eq(number));
    let found = query.into_tuple::<String>().one(db).await?;
    found.map(|code| text("application.verification_code", &code)).transpose()
}

/// The number of an application.
pub async fn number(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<String>, StoreError> {
    Ok(Entity::find_by_id(id).select_only().column(Column::Number).into_tuple::<String>().one(db).await?)
}

/// What an unchanged application is recognised by, without reading all of it.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// Our key.
    pub id: Uuid,
    /// Counts up with every change.
    pub version: i64,
    /// How it stands.
    pub state: State,
}

/// The mark of a person's application.
pub async fn mark(db: &impl ConnectionTrait, person: Uuid, number: &str) -> Result<Option<Mark>, StoreError> {
    let found = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Version, Column::State])
        .filter(Column::Number.eq(number))
        .filter(Column::PersonId.eq(person))
        .into_tuple::<(Uuid, i64, String)>()
        .one(db)
        .await?;
    let mark =
        |(id, version, state): (Uuid, i64, String)| Ok(Mark { id, version, state: text("application.state", &state)? });
    found.map(mark).transpose()
}

/// Every application of a person, newest first.
pub async fn all_of_person(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Application>, StoreError> {
    let rows = Entity::find().filter(Column::PersonId.eq(person)).order_by_desc(Column::SubmittedAt).all(db).await?;
    rows.into_iter().map(read).collect()
}

/// Numbers of up to `limit` applications, oldest first, that came in, anew where a correction was answered, on `came_in_by`
/// at the latest and wait for the station to accept them.
pub async fn not_accepted(db: &impl ConnectionTrait, came_in_by: Date, limit: u64) -> Result<Vec<String>, StoreError> {
    use super::correction::columns as correction;
    let came_in_later = Query::select()
        .column(correction::Column::ApplicationId)
        .from(correction::Entity)
        // ISO dates sort as they count.
        .and_where(Expr::col(correction::Column::AnsweredOn).gt(came_in_by.to_string()))
        .to_owned();
    let numbers = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::State.eq(State::Submitted.id()))
        .filter(Column::AcceptedOn.is_null())
        .filter(Column::SubmittedOn.lte(came_in_by.to_string()))
        .filter(Column::Id.not_in_subquery(came_in_later))
        .order_by_asc(Column::SubmittedOn)
        .limit(limit)
        .into_tuple::<String>()
        .all(db)
        .await?;
    Ok(numbers)
}

/// Whether the person has an open application of that kind.
pub async fn has_open(db: &impl ConnectionTrait, person: Uuid, service: Service) -> Result<bool, StoreError> {
    Ok(Entity::find().filter(Column::OpenSlot.eq(slot(person, service))).one(db).await?.is_some())
}
