//! What the police desk reports.

use rules::{
    case::Event,
    correction::correctable,
    deadline::correction_answer_due,
    delivery::{DeliveryEvent, DeliveryState},
    field::{Field, Subject},
    service::DeliveryMethod,
    station,
};
use uuid::Uuid;
use wire::{
    ErrorCode,
    application::CorrectionItem,
    consent::ConsentScope,
    webhook::{PoliceEvent, PoliceNotice},
};

use super::{
    deem::counts_as_accepted,
    post::move_delivery,
    remind,
    texts::{Text, tell},
    transition, view,
};
use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{
        Transaction,
        application::{self, Application},
        consent,
        correction::{self, Correction},
        delivery::{self, Delivery},
        event::{self, Cause},
    },
};

/// Takes a notice into the transaction `db`, which the caller commits.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is no such case, [`ErrorCode::MalformedBody`] where the notice lacks what its event
/// needs, [`ErrorCode::IllegalTransition`] where the case does not allow it, and where whoever accepted a case would also
/// decide it.
pub async fn police(app: &App, db: &Transaction, notice: &PoliceNotice) -> Result<(), Refusal> {
    let mut kept = application::by_number(db, &notice.number).await?.ok_or(ErrorCode::NotFound)?;
    let cause = Cause { actor: notice.actor, officer: Some(notice.officer.clone()), reason: notice.reason.clone() };
    let Some(event) = notice.event.case_event() else {
        return collected(app, db, &mut kept, notice, &cause).await;
    };
    is_complete(event, notice)?;
    let decides = matches!(event, Event::Approve | Event::Reject);
    if decides && kept.accepted_by.as_deref() == Some(notice.officer.as_str()) {
        return Err(ErrorCode::IllegalTransition.into());
    }
    let before = kept.state;
    let corrections = correction::of_application(db, kept.id).await?;
    // What the desk does too late does not undo what the clock brought about before.
    counts_as_accepted(app, db, &mut kept, &corrections, app.clock().date_of(notice.at)).await?;
    transition::apply(db, &mut kept, &corrections, event, &cause, notice.at).await?;
    let text = match event {
        Event::Accept => {
            kept.accepted_on.get_or_insert(app.clock().date_of(notice.at));
            kept.accepted_by = Some(notice.officer.clone());
            view::deadlines(&kept, &corrections).issue_by.map(|issue_by| Text::Accepted { issue_by })
        }
        Event::RequestCorrection => {
            let asked_on = app.clock().date_of(notice.at);
            let answer_by = correction_answer_due(kept.rules(), asked_on).date;
            let items = notice
                .items
                .iter()
                .map(|item| CorrectionItem { subject: item.key, words: item.words.clone() })
                .collect();
            let asked = Correction {
                id: Uuid::new_v4(),
                application: kept.id,
                items,
                issued_in: before,
                asked_at: notice.at,
                asked_on,
                answer_by,
                answered_on: None,
            };
            correction::create(db, &asked).await?;
            remind::plan_correction(db, &kept, &asked).await?;
            Some(Text::CorrectionRequested { answer_by })
        }
        Event::Decline | Event::Reject => {
            kept.refusal.clone_from(&notice.reason);
            Some(if event == Event::Decline { Text::NotAccepted } else { Text::Rejected })
        }
        Event::Transfer => {
            if let Some(station) = &notice.station {
                kept.station_id.clone_from(station);
            }
            Some(Text::Transferred)
        }
        Event::Approve => Some(Text::Approved),
        Event::CardMade => Some(Text::CardMade(begin_delivery(app, db, &kept, notice, &cause).await?)),
        Event::Submit | Event::Resubmit | Event::Expire | Event::Withdraw => None,
    };
    transition::save(db, &mut kept).await?;
    if let Some(text) = text {
        tell(app, db, &kept, &text).await?;
    }
    Ok(())
}

/// Whether the notice says what its event needs.
fn is_complete(event: Event, notice: &PoliceNotice) -> Result<(), Refusal> {
    let has_reason = notice.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    let lacks = match event {
        Event::Decline | Event::Reject => !has_reason,
        Event::Transfer => !has_reason || notice.station.as_deref().is_none_or(|id| station::by_id(id).is_none()),
        Event::RequestCorrection => {
            let wrong: Vec<Subject> = notice
                .items
                .iter()
                .filter(|item| item.words.trim().is_empty() || !correctable().any(|known| known == item.key))
                .map(|item| item.key)
                .collect();
            if !wrong.is_empty() {
                return Err(Refusal::Subjects(ErrorCode::MalformedBody, wrong));
            }
            notice.items.is_empty()
        }
        _ => false,
    };
    if lacks { Err(ErrorCode::MalformedBody.into()) } else { Ok(()) }
}

async fn begin_delivery(
    app: &App,
    db: &Transaction,
    kept: &Application,
    notice: &PoliceNotice,
    cause: &Cause,
) -> Result<DeliveryMethod, Refusal> {
    let chosen = kept.draft.choice(Field::Delivery).unwrap_or(DeliveryMethod::PickUp);
    // The post receives nothing of somebody who has withdrawn the consent since (个人信息保护法 Art. 15).
    let may_post = chosen == DeliveryMethod::Post && consent::stands(db, kept.person, ConsentScope::Post).await?;
    let method = if may_post { DeliveryMethod::Post } else { DeliveryMethod::PickUp };
    let chosen = kept.draft.answer(Field::PickUpStation).trim();
    let station_id = match method {
        DeliveryMethod::PickUp if !chosen.is_empty() => chosen.to_owned(),
        _ => kept.station_id.clone(),
    };
    let state = DeliveryState::start(method);
    let delivery = Delivery { application: kept.id, method, state, waybill: None, station_id, since: notice.at };
    delivery::put(db, &delivery).await?;
    remind::plan_pick_up(app, db, kept, &delivery).await?;
    event::add_delivery(db, kept.id, (None, state), cause, notice.at).await?;
    if method == DeliveryMethod::Post {
        jobs::add(db, &Job::OrderParcel { number: kept.number.clone() }, app.clock().now()).await?;
    }
    Ok(method)
}

async fn collected(
    app: &App,
    db: &Transaction,
    kept: &mut Application,
    notice: &PoliceNotice,
    cause: &Cause,
) -> Result<(), Refusal> {
    debug_assert_eq!(notice.event, PoliceEvent::Collected);
    let mut delivery = delivery::find(db, kept.id).await?.ok_or(ErrorCode::IllegalTransition)?;
    move_delivery(app, db, kept, &mut delivery, DeliveryEvent::PickUp, cause, notice.at).await
}
