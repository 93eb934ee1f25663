//! How long the authority and the applicant have (domain facts §§5, 6.4).

use jiff::civil::Date;

use crate::{
    calendar::{add_days, days_between},
    rule_set::RuleSet,
    working_days::{WorkingDay, roll_to_working_day, working_days_after},
};

/// A time in which the authority waited for the applicant's correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// The day the correction was asked for.
    pub from: Date,
    /// The day it was answered.
    pub to: Date,
}

/// Until when a permit must be issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IssueDeadline {
    /// What the service promises: natural days, whatever day the last one is.
    pub internal: Date,
    /// The limit of the law: moved to the next working day where the last day is a holiday (民法典 Art. 203).
    pub legal: WorkingDay,
}

/// Until when a permit must be issued that was accepted on `accepted_on`: [`issue_days`](crate::rule_set::Case::issue_days) later, plus the whole days
/// waited for corrections. Waiting before acceptance does not count, time waited twice counts once.
pub fn issue_deadline(rules: &RuleSet, accepted_on: Date, pauses: &[Pause]) -> IssueDeadline {
    let mut pauses = pauses.to_vec();
    pauses.sort_by_key(|pause| pause.from);
    let mut counted_to = accepted_on;
    let mut waited = 0;
    for pause in pauses {
        let from = pause.from.max(counted_to);
        if pause.to > from {
            waited += days_between(from, pause.to);
            counted_to = pause.to;
        }
    }
    let internal = add_days(accepted_on, rules.case.issue_days + waited);
    IssueDeadline { internal, legal: roll_to_working_day(rules, internal) }
}

/// The last day on which the station can ask for a correction of what was submitted on `submitted_on`; after it the
/// application counts as accepted on that day ([`correction_notice_working_days`](crate::rule_set::Case::correction_notice_working_days)).
pub fn correction_notice_due(rules: &RuleSet, submitted_on: Date) -> WorkingDay {
    working_days_after(rules, submitted_on, rules.case.correction_notice_working_days)
}

/// The last day on which the applicant can answer a correction that was asked for on `asked_on`
/// ([`correction_answer_working_days`](crate::rule_set::Case::correction_answer_working_days)).
pub fn correction_answer_due(rules: &RuleSet, asked_on: Date) -> WorkingDay {
    working_days_after(rules, asked_on, rules.case.correction_answer_working_days)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn pause(from: Date, to: Date) -> Pause {
        Pause { from, to }
    }

    #[test]
    fn fifteen_natural_days_from_acceptance() {
        let deadline = issue_deadline(RuleSet::current(), date(2026, 2, 10), &[]);
        assert_eq!((deadline.internal, deadline.legal.date), (date(2026, 2, 25), date(2026, 2, 25)));
    }

    #[test]
    fn days_waited_for_a_correction_are_added() {
        assert_eq!(issue_deadline(RuleSet::current(), date(2026, 3, 2), &[]).internal, date(2026, 3, 17));
        let paused =
            issue_deadline(RuleSet::current(), date(2026, 3, 2), &[pause(date(2026, 3, 9), date(2026, 3, 14))]);
        assert_eq!((paused.internal, paused.legal.date), (date(2026, 3, 22), date(2026, 3, 23)));
    }

    #[test]
    fn only_the_limit_of_the_law_moves_past_a_holiday() {
        let deadline = issue_deadline(RuleSet::current(), date(2026, 9, 18), &[]);
        assert_eq!((deadline.internal, deadline.legal.date), (date(2026, 10, 3), date(2026, 10, 8)));
    }

    #[test]
    fn time_is_not_waited_twice_nor_before_acceptance_nor_backwards() {
        let accepted = date(2026, 3, 2);
        let twice = [pause(date(2026, 3, 12), date(2026, 3, 16)), pause(date(2026, 3, 9), date(2026, 3, 14))];
        assert_eq!(issue_deadline(RuleSet::current(), accepted, &twice).internal, date(2026, 3, 24));
        let before = [pause(date(2026, 2, 20), date(2026, 3, 4))];
        assert_eq!(issue_deadline(RuleSet::current(), accepted, &before).internal, date(2026, 3, 19));
        let backwards = [pause(date(2026, 3, 14), date(2026, 3, 9))];
        assert_eq!(issue_deadline(RuleSet::current(), accepted, &backwards).internal, date(2026, 3, 17));
    }

    #[test]
    fn a_correction_is_asked_for_within_five_working_days_and_answered_within_fifteen() {
        assert_eq!(correction_notice_due(RuleSet::current(), date(2026, 2, 13)).date, date(2026, 2, 27));
        assert_eq!(correction_answer_due(RuleSet::current(), date(2026, 2, 10)).date, date(2026, 3, 9));
    }
}
