//! Half a year of residence on end (居住证暂行条例 Art. 2; domain facts §6.1).
//!
//! The unit of the law is the city, so a move inside Chengdu does not start anew. Time runs from the day the police
//! recorded the registration. A short gap between two registrations is bridged for a person to decide on.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::{add_days, checked_add_months, days_between},
    identity_number::EARLIEST_BIRTH_YEAR,
    rule_set::RuleSet,
    verdict::Outcome,
};

/// One registration of residence (居住登记).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Period {
    /// The day the police recorded, its first day.
    pub registered_on: Date,
    /// Its last day, where it has one: the day before the registration was cancelled or ran out.
    pub ended_on: Option<Date>,
    /// Whether it is in Chengdu: any of its 20 divisions and 3 zones.
    pub in_chengdu: bool,
    /// Found to be false: never counts.
    pub void: bool,
    /// Whether the police station confirmed it; a declaration alone has no effect.
    pub approved: bool,
}

impl Period {
    fn counts(&self, as_of: Date) -> bool {
        let covers_a_day = self.ended_on.is_none_or(|last| last >= self.registered_on);
        // A day before anybody alive was born is a mistake in the record, and nobody is met by a mistake.
        let can_be = self.registered_on.year() >= EARLIEST_BIRTH_YEAR && self.registered_on <= as_of;
        self.in_chengdu && self.approved && !self.void && can_be && covers_a_day
    }

    /// Whether it counts and covers the day.
    pub fn stands(&self, as_of: Date) -> bool {
        self.counts(as_of) && self.ended_on.is_none_or(|last| last >= as_of)
    }
}

/// Days between two registrations that no registration covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
}

impl Gap {
    /// How many days it lasts.
    pub fn days(&self) -> i32 {
        days_between(self.from, self.to) + 1
    }
}

/// What [`assess`] finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Met; met only if a gap is bridged; or not met.
    pub outcome: Outcome,
    /// First day of the chain of registrations that covers the day of the question; `None` where none does.
    pub chain_start: Option<Date>,
    /// The day from which the chain is half a year long, bridged gaps included; `None` where the calendar ends before.
    pub eligible_from: Option<Date>,
    /// The day from which the half year is full without a bridge; the same as `eligible_from` where there is no gap.
    pub unbridged_from: Option<Date>,
    /// Days from the day of the question until `eligible_from`; 0 once it is reached, and where there is none.
    pub days_left: i32,
    /// The gaps that were bridged, in order.
    pub bridged_gaps: Vec<Gap>,
    /// The last day registered: past where the registration has ended, to come where it will end; `None` where there
    /// is no registration or the last one has no end.
    pub last_day: Option<Date>,
}

impl Assessment {
    /// How many days without registration were bridged.
    pub fn bridged_days(&self) -> i32 {
        self.bridged_gaps.iter().map(Gap::days).sum()
    }
}

/// A stretch of days that registrations cover without a gap.
#[derive(Clone, Copy)]
struct Stretch {
    first: Date,
    /// `None` where open-ended.
    last: Option<Date>,
}

/// Whether somebody with these registrations, in any order, has lived in Chengdu for half a year on end on `as_of`.
pub fn assess(rules: &RuleSet, periods: &[Period], as_of: Date) -> Assessment {
    let stretches = stretches(periods, as_of);
    let last_day = stretches.last().and_then(|stretch| stretch.last);
    let Some(current) = stretches.last().filter(|stretch| stretch.last.is_none_or(|last| last >= as_of)) else {
        return Assessment {
            outcome: Outcome::NotMet,
            chain_start: None,
            eligible_from: None,
            unbridged_from: None,
            days_left: 0,
            bridged_gaps: Vec::new(),
            last_day,
        };
    };
    let (chain_start, bridged_gaps) = chain(rules.residence.grace_days, &stretches, current.first);
    let eligible_from = checked_add_months(chain_start, rules.residence.months);
    let unbridged_from = checked_add_months(current.first, rules.residence.months);
    let outcome = if unbridged_from.is_some_and(|full| as_of >= full) {
        Outcome::Met
    } else if eligible_from.is_some_and(|full| as_of >= full) {
        Outcome::Review
    } else {
        Outcome::NotMet
    };
    Assessment {
        outcome,
        chain_start: Some(chain_start),
        eligible_from,
        unbridged_from,
        days_left: eligible_from.map_or(0, |full| days_between(as_of, full).max(0)),
        bridged_gaps,
        last_day,
    }
}

