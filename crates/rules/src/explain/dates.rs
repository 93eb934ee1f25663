//! Dates and months as people say them.

use jiff::civil::{Date, Weekday};

use crate::{calendar::Month, term::Locale};

/// A date as people say it, with its weekday: `2026年7月15日（星期三）`, `Wednesday 15 July 2026`.
pub fn date(date: Date, locale: Locale) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match locale {
        Locale::ZhCn => format!("{year}年{month}月{day}日（星期{}）", weekday_zh(date.weekday())),
        Locale::En => format!("{} {day} {} {year}", weekday_en(date.weekday()), month_en(month)),
    }
}

/// A month as people say it: `2026年5月`, `May 2026`.
pub fn month(month: Month, locale: Locale) -> String {
    match locale {
        Locale::ZhCn => format!("{}年{}月", month.year(), month.month()),
        Locale::En => format!("{} {}", month_en(month.month()), month.year()),
    }
}

/// The weekday of a date: `星期三`, `Wednesday`.
pub fn weekday(date: Date, locale: Locale) -> String {
    match locale {
        Locale::ZhCn => format!("星期{}", weekday_zh(date.weekday())),
        Locale::En => weekday_en(date.weekday()).to_owned(),
    }
}

/// The weekday of a date over a column of a calendar: `三`, `We`.
pub fn weekday_short(date: Date, locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => weekday_zh(date.weekday()),
        Locale::En => weekday_en(date.weekday()).get(..2).unwrap_or_default(),
    }
}

fn weekday_zh(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "一",
        Weekday::Tuesday => "二",
        Weekday::Wednesday => "三",
        Weekday::Thursday => "四",
        Weekday::Friday => "五",
        Weekday::Saturday => "六",
        Weekday::Sunday => "日",
    }
}

fn weekday_en(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn month_en(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|at| NAMES.get(at).copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_weekdays_and_months_are_said_as_people_say_them() {
        let monday = jiff::civil::date(2026, 7, 13);
        assert_eq!(date(monday, Locale::ZhCn), "2026年7月13日（星期一）");
        assert_eq!(date(monday, Locale::En), "Monday 13 July 2026");
        assert_eq!(month(Month::of(monday), Locale::ZhCn), "2026年7月");
        assert_eq!(month(Month::of(monday), Locale::En), "July 2026");
        let week = (0..7).map(|day| crate::calendar::add_days(monday, day));
        let said = |say: fn(Date) -> String| week.clone().map(say).collect::<Vec<_>>().join(" ");
        assert_eq!(said(|day| weekday_short(day, Locale::ZhCn).into()), "一 二 三 四 五 六 日");
        assert_eq!(said(|day| weekday_short(day, Locale::En).into()), "Mo Tu We Th Fr Sa Su");
        assert_eq!(weekday(monday, Locale::ZhCn), "星期一");
        assert_eq!(said(|day| weekday(day, Locale::En)), "Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
    }
}
