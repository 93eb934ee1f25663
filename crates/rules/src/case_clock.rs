//! Whose turn it is in a case, and until when (domain facts §§5, 6.4): one clock runs at a time, and each state carries
//! its own. Terminal states carry none, and neither does a draft: nothing was asked of anybody yet.

use jiff::civil::Date;

use crate::{
    calendar::add_days,
    case::{Actor, State},
    deadline::{IssueDeadline, Pause, correction_answer_due, correction_notice_due, issue_deadline},
    rule_set::RuleSet,
    verdict::Source,
    working_days::WorkingDay,
};

/// A correction that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The state in which it was asked for.
    pub issued_in: State,
    /// The day of the notice.
    pub asked_on: Date,
    /// The day of the answer, where there is one.
    pub answered_on: Option<Date>,
}

/// The days of a case that its clocks depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseDays {
    /// The day it was handed in.
    pub submitted_on: Date,
    /// The day the station recorded its acceptance.
    pub accepted_on: Option<Date>,
    /// The corrections asked for, in any order.
    pub corrections: Vec<Asked>,
}

/// Whether a case counts as accepted (受理).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acceptance {
    /// The station still has time to accept it or to ask for a correction.
    Awaited {
        /// The last day of that time.
        notice_due: WorkingDay,
    },
    /// The applicant has a correction to answer that was asked for in time.
    AwaitsAnswer,
    /// The station recorded it in time.
    Recorded {
        /// The day.
        on: Date,
    },
    /// The station neither accepted it nor asked for a correction in time: it counts as accepted on the day it came in
    /// (视为自收到之日受理; 行政许可法 Art. 32(四), by analogy: ours), whatever was recorded later.
    Deemed {
        /// The day it came in.
        on: Date,
        /// The last day of the time that ran out. Where its calendar is not known, that day may turn out to be later.
        notice_due: WorkingDay,
    },
}

impl Acceptance {
    /// The day from which the time limit runs, once it does.
    pub const fn accepted_on(&self) -> Option<Date> {
        match self {
            Self::Awaited { .. } | Self::AwaitsAnswer => None,
            Self::Recorded { on } | Self::Deemed { on, .. } => Some(*on),
        }
    }
}

/// Whether a case counts as accepted on `today`. What answers a correction comes in anew, with a time of its own for the
/// station: ours, the law speaks of the first receipt alone.
pub fn acceptance(rules: &RuleSet, days: &CaseDays, today: Date) -> Acceptance {
    let mut before: Vec<&Asked> = days.corrections.iter().filter(|asked| asked.issued_in == State::Submitted).collect();
    before.sort_by_key(|asked| asked.asked_on);
    let mut came_in = days.submitted_on;
    for asked in before {
        let notice_due = correction_notice_due(rules, came_in);
        if asked.asked_on > notice_due.date {
            return Acceptance::Deemed { on: came_in, notice_due };
        }
        match asked.answered_on {
            Some(answered_on) => came_in = answered_on,
            None => return Acceptance::AwaitsAnswer,
        }
    }
    let notice_due = correction_notice_due(rules, came_in);
    match days.accepted_on {
        Some(on) if on <= notice_due.date => Acceptance::Recorded { on },
        None if today <= notice_due.date => Acceptance::Awaited { notice_due },
        _ => Acceptance::Deemed { on: came_in, notice_due },
    }
}

/// The clock that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clock {
    /// For the station, to accept the case, to decline it, or to ask for everything that is missing at once.
    Notice {
        /// The last day.
        by: WorkingDay,
    },
    /// For the applicant, to answer a correction; the authority's time stands still.
    Answer {
        /// The day of the notice.
        asked_on: Date,
        /// The last day.
        by: WorkingDay,
        /// The days on which the applicant is reminded, in order.
        reminders: Vec<Date>,
    },
    /// For the authority, to decide and to hand the permit out.
    Issue {
        /// Whose turn it is.
        turn: Actor,
        /// The day from which it runs, also where the case only counts as accepted.
        accepted_on: Date,
        /// The last day.
        by: IssueDeadline,
    },
}

impl Clock {
    /// Whose turn it is.
    pub const fn turn(&self) -> Actor {
        match self {
            Self::Notice { .. } => Actor::Station,
            Self::Answer { .. } => Actor::Applicant,
            Self::Issue { turn, .. } => *turn,
        }
    }

