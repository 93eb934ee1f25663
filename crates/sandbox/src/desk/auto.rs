//! The automatic officer at the desk: 受理 → 通过 → 制证完成, by different officers as the law of the desk wants it.

use jiff::Timestamp;
use wire::webhook::PoliceEvent;

use super::{
    act::{ActError, act},
    case::{Case, State},
    choice::Choice,
    officers,
};
use crate::{Sandbox, officer::due};

/// Does the next step of every case that has stood for `seconds`. A case that Rongju refused is left to people.
pub async fn step(sandbox: &Sandbox, now: Timestamp, seconds: u32) {
    let ready: Vec<(String, PoliceEvent, Option<String>)> = sandbox
        .store()
        .read(|kept| {
            let ready = |case: &&Case| {
                let stands = case.pending.is_none() && case.refused.is_none() && case.missing_pictures().is_empty();
                stands && due(case.since, now, seconds)
            };
            let next = |case: &Case| Some((case.file.number.clone(), next(case.state)?, case.accepted_by.clone()));
            kept.cases.values().filter(ready).filter_map(next).collect()
        })
        .await;
    for (number, event, accepted_by) in ready {
        let officer = officers::for_step(event, accepted_by.as_deref());
        match act(sandbox, &number, Choice::plain(event), officer).await {
            Ok(()) => {}
            Err(ActError::Refused(problem)) => leave_to_people(sandbox, &number, problem).await,
            Err(error) => tracing::warn!(number, outcome = %error, "automatic officer"),
        }
    }
}

const fn next(state: State) -> Option<PoliceEvent> {
    match state {
        State::Submitted => Some(PoliceEvent::Accept),
        State::UnderReview => Some(PoliceEvent::Approve),
        State::InProduction => Some(PoliceEvent::CardMade),
        _ => None,
    }
}

async fn leave_to_people(sandbox: &Sandbox, number: &str, problem: crate::webhook::Problem) {
    let left = sandbox.store().change(|kept| {
        let case = kept.cases.get_mut(number).ok_or(ActError::NotFound)?;
        case.refused = Some(problem);
        Ok::<(), ActError>(())
    });
    if let Err(error) = left.await {
        tracing::warn!(number, outcome = %error, "automatic officer");
    }
}
