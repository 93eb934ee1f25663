//! Moving a case: the one place that asks `rules` for the next state and writes it down.

use jiff::Timestamp;
use rules::{
    case::{self, Context, Event, State},
    case_clock::{Asked, CaseDays},
    steps,
};
use wire::ErrorCode;

use crate::{
    problem::Refusal,
    store::{
        Connection,
        application::{self, Application},
        correction::Correction,
        event::{self, Cause},
    },
};

/// What the next state depends on besides the present one.
pub fn context(application: &Application, corrections: &[Correction]) -> Context {
    let here = corrections.iter().filter(|correction| correction.issued_in == application.state).count();
    Context {
        issued_in: open(application, corrections).map(|correction| correction.issued_in),
        corrections_here: u32::try_from(here).unwrap_or(u32::MAX),
        new_card: steps::makes_a_card(application.rules(), &application.draft),
        ..Context::new(application.rules(), application.service)
    }
}

/// The days that the clocks of the case depend on.
pub fn days(application: &Application, corrections: &[Correction]) -> CaseDays {
    let asked = |correction: &Correction| Asked {
        issued_in: correction.issued_in,
        asked_on: correction.asked_on,
        answered_on: correction.answered_on,
    };
    CaseDays {
        submitted_on: application.submitted_on,
        accepted_on: application.accepted_on,
        corrections: corrections.iter().map(asked).collect(),
    }
}

/// The correction that waits for the applicant.
pub fn open<'a>(application: &Application, corrections: &'a [Correction]) -> Option<&'a Correction> {
    let waits = |correction: &&Correction| correction.answered_on.is_none();
    corrections.iter().find(waits).filter(|_| application.state == State::CorrectionRequested)
}

/// Moves `application` and adds the event. [`save`] keeps the application itself.
///
/// # Errors
/// [`ErrorCode::IllegalTransition`].
pub async fn apply(
    db: &impl Connection,
    application: &mut Application,
    corrections: &[Correction],
    event: Event,
    cause: &Cause,
    at: Timestamp,
) -> Result<(), Refusal> {
    let from = application.state;
    let to = case::apply(from, &context(application, corrections), event, cause.actor)
        .map_err(|_| ErrorCode::IllegalTransition)?;
    application.state = to;
    Ok(event::add_case(db, application.id, event, (from, to), cause, at).await?)
}

/// Keeps the application as it is now.
///
/// # Errors
/// [`ErrorCode::IllegalTransition`] where somebody else moved it meanwhile.
pub async fn save(db: &impl Connection, application: &mut Application) -> Result<(), Refusal> {
    if application::update(db, application).await? { Ok(()) } else { Err(ErrorCode::IllegalTransition.into()) }
}