    /// The last day that binds: of two, the one of the law.
    pub const fn by(&self) -> WorkingDay {
        match self {
            Self::Notice { by } | Self::Answer { by, .. } => *by,
            Self::Issue { by, .. } => by.legal,
        }
    }

    /// Where it stands; nothing for the applicant's time, which is ours.
    pub const fn source(&self) -> Option<Source> {
        match self {
            Self::Notice { .. } => Some(Source::LicensingLawArt32),
            Self::Answer { .. } => None,
            Self::Issue { .. } => Some(Source::RegulationArt9),
        }
    }
}

/// The clock that runs in a state on `today`; none in a draft and in a terminal state, and none where the days don't fit
/// the state (a correction that waits but was never asked for, a review that nothing began).
pub fn clock(rules: &RuleSet, state: State, days: &CaseDays, today: Date) -> Option<Clock> {
    match state {
        State::Submitted => match acceptance(rules, days, today) {
            Acceptance::Awaited { notice_due } => Some(Clock::Notice { by: notice_due }),
            accepted => Some(issue(rules, Actor::Station, accepted.accepted_on()?, days)),
        },
        State::CorrectionRequested => {
            let asked_on =
                days.corrections.iter().filter(|asked| asked.answered_on.is_none()).map(|a| a.asked_on).max()?;
            let by = correction_answer_due(rules, asked_on);
            Some(Clock::Answer { asked_on, by, reminders: answer_reminders(rules, asked_on, by.date) })
        }
        State::UnderReview => Some(issue(rules, Actor::Approver, acceptance(rules, days, today).accepted_on()?, days)),
        State::InProduction => {
            Some(issue(rules, Actor::Production, acceptance(rules, days, today).accepted_on()?, days))
        }
        State::Draft
        | State::Completed
        | State::NotAccepted
        | State::Rejected
        | State::CorrectionExpired
        | State::Withdrawn => None,
    }
}

fn issue(rules: &RuleSet, turn: Actor, accepted_on: Date, days: &CaseDays) -> Clock {
    let pause = |asked: &Asked| Some(Pause { from: asked.asked_on, to: asked.answered_on? });
    let pauses: Vec<Pause> = days.corrections.iter().filter_map(pause).collect();
    Clock::Issue { turn, accepted_on, by: issue_deadline(rules, accepted_on, &pauses) }
}

