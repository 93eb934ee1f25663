//! Closing a case whose correction nobody answered in time. Without prejudice: it can be applied for again.

use rules::case::{Actor, Event};

use super::{
    texts::{Text, tell},
    transition,
};
use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{StoreError, application, correction, event::Cause},
};

/// Closes it, where its correction is still open and overdue.
pub async fn expire(app: &App, number: &str) -> Result<(), Refusal> {
    let db = app.store().begin().await?;
    let Some(mut kept) = application::by_number(&db, number).await? else { return Ok(()) };
    let corrections = correction::of_application(&db, kept.id).await?;
    let today = app.clock().today();
    if transition::open(&kept, &corrections).is_none_or(|open| open.answer_by >= today) {
        return Ok(());
    }
    let now = app.clock().now();
    transition::apply(&db, &mut kept, &corrections, Event::Expire, &Cause::of(Actor::System), now).await?;
    transition::save(&db, &mut kept).await?;
    // To the desk it is the same as taken back: nothing is left to decide.
    jobs::add(&db, &Job::WithdrawCase { number: kept.number.clone() }, now).await?;
    tell(app, &db, &kept, &Text::CorrectionExpired).await?;
    db.commit().await.map_err(StoreError::from)?;
    app.outbox_filled().notify_waiters();
    Ok(())
}
