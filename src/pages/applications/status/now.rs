//! What the present state means in words: what it is, what it waits for, by when.

use jiff::civil::Date;
use rules::{
    case::State,
    delivery::DeliveryState,
    explain,
    guide::surrender,
    service::{DeliveryMethod, Service},
};
use wire::application::{Deadlines, Status};

use crate::locales::{locale, sentence, term, text};

/// What stays the same while an application goes on.
#[derive(Debug, Clone)]
pub struct Case {
    /// What is applied for.
    pub service: Service,
    /// The station that decides.
    pub station: String,
    /// How the card is to reach its holder; nothing where none is made.
    pub method: Option<DeliveryMethod>,
}

/// The present step.
#[derive(Debug, PartialEq, Eq)]
pub struct Now {
    /// What it is: "派出所正在审核".
    pub title: String,
    /// What it means and what is to be done.
    pub words: String,
    /// The last day of whoever has to act, with the words around it.
    pub by: Option<(Date, String)>,
}

/// The present step, in the language chosen.
pub fn now(status: &Status, case: &Case) -> Now {
    let station = &case.station;
    let Deadlines { completeness_by, issue_by, calendar_known } = status.deadlines;
    let say = |title, words| Now { title, words, by: None };
    let until = |now: Now, by: Option<Date>, words: &dyn Fn(String) -> String| {
        let by = by.map(|date| {
            let mut words = words(explain::date(date, locale()));
            if !calendar_known {
                words.push_str(&text!(applications.now.calendar_unknown));
            }
            (date, words)
        });
        Now { by, ..now }
    };
    let done_by = |date| match case.method {
        Some(_) => text!(applications.now.issue_by, date = date),
        None => text!(applications.now.done_by, date = date),
    };
    match status.state {
        State::Draft => say(text!(applications.now.draft), String::new()),
        // No notice came in time: the limit of the law runs though the station has not taken it up.
        State::Submitted if issue_by.is_some() => until(
            say(text!(applications.now.deemed, station = station), text!(applications.now.deemed_words)),
            issue_by,
            &done_by,
        ),
        State::Submitted => until(
            say(text!(applications.now.submitted, station = station), text!(applications.now.submitted_words)),
            completeness_by,
            &|date| text!(applications.now.complete_by, date = date),
        ),
        State::CorrectionRequested => {
            let items = status.correction.as_ref().map_or(0, |correction| correction.items.len());
            until(
                say(
                    text!(applications.now.correction, count = i64::try_from(items).unwrap_or(i64::MAX)),
                    text!(applications.now.correction_words),
                ),
                status.correction.as_ref().map(|correction| correction.answer_by),
                &|date| text!(applications.now.answer_by, date = date),
            )
        }
        State::UnderReview => until(
            say(text!(applications.now.review, station = station), text!(applications.now.review_words)),
            issue_by,
            &done_by,
        ),
        State::InProduction => {
            until(say(text!(applications.now.production), text!(applications.now.production_words)), issue_by, &done_by)
        }
        State::Completed => match &status.delivery {
            Some(delivery) => {
                let station = delivery.station_name.as_deref().unwrap_or(station);
                let waybill = delivery.waybill.as_deref();
                on_its_way(delivery.state, station, waybill, case.service)
            }
            None => say(text!(applications.now.done, service = term(case.service)), recorded(case.service)),
        },
        State::NotAccepted => say(text!(applications.now.not_accepted), text!(applications.now.refused_words)),
        State::Rejected => say(text!(applications.now.rejected), text!(applications.now.refused_words)),
        State::CorrectionExpired => say(text!(applications.now.expired), text!(applications.now.expired_words)),
        State::Withdrawn => say(text!(applications.now.withdrawn), text!(applications.now.withdrawn_words)),
    }
}

/// What it means that a service without a card is done.
fn recorded(service: Service) -> String {
    match service {
        Service::Endorsement => text!(applications.now.endorsed_words),
        Service::ChangeOfDetails => text!(applications.now.changed_words),
        Service::ResidenceRegistration => text!(applications.now.registered_words),
        Service::FirstIssue | Service::Reissue | Service::Exchange => String::new(),
    }
}

fn on_its_way(state: DeliveryState, station: &str, waybill: Option<&str>, service: Service) -> Now {
    let hand_over = |words: String, method| match surrender(service, method) {
        Some(back) => words + &text!(applications.now.hand_back, how = sentence(term(back))),
        None => words,
    };
    let at_station = || hand_over(text!(applications.now.pick_up_words), DeliveryMethod::PickUp);
    let (title, words) = match state {
        DeliveryState::AwaitingPickUp => (text!(applications.now.pick_up, station = station), at_station()),
        DeliveryState::AwaitingDispatch => (text!(applications.now.dispatch), text!(applications.now.dispatch_words)),
        DeliveryState::InTransit => {
            let words = waybill.map_or_else(
                || text!(applications.now.transit_words),
                |waybill| text!(applications.now.transit_waybill, waybill = waybill),
            );
            (text!(applications.now.transit), hand_over(words, DeliveryMethod::Post))
        }
        DeliveryState::PickedUp => (text!(applications.now.picked_up), held(service)),
        DeliveryState::Delivered => (text!(applications.now.delivered), held(service)),
        DeliveryState::Returned => (text!(applications.now.returned, station = station), at_station()),
    };
    Now { title, words, by: None }
}

