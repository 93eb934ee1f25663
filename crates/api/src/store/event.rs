//! What happened to applications. Rows are added and never changed.

use jiff::Timestamp;
use rules::case::{Actor, Event, State};
use rules::delivery::DeliveryState;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use wire::application::{Happening, HistoryEntry};

use super::{
    StoreError,
    convert::{instant, millis, text},
};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "event")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub application_id: Uuid,
        /// `case`, `delivery` or `clock`.
        pub kind: String,
        /// The event, or where the delivery came to.
        pub event: String,
        pub actor: String,
        /// Service number of the officer who acted.
        pub officer: Option<String>,
        pub from_state: String,
        pub to_state: String,
        pub reason: Option<String>,
        pub at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity, Model};

/// Who brought an event about, and what they gave as the reason.
#[derive(Debug, Clone)]
pub struct Cause {
    /// In which role.
    pub actor: Actor,
    /// Service number of the officer, where one acted.
    pub officer: Option<String>,
    /// The reason given.
    pub reason: Option<String>,
}

impl Cause {
    /// Somebody who gives no reason and is no officer.
    pub const fn of(actor: Actor) -> Self {
        Self { actor, officer: None, reason: None }
    }
}

/// Adds that a case moved.
pub async fn add_case(
    db: &impl ConnectionTrait,
    application: Uuid,
    event: Event,
    (from, to): (State, State),
    cause: &Cause,
    at: Timestamp,
) -> Result<(), StoreError> {
    add(db, application, "case", event.id(), (from.id(), to.id()), cause, at).await
}

/// Adds that a permit came to a new place on its way.
pub async fn add_delivery(
    db: &impl ConnectionTrait,
    application: Uuid,
    (from, to): (Option<DeliveryState>, DeliveryState),
    cause: &Cause,
    at: Timestamp,
) -> Result<(), StoreError> {
    let from = from.map_or("", DeliveryState::id);
    add(db, application, "delivery", to.id(), (from, to.id()), cause, at).await
}

/// Adds that a case counts as accepted, because the time for a notice ran out; it stays in `state`.
pub async fn add_deemed_accepted(
    db: &impl ConnectionTrait,
    application: Uuid,
    state: State,
    at: Timestamp,
) -> Result<(), StoreError> {
    let stays = (state.id(), state.id());
    add(db, application, "clock", DEEMED_ACCEPTED, stays, &Cause::of(Actor::System), at).await
}

const DEEMED_ACCEPTED: &str = "deemed_accepted";

async fn add(
    db: &impl ConnectionTrait,
    application: Uuid,
    kind: &str,
    event: &str,
    (from, to): (&str, &str),
    cause: &Cause,
    at: Timestamp,
) -> Result<(), StoreError> {
    let row = ActiveModel {
        id: NotSet,
        application_id: Set(application),
        kind: Set(kind.to_owned()),
        event: Set(event.to_owned()),
        actor: Set(cause.actor.id().to_owned()),
        officer: Set(cause.officer.clone()),
        from_state: Set(from.to_owned()),
        to_state: Set(to.to_owned()),
        reason: Set(cause.reason.clone()),
        at: Set(millis(at)),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// What happened to an application, oldest first.
pub async fn history(db: &impl ConnectionTrait, application: Uuid) -> Result<Vec<HistoryEntry>, StoreError> {
    let rows = Entity::find().filter(Column::ApplicationId.eq(application)).order_by_asc(Column::Id).all(db).await?;
    rows.into_iter().map(entry).collect()
}

fn entry(row: Model) -> Result<HistoryEntry, StoreError> {
    let event = match row.kind.as_str() {
        "case" => Happening::Case(text("event.event", &row.event)?),
        "delivery" => Happening::Delivery(text("event.event", &row.event)?),
        "clock" if row.event == DEEMED_ACCEPTED => Happening::DeemedAccepted,
        _ => return Err(StoreError::Unreadable("event.kind")),
    };
    Ok(HistoryEntry { event, at: instant("event.at", row.at)? })
}
