//! What the pages about applications say in the same words.

use jiff::Timestamp;
use rules::{case::State, explain, service::Service};

use crate::{
    components::tone::Tone,
    device::clock,
    locales::{locale, sentence, term, text},
};

/// What is applied for, as a title.
pub fn service(service: Service) -> String {
    let name = term(service);
    if service.is_about_a_permit() { text!(applications.service, service = name) } else { sentence(name) }
}

/// What a state means for the applicant.
pub const fn tone(state: State) -> Tone {
    match state {
        State::Draft => Tone::Plain,
        State::Submitted | State::UnderReview | State::InProduction => Tone::Info,
        State::CorrectionRequested => Tone::Warn,
        State::Completed => Tone::Ok,
        State::NotAccepted | State::Rejected | State::CorrectionExpired => Tone::Bad,
        State::Withdrawn => Tone::Plain,
    }
}

/// A moment as people say it, in Chengdu: day, weekday and time.
pub fn moment(at: Timestamp) -> String {
    format!("{} {}", explain::date(clock::date_in_chengdu(at), locale()), clock::time_in_chengdu(at))
}
