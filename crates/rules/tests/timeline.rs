//! The timeline on the dated examples of domain facts §6.5 and on histories by chance.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rules::{
    Locale, RuleSet,
    calendar::{add_days, days_between},
    case::State,
    case_clock::{Asked, CaseDays},
    endorsement::{EndorsementState, cycle, make_up},
    explain,
    permit::{Permit, PermitStatus},
    residence::{self, Period},
    timeline::{Backwards, Days, Entry, Facts, History, Moment, OpenCase, Span, entries},
};

const NOTHING: Facts<'static> = Facts { periods: &[], permit: None, cases: &[] };

fn history(anchor: Date, endorsed_on: &[Date]) -> History {
    History { anchor, endorsed: 0, endorsed_on: endorsed_on.to_vec() }
}

fn years(first: i16, last: i16) -> Days {
    Days::new(date(first, 1, 1), date(last, 12, 31)).unwrap_or_else(|_| unreachable!("written in order"))
}

fn dates(found: &[Entry]) -> Vec<(Date, Moment)> {
    found.iter().map(|entry| (entry.on, entry.moment)).collect()
}

fn of_permit(permit: &History, days: Days) -> Vec<Entry> {
    let facts = Facts { permit: Some(permit), ..NOTHING };
    entries(RuleSet::current(), &facts, days, days.first())
}

fn period(registered_on: Date, ended_on: Option<Date>) -> Period {
    Period { registered_on, ended_on, in_chengdu: true, void: false, approved: true }
}

#[test]
fn example_10_issued_on_1_january_2026_the_window_is_december_and_suspension_starts_on_2_january() {
    let permit = history(date(2026, 1, 1), &[]);
    let due = date(2027, 1, 1);
    assert_eq!(
        dates(&of_permit(&permit, years(2026, 2027))),
        [
            (date(2026, 12, 1), Moment::WindowOpens { due }),
            (date(2026, 12, 31), Moment::AdvisedBy),
            (due, Moment::EndorsementDue),
            (date(2027, 1, 2), Moment::SuspendedFrom),
        ]
    );
    let on = |day| permit.state_on(RuleSet::current(), day);
    assert_eq!(on(date(2025, 12, 31)), None);
    assert_eq!(on(date(2026, 11, 30)), Some(EndorsementState::Early));
    assert_eq!(on(date(2026, 12, 1)), Some(EndorsementState::InWindow));
    assert_eq!(on(due), Some(EndorsementState::InWindow));
    assert_eq!(on(date(2027, 1, 2)), Some(EndorsementState::Suspended));
}

#[test]
fn example_14_issued_on_1_january_2025_and_made_up_on_1_june_2026_150_days_are_suspended_and_the_next_is_due_in_june_2027()
 {
    let permit = history(date(2025, 1, 1), &[date(2026, 6, 1)]);
    let (early, window, suspended) =
        (Some(EndorsementState::Early), Some(EndorsementState::InWindow), Some(EndorsementState::Suspended));
    let span = |first, last, state| Span { first, last, state };
    assert_eq!(
        permit.spans(RuleSet::current(), years(2024, 2027)),
        [
            span(date(2024, 1, 1), date(2024, 12, 31), None),
            span(date(2025, 1, 1), date(2025, 11, 30), early),
            span(date(2025, 12, 1), date(2026, 1, 1), window),
            span(date(2026, 1, 2), date(2026, 5, 31), suspended),
            span(date(2026, 6, 1), date(2027, 4, 30), early),
            span(date(2027, 5, 1), date(2027, 6, 1), window),
            span(date(2027, 6, 2), date(2027, 12, 31), suspended),
        ]
    );
    let found = of_permit(&permit, years(2026, 2027));
    assert!(dates(&found).contains(&(date(2026, 5, 31), Moment::SuspendedTo { days_lost: 150 })));
    assert!(dates(&found).contains(&(date(2027, 5, 1), Moment::WindowOpens { due: date(2027, 6, 1) })));
    assert_eq!(found.iter().filter(|entry| entry.moment == Moment::EndorsementDue).count(), 2);
}

#[test]
fn what_was_endorsed_in_its_window_is_not_asked_for_any_more_and_the_cycle_stays() {
    let permit = history(date(2025, 1, 1), &[date(2025, 12, 10)]);
    let found = dates(&of_permit(&permit, years(2025, 2026)));
    assert_eq!(
        found,
        [
            (date(2025, 12, 1), Moment::WindowOpens { due: date(2026, 1, 1) }),
            (date(2026, 12, 1), Moment::WindowOpens { due: date(2027, 1, 1) }),
            (date(2026, 12, 31), Moment::AdvisedBy),
        ]
    );
    assert_eq!(permit.state_on(RuleSet::current(), date(2025, 12, 9)), Some(EndorsementState::InWindow));
    assert_eq!(permit.state_on(RuleSet::current(), date(2025, 12, 10)), Some(EndorsementState::Early));
}