/// The registrations that count, sorted and joined where no day lies between them.
fn stretches(periods: &[Period], as_of: Date) -> Vec<Stretch> {
    let mut counted: Vec<&Period> = periods.iter().filter(|period| period.counts(as_of)).collect();
    counted.sort_by_key(|period| period.registered_on);
    let mut joined: Vec<Stretch> = Vec::new();
    for period in counted {
        match joined.last_mut() {
            Some(stretch) if stretch.last.is_none_or(|last| period.registered_on <= add_days(last, 1)) => {
                stretch.last = stretch.last.zip(period.ended_on).map(|(a, b)| a.max(b));
            }
            _ => joined.push(Stretch { first: period.registered_on, last: period.ended_on }),
        }
    }
    joined
}

/// Goes back from the last stretch, which starts on `start`, over every gap that is short enough.
fn chain(grace_days: i32, stretches: &[Stretch], mut start: Date) -> (Date, Vec<Gap>) {
    let mut gaps = Vec::new();
    for earlier in stretches.iter().rev().skip(1) {
        let Some(last) = earlier.last else { break };
        let gap = Gap { from: add_days(last, 1), to: add_days(start, -1) };
        if gap.days() > grace_days {
            break;
        }
        gaps.push(gap);
        start = earlier.first;
    }
    gaps.reverse();
    (start, gaps)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn period(registered_on: Date, ended_on: Option<Date>) -> Period {
        Period { registered_on, ended_on, in_chengdu: true, void: false, approved: true }
    }

    #[test]
    fn the_half_year_is_full_on_the_corresponding_day() {
        let periods = [period(date(2026, 1, 15), None)];
        let before = assess(RuleSet::current(), &periods, date(2026, 7, 14));
        assert_eq!((before.outcome, before.days_left), (Outcome::NotMet, 1));
        assert_eq!(before.eligible_from, Some(date(2026, 7, 15)));
        let on = assess(RuleSet::current(), &periods, date(2026, 7, 15));
        assert_eq!((on.outcome, on.days_left), (Outcome::Met, 0));
    }

    #[test]
    fn the_last_days_of_august_are_full_at_the_end_of_february() {
        for day in 28..=31 {
            let periods = [period(date(2025, 8, day), None)];
            assert_eq!(assess(RuleSet::current(), &periods, date(2026, 2, 27)).outcome, Outcome::NotMet, "{day}");
            let full = assess(RuleSet::current(), &periods, date(2026, 2, 28));
            assert_eq!((full.outcome, full.eligible_from), (Outcome::Met, Some(date(2026, 2, 28))), "{day}");
        }
    }

    #[test]
    fn a_move_inside_the_city_does_not_start_anew() {
        let periods = [period(date(2026, 1, 10), Some(date(2026, 4, 20))), period(date(2026, 4, 21), None)];
        let moved = assess(RuleSet::current(), &periods, date(2026, 7, 10));
        assert_eq!((moved.outcome, moved.chain_start), (Outcome::Met, Some(date(2026, 1, 10))));
        assert!(moved.bridged_gaps.is_empty());
    }

    #[test]
    fn a_registration_inside_another_shortens_nothing() {
        let periods =
            [period(date(2026, 1, 10), Some(date(2026, 7, 31))), period(date(2026, 3, 1), Some(date(2026, 4, 1)))];
        assert_eq!(
            assess(RuleSet::current(), &periods, date(2026, 7, 10)),
            assess(RuleSet::current(), &periods[..1], date(2026, 7, 10))
        );
        let open_ended = [period(date(2026, 1, 10), None), periods[1]];
        assert_eq!(assess(RuleSet::current(), &open_ended, date(2026, 7, 10)).last_day, None);
    }

    #[test]
    fn a_short_gap_needs_a_person_until_the_last_stretch_suffices_alone() {
        let periods = [period(date(2026, 1, 10), Some(date(2026, 4, 20))), period(date(2026, 4, 28), None)];
        let bridged = assess(RuleSet::current(), &periods, date(2026, 7, 10));
        assert_eq!((bridged.outcome, bridged.chain_start), (Outcome::Review, Some(date(2026, 1, 10))));
        assert_eq!(bridged.bridged_gaps, [Gap { from: date(2026, 4, 21), to: date(2026, 4, 27) }]);
        assert_eq!(bridged.bridged_days(), 7);
        assert_eq!(bridged.unbridged_from, Some(date(2026, 10, 28)));
        assert_eq!(assess(RuleSet::current(), &periods, date(2026, 7, 9)).outcome, Outcome::NotMet);
        assert_eq!(assess(RuleSet::current(), &periods, date(2026, 10, 27)).outcome, Outcome::Review);
        assert_eq!(assess(RuleSet::current(), &periods, date(2026, 10, 28)).outcome, Outcome::Met);
    }

    #[test]
    fn ten_days_are_bridged_and_eleven_are_not() {
        let ended = Some(date(2026, 4, 20));
        let ten = [period(date(2026, 1, 10), ended), period(date(2026, 5, 1), None)];
        assert_eq!(assess(RuleSet::current(), &ten, date(2026, 7, 10)).outcome, Outcome::Review);
        let eleven = [period(date(2026, 1, 10), ended), period(date(2026, 5, 2), None)];
        let anew = assess(RuleSet::current(), &eleven, date(2026, 7, 10));
        assert_eq!((anew.outcome, anew.chain_start), (Outcome::NotMet, Some(date(2026, 5, 2))));
    }

    #[test]
    fn an_ended_registration_does_not_count_however_long_it_was() {
        let ended = assess(RuleSet::current(), &[period(date(2026, 1, 10), Some(date(2026, 7, 9)))], date(2026, 7, 10));
        assert_eq!((ended.outcome, ended.chain_start, ended.days_left), (Outcome::NotMet, None, 0));
        assert_eq!(ended.last_day, Some(date(2026, 7, 9)));
        assert_eq!(assess(RuleSet::current(), &[], date(2026, 7, 10)).last_day, None);
    }

    #[test]
    fn what_is_elsewhere_void_unconfirmed_or_to_come_never_counts() {
        let good = period(date(2026, 1, 10), None);
        for bad in [
            Period { in_chengdu: false, ..good },
            Period { void: true, ..good },
            Period { approved: false, ..good },
            Period { registered_on: date(2026, 7, 11), ..good },
            Period { ended_on: Some(date(2026, 1, 9)), ..good },
        ] {
            assert_eq!(assess(RuleSet::current(), &[bad], date(2026, 7, 10)).chain_start, None, "{bad:?}");
        }
    }

    #[test]
    fn a_registration_stands_from_its_first_day_to_its_last_if_it_counts() {
        let ending = period(date(2026, 1, 10), Some(date(2026, 4, 20)));
        assert!(ending.stands(date(2026, 1, 10)) && ending.stands(date(2026, 4, 20)));
        assert!(!ending.stands(date(2026, 1, 9)) && !ending.stands(date(2026, 4, 21)));
        assert!(period(date(2026, 1, 10), None).stands(date(2030, 1, 1)));
        assert!(!Period { void: true, ..ending }.stands(date(2026, 2, 1)));
    }

    fn any_period() -> impl Strategy<Value = Period> {
        (0i32..700, prop::option::of(-5i32..300), any::<(bool, bool, bool)>()).prop_map(|(start, length, flags)| {
            let registered_on = add_days(date(2025, 1, 1), start);
            // Most registrations count: three flags in four go the applicant's way.
            let (a, b, c) = flags;
            Period {
                registered_on,
                ended_on: length.map(|days| add_days(registered_on, days)),
                in_chengdu: a || b,
                void: !(b || c),
                approved: a || c,
            }
        })
    }

    fn any_as_of() -> impl Strategy<Value = Date> {
        (0i32..1_000).prop_map(|days| add_days(date(2025, 1, 1), days))
    }

    proptest! {
        #[test]
        fn the_order_of_registrations_does_not_matter(
            (periods, shuffled) in prop::collection::vec(any_period(), 0..8)
                .prop_flat_map(|periods| (Just(periods.clone()), Just(periods).prop_shuffle())),
            as_of in any_as_of(),
        ) {
            prop_assert_eq!(assess(RuleSet::current(), &periods, as_of), assess(RuleSet::current(), &shuffled, as_of));
        }

        #[test]
        fn another_registration_never_makes_it_worse(
            periods in prop::collection::vec(any_period(), 0..8),
            more in any_period(),
            as_of in any_as_of(),
        ) {
            let before = assess(RuleSet::current(), &periods, as_of);
            let after = assess(RuleSet::current(), &[periods, vec![more]].concat(), as_of);
            prop_assert!(after.outcome <= before.outcome);
            if let Some(start) = before.chain_start {
                prop_assert!(after.chain_start.is_some_and(|earlier| earlier <= start));
            }
        }

        #[test]
        fn cutting_a_registration_in_two_changes_nothing(cut in 0i32..500, rest in 1i32..500, later in 1i32..700) {
            let start = date(2025, 1, 1);
            let middle = add_days(start, cut);
            let (end, as_of) = (add_days(middle, rest), add_days(middle, later));
            let whole = [period(start, Some(end))];
            let moved = [period(start, Some(middle)), period(add_days(middle, 1), Some(end))];
            prop_assert_eq!(assess(RuleSet::current(), &whole, as_of), assess(RuleSet::current(), &moved, as_of));
        }

        #[test]
        fn the_date_named_is_the_first_on_which_it_holds(
            periods in prop::collection::vec(any_period(), 0..6),
            as_of in any_as_of(),
        ) {
            let now = assess(RuleSet::current(), &periods, as_of);
            if let (Outcome::NotMet, Some(from)) = (now.outcome, now.eligible_from)
                && now.last_day.is_none_or(|last| last >= from)
                && periods.iter().all(|period| period.registered_on <= as_of)
            {
                prop_assert_ne!(assess(RuleSet::current(), &periods, from).outcome, Outcome::NotMet);
                prop_assert_eq!(assess(RuleSet::current(), &periods, add_days(from, -1)).outcome, Outcome::NotMet);
            }
        }

        #[test]
        fn told_twice_a_registration_counts_once(
            (periods, again) in prop::collection::vec(any_period(), 0..8)
                .prop_flat_map(|periods| (Just(periods.clone()), prop::sample::subsequence(periods.clone(), 0..=periods.len()))),
            as_of in any_as_of(),
        ) {
            let twice = [again, periods.clone()].concat();
            prop_assert_eq!(assess(RuleSet::current(), &twice, as_of), assess(RuleSet::current(), &periods, as_of));
        }

        #[test]
        fn while_nothing_else_changes_nobody_is_eligible_before_the_day_named_and_everybody_is_after_it(
            periods in prop::collection::vec(any_period(), 0..6),
            as_of in any_as_of(),
            later in 0i32..500,
        ) {
            let known: Vec<Period> = periods.into_iter().filter(|period| period.registered_on <= as_of).collect();
            let now = assess(RuleSet::current(), &known, as_of);
            let day = add_days(as_of, later);
            if let (Some(from), Some(unbridged)) = (now.eligible_from, now.unbridged_from)
                && now.last_day.is_none_or(|last| last >= day)
            {
                let then = assess(RuleSet::current(), &known, day);
                prop_assert_eq!(then.outcome == Outcome::NotMet, day < from);
                prop_assert_eq!(then.outcome == Outcome::Met, day >= unbridged);
                prop_assert_eq!(then.eligible_from, Some(from));
            } else {
                prop_assert_eq!(assess(RuleSet::current(), &known, day).outcome, Outcome::NotMet);
            }
        }

        #[test]
        fn the_chain_is_what_counting_back_day_by_day_finds(
            periods in prop::collection::vec(any_period(), 0..8),
            as_of in any_as_of(),
        ) {
            let covers = |period: &Period, day: Date| {
                let known = period.registered_on <= as_of && period.in_chengdu && period.approved && !period.void;
                known && period.registered_on <= day && period.ended_on.is_none_or(|last| day <= last)
            };
            let covered = |day: Date| periods.iter().any(|period| covers(period, day));
            let (mut start, mut day) = (None, as_of);
            let mut gap = if covered(as_of) { 0 } else { i32::MAX };
            while gap <= RuleSet::current().residence.grace_days && day >= date(2024, 12, 1) {
                (start, gap) = if covered(day) { (Some(day), 0) } else { (start, gap + 1) };
                day = add_days(day, -1);
            }
            prop_assert_eq!(assess(RuleSet::current(), &periods, as_of).chain_start, start);
        }
    }
}
