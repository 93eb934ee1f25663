//! What the post reports.

use jiff::Timestamp;
use rules::{
    case::Actor,
    delivery::{self as law, DeliveryEvent, DeliveryState},
    service::DeliveryMethod,
};
use uuid::Uuid;
use wire::{
    ErrorCode,
    webhook::{PostEvent, PostNotice},
};

use super::{
    remind,
    texts::{Text, tell},
    transition,
};
use crate::{
    App,
    problem::Refusal,
    store::{
        Transaction,
        application::{self, Application},
        delivery::{self, Delivery},
        event::{self, Cause},
    },
};

/// Takes a notice into the transaction `db`, which the caller commits.
///
/// # Errors
/// [`ErrorCode::NotFound`] where the parcel is none of ours, [`ErrorCode::IllegalTransition`] where the permit can't be
/// where the notice says.
pub async fn post(app: &App, db: &Transaction, notice: &PostNotice) -> Result<(), Refusal> {
    let mut kept = application::by_number(db, &notice.reference).await?.ok_or(ErrorCode::NotFound)?;
    let mut delivery = delivery::find(db, kept.id).await?.ok_or(ErrorCode::NotFound)?;
    match &delivery.waybill {
        // The post may report a parcel before its answer to our order is written down.
        None => delivery.waybill = Some(notice.waybill.clone()),
        Some(ours) if *ours == notice.waybill => {}
        Some(_) => return Err(ErrorCode::NotFound.into()),
    }
    let cause = Cause::of(Actor::System);
    let event = match (notice.event, delivery.state) {
        (PostEvent::Accepted, _) => DeliveryEvent::Dispatch,
        // The post tells of every scan; to the applicant a parcel on its way is on its way.
        (PostEvent::InTransit | PostEvent::OutForDelivery, DeliveryState::InTransit) => return Ok(()),
        (PostEvent::InTransit | PostEvent::OutForDelivery, _) => DeliveryEvent::Dispatch,
        (PostEvent::Delivered, _) => DeliveryEvent::Deliver,
        (PostEvent::Returned, _) => DeliveryEvent::Return,
    };
    move_delivery(app, db, &mut kept, &mut delivery, event, &cause, notice.at).await
}

/// Keeps at the station what waits to be posted to a person who has withdrawn the consent to it. What the post has in
/// hand goes on its way.
///
/// # Errors
/// Those of the database.
pub async fn keep_at_station(app: &App, db: &Transaction, person: Uuid) -> Result<(), Refusal> {
    let now = app.clock().now();
    for mut kept in application::all_of_person(db, person).await? {
        let Some(mut delivery) = delivery::find(db, kept.id).await? else { continue };
        if delivery.state == DeliveryState::AwaitingDispatch && delivery.waybill.is_none() {
            let cause = Cause::of(Actor::Applicant);
            move_delivery(app, db, &mut kept, &mut delivery, DeliveryEvent::KeepAtStation, &cause, now).await?;
        }
    }
    Ok(())
}

/// Moves the permit, writes it into the history and tells its owner.
pub async fn move_delivery(
    app: &App,
    db: &Transaction,
    kept: &mut Application,
    delivery: &mut Delivery,
    event: DeliveryEvent,
    cause: &Cause,
    at: Timestamp,
) -> Result<(), Refusal> {
    let from = delivery.state;
    let to = law::apply(from, event, cause.actor).map_err(|_| ErrorCode::IllegalTransition)?;
    delivery.state = to;
    if event == DeliveryEvent::KeepAtStation {
        delivery.method = DeliveryMethod::PickUp;
    }
    delivery.since = at;
    delivery::put(db, delivery).await?;
    remind::plan_pick_up(app, db, kept, delivery).await?;
    event::add_delivery(db, kept.id, (Some(from), to), cause, at).await?;
    transition::save(db, kept).await?;
    tell(app, db, kept, &Text::Delivery(to)).await
}
