//! Working days by the State Council's calendar ([`Calendar`]).

use jiff::civil::{Date, Weekday};

use crate::{
    calendar::add_days,
    rule_set::{Calendar, RuleSet},
};

/// A day that was found by counting working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkingDay {
    /// The day.
    pub date: Date,
    /// Whether the holidays of every year it was counted over are known. Where not, Monday to Friday were counted and
    /// the day may turn out to be a later one; whoever shows it says so.
    pub calendar_known: bool,
}

/// Whether the holidays of that year are known.
pub fn calendar_known(rules: &RuleSet, year: i16) -> bool {
    rules.calendar.iter().any(|notice| notice.year == year)
}

/// Whether offices work on that day.
pub fn is_working_day(rules: &RuleSet, day: Date) -> bool {
    let is_off = |notice: &Calendar| notice.off.iter().any(|[first, last]| (*first..=*last).contains(&day));
    if rules.calendar.iter().any(|notice| notice.working_weekends.contains(&day)) {
        return true;
    }
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !rules.calendar.iter().any(is_off)
}

/// The `count`th working day after `from`, which is itself not counted (民法典 Art. 201); `from` for none.
pub fn working_days_after(rules: &RuleSet, from: Date, count: u32) -> WorkingDay {
    let mut found = WorkingDay { date: from, calendar_known: count > 0 || calendar_known(rules, from.year()) };
    let mut left = count;
    while left > 0 && found.date < Date::MAX {
        found.date = add_days(found.date, 1);
        found.calendar_known &= calendar_known(rules, found.date.year());
        if is_working_day(rules, found.date) {
            left -= 1;
        }
    }
    found
}

/// The day itself where it is a working day, else the next one: where a term of the law ends whose last day is a
/// holiday (民法典 Art. 203).
pub fn roll_to_working_day(rules: &RuleSet, day: Date) -> WorkingDay {
    if is_working_day(rules, day) {
        WorkingDay { date: day, calendar_known: calendar_known(rules, day.year()) }
    } else {
        let next = working_days_after(rules, day, 1);
        WorkingDay { calendar_known: next.calendar_known && calendar_known(rules, day.year()), ..next }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::calendar::days_between;

    fn working_days_in(first: Date, last: Date) -> usize {
        (0..=days_between(first, last)).filter(|n| is_working_day(RuleSet::current(), add_days(first, *n))).count()
    }

    #[test]
    fn the_year_2026_has_248_working_days() {
        assert_eq!(working_days_in(date(2026, 1, 1), date(2026, 12, 31)), 248);
    }

    #[test]
    fn every_notice_lists_weekends_as_worked_and_its_own_year() {
        for notice in &*RuleSet::current().calendar {
            assert!(notice.published.year() == notice.year - 1, "{}", notice.source);
            for day in &*notice.working_weekends {
                assert!(matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday), "{day}");
                assert!(!notice.off.iter().any(|[first, last]| (*first..=*last).contains(day)), "{day}");
            }
            for [first, last] in &*notice.off {
                assert!(first <= last && first.year() == notice.year, "{first}");
            }
        }
    }

    #[test]
    fn every_holiday_of_2026_is_followed_by_the_day_work_begins_again() {
        for ((month, day), (next_month, next_day)) in [
            ((12, 31), (1, 4)),
            ((2, 14), (2, 24)),
            ((4, 3), (4, 7)),
            ((4, 30), (5, 6)),
            ((6, 18), (6, 22)),
            ((9, 24), (9, 28)),
            ((9, 30), (10, 8)),
        ] {
            let last = date(if month == 12 { 2025 } else { 2026 }, month, day);
            assert_eq!(working_days_after(RuleSet::current(), last, 1).date, date(2026, next_month, next_day));
        }
    }

    #[test]
    fn a_term_that_rolls_over_the_new_year_rests_on_both_calendars() {
        let mut rules = RuleSet::current().clone();
        let last_of = |year| date(year, 12, 31);
        for notice in rules.calendar.to_mut() {
            notice.off.to_mut().push([last_of(notice.year); 2]);
        }
        let rolled = roll_to_working_day(&rules, last_of(2026));
        assert_eq!((rolled.date, rolled.calendar_known), (date(2027, 1, 1), false), "2027 has no notice yet");
        assert!(roll_to_working_day(&rules, date(2026, 10, 1)).calendar_known);
        for notice in rules.calendar.to_mut() {
            notice.year = 2023;
        }
        // The last day of 2022 was a Saturday.
        assert!(!roll_to_working_day(&rules, last_of(2022)).calendar_known, "2022 has no notice");
    }

    #[test]
    fn six_weekend_days_of_2026_are_worked() {
        let days = (0..365).map(|n| add_days(date(2026, 1, 1), n));
        let worked: Vec<_> = days
            .filter(|day| {
                is_working_day(RuleSet::current(), *day) && matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            })
            .map(|day| (day.month(), day.day()))
            .collect();
        assert_eq!(worked, [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)]);
    }

    #[test]
    fn a_saturday_that_is_worked_counts() {
        let found = working_days_after(RuleSet::current(), date(2026, 2, 13), 5);
        assert_eq!(found, WorkingDay { date: date(2026, 2, 27), calendar_known: true });
    }

    #[test]
    fn fifteen_working_days_over_the_spring_festival_end_on_9_march() {
        assert_eq!(working_days_after(RuleSet::current(), date(2026, 2, 10), 15).date, date(2026, 3, 9));
    }

    #[test]
    fn an_unknown_year_counts_monday_to_friday_and_says_so() {
        let found = working_days_after(RuleSet::current(), date(2026, 12, 31), 5);
        assert_eq!(found, WorkingDay { date: date(2027, 1, 7), calendar_known: false });
        assert!(!working_days_after(RuleSet::current(), date(2027, 3, 1), 0).calendar_known);
        // The last days of 2025 are not counted over, only those of 2026 are.
        assert_eq!(
            working_days_after(RuleSet::current(), date(2025, 12, 31), 1),
            WorkingDay { date: date(2026, 1, 4), calendar_known: true }
        );
    }

    #[test]
    fn a_term_that_ends_on_a_holiday_ends_after_it() {
        assert_eq!(roll_to_working_day(RuleSet::current(), date(2026, 10, 1)).date, date(2026, 10, 8));
        assert_eq!(roll_to_working_day(RuleSet::current(), date(2026, 10, 10)).date, date(2026, 10, 10));
        assert_eq!(
            roll_to_working_day(RuleSet::current(), date(2026, 12, 31)),
            WorkingDay { date: date(2026, 12, 31), calendar_known: true }
        );
        assert_eq!(
            roll_to_working_day(RuleSet::current(), date(2027, 1, 2)),
            WorkingDay { date: date(2027, 1, 4), calendar_known: false }
        );
    }

    #[test]
    fn counting_stops_at_the_end_of_the_calendar() {
        assert_eq!(working_days_after(RuleSet::current(), date(9999, 12, 1), u32::MAX).date, Date::MAX);
    }

    proptest! {
        #[test]
        fn counting_back_gives_the_number_asked_for(offset in 0i32..1_500, count in 1u32..120) {
            let from = add_days(date(2024, 6, 1), offset);
            let found = working_days_after(RuleSet::current(), from, count).date;
            prop_assert!(is_working_day(RuleSet::current(), found));
            prop_assert_eq!(working_days_in(add_days(from, 1), found), count as usize);
        }
    }
}
