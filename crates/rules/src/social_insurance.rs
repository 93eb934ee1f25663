//! Six months of employees' social insurance on end, for the employment ground alone (domain facts §6.2).

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::Month,
    identity_number::EARLIEST_BIRTH_YEAR,
    rule_set::{self, RuleSet},
    verdict::Outcome,
};

/// One month in the account of somebody's social insurance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InsuredMonth {
    /// The month paid for.
    pub month: Month,
    /// Paid afterwards (补缴): does not count.
    pub backpaid: bool,
    /// Whether it was paid in Chengdu; only then it counts.
    pub in_chengdu: bool,
    /// Whether it is of the urban employees' schemes (城镇职工); only then it counts.
    pub employee_scheme: bool,
}

impl InsuredMonth {
    fn counts(&self) -> bool {
        // A month before anybody alive was born is a mistake in the record.
        !self.backpaid && self.in_chengdu && self.employee_scheme && self.month.year() >= EARLIEST_BIRTH_YEAR
    }
}

/// Why a month is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissingReason {
    /// Paid, but afterwards.
    Backpaid,
    /// Paid, but not to an employees' scheme.
    OtherScheme,
    /// Paid, but in another city.
    OtherCity,
    /// Not paid.
    Unpaid,
}

/// A month that stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingMonth {
    /// The month.
    pub month: Month,
    /// Why it does not count. Where several payments don't, the reason that lacks least.
    pub reason: MissingReason,
}

/// What [`assess`] finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Met; enough months but the newest is posted late; or not met.
    pub outcome: Outcome,
    /// The newest month that counts.
    pub latest: Option<Month>,
    /// Months on end up to `latest`.
    pub consecutive: u32,
    /// Whether the run still goes on: `latest` is so new that what is missing after it may only be posted late.
    pub is_current: bool,
    /// Of the last six months that could count, those that don't, oldest first.
    pub missing: Vec<MissingMonth>,
    /// The first date from which it holds, whenever in a month payments are posted, if every month is paid that follows
    /// the run, or from the month of the question on where no run goes on; the day of the question where it holds
    /// already. It holds as soon as the last month wanted is posted, which may be up to a month earlier.
    pub earliest: Date,
}

/// Whether somebody with these months, in any order, is insured long enough on `as_of`.
pub fn assess(rules: &RuleSet, months: &[InsuredMonth], as_of: Date) -> Assessment {
    let insurance = &rules.insurance;
    let this_month = Month::of(as_of);
    let counted: BTreeSet<Month> =
        months.iter().filter(|paid| paid.counts() && paid.month <= this_month).map(|paid| paid.month).collect();
    let latest = counted.last().copied();
    let consecutive = (0..).zip(counted.iter().rev()).take_while(|(n, month)| latest == Some(month.plus(*n))).count();
    let consecutive = u32::try_from(consecutive).unwrap_or(u32::MAX);
    let is_within = |months| latest.is_some_and(|latest| latest >= this_month.minus(months));
    let is_current = is_within(insurance.late_posting_months);
    let outcome = if !is_current || consecutive < insurance.months {
        Outcome::NotMet
    } else if is_within(insurance.posting_months) {
        Outcome::Met
    } else {
        Outcome::Review
    };
    let earliest = match latest {
        _ if outcome == Outcome::Met => as_of,
        Some(latest) if is_current => earliest(insurance, latest.minus(consecutive), this_month),
        _ => earliest(insurance, this_month.minus(1), this_month),
    };
    let missing = missing(insurance, months, &counted, latest, this_month);
    Assessment { outcome, latest, consecutive, is_current, missing, earliest }
}

/// The first day after the last month wanted of a run that starts after `before`, and not before this month is over:
/// until then it may not be posted.
fn earliest(insurance: &rule_set::Insurance, before: Month, this_month: Month) -> Date {
    let last_wanted = (0..insurance.months).fold(before, |month, _| month.plus(1));
    last_wanted.max(this_month).plus(1).first_day()
}

/// Which of the last months wanted, up to the newest that should be posted, don't count, and why.
fn missing(
    insurance: &rule_set::Insurance,
    months: &[InsuredMonth],
    counted: &BTreeSet<Month>,
    latest: Option<Month>,
    this_month: Month,
) -> Vec<MissingMonth> {
    let newest_due = this_month.minus(insurance.posting_months);
    let end = latest.map_or(newest_due, |latest| latest.max(newest_due));
    (0..insurance.months)
        .rev()
        .map(|back| end.minus(back))
        .filter(|month| !counted.contains(month))
        .map(|month| {
            let paid = months.iter().filter(|paid| paid.month == month);
            MissingMonth { month, reason: paid.map(why_not).min().unwrap_or(MissingReason::Unpaid) }
        })
        .collect()
}

