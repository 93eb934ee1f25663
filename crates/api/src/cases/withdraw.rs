//! Taking an application back: free until it is decided.

use rules::case::{Actor, Event, State};
use uuid::Uuid;
use wire::{ErrorCode, application::Status};

use super::{
    texts::{Text, tell},
    transition, view,
};
use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{StoreError, application, correction, event::Cause},
};

/// Takes it back; doing so again changes nothing.
///
/// # Errors
/// [`ErrorCode::NotFound`], or [`ErrorCode::IllegalTransition`] once it is decided.
pub async fn withdraw(app: &App, who: Uuid, number: &str) -> Result<Status, Refusal> {
    let now = app.clock().now();
    let db = app.store().begin().await?;
    let mut kept = application::of_person(&db, who, number).await?.ok_or(ErrorCode::NotFound)?;
    if kept.state != State::Withdrawn {
        let corrections = correction::of_application(&db, kept.id).await?;
        transition::apply(&db, &mut kept, &corrections, Event::Withdraw, &Cause::of(Actor::Applicant), now).await?;
        transition::save(&db, &mut kept).await?;
        jobs::add(&db, &Job::WithdrawCase { number: kept.number.clone() }, now).await?;
        tell(app, &db, &kept, &Text::Withdrawn).await?;
    }
    let status = view::status(&db, &kept).await?;
    db.commit().await.map_err(StoreError::from)?;
    app.outbox_filled().notify_waiters();
    Ok(status)
}
