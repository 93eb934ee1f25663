//! Reminding applicants by SMS of what waits for them: a correction that is not answered, a permit that is not picked up
//! (domain facts §5).
//!
//! The days are put down when the waiting begins. When one has come, housekeeping takes it and puts one job into the
//! outbox, also where several have come since it last ran. Whether something still waits is looked at when the SMS goes
//! out, which can be the morning after.

use rules::{
    case_clock::answer_reminders,
    delivery::{DeliveryState, pick_up_reminders},
};
use uuid::Uuid;

use super::{texts::Text, transition};
use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{
        Connection, StoreError,
        application::{self, Application},
        correction::{self, Correction},
        delivery::{self, Delivery},
        reminder::{self, About},
    },
};

/// Puts down when to remind of a correction.
pub async fn plan_correction(db: &impl Connection, kept: &Application, asked: &Correction) -> Result<(), StoreError> {
    let days = answer_reminders(kept.rules(), asked.asked_on, asked.answer_by);
    reminder::plan(db, kept.id, About::Correction, days).await
}

/// Puts down when to remind of a permit, where it now waits at the station.
pub async fn plan_pick_up(
    app: &App,
    db: &impl Connection,
    kept: &Application,
    delivery: &Delivery,
) -> Result<(), StoreError> {
    if !waits_at_station(delivery) {
        return Ok(());
    }
    let days = pick_up_reminders(kept.rules(), app.clock().date_of(delivery.since));
    reminder::plan(db, kept.id, About::PickUp, days).await
}

const fn waits_at_station(delivery: &Delivery) -> bool {
    matches!(delivery.state, DeliveryState::AwaitingPickUp | DeliveryState::Returned)
}

/// Puts the reminder into the outbox, where its day has come and nobody else did.
pub async fn remind(app: &App, application: Uuid, about: About) -> Result<(), Refusal> {
    let db = app.store().begin().await?;
    if !reminder::take(&db, application, about, app.clock().today()).await? {
        return Ok(());
    }
    let number = application::number(&db, application).await?.ok_or(Refusal::Broken("a reminder of nothing"))?;
    jobs::add(&db, &Job::Remind { number, about }, app.clock().now()).await?;
    db.commit().await.map_err(StoreError::from)?;
    app.outbox_filled().notify_waiters();
    Ok(())
}

/// What the reminder says now; nothing where nothing waits any more.
pub async fn text(
    app: &App,
    db: &impl Connection,
    kept: &Application,
    about: About,
) -> Result<Option<Text>, StoreError> {
    Ok(match about {
        About::Correction => {
            let today = app.clock().today();
            let corrections = correction::of_application(db, kept.id).await?;
            // Not of a later correction whose own days have not come.
            let is_due = |asked: &&Correction| {
                let days = answer_reminders(kept.rules(), asked.asked_on, asked.answer_by);
                days.iter().any(|day| *day <= today) && today <= asked.answer_by
            };
            let asked = transition::open(kept, &corrections).filter(is_due);
            asked.map(|asked| Text::CorrectionReminder { answer_by: asked.answer_by })
        }
        About::PickUp => {
            let delivery = delivery::find(db, kept.id).await?.filter(waits_at_station);
            delivery.map(|delivery| Text::PickUpReminder { station_id: delivery.station_id })
        }
    })
}
