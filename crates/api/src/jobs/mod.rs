//! What must happen after the answer.
//!
//! Jobs for other systems are rows of the outbox ([`store::outbox`]), written in the same transaction as what they follow
//! from. Each system has its own worker, so that a slow one holds up nobody else; a job is done at least once, and its
//! receiver tells repetitions by a key. A job that fails is tried again for ever, with its attempts and last error in the
//! row. Housekeeping goes by the clock.

mod housekeeping;
mod outbox;
mod perform;

use tokio_util::{sync::CancellationToken, task::TaskTracker};

pub use outbox::{Job, add};

use crate::App;

/// Starts every worker. They end soon after `stop`.
pub fn begin(app: &App, workers: &TaskTracker, stop: &CancellationToken) {
    for receiver in outbox::Receiver::ALL {
        workers.spawn(outbox::work(app.clone(), receiver, stop.clone()));
    }
    workers.spawn(housekeeping::work(app.clone(), stop.clone()));
}
