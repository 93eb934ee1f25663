//! How a finished permit reaches its holder (送达), after the case itself is completed (domain facts §5).

use jiff::civil::Date;

use crate::{calendar::add_days, case::Actor, rule_set::RuleSet, service::DeliveryMethod, term::terms};

terms! {
    /// Where the card is.
    DeliveryState, "delivery_state" {
        /// At the station, to be picked up.
        AwaitingPickUp = "awaiting_pick_up", "待领取", "awaiting pick-up";
        /// At the station, to be posted.
        AwaitingDispatch = "awaiting_dispatch", "待寄出", "awaiting dispatch";
        /// With the post.
        InTransit = "in_transit", "寄递中", "in transit";
        /// Picked up at the station.
        PickedUp = "picked_up", "已领取", "picked up";
        /// Handed over by the post, signed for.
        Delivered = "delivered", "已签收", "delivered";
        /// Came back to the station, to be picked up there (快递暂行条例 Art. 26).
        Returned = "returned", "退回待领取", "returned, awaiting pick-up";
    }
}

terms! {
    /// What can happen to the card on its way.
    DeliveryEvent, "delivery_event" {
        /// The station hands it to the applicant, who shows an identity card.
        PickUp = "pick_up", "领取", "pick up";
        /// It is handed to the post.
        Dispatch = "dispatch", "寄出", "dispatch";
        /// The recipient signs.
        Deliver = "deliver", "签收", "deliver";
        /// It could not be delivered.
        Return = "return", "退回", "return";
        /// The applicant withdraws the consent to the post before it has the card (个人信息保护法 Art. 15).
        KeepAtStation = "keep_at_station", "改为领取", "keep for pick-up";
    }
}

/// That actor can't bring that event about where the card is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{event} by {actor} is not allowed in state {state}")]
pub struct IllegalDelivery {
    /// Where the card is.
    pub state: DeliveryState,
    /// What should have happened.
    pub event: DeliveryEvent,
    /// Who wanted it.
    pub actor: Actor,
}

impl DeliveryState {
    /// Where the card is on the day it is made.
    pub const fn start(method: DeliveryMethod) -> Self {
        match method {
            DeliveryMethod::PickUp => Self::AwaitingPickUp,
            DeliveryMethod::Post => Self::AwaitingDispatch,
        }
    }

    /// Whether the holder has it.
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::PickedUp | Self::Delivered)
    }
}

/// Where an event by an actor leads the card. The post reports through [`Actor::System`].
///
/// # Errors
/// [`IllegalDelivery`] for everything else.
pub fn apply(state: DeliveryState, event: DeliveryEvent, actor: Actor) -> Result<DeliveryState, IllegalDelivery> {
    use DeliveryState::{AwaitingDispatch, AwaitingPickUp, Delivered, InTransit, PickedUp, Returned};
    match (state, event, actor) {
        (AwaitingPickUp | Returned, DeliveryEvent::PickUp, Actor::Station) => Ok(PickedUp),
        // Either the station says that it posted the card, or the post that it took the card in.
        (AwaitingDispatch, DeliveryEvent::Dispatch, Actor::Station | Actor::System) => Ok(InTransit),
        (AwaitingDispatch, DeliveryEvent::KeepAtStation, Actor::Applicant) => Ok(AwaitingPickUp),
        (InTransit, DeliveryEvent::Deliver, Actor::System) => Ok(Delivered),
        (InTransit, DeliveryEvent::Return, Actor::System) => Ok(Returned),
        _ => Err(IllegalDelivery { state, event, actor }),
    }
}

/// The days on which somebody is reminded of a card that has been waiting for them since `since`.
pub fn pick_up_reminders(rules: &RuleSet, since: Date) -> impl Iterator<Item = Date> {
    rules.delivery.pick_up_reminder_days.iter().map(move |days| add_days(since, *days))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_card_is_picked_up_or_posted_as_chosen() {
        let at_station = DeliveryState::start(DeliveryMethod::PickUp);
        assert_eq!(apply(at_station, DeliveryEvent::PickUp, Actor::Station), Ok(DeliveryState::PickedUp));
        let posted = apply(DeliveryState::start(DeliveryMethod::Post), DeliveryEvent::Dispatch, Actor::System).unwrap();
        assert_eq!(apply(posted, DeliveryEvent::Deliver, Actor::System), Ok(DeliveryState::Delivered));
    }

    #[test]
    fn a_parcel_that_comes_back_is_picked_up_at_the_station() {
        let back = apply(DeliveryState::InTransit, DeliveryEvent::Return, Actor::System).unwrap();
        assert_eq!(back, DeliveryState::Returned);
        assert_eq!(apply(back, DeliveryEvent::PickUp, Actor::Station), Ok(DeliveryState::PickedUp));
    }

    #[test]
    fn a_card_not_yet_posted_is_kept_for_whoever_withdraws_the_consent_to_the_post() {
        let waiting = DeliveryState::start(DeliveryMethod::Post);
        let keep = DeliveryEvent::KeepAtStation;
        assert_eq!(apply(waiting, keep, Actor::Applicant), Ok(DeliveryState::AwaitingPickUp));
        assert!(apply(DeliveryState::InTransit, keep, Actor::Applicant).is_err());
    }

    #[test]
    fn only_seven_transitions_are_legal_and_none_once_the_holder_has_it() {
        let mut legal = 0;
        for state in DeliveryState::ALL.iter().copied() {
            let events =
                DeliveryEvent::ALL.iter().flat_map(|event| Actor::ALL.iter().map(move |actor| (*event, *actor)));
            let ways_on = events.filter(|(event, actor)| apply(state, *event, *actor).is_ok()).count();
            assert_eq!(ways_on == 0, state.is_terminal(), "{state}");
            legal += ways_on;
        }
        assert_eq!(legal, 7);
    }

    #[test]
    fn reminders_come_after_one_and_two_months() {
        let reminders: Vec<_> = pick_up_reminders(RuleSet::current(), date(2026, 3, 1)).collect();
        assert_eq!(reminders, [date(2026, 3, 31), date(2026, 4, 30)]);
    }
}
