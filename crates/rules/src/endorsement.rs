//! The yearly endorsement (签注; 居住证暂行条例 Art. 10; domain facts §6.3).
//!
//! Years are counted from the anchor: the day of issue, or of the last endorsement made up late. Endorsing early never
//! shortens a year. A late one restores the permit's use from the day it is made up, and the years run anew from there
//! ("居住年限自补办签注手续之日起连续计算").

use jiff::civil::Date;

use crate::{
    calendar::{add_days, add_months, add_years, days_between},
    rule_set::RuleSet,
    term::terms,
};

terms! {
    /// Where a permit stands in its year.
    EndorsementState, "endorsement_state" {
        /// Good, and too early to endorse.
        Early = "early", "正常", "good";
        /// Good, and can be endorsed.
        InWindow = "in_window", "可签注", "can be endorsed";
        /// Its use is suspended until the endorsement is made up.
        Suspended = "suspended", "使用功能中止", "suspended";
    }
}

/// The dates of one endorsement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cycle {
    /// The first day on which it can be endorsed.
    pub open: Date,
    /// The last day, the anniversary itself (民法典 Art. 200–204).
    pub due: Date,
    /// The day to advise: the one before `due`, since some regions take that for the last.
    pub advise_by: Date,
    /// The first day on which the permit's use is suspended if nothing was done.
    pub suspended_from: Date,
}

/// The endorsement that comes next after `done` ones on time since `anchor`.
pub fn cycle(rules: &RuleSet, anchor: Date, done: u32) -> Cycle {
    let years = i32::try_from(done).unwrap_or(i32::MAX).saturating_add(1).saturating_mul(rules.endorsement.years);
    let due = add_years(anchor, years);
    Cycle {
        open: add_months(due, -rules.endorsement.window_months),
        due,
        advise_by: add_days(due, -1),
        suspended_from: add_days(due, 1),
    }
}

impl Cycle {
    /// Where the permit stands on that day if the endorsement has not been made.
    pub fn state(&self, as_of: Date) -> EndorsementState {
        if as_of < self.open {
            EndorsementState::Early
        } else if as_of <= self.due {
            EndorsementState::InWindow
        } else {
            EndorsementState::Suspended
        }
    }
}

/// What an endorsement that is made up late leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MadeUp {
    /// The first day of suspension.
    pub suspended_from: Date,
    /// The last day of suspension.
    pub suspended_to: Date,
    /// Days of suspension, which count as no residence; none where it is made up on the first.
    pub days_lost: i32,
    /// The day from which consecutive years count, the new anchor.
    pub continuous_since: Date,
    /// The next endorsement.
    pub next: Cycle,
}

/// The endorsement due after `done` ones since `anchor`, completed only on `made_up_on`; `None` where that is in time.
pub fn make_up(rules: &RuleSet, anchor: Date, done: u32, made_up_on: Date) -> Option<MadeUp> {
    let missed = cycle(rules, anchor, done);
    (made_up_on > missed.due).then(|| MadeUp {
        suspended_from: missed.suspended_from,
        suspended_to: add_days(made_up_on, -1),
        days_lost: days_between(missed.suspended_from, made_up_on),
        continuous_since: made_up_on,
        next: cycle(rules, made_up_on, 0),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_window_is_the_month_before_the_anniversary() {
        let first = cycle(RuleSet::current(), date(2026, 1, 1), 0);
        assert_eq!((first.open, first.due), (date(2026, 12, 1), date(2027, 1, 1)));
        assert_eq!((first.advise_by, first.suspended_from), (date(2026, 12, 31), date(2027, 1, 2)));
        assert_eq!(first.state(date(2026, 11, 30)), EndorsementState::Early);
        assert_eq!(first.state(date(2026, 12, 1)), EndorsementState::InWindow);
        assert_eq!(first.state(date(2027, 1, 1)), EndorsementState::InWindow);
        assert_eq!(first.state(date(2027, 1, 2)), EndorsementState::Suspended);
    }

    #[test]
    fn a_permit_of_a_leap_day_returns_to_it() {
        assert_eq!(cycle(RuleSet::current(), date(2024, 2, 29), 0).due, date(2025, 2, 28));
        assert_eq!(cycle(RuleSet::current(), date(2024, 2, 29), 3).due, date(2028, 2, 29));
    }

    #[test]
    fn made_up_late_the_years_start_anew() {
        let made_up = make_up(RuleSet::current(), date(2025, 1, 1), 0, date(2026, 6, 1)).unwrap();
        assert_eq!((made_up.suspended_from, made_up.suspended_to), (date(2026, 1, 2), date(2026, 5, 31)));
        assert_eq!((made_up.days_lost, made_up.continuous_since), (150, date(2026, 6, 1)));
        assert_eq!((made_up.next.open, made_up.next.due), (date(2027, 5, 1), date(2027, 6, 1)));
    }

    #[test]
    fn in_time_there_is_nothing_to_make_up() {
        assert_eq!(make_up(RuleSet::current(), date(2025, 1, 1), 0, date(2026, 1, 1)), None);
        assert_eq!(make_up(RuleSet::current(), date(2025, 1, 1), 0, date(2026, 1, 2)).unwrap().days_lost, 0);
    }
}
