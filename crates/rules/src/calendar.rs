//! Arithmetic on dates and months by 民法典 Art. 200–204: the first day is not counted, a term of months ends on the
//! corresponding day, and where there is none on the last day of the month.
//!
//! Every date is a date in Asia/Shanghai. Nothing here knows what day it is.

use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// `date` plus `months` (which may be negative): the corresponding day, clamped to the end of the month. `None` outside
/// the years −9999 to 9999.
///
/// Count from the origin, not step by step: 08-31 plus one month plus one month is 10-30, plus two months 10-31.
pub fn checked_add_months(date: Date, months: i32) -> Option<Date> {
    let index = (i32::from(date.year()) * 12 + i32::from(date.month()) - 1).checked_add(months)?;
    let year = i16::try_from(index.div_euclid(12)).ok()?;
    let month = i8::try_from(index.rem_euclid(12) + 1).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, date.day().min(first.days_in_month())).ok()
}

/// [`checked_add_months`] that stops at the first or last date there is.
pub fn add_months(date: Date, months: i32) -> Date {
    checked_add_months(date, months).unwrap_or(if months < 0 { Date::MIN } else { Date::MAX })
}

/// `date` plus `years`, clamped like [`add_months`]: 02-29 becomes 02-28 in common years and returns in leap years.
pub fn add_years(date: Date, years: i32) -> Date {
    add_months(date, years.saturating_mul(12))
}

/// `date` plus `days` natural days (which may be negative), stopping at the first or last date there is.
pub fn add_days(date: Date, days: i32) -> Date {
    date.saturating_add(SignedDuration::from_hours(24 * i64::from(days)))
}

/// Natural days from `from` to `to`, the first day not counted; negative where `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    // All dates there are lie within 7.4 million days, so the conversion can't fail.
    i32::try_from(from.duration_until(to).as_hours() / 24).unwrap_or(i32::MAX)
}

/// Reads `YYYY-MM-DD` and nothing else, `None` where it is not such a date.
pub fn parse_date(text: &str) -> Option<Date> {
    let (month, day) = text.rsplit_once('-')?;
    let first = Month::parse(month)?.first_day();
    Date::new(first.year(), first.month(), two_digits(day)?).ok()
}

fn two_digits(text: &str) -> Option<i8> {
    let is_two_digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_two_digits.then(|| text.parse().ok()).flatten()
}

/// A month of a year, printed and read as `YYYY-MM`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

impl Month {
    /// The month of that year, `None` where there is none.
    pub fn new(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(Self)
    }

    /// The month that the date lies in.
    pub fn of(date: Date) -> Self {
        Self(date.first_of_month())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month of the year, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// Its first day.
    pub const fn first_day(self) -> Date {
        self.0
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        self.0.last_of_month()
    }

    /// The month `months` later, or earlier where negative.
    pub fn plus(self, months: i32) -> Self {
        Self::of(add_months(self.0, months))
    }

    /// The month `months` earlier.
    pub fn minus(self, months: u32) -> Self {
        self.plus(i32::try_from(months).map_or(i32::MIN, |months| -months))
    }

    /// Months from this one to `other`; negative where `other` is earlier.
    pub fn until(self, other: Self) -> i32 {
        (i32::from(other.year()) - i32::from(self.year())) * 12 + i32::from(other.month()) - i32::from(self.month())
    }

    fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        is_year.then(|| Self::new(year.parse().ok()?, two_digits(month)?)).flatten()
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl std::fmt::Debug for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

/// The text is not a month written `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a month written YYYY-MM")]
pub struct NotAMonth;

impl std::str::FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text).ok_or(NotAMonth)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn any_date() -> impl Strategy<Value = Date> {
        (0i32..80_000).prop_map(|days| add_days(date(1900, 1, 1), days))
    }

    #[test]
    fn a_term_of_months_ends_on_the_corresponding_day() {
        assert_eq!(add_months(date(2026, 1, 15), 6), date(2026, 7, 15));
        assert_eq!(add_months(date(2027, 1, 1), -1), date(2026, 12, 1));
        assert_eq!(add_months(date(2026, 11, 30), 2), date(2027, 1, 30));
    }