#[test]
fn the_register_s_permit_has_a_history_unless_it_has_ended() {
    let permit = |status| Permit {
        issued_on: date(2023, 3, 1),
        anchor: date(2024, 3, 1),
        endorsed: 1,
        status,
        address: "示例路1号".into(),
    };
    let known = History { anchor: date(2024, 3, 1), endorsed: 1, endorsed_on: Vec::new() };
    assert_eq!(History::of(&permit(PermitStatus::InForce)), Some(known.clone()));
    assert_eq!(History::of(&permit(PermitStatus::Ended)), None);
    assert_eq!(known.state_on(RuleSet::current(), date(2025, 3, 1)), Some(EndorsementState::Early));
    assert_eq!(known.state_on(RuleSet::current(), date(2026, 3, 2)), Some(EndorsementState::Suspended));
}

#[test]
fn somebody_without_a_permit_is_told_when_the_half_year_is_full_and_when_it_is_without_the_gap() {
    let today = date(2026, 5, 1);
    let told = |periods: &[Period]| {
        dates(&entries(RuleSet::current(), &Facts { periods, ..NOTHING }, years(2026, 2026), today))
    };
    let plain = [period(date(2026, 1, 15), None)];
    assert_eq!(told(&plain), [(date(2026, 7, 15), Moment::Eligible { gap_bridged: false })]);
    let ends_before = [period(date(2026, 1, 15), Some(date(2026, 7, 14)))];
    assert_eq!(told(&ends_before), []);
    let gap = [period(date(2026, 1, 10), Some(date(2026, 4, 20))), period(date(2026, 4, 28), None)];
    assert_eq!(
        told(&gap),
        [(date(2026, 7, 10), Moment::Eligible { gap_bridged: true }), (date(2026, 10, 28), Moment::EligibleWithoutGap)]
    );
    assert_eq!(told(&[]), []);
    let permit = history(date(2020, 1, 1), &[]);
    let facts = Facts { periods: &plain, permit: Some(&permit), cases: &[] };
    assert_eq!(entries(RuleSet::current(), &facts, years(2026, 2026), today), []);
}

fn of_case(state: State, days: &CaseDays, today: Date) -> Vec<Entry> {
    let case = OpenCase { reference: "a", rules: RuleSet::current(), state, days };
    entries(RuleSet::current(), &Facts { cases: &[case], ..NOTHING }, years(2026, 2027), today)
}

#[test]
fn a_case_shows_the_clock_that_runs_and_the_reminders_of_a_correction() {
    let correction = Asked { issued_in: State::Submitted, asked_on: date(2026, 2, 10), answered_on: None };
    let mut days = CaseDays { submitted_on: date(2026, 2, 9), accepted_on: None, corrections: vec![correction] };
    let due = date(2026, 3, 9);
    let found = of_case(State::CorrectionRequested, &days, date(2026, 2, 10));
    assert_eq!(
        dates(&found),
        [
            (date(2026, 3, 6), Moment::AnswerReminder { due }),
            (date(2026, 3, 8), Moment::AnswerReminder { due }),
            (due, Moment::AnswerDue)
        ]
    );
    let ids: Vec<&str> = found.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(
        ids,
        ["a-correction-2026-02-10-reminder-3", "a-correction-2026-02-10-reminder-1", "a-correction-2026-02-10-due"]
    );
    days.corrections.clear();
    assert_eq!(dates(&of_case(State::Submitted, &days, date(2026, 2, 10))), [(date(2026, 2, 14), Moment::NoticeDue)]);
    days.accepted_on = Some(date(2026, 2, 10));
    let issue = of_case(State::UnderReview, &days, date(2026, 2, 10));
    assert_eq!((dates(&issue), issue[0].id.as_str()), (vec![(date(2026, 2, 25), Moment::IssueDue)], "a-issue"));
    assert_eq!(of_case(State::Completed, &days, date(2026, 2, 10)), []);
}

#[test]
fn a_correction_that_runs_into_a_year_without_a_calendar_says_so_in_its_reminders_too() {
    let asked_on = date(2026, 12, 25);
    let correction = Asked { issued_in: State::Submitted, asked_on, answered_on: None };
    let days = CaseDays { submitted_on: date(2026, 12, 24), accepted_on: None, corrections: vec![correction] };
    let found = of_case(State::CorrectionRequested, &days, asked_on);
    assert!(found.iter().any(|entry| matches!(entry.moment, Moment::AnswerReminder { .. })));
    assert!(found.iter().all(|entry| !entry.calendar_known), "{found:?}");
}