/// What there is to know for whoever has the card. The years of one that replaces another are not counted anew.
fn held(service: Service) -> String {
    match service {
        Service::FirstIssue => text!(applications.now.holder_words),
        _ => text!(applications.now.holder_replaced),
    }
}

/// What still comes after the present step, in order.
pub fn next(status: &Status, case: &Case) -> Vec<String> {
    let review = || text!(applications.next.review);
    // Without a card the decision is the end.
    let production = || case.method.map(|_| text!(applications.next.production));
    let handed_over = || {
        case.method.map(|method| match method {
            DeliveryMethod::PickUp => text!(applications.next.pick_up),
            DeliveryMethod::Post => text!(applications.next.post),
        })
    };
    match status.state {
        State::Draft | State::Submitted | State::CorrectionRequested => {
            [review()].into_iter().chain(production()).chain(handed_over()).collect()
        }
        State::UnderReview => production().into_iter().chain(handed_over()).collect(),
        State::InProduction => handed_over().into_iter().collect(),
        State::Completed => match status.delivery.as_ref().map(|delivery| delivery.state) {
            Some(DeliveryState::AwaitingDispatch) => {
                vec![text!(applications.next.transit), text!(applications.next.sign)]
            }
            Some(DeliveryState::InTransit) => vec![text!(applications.next.sign)],
            _ => Vec::new(),
        },
        State::NotAccepted | State::Rejected | State::CorrectionExpired | State::Withdrawn => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};
    use wire::application::Delivery;

    use super::*;

    fn status(state: State) -> Status {
        Status {
            state,
            history: Vec::new(),
            correction: None,
            delivery: None,
            deadlines: Deadlines { completeness_by: None, issue_by: Some(date(2026, 3, 17)), calendar_known: true },
            refusal: None,
            can_withdraw: true,
        }
    }

    fn case(method: Option<DeliveryMethod>) -> Case {
        let service = if method.is_some() { Service::FirstIssue } else { Service::Endorsement };
        Case { service, station: "桂溪派出所".to_owned(), method }
    }

    fn now(status: &Status) -> Now {
        super::now(status, &case(Some(DeliveryMethod::PickUp)))
    }

    #[test]
    fn a_case_under_review_names_the_station_and_the_last_day_by_law() {
        let now = now(&status(State::UnderReview));
        assert!(now.title.contains("桂溪派出所"), "{}", now.title);
        let (by, words) = now.by.unwrap();
        assert_eq!(by, date(2026, 3, 17));
        assert!(words.contains("2026年3月17日"), "{words}");
    }

    #[test]
    fn a_case_that_counts_as_accepted_says_so_with_the_last_day_by_law() {
        let mut status = status(State::Submitted);
        let deemed = now(&status);
        assert!(deemed.by.unwrap().1.contains("2026年3月17日"));
        status.deadlines = Deadlines { completeness_by: Some(date(2026, 3, 9)), issue_by: None, calendar_known: true };
        let waiting = now(&status);
        assert_eq!(waiting.by.unwrap().0, date(2026, 3, 9));
        assert_ne!(waiting.title, deemed.title);
    }

    #[test]
    fn a_day_counted_without_a_known_calendar_says_so() {
        let mut status = status(State::UnderReview);
        let known = now(&status).by.unwrap().1;
        status.deadlines.calendar_known = false;
        assert!(now(&status).by.unwrap().1.len() > known.len());
    }

    #[test]
    fn a_card_at_another_station_is_picked_up_there() {
        let mut status = status(State::Completed);
        status.delivery = Some(Delivery {
            method: DeliveryMethod::PickUp,
            state: DeliveryState::AwaitingPickUp,
            waybill: None,
            station_name: Some("石羊派出所".to_owned()),
            since: Timestamp::UNIX_EPOCH,
        });
        assert!(now(&status).title.contains("石羊派出所"));
    }

    #[test]
    fn whoever_exchanges_a_card_is_told_how_the_old_one_goes_back() {
        let words = |service, state| on_its_way(state, "石羊派出所", None, service).words;
        assert!(words(Service::Exchange, DeliveryState::AwaitingPickUp).ends_with("领取新证时交回旧证。"));
        assert!(words(Service::Exchange, DeliveryState::Returned).ends_with("领取新证时交回旧证。"));
        assert!(words(Service::Exchange, DeliveryState::InTransit).ends_with("邮政送达新证时收回旧证。"));
        for state in [DeliveryState::AwaitingPickUp, DeliveryState::InTransit, DeliveryState::Delivered] {
            assert!(!words(Service::Reissue, state).contains("旧证"), "{state}");
        }
    }

    #[test]
    fn what_comes_next_shrinks_as_the_case_goes_on_and_ends_with_a_refusal() {
        let left = |state| next(&status(state), &case(Some(DeliveryMethod::Post))).len();
        assert_eq!([left(State::Submitted), left(State::UnderReview), left(State::InProduction)], [3, 2, 1]);
        assert_eq!(left(State::Rejected), 0);
    }

    #[test]
    fn an_endorsement_ends_with_the_decision_and_never_speaks_of_a_card() {
        let case = case(None);
        let left = |state| next(&status(state), &case).len();
        assert_eq!([left(State::Submitted), left(State::UnderReview), left(State::Completed)], [1, 0, 0]);
        let under_review = super::now(&status(State::UnderReview), &case).by.unwrap().1;
        assert!(!under_review.contains("制发"), "{under_review}");
        let done = super::now(&status(State::Completed), &case);
        assert!(done.title.contains("签注") && done.words.contains("不用换证"), "{done:?}");
    }
}
