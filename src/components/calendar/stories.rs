//! Months with marked days, to read and to choose from.

use jiff::civil::date;

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("eligibility", "The half year from registration to the day one can apply", |args| {
        let marks = vec![
            Mark::day(date(2026, 1, 15), args.words("办理居住登记", "Residence registered"), Tone::Plain),
            Mark::range(
                date(2026, 1, 15),
                date(2026, 7, 14),
                args.words("满半年之前", "Less than half a year"),
                Tone::Info,
            ),
            Mark::day(date(2026, 7, 15), args.words("从这天起可以申领", "You can apply from this day on"), Tone::Ok),
        ];
        to_read(args, date(2026, 7, 15), date(2026, 7, 2), marks)
    }),
    Story::new("endorsement", "The window for the yearly endorsement", |args| {
        let marks = vec![
            Mark::range(date(2026, 6, 15), date(2026, 7, 14), args.words("签注期", "Endorsement window"), Tone::Ok),
            Mark::day(date(2026, 7, 14), args.words("签注的最后一天", "Last day for the endorsement"), Tone::Warn),
            Mark::day(
                date(2026, 7, 15),
                args.words("过期，使用功能中止", "Overdue: the permit is suspended"),
                Tone::Bad,
            ),
        ];
        to_read(args, date(2026, 6, 15), date(2026, 6, 20), marks)
    }),
    Story::new("plain", "A month on which nothing falls", |args| {
        to_read(args, date(2027, 2, 1), date(2027, 2, 8), Vec::new())
    }),
    Story::new("choose", "A day to choose, within limits", |args| {
        let chosen = RwSignal::new(Some(date(2026, 7, 20)));
        let logged = args.event_of::<Date>("on_choose");
        view! {
            <Calendar
                id="visit"
                label=args.text("label", "哪一天来派出所", "The day of your visit")
                opens_at=date(2026, 7, 1)
                today=Some(date(2026, 7, 14))
                chosen
                on_choose=move |day| {
                    chosen.set(Some(day));
                    logged.run(day);
                }
                min=date(2026, 7, 15)
                max=date(2026, 8, 14)
                words=words(args)
            />
        }
        .into_any()
    }),
];

fn to_read(args: Args, opens_at: Date, today: Date, marks: Vec<Mark>) -> AnyView {
    view! {
        <Calendar
            id="dates"
            label=args.text("label", "要记住的日子", "Days to remember")
            opens_at
            today=Some(today)
            marks
            words=words(args)
        />
    }
    .into_any()
}

fn words(args: Args) -> CalendarWords {
    let english = args.words("", "en");
    let is_english = move || !english.with(String::is_empty);
    CalendarWords {
        month: Callback::new(move |day: Date| {
            if is_english() {
                format!("{} {}", month_name(day), day.year())
            } else {
                format!("{}年{}月", day.year(), day.month())
            }
        }),
        day: Callback::new(move |day: Date| {
            let weekday = day.weekday().to_monday_zero_offset();
            let name = |names: [&'static str; 7]| {
                usize::try_from(weekday).ok().and_then(|at| names.get(at).copied()).unwrap_or_default()
            };
            if is_english() {
                format!("{}, {} {} {}", name(DAYS), day.day(), month_name(day), day.year())
            } else {
                format!("{}年{}月{}日 {}", day.year(), day.month(), day.day(), name(WEEKDAYS))
            }
        }),
        weekdays: Signal::derive(move || {
            let short = |names: [&str; 7], skip: usize, take: usize| {
                names.map(|name| name.chars().skip(skip).take(take).collect())
            };
            if is_english() { short(DAYS, 0, 2) } else { short(WEEKDAYS, 2, 1) }
        }),
        weekdays_in_full: Signal::derive(move || if is_english() { DAYS } else { WEEKDAYS }.map(str::to_owned)),
        before: args.words("上个月", "The month before"),
        after: args.words("下个月", "The month after"),
        today: args.words("今天", "today"),
    }
}

const WEEKDAYS: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn month_name(day: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
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
    usize::try_from(day.month() - 1).ok().and_then(|at| MONTHS.get(at).copied()).unwrap_or_default()
}