#[test]
fn the_issue_deadline_keeps_its_identifier_when_a_pause_moves_it() {
    let mut days =
        CaseDays { submitted_on: date(2026, 3, 2), accepted_on: Some(date(2026, 3, 2)), corrections: Vec::new() };
    let before = of_case(State::UnderReview, &days, date(2026, 3, 2));
    let answered_on = Some(date(2026, 3, 14));
    days.corrections.push(Asked { issued_in: State::UnderReview, asked_on: date(2026, 3, 9), answered_on });
    let after = of_case(State::UnderReview, &days, date(2026, 3, 14));
    assert_eq!((before[0].on, after[0].on), (date(2026, 3, 17), date(2026, 3, 23)));
    assert_eq!(before[0].id, after[0].id);
}

#[test]
fn every_entry_has_words_in_both_languages_and_says_where_its_day_may_move() {
    let due = date(2027, 1, 1);
    for moment in [
        Moment::Eligible { gap_bridged: false },
        Moment::Eligible { gap_bridged: true },
        Moment::EligibleWithoutGap,
        Moment::WindowOpens { due },
        Moment::AdvisedBy,
        Moment::EndorsementDue,
        Moment::SuspendedFrom,
        Moment::SuspendedTo { days_lost: 150 },
        Moment::NoticeDue,
        Moment::AnswerReminder { due },
        Moment::AnswerDue,
        Moment::IssueDue,
    ] {
        let entry = Entry { id: "a".to_owned(), on: due, moment, calendar_known: true };
        let english = explain::entry(&entry, Locale::En);
        assert!(english.is_ascii() && !english.is_empty(), "{english}");
        let chinese = explain::entry(&entry, Locale::ZhCn);
        assert!(!chinese.is_empty() && !chinese.is_ascii(), "{chinese}");
        let unsure = Entry { calendar_known: false, ..entry };
        assert!(explain::entry(&unsure, Locale::ZhCn).contains("可能顺延"));
        assert!(explain::entry(&unsure, Locale::En).contains("not published yet"));
    }
    let lost =
        Entry { id: "a".to_owned(), on: due, moment: Moment::SuspendedTo { days_lost: 150 }, calendar_known: true };
    assert!(explain::entry(&lost, Locale::ZhCn).contains("150 天"));
}

#[test]
fn days_that_end_before_they_begin_are_an_error() {
    assert_eq!(Days::new(date(2026, 1, 2), date(2026, 1, 1)), Err(Backwards));
    assert!(Days::new(date(2026, 1, 1), date(2026, 1, 1)).is_ok());
}

#[test]
fn at_the_ends_of_the_calendar_nothing_overlaps() {
    for anchor in [Date::MIN, date(9998, 12, 31), date(9999, 12, 1), Date::MAX] {
        let permit = History { anchor, endorsed: u32::MAX, endorsed_on: vec![Date::MIN, Date::MAX] };
        for first in [Date::MIN, date(9999, 11, 1), Date::MAX] {
            let days = Days::new(first, Date::MAX).unwrap();
            partitions(&permit.spans(RuleSet::current(), days), days);
            of_permit(&permit, days);
        }
    }
}

fn partitions(spans: &[Span], days: Days) {
    assert_eq!(spans.first().map(|span| span.first), Some(days.first()));
    assert_eq!(spans.last().map(|span| span.last), Some(days.last()));
    assert!(spans.iter().all(|span| span.first <= span.last), "{spans:?}");
    for pair in spans.windows(2) {
        assert_eq!(add_days(pair[0].last, 1), pair[1].first);
        assert_ne!(pair[0].state, pair[1].state);
    }
}

fn any_history() -> impl Strategy<Value = History> {
    (0i32..1_000, 0u32..3, prop::collection::vec(-100i32..2_500, 0..6)).prop_map(|(start, endorsed, endorsed_on)| {
        let anchor = add_days(date(2023, 1, 1), start);
        History { anchor, endorsed, endorsed_on: endorsed_on.into_iter().map(|n| add_days(anchor, n)).collect() }
    })
}

fn any_days() -> impl Strategy<Value = Days> {
    (-200i32..3_000, 0i32..900).prop_map(|(start, length)| {
        let first = add_days(date(2023, 1, 1), start);
        Days::new(first, add_days(first, length)).unwrap_or_else(|_| unreachable!("not backwards"))
    })
}

