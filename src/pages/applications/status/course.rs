//! The vertical line: what happened with its dates, what is now, what comes next.

use leptos::prelude::*;
use rules::{case::Event, delivery::DeliveryState};
use wire::application::{Happening, Status};

use super::{
    super::words::moment,
    now::{Case, Now, next, now},
};
use crate::{
    components::timeline::{Moment, Timeline, TimelineEntry},
    locales::{t, text},
};

/// The course of an application.
#[component]
pub fn Course(
    /// How it stands.
    #[prop(into)]
    status: Signal<Status>,
    /// What stays the same of it.
    case: Case,
) -> impl IntoView {
    move || {
        let status = status.get();
        let past = happened(&status).map(|entry| {
            let ended = ends(entry.event);
            view! {
                <TimelineEntry
                    moment=if ended { Moment::Ended } else { Moment::Past }
                    moment_word=t!(applications.moment.past)
                    title=title(entry.event, &case.station)
                    time=Some(moment(entry.at))
                    datetime=Some(entry.at.to_string())
                />
            }
        });
        let past = past.collect_view();
        // Its words and its last day stand large above.
        let present = is_open(&status).then(|| {
            let Now { title, .. } = now(&status, &case);
            view! { <TimelineEntry moment=Moment::Present moment_word=t!(applications.moment.present) title/> }
        });
        let coming = next(&status, &case).into_iter().map(|title| {
            view! { <TimelineEntry moment=Moment::Next moment_word=t!(applications.moment.next) title/> }
        });
        let coming = coming.collect_view();
        view! { <Timeline label=t!(applications.course)>{past} {present} {coming}</Timeline> }
    }
}

/// The history without what is still the present: where the card lies now is said by the present step.
fn happened(status: &Status) -> impl Iterator<Item = &wire::application::HistoryEntry> {
    let present = status.delivery.as_ref().map(|delivery| delivery.state).filter(|state| !state.is_terminal());
    let last = status.history.len().saturating_sub(1);
    let is_present = move |at: usize, event: Happening| {
        at == last && present.is_some_and(|state| event == Happening::Delivery(state))
    };
    status.history.iter().enumerate().filter(move |(at, entry)| !is_present(*at, entry.event)).map(|(_, entry)| entry)
}

/// Whether something is still to happen, so that there is a present step.
fn is_open(status: &Status) -> bool {
    match &status.delivery {
        Some(delivery) => !delivery.state.is_terminal(),
        None => !status.state.is_terminal(),
    }
}

fn ends(event: Happening) -> bool {
    matches!(event, Happening::Case(Event::Decline | Event::Reject | Event::Expire | Event::Withdraw))
}

fn title(event: Happening, station: &str) -> String {
    match event {
        Happening::Case(event) => match event {
            Event::Submit => text!(applications.past.submit, station = station),
            Event::Accept => text!(applications.past.accept),
            Event::RequestCorrection => text!(applications.past.request_correction),
            Event::Decline => text!(applications.past.decline),
            Event::Transfer => text!(applications.past.transfer),
            Event::Resubmit => text!(applications.past.resubmit),
            Event::Expire => text!(applications.past.expire),
            Event::Approve => text!(applications.past.approve),
            Event::Reject => text!(applications.past.reject),
            Event::CardMade => text!(applications.past.card_made),
            Event::Withdraw => text!(applications.past.withdraw),
        },
        Happening::Delivery(state) => match state {
            DeliveryState::AwaitingPickUp => text!(applications.past.awaiting_pick_up),
            DeliveryState::AwaitingDispatch => text!(applications.past.awaiting_dispatch),
            DeliveryState::InTransit => text!(applications.past.in_transit),
            DeliveryState::PickedUp => text!(applications.past.picked_up),
            DeliveryState::Delivered => text!(applications.past.delivered),
            DeliveryState::Returned => text!(applications.past.returned),
        },
        Happening::DeemedAccepted => text!(applications.past.deemed_accepted),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use rules::{case::State, service::DeliveryMethod};
    use wire::application::{Deadlines, Delivery, HistoryEntry};

    use super::*;

    fn at_the_station(state: DeliveryState) -> Status {
        let entry = |event| HistoryEntry { event, at: Timestamp::UNIX_EPOCH };
        Status {
            state: State::Completed,
            history: vec![entry(Happening::Case(Event::CardMade)), entry(Happening::Delivery(state))],
            correction: None,
            delivery: Some(Delivery {
                method: DeliveryMethod::PickUp,
                state,
                waybill: None,
                station_name: None,
                since: Timestamp::UNIX_EPOCH,
            }),
            deadlines: Deadlines::default(),
            refusal: None,
            can_withdraw: false,
        }
    }

    #[test]
    fn a_card_that_waits_is_the_present_and_not_also_the_past() {
        let waiting = at_the_station(DeliveryState::AwaitingPickUp);
        assert_eq!(happened(&waiting).count(), 1);
        assert!(is_open(&waiting));
    }

    #[test]
    fn a_card_that_was_picked_up_is_past_and_nothing_is_open() {
        let done = at_the_station(DeliveryState::PickedUp);
        assert_eq!(happened(&done).count(), 2);
        assert!(!is_open(&done));
    }
}
