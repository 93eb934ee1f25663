//! Following one application: asking when the server says, slower while nobody looks, at once on return, and never
//! twice at the same time.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use jiff::Timestamp;
use leptos::{prelude::*, task::spawn_local};
use rules::case::State;
use wire::application::Status;

use crate::{
    client::{ClientError, applications, applications::Polled},
    device::{clock, visibility},
};

/// How much longer the wait is while the page is put away.
const HIDDEN_FACTOR: u32 = 5;
/// The wait after a failure. Coming back to the page, or the line coming back, ends it.
const AFTER_FAILURE: Duration = Duration::from_secs(20);

/// An application that is being followed, as long as the page is open.
#[derive(Clone, Copy)]
pub struct Watch {
    number: StoredValue<String>,
    status: RwSignal<Status>,
    seen_at: RwSignal<Timestamp>,
    trouble: RwSignal<Option<ClientError>>,
    asking: StoredValue<Asking, LocalStorage>,
}

#[derive(Default)]
struct Asking {
    etag: Option<String>,
    is_under_way: bool,
    /// Counts what is known better than by an answer that is still on its way.
    overtaken: u32,
    /// Dropped, it does not ring.
    next: Option<Timeout>,
}

impl Watch {
    /// Follows the application, known to stand so just now.
    pub fn start(number: String, status: Status) -> Self {
        let watch = Self {
            number: StoredValue::new(number),
            status: RwSignal::new(status),
            seen_at: RwSignal::new(clock::now()),
            trouble: RwSignal::new(None),
            asking: StoredValue::new_local(Asking::default()),
        };
        watch.ask();
        visibility::on_return(move || watch.ask());
        watch
    }

    /// How it stands, as last heard.
    pub fn status(self) -> Status {
        self.status.get()
    }

    /// When that was.
    pub fn seen_at(self) -> Timestamp {
        self.seen_at.get()
    }

    /// Why the last question was not answered.
    pub fn trouble(self) -> Option<ClientError> {
        self.trouble.get()
    }

    /// Takes up what another answer than the poll's said.
    pub fn learn(self, status: Status) {
        self.asking.try_update_value(|asking| {
            asking.etag = None;
            asking.overtaken += 1;
        });
        self.take(status);
    }

    /// Asks now, unless the answer is on its way already.
    pub fn ask(self) {
        let begun = self.asking.try_update_value(|asking| {
            if asking.is_under_way {
                return None;
            }
            asking.is_under_way = true;
            asking.next = None;
            Some((asking.etag.clone(), asking.overtaken))
        });
        let (Some(Some((etag, overtaken))), Some(number)) = (begun, self.number.try_get_value()) else { return };
        spawn_local(async move {
            let answer = applications::status(&number, etag.as_deref()).await;
            let current = self.asking.try_update_value(|asking| {
                asking.is_under_way = false;
                asking.overtaken == overtaken
            });
            // There is none once the page was left.
            if let Some(current) = current {
                self.hear(answer, current);
            }
        });
    }

    fn hear(self, answer: Result<(Polled, Duration), ClientError>, current: bool) {
        let after = match answer {
            Ok((polled, after)) => {
                if let (Polled::Changed(status, etag), true) = (polled, current) {
                    self.asking.try_update_value(|asking| asking.etag = etag);
                    self.take(*status);
                }
                self.seen_at.set(clock::now());
                self.trouble.set(None);
                Some(after)
            }
            Err(error) => {
                // Without a session asking again is in vain; the page says so.
                let after = (!error.needs_sign_in()).then_some(AFTER_FAILURE);
                self.trouble.set(Some(error));
                after
            }
        };
        let over = self.status.with_untracked(is_over);
        if let Some(after) = after.filter(|_| !over) {
            let wait = if visibility::is_hidden() { after * HIDDEN_FACTOR } else { after };
            let milliseconds = u32::try_from(wait.as_millis()).unwrap_or(u32::MAX);
            self.asking.try_update_value(|asking| asking.next = Some(Timeout::new(milliseconds, move || self.ask())));
        }
    }

    fn take(self, status: Status) {
        if self.status.with_untracked(|known| *known != status) {
            self.status.set(status);
        }
    }
}

/// Whether nothing will happen any more: the case is closed, and the card, if there is one, is with its holder.
fn is_over(status: &Status) -> bool {
    match (&status.delivery, status.state) {
        (Some(delivery), _) => delivery.state.is_terminal(),
        (None, State::NotAccepted | State::Rejected | State::CorrectionExpired | State::Withdrawn) => true,
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use rules::{delivery::DeliveryState, service::DeliveryMethod};
    use wire::application::{Deadlines, Delivery};

    use super::*;

    fn status(state: State, delivery: Option<DeliveryState>) -> Status {
        let delivery = delivery.map(|state| Delivery {
            method: DeliveryMethod::Post,
            state,
            waybill: None,
            station_name: None,
            since: Timestamp::UNIX_EPOCH,
        });
        Status {
            state,
            history: Vec::new(),
            correction: None,
            delivery,
            deadlines: Deadlines::default(),
            refusal: None,
            can_withdraw: false,
        }
    }

    #[test]
    fn a_completed_case_is_followed_until_the_card_has_arrived() {
        assert!(!is_over(&status(State::Completed, None)));
        assert!(!is_over(&status(State::Completed, Some(DeliveryState::InTransit))));
        assert!(is_over(&status(State::Completed, Some(DeliveryState::Delivered))));
    }

    #[test]
    fn a_refused_or_withdrawn_case_is_not_asked_for_again() {
        assert!(is_over(&status(State::Rejected, None)) && is_over(&status(State::Withdrawn, None)));
        assert!(!is_over(&status(State::CorrectionRequested, None)));
    }
}
