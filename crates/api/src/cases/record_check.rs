//! Asking the keeper of a record to check it (校核; 政务数据共享条例): the request goes out by the outbox, the answer is looked for
//! when its owner looks, and by housekeeping.

use uuid::Uuid;
use wire::{
    ErrorCode,
    consent::ConsentScope,
    record_check::{AskRecordCheck, RecordCheck, WORDS},
};

use super::records::consent;
use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{
        StoreError,
        record_check::{self, Kept},
    },
};

/// Asks for a check. Where one of that record is open, that one is answered: asking twice asks once.
///
/// # Errors
/// [`ErrorCode::ConsentRequired`]; [`ErrorCode::MalformedBody`] where it doesn't say what is wrong in [`WORDS`] characters.
pub async fn ask(app: &App, who: Uuid, request: AskRecordCheck) -> Result<RecordCheck, Refusal> {
    consent(app, who, ConsentScope::Records).await?.ok_or(ErrorCode::ConsentRequired)?;
    let words = rules::text::visible(request.words.trim());
    if !WORDS.contains(&words.chars().count()) {
        return Err(ErrorCode::MalformedBody.into());
    }
    let (db, now) = (app.store().begin().await?, app.clock().now());
    if let Some(open) = record_check::open(&db, who, request.catalog).await? {
        return Ok(open.check);
    }
    let id = record_check::create(&db, who, request.catalog, &words, now).await?;
    jobs::add(&db, &Job::AskRecordCheck { check: id }, now).await?;
    db.commit().await.map_err(StoreError::from)?;
    app.outbox_filled().notify_waiters();
    Ok(RecordCheck { catalog: request.catalog, words, asked_at: now, answer: None })
}

/// The requests of a person, newest first, with the answers that have come in.
///
/// # Errors
/// Those of the database. A keeper who can't be reached has not answered.
pub async fn list(app: &App, who: Uuid) -> Result<Vec<RecordCheck>, Refusal> {
    let db = app.store().connection();
    for kept in record_check::of_person(db, who).await? {
        if kept.check.answer.is_none() {
            look(app, &kept).await?;
        }
    }
    Ok(record_check::of_person(db, who).await?.into_iter().map(|kept| kept.check).collect())
}

/// Looks whether the keeper has answered, and has the person told by SMS.
///
/// # Errors
/// Those of the database.
pub async fn look(app: &App, kept: &Kept) -> Result<(), Refusal> {
    let answer = match app.records().check_answer(&kept.id.to_string()).await {
        Ok(Some(answer)) => answer,
        Ok(None) => return Ok(()),
        Err(error) => {
            // It may not have been handed in yet.
            tracing::debug!(%error, "no word of a check");
            return Ok(());
        }
    };
    let db = app.store().begin().await?;
    if record_check::answer(&db, kept.id, &answer).await? {
        jobs::add(&db, &Job::TellOfRecordCheck { check: kept.id }, app.clock().now()).await?;
    }
    db.commit().await.map_err(StoreError::from)?;
    app.outbox_filled().notify_waiters();
    Ok(())
}