    #[test]
    fn without_a_corresponding_day_the_term_ends_with_the_month() {
        for day in 28..=31 {
            assert_eq!(add_months(date(2025, 8, day), 6), date(2026, 2, 28));
        }
        assert_eq!(add_months(date(2023, 8, 31), 6), date(2024, 2, 29));
        assert_eq!(add_months(date(2026, 3, 31), -1), date(2026, 2, 28));
    }

    #[test]
    fn counting_from_the_origin_does_not_drift() {
        assert_eq!(add_months(date(2026, 8, 31), 2), date(2026, 10, 31));
        assert_eq!(add_months(add_months(date(2026, 8, 31), 1), 1), date(2026, 10, 30));
    }

    #[test]
    fn a_leap_day_returns_in_the_next_leap_year() {
        assert_eq!(add_years(date(2024, 2, 29), 1), date(2025, 2, 28));
        assert_eq!(add_years(date(2024, 2, 29), 4), date(2028, 2, 29));
    }

    #[test]
    fn arithmetic_stops_at_the_ends_of_the_calendar() {
        assert_eq!(add_months(date(2026, 1, 1), i32::MAX), Date::MAX);
        assert_eq!(add_months(date(2026, 1, 1), i32::MIN), Date::MIN);
        assert_eq!(add_days(date(2026, 1, 1), i32::MAX), Date::MAX);
        assert_eq!(checked_add_months(date(9999, 12, 1), 1), None);
        assert_eq!(days_between(Date::MIN, Date::MAX), 7_304_483);
    }

    #[test]
    fn a_date_is_read_only_as_year_month_day() {
        assert_eq!(parse_date("2026-02-28"), Some(date(2026, 2, 28)));
        for text in
            ["2026-02-29", "2026-2-28", "20260228", "2026-02-28T00:00", "+026-02-28", "2026-02-+1", "2026-13-01", ""]
        {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_reads_back_from_what_it_prints() {
        let month: Month = "2026-05".parse().unwrap();
        assert_eq!(format!("{month:?}"), "2026-05");
        assert_eq!((month.year(), month.month(), month.to_string().as_str()), (2026, 5, "2026-05"));
        assert_eq!((month.first_day(), month.last_day()), (date(2026, 5, 1), date(2026, 5, 31)));
        assert_eq!(serde_json::from_str::<Month>("\"2026-05\"").unwrap(), month);
        assert_eq!(serde_json::to_string(&month).unwrap(), "\"2026-05\"");
        for text in ["2026-5", "2026-13", "2026-00", "202605", "2026-05-01", "+026-05", ""] {
            assert_eq!(text.parse::<Month>(), Err(NotAMonth), "{text}");
        }
    }

    proptest! {
        #[test]
        fn adding_months_keeps_the_day_or_clamps_it(start in any_date(), months in -600i32..600) {
            let end = add_months(start, months);
            prop_assert_eq!(Month::of(start).until(Month::of(end)), months);
            prop_assert!(end.day() == start.day() || (end.day() < start.day() && end == end.last_of_month()));
        }

        #[test]
        fn adding_months_is_monotonic(a in any_date(), b in any_date(), months in -600i32..600) {
            let (early, late) = if a <= b { (a, b) } else { (b, a) };
            prop_assert!(add_months(early, months) <= add_months(late, months));
            prop_assert!(add_months(early, months) < add_months(early, months + 1));
        }

        #[test]
        fn adding_days_undoes_the_difference(a in any_date(), b in any_date()) {
            prop_assert_eq!(add_days(a, days_between(a, b)), b);
            prop_assert_eq!(days_between(a, b), -days_between(b, a));
        }

        #[test]
        fn months_add_up(start in any_date(), a in -600i32..600, b in -600i32..600) {
            let month = Month::of(start);
            prop_assert_eq!(month.plus(a).plus(b), month.plus(a + b));
            prop_assert_eq!(month.until(month.plus(a)), a);
            prop_assert_eq!(month.plus(a).minus(a.unsigned_abs()), if a < 0 { month.plus(2 * a) } else { month });
        }
    }
}
