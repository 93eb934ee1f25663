//! What the clock brings about: cases that count as accepted, corrections that nobody answered, reminders, and data that is
//! past its time.

use std::time::Duration;

use jiff::SignedDuration;
use tokio_util::sync::CancellationToken;

use crate::{
    App, cases,
    problem::Refusal,
    store::{
        application, correction, draft, idempotency, outbox, picture, picture_part, record_check, reminder, session,
        webhook_seen,
    },
};

/// How often it is looked after.
const EVERY: Duration = Duration::from_secs(300);

/// How long what only serves repetitions is kept, and pictures that belong to nothing: as long as drafts.
const KEPT: SignedDuration = draft::KEPT;

/// How long parts of a picture wait for the rest: the phone has it whole, so little is lost.
const UNFINISHED_KEPT: SignedDuration = SignedDuration::from_hours(24);

/// How many of a kind are dealt with in one go; the rest waits for the next.
const AT_ONCE: u64 = 200;

/// Looks after it until told to stop.
pub async fn work(app: App, stop: CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(error) = deem(&app, &stop).await {
            tracing::error!(%error, "cases could not be taken for accepted");
        }
        if let Err(error) = expire(&app, &stop).await {
            tracing::error!(%error, "corrections could not be closed");
        }
        if let Err(error) = remind(&app, &stop).await {
            tracing::error!(%error, "reminders could not be sent");
        }
        if let Err(error) = remind_of_drafts(&app, &stop).await {
            tracing::error!(%error, "reminders of drafts could not be sent");
        }
        if let Err(error) = look_at_record_checks(&app, &stop).await {
            tracing::error!(%error, "answers about records could not be looked for");
        }
        if let Err(error) = clean(&app).await {
            tracing::error!(%error, "old data could not be deleted");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

async fn deem(app: &App, stop: &CancellationToken) -> Result<(), Refusal> {
    let came_in_by = cases::latest_overdue(app.clock().today());
    for number in application::not_accepted(app.store().connection(), came_in_by, AT_ONCE).await? {
        if stop.is_cancelled() {
            break;
        }
        cases::deem(app, &number).await?;
    }
    Ok(())
}

async fn expire(app: &App, stop: &CancellationToken) -> Result<(), Refusal> {
    for number in correction::overdue(app.store().connection(), app.clock().today(), AT_ONCE).await? {
        if stop.is_cancelled() {
            break;
        }
        cases::expire(app, &number).await?;
    }
    Ok(())
}

async fn remind(app: &App, stop: &CancellationToken) -> Result<(), Refusal> {
    for (application, about) in reminder::due(app.store().connection(), app.clock().today(), AT_ONCE).await? {
        if stop.is_cancelled() {
            break;
        }
        cases::remind::remind(app, application, about).await?;
    }
    Ok(())
}

async fn remind_of_drafts(app: &App, stop: &CancellationToken) -> Result<(), Refusal> {
    for (owner, service) in draft::to_notice(app.store().connection(), app.clock().now(), AT_ONCE).await? {
        if stop.is_cancelled() {
            break;
        }
        cases::drafts::remind(app, owner, service).await?;
    }
    Ok(())
}

async fn look_at_record_checks(app: &App, stop: &CancellationToken) -> Result<(), Refusal> {
    for open in record_check::all_open(app.store().connection(), AT_ONCE).await? {
        if stop.is_cancelled() {
            break;
        }
        cases::record_check::look(app, &open).await?;
    }
    Ok(())
}

async fn clean(app: &App) -> Result<(), Refusal> {
    let db = app.store().connection();
    let now = app.clock().now();
    let before = now.saturating_sub(KEPT).unwrap_or(now);
    let drafts = draft::delete_old(db, now).await?;
    let sessions = session::delete_ended(db, now.as_millisecond()).await?;
    idempotency::delete_old(db, before).await?;
    webhook_seen::delete_old(db, before).await?;
    outbox::delete_old(db, before).await?;
    let yesterday = now.saturating_sub(UNFINISHED_KEPT).unwrap_or(now);
    picture_part::delete_old(db, yesterday).await?;
    let mut pictures = 0;
    for old in picture::old_and_loose(db, before, AT_ONCE).await? {
        let is_named = draft::pictures_named(db, old.person_id).await?.contains(&old.sha256);
        if !is_named && picture::delete_loose(db, old.id).await? {
            app.picture_files().delete(&old.object_path).await?;
            pictures += 1;
        }
    }
    if drafts + sessions + pictures > 0 {
        tracing::info!(drafts, sessions, pictures, "old data deleted");
    }
    Ok(())
}
