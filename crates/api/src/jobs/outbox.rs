//! Jobs for other systems, and the workers that do them.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use rules::service::Service;
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::perform::perform;
use crate::{
    App,
    clock::after_quiet_hours,
    store::{
        Connection, StoreError,
        outbox::{self, Row},
        reminder::About,
    },
};

/// Something that another system has to be told. It names the case, or a person or a request by our own
/// identifier: what is told is read when it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum Job {
    /// Hand the case, as it then stands, to the police desk.
    PushCase {
        /// Case number.
        number: String,
    },
    /// Tell the police desk that the applicant took the application back.
    WithdrawCase {
        /// Case number.
        number: String,
    },
    /// Order the parcel in which the permit travels.
    OrderParcel {
        /// Case number.
        number: String,
    },
    /// Send an SMS to the applicant.
    Sms {
        /// Case number.
        number: String,
        /// Which text.
        template: String,
        /// The text, with the name masked.
        text: String,
    },
    /// Remind the applicant by SMS of what waits, if it still does.
    Remind {
        /// Case number.
        number: String,
        /// Of what.
        about: About,
    },
    /// Ask the keeper of a record to check it.
    AskRecordCheck {
        /// The request's number.
        check: Uuid,
    },
    /// Tell a person by SMS that the keeper of a record has answered.
    TellOfRecordCheck {
        /// The request's number.
        check: Uuid,
    },
    /// Tell the applicant by SMS that a draft is about to be deleted, if it still is.
    RemindOfDraft {
        /// Whose.
        person: Uuid,
        /// Of which service.
        service: Service,
    },
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receiver {
    /// The police desk.
    Police,
    /// The post.
    Post,
    /// The SMS gateway.
    Sms,
    /// The record exchange.
    Records,
}

impl Receiver {
    /// Every receiver.
    pub const ALL: [Self; 4] = [Self::Police, Self::Post, Self::Sms, Self::Records];

    /// How its lanes begin.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Police => "police/",
            Self::Post => "post/",
            Self::Sms => "sms/",
            Self::Records => "records/",
        }
    }
}

impl Job {
    /// One lane a receiver and case, or person or request where there is no case: what happens to a case is told in order.
    fn lane(&self) -> String {
        let (receiver, about) = match self {
            Self::PushCase { number } | Self::WithdrawCase { number } => (Receiver::Police, number),
            Self::OrderParcel { number } => (Receiver::Post, number),
            Self::Sms { number, .. } | Self::Remind { number, .. } => (Receiver::Sms, number),
            Self::RemindOfDraft { person, .. } => (Receiver::Sms, &person.to_string()),
            Self::AskRecordCheck { check } => (Receiver::Records, &check.to_string()),
            Self::TellOfRecordCheck { check } => (Receiver::Sms, &check.to_string()),
        };
        format!("{}{about}", receiver.prefix())
    }
}

/// Puts a job into the outbox; call it in the transaction that the job follows from.
pub async fn add(db: &impl Connection, job: &Job, now: Timestamp) -> Result<(), StoreError> {
    let json = serde_json::to_value(job).map_err(|_| StoreError::Unreadable("outbox.job"))?;
    outbox::add(db, job.lane(), json, now).await
}

/// How often a worker looks by itself, for what other processes wrote and what has become due.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Longer than any job takes; after it, another worker takes the job for abandoned.
const LEASE: SignedDuration = SignedDuration::from_mins(10);
/// How many jobs are looked for at once.
const BATCH: u64 = 8;
/// From this many attempts on, failing is an error in the logs.
const STUCK_AFTER: i32 = 5;

/// Does what there is to do for one receiver, until told to stop.
pub async fn work(app: App, receiver: Receiver, stop: CancellationToken) {
    while !stop.is_cancelled() {
        match round(&app, receiver, &stop).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::error!(?receiver, %error, "outbox"),
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = app.outbox_filled().notified() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
}

/// One batch; answers how many jobs were taken up.
async fn round(app: &App, receiver: Receiver, stop: &CancellationToken) -> Result<u32, StoreError> {
    let db = app.store().connection();
    let mut taken = 0;
    for row in outbox::due(db, receiver.prefix(), app.clock().now(), BATCH).await? {
        if stop.is_cancelled() {
            break;
        }
        let now = app.clock().now();
        if receiver == Receiver::Sms && app.config().keeps_quiet_hours() {
            let morning = after_quiet_hours(now);
            if morning > now {
                outbox::later(db, row.id, morning, None).await?;
                continue;
            }
        }
        if outbox::claim(db, &row, now, LEASE).await? {
            taken += 1;
            attempt(app, &row).await?;
        }
    }
    Ok(taken)
}

async fn attempt(app: &App, row: &Row) -> Result<(), StoreError> {
    let db = app.store().connection();
    let done = match serde_json::from_value::<Job>(row.job.clone()) {
        Ok(job) => perform(app, &job, &row.key.to_string()).await.map_err(|error| error.to_string()),
        Err(_) => Err("not a job of this version".to_owned()),
    };
    let now = app.clock().now();
    match done {
        Ok(()) => {
            tracing::info!(outbox = row.id, attempts = row.attempts + 1, "job done");
            outbox::done(db, row.id, now).await
        }
        Err(error) => {
            let attempts = row.attempts + 1;
            if attempts >= STUCK_AFTER {
                tracing::error!(outbox = row.id, attempts, %error, "job fails again and again");
            } else {
                tracing::warn!(outbox = row.id, attempts, %error, "job failed");
            }
            let again = now.saturating_add(pause(attempts)).unwrap_or(now);
            outbox::later(db, row.id, again, Some(&error)).await
        }
    }
}

/// Two seconds, four, eight …, ten minutes at most.
fn pause(attempts: i32) -> SignedDuration {
    SignedDuration::from_secs((1_i64 << attempts.clamp(1, 10)).min(600))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_ten_minutes() {
        let seconds: Vec<_> = [1, 2, 3, 9, 10, 1_000].map(|attempts| pause(attempts).as_secs()).to_vec();
        assert_eq!(seconds, [2, 4, 8, 512, 600, 600]);
    }

    #[test]
    fn what_one_system_is_told_of_a_case_is_told_in_order() {
        let number = || "CDJZ-1".to_owned();
        let push = Job::PushCase { number: number() }.lane();
        assert_eq!(push, Job::WithdrawCase { number: number() }.lane());
        assert_ne!(push, Job::OrderParcel { number: number() }.lane());
    }

    #[test]
    fn a_reminder_waits_for_the_morning_and_its_turn_as_every_sms() {
        let number = || "CDJZ-1".to_owned();
        let sms = Job::Sms { number: number(), template: String::new(), text: String::new() };
        for about in [About::Correction, About::PickUp] {
            assert_eq!(Job::Remind { number: number(), about }.lane(), sms.lane());
        }
    }
}
