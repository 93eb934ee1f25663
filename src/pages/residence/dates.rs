//! The days to remember on a calendar, and as a file for the phone's own.

use jiff::civil::{Date, date};
use leptos::prelude::*;
use rules::{
    RuleSet,
    calendar::{Month, add_days, add_months},
    explain,
    records::Records,
    residence::{self, Period},
    timeline::{self, Days, Entry, Facts, Moment},
};

use super::ics;
use crate::{
    components::{
        Text,
        button::{Button, ButtonKind},
        calendar::{Calendar, CalendarWords, Mark},
        tone::Tone,
    },
    device::{clock, download, host},
    locales::{locale, t, text},
};

/// How far ahead is looked, in months: to the next endorsement, whenever the last one was.
const AHEAD: i32 = 14;

/// What is shown: the days ahead, and the time before the half year is full.
#[derive(Debug, Clone, Default)]
pub struct Known {
    entries: Vec<Entry>,
    waiting: Vec<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    first: Date,
    last: Date,
    is_gap: bool,
}

/// What the records say of the days before and after today.
pub fn of(rules: &RuleSet, records: &Records, today: Date) -> Known {
    let registrations = records.registrations.value().map(Vec::as_slice).unwrap_or_default();
    let periods: Vec<Period> = registrations.iter().map(|registration| registration.period).collect();
    let permit = rules::permit::held(records).and_then(timeline::History::of);
    let waiting = if permit.is_none() { waiting(rules, &periods, today) } else { Vec::new() };
    let Ok(days) = Days::new(add_months(today, -1), add_months(today, AHEAD)) else { return Known::default() };
    let facts = Facts { periods: &periods, permit: permit.as_ref(), cases: &[] };
    Known { entries: timeline::entries(rules, &facts, days, today), waiting }
}

fn waiting(rules: &RuleSet, periods: &[Period], today: Date) -> Vec<Span> {
    let found = residence::assess(rules, periods, today);
    let (Some(first), Some(full)) = (found.chain_start, found.eligible_from) else { return Vec::new() };
    if full <= today {
        return Vec::new();
    }
    let gaps = found.bridged_gaps.iter().map(|gap| Span { first: gap.from, last: gap.to, is_gap: true });
    [Span { first, last: add_days(full, -1), is_gap: false }].into_iter().chain(gaps).collect()
}

/// The calendar, where anything falls on it.
#[component]
pub fn Dates(
    /// What is known.
    dates: Known,
    /// Today in Chengdu.
    today: Date,
) -> impl IntoView {
    let Known { entries, waiting } = dates;
    let next = entries.iter().find(|entry| entry.on >= today).map(|entry| entry.on)?;
    let ahead: Vec<Entry> = entries.iter().filter(|entry| entry.on >= today).cloned().collect();
    let marks: Vec<Mark> = waiting.into_iter().map(span).chain(entries.into_iter().map(mark)).collect();
    Some(view! {
        <section class="stack" data-gap="tight" aria-labelledby="dates">
            <h2 id="dates">{t!(residence.dates)}</h2>
            <Calendar
                id="days"
                label=t!(residence.calendar)
                opens_at=next
                today=Some(today)
                marks
                words=words()
            />
            {host::takes_downloads().then(|| view! { <Save ahead/> })}
        </section>
    })
}

#[component]
fn Save(ahead: Vec<Entry>) -> impl IntoView {
    let save = move |()| {
        let words = ahead.iter().map(|entry| (entry, explain::entry(entry, locale())));
        let file = ics::calendar(&text!(residence.dates), words, clock::now());
        download::file("rongju.ics", ics::MEDIA_TYPE, file.as_bytes());
    };
    view! {
        <Button kind=ButtonKind::Secondary on_press=save>{t!(residence.save)}</Button>
        <p class="hint">{t!(residence.save_words)}</p>
    }
}

fn span(span: Span) -> Mark {
    let Span { first, last, is_gap } = span;
    if is_gap {
        Mark::range(first, last, t!(residence.gap), Tone::Warn)
    } else {
        Mark::range(first, last, t!(residence.waiting), Tone::Info)
    }
}

fn mark(entry: Entry) -> Mark {
    let (on, moment) = (entry.on, entry.moment);
    if let Moment::WindowOpens { due } = moment {
        return Mark::range(on, due, t!(residence.window), Tone::Ok);
    }
    let tone = match moment {
        Moment::Eligible { .. } | Moment::EligibleWithoutGap | Moment::WindowOpens { .. } => Tone::Ok,
        Moment::SuspendedFrom | Moment::SuspendedTo { .. } => Tone::Bad,
        _ => Tone::Warn,
    };
    let words: Text = Signal::derive(move || explain::entry(&entry, locale()));
    Mark::day(on, words, tone)
}

fn words() -> CalendarWords {
    // Any week will do.
    let week = move |word: fn(Date) -> String| {
        Signal::derive(move || {
            std::array::from_fn(|day| word(add_days(date(2026, 7, 13), i32::try_from(day).unwrap_or(0))))
        })
    };
    CalendarWords {
        month: Callback::new(|day| explain::month(Month::of(day), locale())),
        day: Callback::new(|day| explain::date(day, locale())),
        weekdays: week(|day| explain::weekday_short(day, locale()).to_owned()),
        weekdays_in_full: week(|day| explain::weekday(day, locale()).to_owned()),
        before: Signal::derive(t!(residence.month_before)),
        after: Signal::derive(t!(residence.month_after)),
        today: Signal::derive(t!(residence.today)),
    }
}

#[cfg(test)]
mod tests {
    use rules::records::{Lookup, Registration};

    use super::*;

    fn registered(first: Date, last: Option<Date>) -> Registration {
        let period = Period { registered_on: first, ended_on: last, in_chengdu: true, void: false, approved: true };
        Registration { period, street_code: None, address: "示例路1号".into(), address_kind: None }
    }

    fn known(registrations: Vec<Registration>, today: Date) -> Known {
        let registrations = Lookup::Found { as_of: today, source: "示例平台".into(), value: registrations };
        of(RuleSet::current(), &Records { registrations, ..Records::unavailable() }, today)
    }

    #[test]
    fn the_half_year_is_shown_as_it_is_counted_with_its_gap() {
        let (first, gap) = (date(2026, 3, 1), (date(2026, 5, 1), date(2026, 5, 4)));
        let registrations = vec![registered(first, Some(date(2026, 4, 30))), registered(date(2026, 5, 5), None)];
        let Known { entries, waiting } = known(registrations, date(2026, 7, 15));
        assert_eq!(
            waiting,
            [Span { first, last: date(2026, 8, 31), is_gap: false }, Span { first: gap.0, last: gap.1, is_gap: true }]
        );
        assert_eq!(entries.first().map(|entry| entry.on), Some(date(2026, 9, 1)));
    }

    #[test]
    fn nothing_waits_once_the_half_year_is_full_or_where_nobody_knows() {
        assert_eq!(known(vec![registered(date(2025, 1, 1), None)], date(2026, 7, 15)).waiting, []);
        assert_eq!(of(RuleSet::current(), &Records::unavailable(), date(2026, 7, 15)).waiting, []);
    }
}
