//! An application as its owner sees it.

use rules::{
    case::{self, Actor, Event},
    case_clock::{Clock, clock},
    delivery::DeliveryState,
    service::DeliveryMethod,
};
use wire::application::{Application, Correction, Deadlines, Delivery, Status, Summary};

use super::{
    texts::station_name,
    transition::{context, days, open},
};
use crate::{
    problem::Refusal,
    store::{self, Connection, application::Application as Kept, correction, delivery, event},
};

/// An entry of the list.
pub fn summary(kept: Kept) -> Summary {
    Summary {
        station_name: station_name(&kept.station_id),
        number: kept.number,
        service: kept.service,
        state: kept.state,
        submitted_at: kept.submitted_at,
    }
}

/// All of it.
pub async fn application(db: &impl Connection, kept: &Kept) -> Result<Application, Refusal> {
    Ok(Application {
        number: kept.number.clone(),
        verification_code: kept.verification_code,
        service: kept.service,
        draft: kept.draft.clone(),
        verdict: kept.verdict.clone(),
        station_id: kept.station_id.clone(),
        station_name: station_name(&kept.station_id),
        submitted_at: kept.submitted_at,
        status: status(db, kept).await?,
    })
}

/// How it stands. Depends on what is kept alone and not on the time, so that the version of the application tells
/// whether anything changed.
pub async fn status(db: &impl Connection, kept: &Kept) -> Result<Status, Refusal> {
    let corrections = correction::of_application(db, kept.id).await?;
    let context = context(kept, &corrections);
    let can_withdraw = case::allowed(kept.state, &context, Actor::Applicant).any(|event| event == Event::Withdraw);
    Ok(Status {
        state: kept.state,
        history: event::history(db, kept.id).await?,
        correction: open(kept, &corrections).map(|correction| Correction {
            items: correction.items.clone(),
            asked_at: correction.asked_at,
            answer_by: correction.answer_by,
        }),
        delivery: delivery::find(db, kept.id).await?.map(delivery_view),
        deadlines: deadlines(kept, &corrections),
        refusal: kept.refusal.clone(),
        can_withdraw,
    })
}

fn delivery_view(delivery: delivery::Delivery) -> Delivery {
    let is_at_station = delivery.method == DeliveryMethod::PickUp || delivery.state == DeliveryState::Returned;
    Delivery {
        method: delivery.method,
        state: delivery.state,
        waybill: delivery.waybill,
        station_name: is_at_station.then(|| station_name(&delivery.station_id)),
        since: delivery.since,
    }
}

/// The dates that bind somebody now (domain facts §6.4). While the applicant has a correction to answer the authority's
/// time stands still, so it has no date.
pub fn deadlines(kept: &Kept, corrections: &[store::correction::Correction]) -> Deadlines {
    // On the day it was submitted no time has run out yet: what has since is kept as the day of the acceptance.
    let runs = clock(kept.rules(), kept.state, &days(kept, corrections), kept.submitted_on);
    let none = Deadlines { calendar_known: true, ..Deadlines::default() };
    match runs {
        Some(Clock::Notice { by }) => {
            Deadlines { completeness_by: Some(by.date), calendar_known: by.calendar_known, ..none }
        }
        Some(Clock::Issue { by, .. }) => {
            Deadlines { issue_by: Some(by.legal.date), calendar_known: by.legal.calendar_known, ..none }
        }
        Some(Clock::Answer { .. }) | None => none,
    }
}
