//! What the calendar shows and says.

use jiff::civil::date;
use leptos::prelude::*;

use super::*;
use crate::components::testing::*;

fn words_in_chinese() -> CalendarWords {
    const NAMES: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    CalendarWords {
        month: Callback::new(|day: Date| format!("{}年{}月", day.year(), day.month())),
        day: Callback::new(|day: Date| format!("{}年{}月{}日", day.year(), day.month(), day.day())),
        weekdays: Signal::stored(NAMES.map(str::to_owned)),
        weekdays_in_full: Signal::stored(NAMES.map(|name| format!("星期{name}"))),
        before: "上个月".into(),
        after: "下个月".into(),
        today: "今天".into(),
    }
}

fn marks() -> Vec<Mark> {
    vec![
        Mark::range(date(2026, 6, 20), date(2026, 7, 14), "满半年之前", Tone::Info),
        Mark::day(date(2026, 7, 14), "最后一天", Tone::Warn),
    ]
}

fn to_read() -> String {
    html(|| {
        view! {
            <Calendar
                id="dates"
                label="申领的日子"
                opens_at=date(2026, 7, 15)
                today=Some(date(2026, 7, 2))
                marks=marks()
                words=words_in_chinese()
            />
        }
    })
}

fn to_choose() -> String {
    html(|| {
        view! {
            <Calendar
                id="visit"
                label="哪一天来"
                opens_at=date(2026, 7, 1)
                chosen=Some(date(2026, 7, 20))
                on_choose=|_| ()
                min=date(2026, 7, 10)
                words=words_in_chinese()
            />
        }
    })
}

/// The cell of the day.
fn day(html: &str, full: &str) -> String {
    let cell = html.split("<td ").find(|cell| words(cell).contains(full));
    assert!(cell.is_some(), "{full} is missing in {html}");
    format!("<td {}", cell.unwrap_or_default())
}

#[test]
fn the_month_is_named_and_its_weeks_begin_on_monday() {
    let html = to_read();
    assert!(words(&html).contains("2026年7月"));
    let first = html.split("<th ").nth(1).unwrap_or_default();
    assert!(first.contains("abbr=\"星期一\""), "{first}");
    assert_eq!(html.matches("<time").count(), 31);
}

#[test]
fn a_day_is_read_out_in_full_with_everything_that_falls_on_it() {
    let html = to_read();
    assert!(words(&html).contains("2026年7月14日, 满半年之前, 最后一天"));
    assert!(words(&html).contains("2026年7月2日, 今天, 满半年之前"));
    assert!(tag(&day(&html, "2026年7月2日, "), "calendar-day").contains("aria-current=\"date\""));
}

#[test]
fn a_range_is_drawn_over_its_days_and_the_later_mark_over_it() {
    let html = to_read();
    let within = tag(&day(&html, "2026年7月13日"), "calendar-day");
    assert!(within.contains("data-tone=\"info\"") && within.contains("data-part=\"within\""), "{within}");
    let last = tag(&day(&html, "2026年7月14日"), "calendar-day");
    assert!(last.contains("data-tone=\"warn\"") && last.contains("data-part=\"whole\""), "{last}");
    assert!(!tag(&day(&html, "2026年7月15日"), "calendar-day").contains("data-tone"));
}

#[test]
fn the_legend_says_in_words_what_the_colours_mean() {
    let legend = to_read().split("calendar-legend\"").nth(1).map(words).unwrap_or_default();
    assert!(
        legend.contains("满半年之前 2026年6月20日 – 2026年7月14日") && legend.contains("最后一天 2026年7月14日"),
        "{legend}"
    );
}

#[test]
fn a_calendar_to_read_is_a_plain_table_without_stops_for_the_keyboard() {
    let html = to_read();
    assert!(!html.contains("role=\"grid") && !html.contains("tabindex"));
}

#[test]
fn a_calendar_to_choose_from_is_one_stop_at_the_chosen_day() {
    let html = to_choose();
    assert!(tag(&html, "calendar-grid").contains("role=\"grid\""));
    assert_eq!(html.matches("tabindex=\"0\"").count(), 1);
    assert!(tag(&html, "id=\"visit-2026-07-20\"").contains("tabindex=\"0\""));
    assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
}

#[test]
fn a_day_outside_of_the_limits_can_be_read_and_not_chosen() {
    let html = to_choose();
    assert!(tag(&html, "id=\"visit-2026-07-09\"").contains("aria-disabled=\"true\""));
    assert!(!tag(&html, "id=\"visit-2026-07-10\"").contains("aria-disabled"));
}
