//! A case of which the station said nothing in time: it counts as accepted on the day it came in (视为自收到之日受理,
//! domain facts §5).
//!
//! It stays `submitted`, since accepting is the station's alone (§10.1): what it gets is the day from which the time limit
//! runs, an entry in its history, and an SMS. The station can still accept it, and that no longer moves the limit. The
//! desk has no way to be told; by law it has to count for itself.

use jiff::civil::Date;
use rules::{
    RuleSet,
    calendar::add_days,
    case::State,
    case_clock::{Acceptance, acceptance},
    deadline::correction_notice_due,
};

use super::{
    texts::{Text, tell},
    transition, view,
};
use crate::{
    App,
    problem::Refusal,
    store::{
        Connection, StoreError,
        application::{self, Application},
        correction::{self, Correction},
        event,
    },
};

/// Longer than the time for a notice can get by any holidays.
const LOOK_BACK_DAYS: i32 = 60;

/// The last day on which a case can have come in whose time for a notice is over `today`.
pub fn latest_overdue(today: Date) -> Date {
    let rules = RuleSet::in_force_on(today);
    let earliest = add_days(today, -LOOK_BACK_DAYS);
    let mut before = (1..LOOK_BACK_DAYS).map(|days| add_days(today, -days));
    before.find(|day| correction_notice_due(rules, *day).date < today).unwrap_or(earliest)
}

/// Writes down that it counts as accepted, where it does today.
pub async fn deem(app: &App, number: &str) -> Result<(), Refusal> {
    let db = app.store().begin().await?;
    let Some(mut kept) = application::by_number(&db, number).await? else { return Ok(()) };
    let corrections = correction::of_application(&db, kept.id).await?;
    if counts_as_accepted(app, &db, &mut kept, &corrections, app.clock().today()).await? {
        transition::save(&db, &mut kept).await?;
        db.commit().await.map_err(StoreError::from)?;
        app.outbox_filled().notify_waiters();
    }
    Ok(())
}

/// Writes into the transaction `db`, and into `kept`, which the caller saves, that it counts as accepted, where it does by
/// `today` and nobody accepted it; answers whether it does so now. Where a year's holidays are not known yet, its days are
/// counted without them.
pub async fn counts_as_accepted(
    app: &App,
    db: &impl Connection,
    kept: &mut Application,
    corrections: &[Correction],
    today: Date,
) -> Result<bool, Refusal> {
    if kept.state != State::Submitted || kept.accepted_on.is_some() {
        return Ok(false);
    }
    let days = transition::days(kept, corrections);
    let Acceptance::Deemed { on, .. } = acceptance(kept.rules(), &days, today) else { return Ok(false) };
    kept.accepted_on = Some(on);
    event::add_deemed_accepted(db, kept.id, kept.state, app.clock().now()).await?;
    if let Some(issue_by) = view::deadlines(kept, corrections).issue_by {
        tell(app, db, kept, &Text::DeemedAccepted { accepted_on: on, issue_by }).await?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_came_in_six_working_days_ago_is_overdue_and_what_came_in_five_ago_is_not() {
        // Wednesday, 15 July to Thursday, 23 July.
        assert_eq!(latest_overdue(date(2026, 7, 23)), date(2026, 7, 15));
        assert_eq!(latest_overdue(date(2026, 7, 22)), date(2026, 7, 14));
        // Over the Spring Festival.
        assert_eq!(latest_overdue(date(2026, 2, 28)), date(2026, 2, 13));
    }
}
