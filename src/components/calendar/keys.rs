//! Where the keys lead in the grid.

use jiff::civil::Date;

/// The day that a key leads to; nothing for keys that lead nowhere. `rtl` is a grid that runs from right to left.
pub fn target(key: &str, shift: bool, from: Date, rtl: bool) -> Option<Date> {
    let column = i32::from(from.weekday().to_monday_zero_offset());
    Some(match key {
        "ArrowLeft" => by_days(from, if rtl { 1 } else { -1 }),
        "ArrowRight" => by_days(from, if rtl { -1 } else { 1 }),
        "ArrowUp" => by_days(from, -7),
        "ArrowDown" => by_days(from, 7),
        "Home" => by_days(from, -column),
        "End" => by_days(from, 6 - column),
        "PageUp" => by_months(from, if shift { -12 } else { -1 }),
        "PageDown" => by_months(from, if shift { 12 } else { 1 }),
        _ => return None,
    })
}

/// So many days on, at the ends of time the last one there is.
fn by_days(from: Date, days: i32) -> Date {
    let step = if days < 0 { Date::yesterday } else { Date::tomorrow };
    (0..days.unsigned_abs()).try_fold(from, |day, _| step(day)).unwrap_or(from)
}

/// The same day so many months on, or the month's last one where it is shorter.
pub fn by_months(from: Date, months: i32) -> Date {
    let index = i32::from(from.year()) * 12 + i32::from(from.month()) - 1 + months;
    let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
    let first = i16::try_from(year).ok().zip(i8::try_from(month).ok());
    let first = first.and_then(|(year, month)| Date::new(year, month, 1).ok());
    first.map_or(from, |first| {
        Date::new(first.year(), first.month(), from.day().min(first.days_in_month())).unwrap_or(first)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn key(key: &str) -> Option<Date> {
        target(key, false, date(2026, 7, 15), false)
    }

    #[test]
    fn the_arrows_go_by_day_and_by_week_and_over_the_months_end() {
        assert_eq!(key("ArrowRight"), Some(date(2026, 7, 16)));
        assert_eq!(key("ArrowLeft"), Some(date(2026, 7, 14)));
        assert_eq!(key("ArrowDown"), Some(date(2026, 7, 22)));
        assert_eq!(target("ArrowUp", false, date(2026, 7, 3), false), Some(date(2026, 6, 26)));
    }

    #[test]
    fn home_and_end_are_the_weeks_monday_and_sunday() {
        assert_eq!(key("Home"), Some(date(2026, 7, 13)));
        assert_eq!(key("End"), Some(date(2026, 7, 19)));
        assert_eq!(target("Home", false, date(2026, 7, 13), false), Some(date(2026, 7, 13)));
    }

    #[test]
    fn pages_are_months_and_with_shift_years() {
        assert_eq!(key("PageDown"), Some(date(2026, 8, 15)));
        assert_eq!(target("PageUp", true, date(2028, 2, 29), false), Some(date(2027, 2, 28)));
        assert_eq!(target("PageDown", false, date(2026, 1, 31), false), Some(date(2026, 2, 28)));
        assert_eq!(by_months(date(2026, 1, 15), -1), date(2025, 12, 15));
    }

    #[test]
    fn left_and_right_go_the_way_the_grid_runs() {
        assert_eq!(target("ArrowLeft", false, date(2026, 7, 15), true), Some(date(2026, 7, 16)));
        assert_eq!(target("ArrowRight", false, date(2026, 7, 15), true), Some(date(2026, 7, 14)));
    }

    #[test]
    fn at_the_ends_of_time_and_for_other_keys_nothing_moves() {
        assert_eq!(target("ArrowRight", false, Date::MAX, false), Some(Date::MAX));
        assert_eq!(target("PageUp", true, Date::MIN, false), Some(Date::MIN));
        assert_eq!(key("Enter"), None);
    }
}
