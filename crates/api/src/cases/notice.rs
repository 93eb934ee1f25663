//! Taking what the police desk and the post report, once each.

use wire::{
    ErrorCode,
    webhook::{PoliceNotice, PostNotice},
};

use super::{police::police, post::post};
use crate::{
    App,
    problem::Refusal,
    store::{StoreError, webhook_seen},
};

/// A notice whose signature was verified.
#[derive(Debug)]
pub enum Notice {
    /// From the police desk.
    Police(PoliceNotice),
    /// From the post.
    Post(PostNotice),
}

impl Notice {
    const fn sender(&self) -> &'static str {
        match self {
            Self::Police(_) => "police",
            Self::Post(_) => "post",
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Police(notice) => &notice.id,
            Self::Post(notice) => &notice.id,
        }
    }
}

const DONE: &str = "done";

/// Takes a notice. The same one again changes nothing and gets the same answer; one that failed for a reason of ours may
/// be sent again.
///
/// # Errors
/// Those of [`police`] and [`post`].
pub async fn take(app: &App, notice: &Notice) -> Result<(), Refusal> {
    let now = app.clock().now();
    let db = app.store().begin().await?;
    if let Some(outcome) = webhook_seen::find(&db, notice.sender(), notice.id()).await? {
        return answer(&outcome);
    }
    let done = match notice {
        Notice::Police(notice) => police(app, &db, notice).await,
        Notice::Post(notice) => post(app, &db, notice).await,
    };
    match done {
        Ok(()) => {
            webhook_seen::create(&db, notice.sender(), notice.id(), DONE, now).await?;
            db.commit().await.map_err(StoreError::from)?;
            app.outbox_filled().notify_waiters();
            Ok(())
        }
        Err(refusal) => {
            db.rollback().await.map_err(StoreError::from)?;
            if refusal.code().status() < 500 {
                let db = app.store().connection();
                let kept = webhook_seen::create(db, notice.sender(), notice.id(), refusal.code().id(), now).await;
                // Where the same notice came in twice at the same time, the other one has written it down.
                if kept.as_ref().is_err_and(|error| !error.is_duplicate()) {
                    kept?;
                }
            }
            Err(refusal)
        }
    }
}

fn answer(outcome: &str) -> Result<(), Refusal> {
    if outcome == DONE {
        return Ok(());
    }
    let code = ErrorCode::ALL.iter().find(|code| code.id() == outcome);
    Err(code.map_or(Refusal::Broken("a notice was answered by an unknown code"), |code| (*code).into()))
}