/// The state on a day by replaying the endorsements up to it, one after the other.
fn replayed(permit: &History, day: Date) -> Option<EndorsementState> {
    let rules = RuleSet::current();
    let mut made: Vec<Date> = permit.endorsed_on.iter().copied().filter(|made| *made <= day).collect();
    made.sort_unstable();
    let (mut anchor, mut endorsed) = (permit.anchor, permit.endorsed);
    for on in made {
        if make_up(rules, anchor, endorsed, on).is_some() {
            (anchor, endorsed) = (on, 0);
        } else if on >= cycle(rules, anchor, endorsed).open {
            endorsed += 1;
        }
    }
    (day >= permit.anchor).then(|| cycle(rules, anchor, endorsed).state(day))
}

proptest! {
    #[test]
    fn spans_cut_the_days_without_hole_or_overlap_and_agree_with_the_cycle_on_every_day(
        permit in any_history(),
        days in any_days(),
    ) {
        let rules = RuleSet::current();
        let spans = permit.spans(rules, days);
        partitions(&spans, days);
        for n in 0..=days_between(days.first(), days.last()) {
            let day = add_days(days.first(), n);
            let state = replayed(&permit, day);
            let span = spans.iter().find(|span| span.first <= day && day <= span.last);
            prop_assert_eq!(span.map(|span| span.state), Some(state), "{}", day);
            prop_assert_eq!(permit.state_on(rules, day), state, "{}", day);
        }
    }

    #[test]
    fn entries_lie_within_the_days_in_order_and_never_share_an_identifier(
        permit in prop::option::of(any_history()),
        registered in prop::collection::vec((0i32..1_500, prop::option::of(0i32..300)), 0..4),
        days in any_days(),
        submitted in 0i32..1_500,
        state in prop::sample::select(State::ALL),
    ) {
        let periods: Vec<Period> = registered
            .into_iter()
            .map(|(start, length)| {
                let first = add_days(date(2023, 1, 1), start);
                period(first, length.map(|length| add_days(first, length)))
            })
            .collect();
        let submitted_on = add_days(date(2023, 1, 1), submitted);
        let asked = Asked { issued_in: State::UnderReview, asked_on: add_days(submitted_on, 3), answered_on: None };
        let case_days = CaseDays { submitted_on, accepted_on: Some(submitted_on), corrections: vec![asked] };
        let case = OpenCase { reference: "a", rules: RuleSet::current(), state, days: &case_days };
        let facts = Facts { periods: &periods, permit: permit.as_ref(), cases: &[case] };
        let found = entries(RuleSet::current(), &facts, days, days.last());
        prop_assert!(found.iter().all(|entry| days.contains(entry.on)));
        prop_assert!(found.is_sorted_by_key(|entry| entry.on));
        let ids: BTreeSet<&str> = found.iter().map(|entry| entry.id.as_str()).collect();
        prop_assert_eq!(ids.len(), found.len());
        // A part of the days shows a part of the entries.
        let half = Days::new(days.first(), add_days(days.first(), days_between(days.first(), days.last()) / 2)).unwrap();
        let part: Vec<Entry> = found.iter().filter(|entry| half.contains(entry.on)).cloned().collect();
        prop_assert_eq!(entries(RuleSet::current(), &facts, half, days.last()), part);
    }

    #[test]
    fn the_first_suspended_day_is_told_for_every_suspension(permit in any_history()) {
        let days = years(2022, 2040);
        let told: BTreeSet<Date> = of_permit(&permit, days)
            .into_iter()
            .filter(|entry| entry.moment == Moment::SuspendedFrom)
            .map(|entry| entry.on)
            .collect();
        let spans = permit.spans(RuleSet::current(), days);
        let suspended = spans.iter().filter(|span| span.state == Some(EndorsementState::Suspended));
        prop_assert_eq!(told, suspended.map(|span| span.first).collect::<BTreeSet<_>>());
    }

    #[test]
    fn whoever_is_told_to_be_eligible_is_so_on_that_day(start in 0i32..300, gap in 1i32..15, today in 0i32..200) {
        let first = add_days(date(2026, 1, 1), start % 60);
        let last = add_days(first, 60);
        let second = add_days(last, gap + 1);
        let periods = [period(first, Some(last)), period(second, None)];
        let today = add_days(second, today);
        let facts = Facts { periods: &periods, ..NOTHING };
        for entry in entries(RuleSet::current(), &facts, years(2026, 2027), today) {
            let found = residence::assess(RuleSet::current(), &periods, entry.on);
            let wanted = if entry.moment == (Moment::Eligible { gap_bridged: true }) {
                rules::verdict::Outcome::Review
            } else {
                rules::verdict::Outcome::Met
            };
            prop_assert_eq!(found.outcome, wanted);
        }
    }
}
