//! The weeks of the month that is shown.

use jiff::civil::Date;
use leptos::{html, prelude::*};
use web_sys::KeyboardEvent;

use super::{CalendarWords, Mark, Month, keys::target};
use crate::components::{direction::is_rtl, focus::focus_by_id, visually_hidden::VisuallyHidden};

/// What the days of the grid depend on.
#[derive(Clone, Copy)]
pub struct GridState {
    pub at: RwSignal<Date>,
    pub today: Signal<Option<Date>>,
    pub marks: Signal<Vec<Mark>>,
    pub chosen: Signal<Option<Date>>,
    pub on_choose: Option<Callback<Date>>,
    pub min: Signal<Date>,
    pub max: Signal<Date>,
    pub words: CalendarWords,
}

impl GridState {
    fn can_choose(&self, day: Date) -> bool {
        (self.min.get()..=self.max.get()).contains(&day)
    }
}

/// The table.
#[component]
pub fn Weeks(
    /// The beginning of the days' identifiers.
    id: String,
    /// The identifier of the month's name.
    named_by: String,
    /// The month.
    month: Memo<Month>,
    /// What the days depend on.
    state: GridState,
) -> impl IntoView {
    let table = NodeRef::<html::Table>::new();
    let choosing = state.on_choose.is_some();
    let prefix = StoredValue::new(id);
    let press = move |event: KeyboardEvent| {
        let rtl = table.get_untracked().is_some_and(|table| is_rtl(&table));
        let to = target(&event.key(), event.shift_key(), state.at.get_untracked(), rtl);
        if let Some(day) = to.filter(|_| choosing) {
            event.prevent_default();
            state.at.set(day);
            // The month may have turned, and its days are there with the next frame.
            request_animation_frame(move || {
                if let Some(id) = prefix.try_with_value(|prefix| day_id(prefix, day)) {
                    focus_by_id(&id);
                }
            });
        }
    };
    let head = move || {
        let columns = state.words.weekdays.get().into_iter().zip(state.words.weekdays_in_full.get());
        columns
            .map(|(short, full)| view! { <th class="calendar-weekday" scope="col" abbr=full.clone() aria-label=full>{short}</th> })
            .collect_view()
    };
    let rows = move || {
        let weeks = month.get().weeks().into_iter();
        weeks
            .map(|week| {
                let days = week.into_iter().map(|day| match day {
                    Some(day) => {
                        view! { <Day id=prefix.with_value(|prefix| day_id(prefix, day)) day state/> }.into_any()
                    }
                    None => view! { <td class="calendar-day" role=choosing.then_some("gridcell")></td> }.into_any(),
                });
                view! { <tr>{days.collect_view()}</tr> }
            })
            .collect_view()
    };
    view! {
        <table
            class="calendar-grid"
            role=choosing.then_some("grid")
            aria-labelledby=named_by
            node_ref=table
            on:keydown=press
        >
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn day_id(prefix: &str, day: Date) -> String {
    format!("{prefix}-{day}")
}

/// One day.
#[component]
fn Day(id: String, day: Date, state: GridState) -> impl IntoView {
    let GridState { at, today, marks, chosen, on_choose, words, .. } = state;
    let shown = move || marks.with(|marks| marks.iter().rfind(|mark| mark.is_on(day)).cloned());
    let tone = move || shown().map(|mark| mark.tone.name());
    let part = move || shown().map(|mark| mark.part(day));
    // The spoken words are beside the number and not its label, so that the number itself can be found and read.
    let spoken = move || {
        let is_today = (today.get() == Some(day)).then(|| words.today.get());
        let marked = marks
            .with(|marks| marks.iter().filter(|mark| mark.is_on(day)).map(|mark| mark.words.get()).collect::<Vec<_>>());
        std::iter::once(words.day.run(day)).chain(is_today).chain(marked).collect::<Vec<_>>().join(", ")
    };
    let is_today = move || (today.get() == Some(day)).then_some("date");
    let number = view! {
        <span class="calendar-number" aria-hidden="true">{day.day().to_string()}</span>
        <VisuallyHidden>{spoken}</VisuallyHidden>
    };
    match on_choose {
        None => view! {
            <td class="calendar-day" data-tone=tone data-part=part aria-current=is_today>
                <time datetime=day.to_string()>{number}</time>
            </td>
        }
        .into_any(),
        Some(on_choose) => {
            let is_chosen = Memo::new(move |_| chosen.get() == Some(day));
            let is_at = Memo::new(move |_| at.get() == day);
            let choose = move |_| {
                at.set(day);
                if untrack(|| state.can_choose(day)) {
                    on_choose.run(day);
                }
            };
            view! {
                <td
                    class="calendar-day"
                    role="gridcell"
                    data-tone=tone
                    data-part=part
                    aria-selected=move || if is_chosen.get() { "true" } else { "false" }
                >
                    <button
                        class="calendar-choose"
                        id=id
                        type="button"
                        tabindex=move || if is_at.get() { "0" } else { "-1" }
                        aria-current=is_today
                        aria-disabled=move || (!state.can_choose(day)).then_some("true")
                        on:click=choose
                    >
                        {number}
                    </button>
                </td>
            }
            .into_any()
        }
    }
}
