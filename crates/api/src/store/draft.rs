//! Drafts, one a person and service, each with the version that its next save has to name.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use rules::{draft::Draft, service::Service};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use wire::draft::SavedDraft;

use super::{
    StoreError,
    convert::{from_json, instant, millis, text, to_json},
};

mod entity {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: String,
        pub content: Json,
        pub version: i64,
        pub saved_at: i64,
        /// The applicant was told, since that save, that it is about to be deleted.
        pub noticed: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use entity::{ActiveModel, Column, Entity, Model};

/// How long a draft is kept that nobody touches (domain facts §5).
pub const KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How long before that the applicant is told. Ours: the SMS comes on a day before the last.
pub const NOTICE: SignedDuration = SignedDuration::from_hours(3 * 24);

fn saved(row: Model) -> Result<SavedDraft, StoreError> {
    let saved_at = instant("draft.saved_at", row.saved_at)?;
    Ok(SavedDraft {
        draft: from_json("draft.content", row.content)?,
        version: u64::try_from(row.version).map_err(|_| StoreError::Unreadable("draft.version"))?,
        saved_at,
        expires_at: saved_at.saturating_add(KEPT).unwrap_or(saved_at),
    })
}

/// A person's draft, where one is kept and not past its time.
pub async fn find(
    db: &impl ConnectionTrait,
    person: Uuid,
    service: Service,
    now: Timestamp,
) -> Result<Option<SavedDraft>, StoreError> {
    let found = Entity::find_by_id((person, service.id().to_owned())).one(db).await?.map(saved).transpose()?;
    Ok(found.filter(|draft| draft.expires_at > now))
}

/// The drafts of a person, in no order.
pub async fn of_person(db: &impl ConnectionTrait, person: Uuid, now: Timestamp) -> Result<Vec<SavedDraft>, StoreError> {
    let kept = Entity::find()
        .filter(Column::PersonId.eq(person))
        .filter(Column::SavedAt.gt(millis(now) - millis_kept()))
        .all(db)
        .await?;
    kept.into_iter().map(saved).collect()
}

/// Up to `limit` drafts that are about to be deleted and whose owners were not told: owner and service.
pub async fn to_notice(
    db: &impl ConnectionTrait,
    now: Timestamp,
    limit: u64,
) -> Result<Vec<(Uuid, Service)>, StoreError> {
    let due = Entity::find().filter(is_due(now)).filter(Column::Noticed.eq(false)).limit(limit).all(db).await?;
    due.into_iter().map(|row| Ok((row.person_id, text("draft.service", &row.service)?))).collect()
}

/// Takes it on to tell the owner; `false` where somebody else did, or the draft was saved again meanwhile.
pub async fn take_notice(
    db: &impl ConnectionTrait,
    person: Uuid,
    service: Service,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let done = Entity::update_many()
        .col_expr(Column::Noticed, Expr::value(true))
        .filter(Column::PersonId.eq(person))
        .filter(Column::Service.eq(service.id()))
        .filter(is_due(now))
        .filter(Column::Noticed.eq(false))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Whether it is deleted so soon that its owner is to be told.
pub fn is_near_its_end(saved: &SavedDraft, now: Timestamp) -> bool {
    saved.expires_at.duration_since(now) <= NOTICE
}

fn is_due(now: Timestamp) -> Condition {
    let kept = millis_kept();
    let notice = i64::try_from(NOTICE.as_millis()).unwrap_or(0);
    Condition::all().add(Column::SavedAt.lte(millis(now) - kept + notice)).add(Column::SavedAt.gt(millis(now) - kept))
}

/// Keeps a first draft; `None` where there is one already.
pub async fn create(
    db: &impl ConnectionTrait,
    person: Uuid,
    draft: &Draft,
    now: Timestamp,
) -> Result<Option<SavedDraft>, StoreError> {
    let row = Model {
        person_id: person,
        service: draft.service.id().to_owned(),
        content: to_json("draft.content", draft)?,
        version: 1,
        saved_at: millis(now),
        noticed: false,
    };
    // One past its time may still be there; it counts as gone.
    Entity::delete_many()
        .filter(Column::PersonId.eq(person))
        .filter(Column::Service.eq(draft.service.id()))
        .filter(Column::SavedAt.lte(millis(now) - millis_kept()))
        .exec(db)
        .await?;
    let inserted = Entity::insert(ActiveModel {
        person_id: Set(row.person_id),
        service: Set(row.service.clone()),
        content: Set(row.content.clone()),
        version: Set(row.version),
        saved_at: Set(row.saved_at),
        noticed: Set(row.noticed),
    })
    .exec_without_returning(db)
    .await
    .map_err(StoreError::from);
    match inserted {
        Ok(_) => saved(row).map(Some),
        Err(error) if error.is_duplicate() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Saves a draft over its version `version`; `None` where that is not the version that is kept.
pub async fn replace(
    db: &impl ConnectionTrait,
    person: Uuid,
    draft: &Draft,
    version: u64,
    now: Timestamp,
) -> Result<Option<SavedDraft>, StoreError> {
    let Ok(version) = i64::try_from(version) else { return Ok(None) };
    let row = Model {
        person_id: person,
        service: draft.service.id().to_owned(),
        content: to_json("draft.content", draft)?,
        version: version.saturating_add(1),
        saved_at: millis(now),
        noticed: false,
    };
    let done = Entity::update_many()
        .col_expr(Column::Content, Expr::value(row.content.clone()))
        .col_expr(Column::Version, Expr::value(row.version))
        .col_expr(Column::SavedAt, Expr::value(row.saved_at))
        .col_expr(Column::Noticed, Expr::value(row.noticed))
        .filter(Column::PersonId.eq(person))
        .filter(Column::Service.eq(draft.service.id()))
        .filter(Column::Version.eq(version))
        .filter(Column::SavedAt.gt(millis(now) - millis_kept()))
        .exec(db)
        .await?;
    if done.rows_affected == 1 { saved(row).map(Some) } else { Ok(None) }
}

/// Deletes a draft; nothing where none is kept.
pub async fn delete(db: &impl ConnectionTrait, person: Uuid, service: Service) -> Result<(), StoreError> {
    Entity::delete_by_id((person, service.id().to_owned())).exec(db).await?;
    Ok(())
}

/// Identifiers of the pictures that a person's drafts name.
pub async fn pictures_named(db: &impl ConnectionTrait, person: Uuid) -> Result<HashSet<String>, StoreError> {
    let mut named = HashSet::new();
    for row in Entity::find().filter(Column::PersonId.eq(person)).all(db).await? {
        let draft: Draft = from_json("draft.content", row.content)?;
        named.extend(draft.pictures.into_values().flatten().map(|picture| picture.id));
    }
    Ok(named)
}

/// Deletes every draft past its time.
pub async fn delete_old(db: &impl ConnectionTrait, now: Timestamp) -> Result<u64, StoreError> {
    let done = Entity::delete_many().filter(Column::SavedAt.lte(millis(now) - millis_kept())).exec(db).await?;
    Ok(done.rows_affected)
}

fn millis_kept() -> i64 {
    i64::try_from(KEPT.as_millis()).unwrap_or(i64::MAX)
}