/// The days on which somebody is reminded of a correction that was asked for on `asked_on` and can be answered until
/// `due`, in order; never before the day after it was asked for.
pub fn answer_reminders(rules: &RuleSet, asked_on: Date, due: Date) -> Vec<Date> {
    let ahead = rules.case.correction_reminder_days.iter();
    let mut reminders: Vec<Date> = ahead.map(|days| add_days(due, -days)).filter(|day| *day > asked_on).collect();
    reminders.sort_unstable();
    reminders.dedup();
    reminders
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const SUBMITTED: Date = date(2026, 2, 13);

    fn days(accepted_on: Option<Date>, corrections: &[Asked]) -> CaseDays {
        CaseDays { submitted_on: SUBMITTED, accepted_on, corrections: corrections.to_vec() }
    }

    fn asked(issued_in: State, asked_on: Date, answered_on: Option<Date>) -> Asked {
        Asked { issued_in, asked_on, answered_on }
    }

    fn on(state: State, days: &CaseDays, today: Date) -> Clock {
        clock(RuleSet::current(), state, days, today).unwrap()
    }

    #[test]
    fn five_working_days_after_submission_without_a_notice_the_case_counts_as_accepted_on_the_day_it_came_in() {
        let silent = days(None, &[]);
        let last = on(State::Submitted, &silent, date(2026, 2, 27));
        assert_eq!((last.turn(), last.by().date), (Actor::Station, date(2026, 2, 27)));
        assert_eq!(last.source(), Some(Source::LicensingLawArt32));
        let deemed = acceptance(RuleSet::current(), &silent, date(2026, 2, 28));
        assert!(
            matches!(deemed, Acceptance::Deemed { on: SUBMITTED, notice_due } if notice_due.date == date(2026, 2, 27))
        );
        let late = on(State::Submitted, &silent, date(2026, 2, 28));
        let Clock::Issue { turn: Actor::Station, accepted_on: SUBMITTED, by } = late else { panic!("{late:?}") };
        assert_eq!((by.internal, by.legal.date), (date(2026, 2, 28), date(2026, 2, 28))); // a Saturday that is worked
    }

    #[test]
    fn an_acceptance_recorded_too_late_does_not_move_the_limit() {
        let in_time = days(Some(date(2026, 2, 27)), &[]);
        let today = date(2026, 3, 9);
        assert_eq!(acceptance(RuleSet::current(), &in_time, today), Acceptance::Recorded { on: date(2026, 2, 27) });
        let late = days(Some(date(2026, 3, 2)), &[]);
        assert_eq!(acceptance(RuleSet::current(), &late, today).accepted_on(), Some(SUBMITTED));
        assert_eq!(on(State::UnderReview, &late, today).by().date, date(2026, 2, 28));
    }

    #[test]
    fn a_correction_asked_for_in_time_stops_the_station_s_clock_and_its_answer_starts_it_anew() {
        let waiting = days(None, &[asked(State::Submitted, date(2026, 2, 27), None)]);
        assert_eq!(acceptance(RuleSet::current(), &waiting, date(2026, 6, 1)), Acceptance::AwaitsAnswer);
        let answered = days(None, &[asked(State::Submitted, date(2026, 2, 27), Some(date(2026, 3, 2)))]);
        assert_eq!(on(State::Submitted, &answered, date(2026, 3, 2)).by().date, date(2026, 3, 9));
        assert_eq!(acceptance(RuleSet::current(), &answered, date(2026, 3, 10)).accepted_on(), Some(date(2026, 3, 2)));
    }

    #[test]
    fn a_correction_asked_for_too_late_pauses_the_limit_that_already_runs() {
        let late = days(None, &[asked(State::Submitted, date(2026, 3, 2), Some(date(2026, 3, 5)))]);
        let clock = on(State::Submitted, &late, date(2026, 3, 5));
        assert!(matches!(clock, Clock::Issue { accepted_on: SUBMITTED, by, .. } if by.internal == date(2026, 3, 3)));
    }

    #[test]
    fn accepted_on_2_march_with_five_days_waited_the_permit_is_due_on_22_march() {
        let correction = asked(State::UnderReview, date(2026, 3, 9), Some(date(2026, 3, 14)));
        let days = CaseDays {
            submitted_on: date(2026, 3, 2),
            accepted_on: Some(date(2026, 3, 2)),
            corrections: vec![correction],
        };
        for (state, turn) in [(State::UnderReview, Actor::Approver), (State::InProduction, Actor::Production)] {
            let clock = on(state, &days, date(2026, 3, 14));
            assert_eq!((clock.turn(), clock.source()), (turn, Some(Source::RegulationArt9)));
            assert!(matches!(clock, Clock::Issue { by, .. } if by.internal == date(2026, 3, 22)));
            assert_eq!(clock.by().date, date(2026, 3, 23));
        }
    }

    #[test]
    fn the_applicant_has_fifteen_working_days_and_is_reminded_three_days_and_one_day_before_the_end() {
        let asked = asked(State::UnderReview, date(2026, 2, 10), None);
        let days = days(Some(date(2026, 2, 9)), &[asked]);
        let clock = on(State::CorrectionRequested, &days, date(2026, 2, 11));
        assert_eq!((clock.turn(), clock.source()), (Actor::Applicant, None));
        let Clock::Answer { by, reminders, .. } = clock else { panic!("{clock:?}") };
        assert_eq!(by.date, date(2026, 3, 9));
        assert_eq!(reminders, [date(2026, 3, 6), date(2026, 3, 8)]);
    }

    #[test]
    fn nobody_is_reminded_before_there_is_something_to_answer() {
        let reminders = answer_reminders(RuleSet::current(), date(2026, 3, 6), date(2026, 3, 9));
        assert_eq!(reminders, [date(2026, 3, 8)]);
    }

    #[test]
    fn a_draft_and_a_terminal_state_carry_no_clock_and_every_other_state_does() {
        let open = asked(State::UnderReview, date(2026, 3, 2), None);
        let days = days(Some(date(2026, 2, 27)), &[open]);
        for state in State::ALL.iter().copied() {
            let runs = clock(RuleSet::current(), state, &days, date(2026, 3, 3)).is_some();
            assert_eq!(runs, state != State::Draft && !state.is_terminal(), "{state}");
        }
    }

    #[test]
    fn days_that_do_not_fit_the_state_start_no_clock() {
        let today = date(2026, 2, 14);
        for state in [State::UnderReview, State::InProduction, State::CorrectionRequested] {
            assert_eq!(clock(RuleSet::current(), state, &days(None, &[]), today), None, "{state}");
        }
    }
}
