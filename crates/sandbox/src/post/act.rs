//! Moving a parcel: told to Rongju, and recorded only once Rongju has taken it.

use jiff::Timestamp;
use uuid::Uuid;
use wire::webhook::{PostEvent, PostNotice};

use super::parcel::{Scan, place};
use crate::{
    Sandbox,
    officer::due,
    store::StoreError,
    webhook::{Answer, Pending, Problem},
};

/// Why a parcel did not move.
#[derive(Debug, thiserror::Error)]
pub enum MoveError {
    /// No such parcel.
    #[error("没有这件邮件")]
    NotFound,
    /// An earlier step is still on its way.
    #[error("上一步还没有送到“蓉居”，请先重新发送")]
    StillPending,
    /// Not possible from where it is.
    #[error("这件邮件现在不能这样办，请刷新看最新状态")]
    WrongStep,
    /// Rongju said no.
    #[error("“蓉居”没有接受这一步")]
    Refused(Problem),
    /// Rongju did not answer.
    #[error("没有送到“蓉居”：{0}。会自动再发，也可以现在重新发送")]
    Unanswered(String),
    /// The disk.
    #[error("没能保存：{0}")]
    Store(#[from] StoreError),
}

/// Moves the parcel by `event`.
pub async fn act(sandbox: &Sandbox, waybill: &str, event: PostEvent) -> Result<(), MoveError> {
    let now = sandbox.clock().now();
    sandbox
        .store()
        .change(|kept| {
            let parcel = kept.parcels.get_mut(waybill).ok_or(MoveError::NotFound)?;
            if parcel.pending.is_some() {
                return Err(MoveError::StillPending);
            }
            if !parcel.next().contains(&event) {
                return Err(MoveError::WrongStep);
            }
            let id = Uuid::new_v4();
            let scan = Scan { event, at: now, place: place(event).to_owned() };
            let notice = PostNotice {
                id: id.to_string(),
                waybill: waybill.to_owned(),
                reference: parcel.order.reference.clone(),
                event,
                at: now,
                place: scan.place.clone(),
            };
            let body = serde_json::to_string(&notice).map_err(StoreError::from)?;
            parcel.pending = Some(Pending::new(id, body, scan, now));
            Ok(())
        })
        .await?;
    deliver(sandbox, waybill).await
}

/// Sends the parcel's pending step, once more where it was tried before, and records what comes of it.
pub async fn deliver(sandbox: &Sandbox, waybill: &str) -> Result<(), MoveError> {
    let pending =
        sandbox.store().read(|kept| kept.parcels.get(waybill).and_then(|parcel| parcel.pending.clone())).await;
    let Some(pending) = pending else { return Ok(()) };
    let answer = sandbox.sender().send("post", &pending).await;
    let now = sandbox.clock().now();
    sandbox
        .store()
        .change(|kept| {
            let parcel = kept.parcels.get_mut(waybill).ok_or(MoveError::NotFound)?;
            let Some(waiting) = parcel.pending.take_if(|waiting| waiting.id == pending.id) else {
                return Ok(Ok(())); // answered meanwhile by another attempt
            };
            Ok(match answer {
                Answer::Taken => {
                    parcel.scans.push(waiting.step);
                    parcel.since = now;
                    parcel.refused = None;
                    Ok(())
                }
                Answer::Refused(problem) => {
                    parcel.refused = Some(problem.clone());
                    Err(MoveError::Refused(problem))
                }
                Answer::Unanswered(trouble) => {
                    let mut again = waiting;
                    again.failed(trouble.clone(), now);
                    parcel.pending = Some(again);
                    Err(MoveError::Unanswered(trouble))
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
            let waiting =
                kept.parcels.values().filter(|parcel| parcel.pending.as_ref().is_some_and(|p| p.next_try <= now));
            waiting.map(|parcel| parcel.waybill.clone()).collect()
        })
        .await;
    for waybill in due {
        if let Err(error) = deliver(sandbox, &waybill).await {
            tracing::warn!(waybill, outcome = %error, "post webhook");
        }
    }
}

/// Moves every parcel that has stood for `seconds` one step towards its door; one that Rongju refused stays.
pub async fn auto_step(sandbox: &Sandbox, now: Timestamp, seconds: u32) {
    let ready: Vec<(String, PostEvent)> = sandbox
        .store()
        .read(|kept| {
            let parcels = kept.parcels.values();
            let ready = parcels.filter(|p| p.pending.is_none() && p.refused.is_none() && due(p.since, now, seconds));
            ready.filter_map(|parcel| Some((parcel.waybill.clone(), *parcel.next().first()?))).collect()
        })
        .await;
    for (waybill, event) in ready {
        if let Err(error) = act(sandbox, &waybill, event).await {
            tracing::warn!(waybill, outcome = %error, "automatic post");
        }
    }
}
