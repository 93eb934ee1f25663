//! Doing a step: checked here, told to Rongju, and recorded only once Rongju has taken it.

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;
use wire::webhook::{PoliceEvent, PoliceNotice};

use super::{
    case::{Case, State, Step},
    choice::{Choice, Mistake},
    officers::{Officer, Role},
};
use crate::{
    Sandbox,
    exchange::registers,
    store::StoreError,
    webhook::{Answer, Pending, Problem},
};

/// Why a step was not done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// No such case.
    #[error("没有这个办件")]
    NotFound,
    /// An earlier step is still on its way.
    #[error("上一步还没有送到“蓉居”，请先重新发送")]
    StillPending,
    /// Not possible in this state.
    #[error("现在的状态是“{}”，不能这样办", .0.title())]
    WrongState(State),
    /// Somebody else's step.
    #[error("这一步由{}办理，请先换人", .0.title())]
    WrongRole(Role),
    /// Accepting and approving are separate.
    #[error("受理和审批不能是同一个人，请换一位审批人")]
    SamePerson,
    /// The form.
    #[error(transparent)]
    Mistake(#[from] Mistake),
    /// The notice is not one that Rongju could read; the case names something it does not know.
    #[error("这份办件的补正项目无法发给“蓉居”")]
    Unreadable,
    /// Rongju said no.
    #[error("“蓉居”没有接受这一步")]
    Refused(Problem),
    /// Rongju did not answer.
    #[error("没有送到“蓉居”：{0}。会自动再发，也可以现在重新发送")]
    Unanswered(String),
    /// The disk.
    #[error("工作台没能保存：{0}")]
    Store(#[from] StoreError),
}

/// Does `choice` on the case as `officer`.
pub async fn act(sandbox: &Sandbox, number: &str, choice: Choice, officer: &Officer) -> Result<(), ActError> {
    let now = sandbox.clock().now();
    sandbox
        .store()
        .change(|kept| {
            let parcel = kept.parcels.values().rfind(|parcel| parcel.is_for(number));
            let case = kept.cases.get_mut(number).ok_or(ActError::NotFound)?;
            if choice.event == PoliceEvent::Collected && !case.lies_at_the_station(parcel) {
                return Err(ActError::WrongState(case.state));
            }
            may(case, choice.event, officer)?;
            case.pending = Some(pending(case, choice, officer, now)?);
            Ok(())
        })
        .await?;
    deliver(sandbox, number).await
}

fn may(case: &Case, event: PoliceEvent, officer: &Officer) -> Result<(), ActError> {
    if case.pending.is_some() {
        return Err(ActError::StillPending);
    }
    if case.after(event).is_none() {
        return Err(ActError::WrongState(case.state));
    }
    let role = Role::of(event);
    if !officer.is(role) {
        return Err(ActError::WrongRole(role));
    }
    if role == Role::Approver && case.accepted_by.as_deref() == Some(officer.id) {
        return Err(ActError::SamePerson);
    }
    Ok(())
}

fn pending(case: &Case, choice: Choice, officer: &Officer, now: Timestamp) -> Result<Pending<Step>, ActError> {
    let id = Uuid::new_v4();
    let items: Vec<_> = choice.items.iter().map(|item| json!({"key": item.key, "words": item.words})).collect();
    let notice = json!({
        "id": id,
        "number": case.file.number,
        "event": choice.event,
        "actor": Role::of(choice.event).actor(),
        "officer": officer.id,
        "at": now,
        "reason": choice.reason,
        "items": items,
        "station": choice.station,
    });
    // Through the shape both sides share, so that nothing is sent which the other side cannot read.
    let notice: PoliceNotice = serde_json::from_value(notice).map_err(|_| ActError::Unreadable)?;
    let body = serde_json::to_string(&notice).map_err(StoreError::from)?;
    let step = Step {
        event: choice.event,
        by: officer.name.to_owned(),
        officer: officer.id.to_owned(),
        detail: choice.detail(),
        station: choice.station,
    };
    Ok(Pending::new(id, body, step, now))
}

/// Sends the case's pending step, once more where it was tried before, and records what comes of it.
pub async fn deliver(sandbox: &Sandbox, number: &str) -> Result<(), ActError> {
    let pending = sandbox.store().read(|kept| kept.cases.get(number).and_then(|case| case.pending.clone())).await;
    let Some(pending) = pending else { return Ok(()) };
    let answer = sandbox.sender().send("police", &pending).await;
    let now = sandbox.clock().now();
    sandbox
        .store()
        .change(|kept| {
            let case = kept.cases.get_mut(number).ok_or(ActError::NotFound)?;
            let Some(waiting) = case.pending.take_if(|waiting| waiting.id == pending.id) else {
                return Ok(Ok(())); // answered meanwhile by another attempt
            };
            Ok(match answer {
                Answer::Taken => {
                    case.record(waiting.step, now);
                    registers::enter(kept, sandbox.citizens(), number, sandbox.clock().today());
                    Ok(())
                }
                Answer::Refused(problem) => Err(ActError::Refused(problem)),
                Answer::Unanswered(trouble) => {
                    let mut again = waiting;
                    again.failed(trouble.clone(), now);
                    case.pending = Some(again);
                    Err(ActError::Unanswered(trouble))
                }
            })
        })
        .await
        .and_then(|outcome| outcome)
}

/// Sends again what is due, under the same webhook id.
pub async fn repeat_unanswered(sandbox: &Sandbox, now: Timestamp) {
    let due: Vec<String> = sandbox
        .store()
        .read(|kept| {
            let waiting = |case: &&Case| case.pending.as_ref().is_some_and(|pending| pending.next_try <= now);
            kept.cases.values().filter(waiting).map(|case| case.file.number.clone()).collect()
        })
        .await;
    for number in due {
        if let Err(error) = deliver(sandbox, &number).await {
            tracing::warn!(number, outcome = %error, "police webhook");
        }
    }
}
