//! Consents, as a log: given, and withdrawn. Nothing is deleted, since both have to be proved.

use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};
use uuid::Uuid;
use wire::consent::{Consent, ConsentScope};

use super::{
    StoreError,
    convert::{from_json, instant, millis},
};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "consent")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        pub scope: String,
        pub text_version: i32,
        pub given_at: i64,
        pub withdrawn_at: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity, Model};

/// A consent that stands, with its number in the log.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Its number, shown to whoever asks on what ground data was fetched.
    pub id: Uuid,
    /// The consent.
    pub consent: Consent,
}

fn standing(row: Model) -> Result<Standing, StoreError> {
    let consent = Consent {
        scope: from_json("consent.scope", row.scope.into())?,
        text_version: u32::try_from(row.text_version).map_err(|_| StoreError::Unreadable("consent.text_version"))?,
        given_at: instant("consent.given_at", row.given_at)?,
    };
    Ok(Standing { id: row.id, consent })
}

/// The consents of a person that are not withdrawn, oldest first.
pub async fn standing_of(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Standing>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::WithdrawnAt.is_null())
        .order_by_asc(Column::GivenAt)
        .all(db)
        .await?;
    rows.into_iter().map(standing).collect()
}

/// Whether a person's consent to that stands.
pub async fn stands(db: &impl ConnectionTrait, person: Uuid, scope: ConsentScope) -> Result<bool, StoreError> {
    Ok(standing_of(db, person).await?.iter().any(|standing| standing.consent.scope == scope))
}

/// Writes down that a consent was given. One that stood for the same thing gives way to it.
pub async fn give(
    db: &impl ConnectionTrait,
    person: Uuid,
    scope: ConsentScope,
    text_version: u32,
    now: Timestamp,
) -> Result<Consent, StoreError> {
    withdraw(db, person, scope, now).await?;
    let row = ActiveModel {
        id: Set(Uuid::new_v4()),
        person_id: Set(person),
        scope: Set(scope.id().to_owned()),
        text_version: Set(i32::try_from(text_version).map_err(|_| StoreError::Unreadable("consent.text_version"))?),
        given_at: Set(millis(now)),
        withdrawn_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(Consent { scope, text_version, given_at: instant("consent.given_at", millis(now))? })
}

/// Writes down that a consent was withdrawn; nothing where none stands.
pub async fn withdraw(
    db: &impl ConnectionTrait,
    person: Uuid,
    scope: ConsentScope,
    now: Timestamp,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::WithdrawnAt, Expr::value(millis(now)))
        .filter(Column::PersonId.eq(person))
        .filter(Column::Scope.eq(scope.id()))
        .filter(Column::WithdrawnAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