/// Why a payment that does not count does not.
fn why_not(paid: &InsuredMonth) -> MissingReason {
    if !paid.in_chengdu {
        MissingReason::OtherCity
    } else if !paid.employee_scheme {
        MissingReason::OtherScheme
    } else {
        MissingReason::Backpaid
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    fn paid(text: &str) -> InsuredMonth {
        InsuredMonth { month: month(text), backpaid: false, in_chengdu: true, employee_scheme: true }
    }

    fn run(first: &str, months: i32) -> Vec<InsuredMonth> {
        (0..months).map(|n| InsuredMonth { month: month(first).plus(n), ..paid(first) }).collect()
    }

    #[test]
    fn six_months_hold_for_a_month_then_need_a_person_then_lapse() {
        let months = run("2026-01", 6);
        assert_eq!(assess(RuleSet::current(), &months, date(2026, 6, 30)).outcome, Outcome::Met);
        assert_eq!(assess(RuleSet::current(), &months, date(2026, 7, 31)).outcome, Outcome::Met);
        let late = assess(RuleSet::current(), &months, date(2026, 8, 1));
        assert_eq!((late.outcome, late.earliest), (Outcome::Review, date(2026, 9, 1)));
        let lapsed = assess(RuleSet::current(), &months, date(2026, 9, 1));
        assert_eq!((lapsed.outcome, lapsed.latest, lapsed.consecutive), (Outcome::NotMet, Some(month("2026-06")), 6));
        assert_eq!((lapsed.is_current, lapsed.earliest), (false, date(2027, 3, 1)));
    }

    #[test]
    fn a_run_goes_over_the_turn_of_the_year() {
        let met = assess(RuleSet::current(), &run("2025-11", 6), date(2026, 5, 10));
        assert_eq!((met.outcome, met.consecutive, met.earliest), (Outcome::Met, 6, date(2026, 5, 10)));
        assert!(met.missing.is_empty());
    }

    #[test]
    fn an_interruption_starts_the_count_anew() {
        let months = [run("2026-01", 3), run("2026-05", 4)].concat();
        let found = assess(RuleSet::current(), &months, date(2026, 9, 15));
        assert_eq!((found.outcome, found.consecutive), (Outcome::NotMet, 4));
        assert_eq!(found.missing, [MissingMonth { month: month("2026-04"), reason: MissingReason::Unpaid }]);
        assert_eq!((found.is_current, found.earliest), (true, date(2026, 11, 1)));
    }

    #[test]
    fn paid_again_from_june_it_holds_from_december_and_already_when_november_is_posted() {
        let months = [run("2026-01", 4), run("2026-06", 2)].concat();
        let found = assess(RuleSet::current(), &months, date(2026, 8, 10));
        assert_eq!((found.outcome, found.earliest), (Outcome::NotMet, date(2026, 12, 1)));
        assert_eq!(assess(RuleSet::current(), &run("2026-06", 6), date(2026, 11, 5)).outcome, Outcome::Met);
        assert_eq!(assess(RuleSet::current(), &run("2026-06", 5), date(2026, 11, 30)).outcome, Outcome::NotMet);
    }

    #[test]
    fn months_paid_afterwards_elsewhere_or_to_another_scheme_do_not_count() {
        let fifth = paid("2026-05");
        for (bad, reason) in [
            (InsuredMonth { backpaid: true, ..fifth }, MissingReason::Backpaid),
            (InsuredMonth { in_chengdu: false, ..fifth }, MissingReason::OtherCity),
            (InsuredMonth { employee_scheme: false, ..fifth }, MissingReason::OtherScheme),
        ] {
            let months = [run("2026-01", 4), vec![bad, paid("2026-06")]].concat();
            let found = assess(RuleSet::current(), &months, date(2026, 7, 10));
            assert_eq!((found.outcome, found.consecutive), (Outcome::NotMet, 1));
            assert_eq!(found.missing, [MissingMonth { month: month("2026-05"), reason }]);
            // The same month paid in order by another employer counts.
            assert_eq!(
                assess(RuleSet::current(), &[months, vec![fifth]].concat(), date(2026, 7, 10)).outcome,
                Outcome::Met
            );
        }
    }

    #[test]
    fn without_any_month_it_takes_six_from_now() {
        let found = assess(RuleSet::current(), &[], date(2026, 7, 10));
        assert_eq!((found.outcome, found.latest, found.consecutive), (Outcome::NotMet, None, 0));
        assert_eq!((found.is_current, found.earliest), (false, date(2027, 1, 1)));
        assert_eq!(found.missing.len(), 6);
    }

    #[test]
    fn months_to_come_do_not_count() {
        assert_eq!(assess(RuleSet::current(), &run("2026-03", 6), date(2026, 7, 31)).consecutive, 5);
    }

    fn any_months() -> impl Strategy<Value = Vec<InsuredMonth>> {
        prop::collection::vec((0i32..24, 0u8..8), 0..24).prop_map(|list| {
            let one = |(n, flags)| InsuredMonth {
                month: month("2025-01").plus(n),
                backpaid: flags == 1,
                in_chengdu: flags != 2,
                employee_scheme: flags != 3,
            };
            list.into_iter().map(one).collect()
        })
    }

    proptest! {
        #[test]
        fn if_every_month_is_paid_it_holds_on_the_date_named(months in any_months(), day in 0i32..730) {
            let as_of = crate::calendar::add_days(date(2025, 1, 1), day);
            let months: Vec<_> = months.into_iter().filter(|paid| paid.month <= Month::of(as_of)).collect();
            let now = assess(RuleSet::current(), &months, as_of);
            let from = now.earliest;
            if now.outcome == Outcome::Met {
                prop_assert_eq!(from, as_of);
            } else {
                prop_assert!(from > as_of);
                let until_posted = |last: Month| {
                    let first = now.latest.filter(|_| now.is_current).map_or(Month::of(as_of), |latest| latest.plus(1));
                    let more = (0..=first.until(last)).map(|n| InsuredMonth { month: first.plus(n), ..paid("2025-01") });
                    [months.clone(), more.collect()].concat()
                };
                let posted_by_then = until_posted(Month::of(from).plus(-1));
                prop_assert_eq!(assess(RuleSet::current(), &posted_by_then, from).outcome, Outcome::Met);
                prop_assert_ne!(assess(RuleSet::current(), &until_posted(Month::of(from).plus(-2)), from).outcome, Outcome::Met);
            }
        }

        #[test]
        fn another_month_paid_never_makes_it_worse(months in any_months(), more in 0i32..24, day in 0i32..730) {
            let as_of = crate::calendar::add_days(date(2025, 1, 1), day);
            let extra = InsuredMonth { month: month("2025-01").plus(more), ..paid("2025-01") };
            let before = assess(RuleSet::current(), &months, as_of);
            let mut all = months;
            all.push(extra);
            // A newer payment after a break starts a shorter run; only a run that goes on can't get worse.
            let after = assess(RuleSet::current(), &all, as_of);
            if before.latest.is_none_or(|latest| extra.month <= latest.plus(1)) {
                prop_assert!(after.outcome <= before.outcome);
                prop_assert!(after.consecutive >= before.consecutive || before.latest.is_none());
            }
        }

        #[test]
        fn neither_the_order_of_months_nor_telling_one_twice_matters(
            (months, told) in any_months().prop_flat_map(|months| {
                let again = prop::sample::subsequence(months.clone(), 0..=months.len());
                let told = again.prop_map({
                    let months = months.clone();
                    move |again| [again, months.clone()].concat()
                });
                (Just(months), told.prop_shuffle())
            }),
            day in 0i32..730,
        ) {
            let as_of = crate::calendar::add_days(date(2025, 1, 1), day);
            prop_assert_eq!(assess(RuleSet::current(), &told, as_of), assess(RuleSet::current(), &months, as_of));
        }

        #[test]
        fn without_another_payment_it_only_gets_worse_with_time(months in any_months(), day in 0i32..730, later in 0i32..200) {
            let as_of = crate::calendar::add_days(date(2025, 1, 1), day);
            let known: Vec<_> = months.into_iter().filter(|paid| paid.month <= Month::of(as_of)).collect();
            let then = assess(RuleSet::current(), &known, crate::calendar::add_days(as_of, later));
            prop_assert!(then.outcome >= assess(RuleSet::current(), &known, as_of).outcome);
        }
    }
}
