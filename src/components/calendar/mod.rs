//! A month with its days: what falls on them, and which one is chosen.

#[cfg(feature = "gallery")]
pub mod stories;

mod grid;
mod keys;
mod mark;
mod month;

use jiff::civil::Date;
use leptos::prelude::*;

use self::{grid::Weeks, mark::Legend};
pub use self::{mark::Mark, month::Month};
use super::{
    Text,
    icon::{Icon, IconName},
    tone::Tone,
};

/// The calendar's words, which follow the language.
#[derive(Clone, Copy)]
pub struct CalendarWords {
    /// A month by any of its days: "2026年7月".
    pub month: Callback<Date, String>,
    /// A day in full, as it is read out: "2026年7月15日 星期三".
    pub day: Callback<Date, String>,
    /// Monday to Sunday as they stand over the columns: "一".
    pub weekdays: Signal<[String; 7]>,
    /// The same in full, as they are read out: "星期一".
    pub weekdays_in_full: Signal<[String; 7]>,
    /// On the button to the month before: "上个月".
    pub before: Text,
    /// On the button to the month after: "下个月".
    pub after: Text,
    /// Beside the day of today, for screen readers: "今天".
    pub today: Text,
}

/// One month at a time, weeks from Monday, with marked days and ranges and a legend that says what they are. Without
/// `on_choose` it is for reading alone; with it a day can be chosen.
///
/// Keys: Tab comes to the buttons for the months, to the grid, and to each line of the legend, which turns to the month
/// it is about. In the grid of a calendar to choose from, the arrow keys go by day and week, Home and End to Monday and
/// Sunday, Page Up and Page Down by month, with Shift by year; Enter or Space chooses. The grid is one stop of the Tab
/// key. A calendar for reading takes no key in the grid.
///
/// A screen reader hears the month when it turns; of each day its date in full, whether it is today, and what is marked
/// on it. A calendar for reading is an ordinary table, and its legend says everything that the table shows.
#[component]
pub fn Calendar(
    /// The beginning of the identifiers in it.
    #[prop(into)]
    id: String,
    /// What the calendar is of: "申领和签注的日子".
    #[prop(into)]
    label: Text,
    /// The day whose month is shown first, where none is chosen.
    opens_at: Date,
    /// Today in Chengdu; none where it does not matter.
    #[prop(optional, into)]
    today: Signal<Option<Date>>,
    /// What falls on days and ranges. Of several on one day, the last one's tone is shown and all are read out.
    #[prop(optional, into)]
    marks: Signal<Vec<Mark>>,
    /// The day that is chosen.
    #[prop(optional, into)]
    chosen: Signal<Option<Date>>,
    /// Called with the day to choose.
    #[prop(optional, into)]
    on_choose: Option<Callback<Date>>,
    /// The first day that can be chosen.
    #[prop(default = Signal::stored(Date::MIN), into)]
    min: Signal<Date>,
    /// The last day that can be chosen.
    #[prop(default = Signal::stored(Date::MAX), into)]
    max: Signal<Date>,
    /// Its words.
    words: CalendarWords,
) -> impl IntoView {
    // The day at which the keyboard is; its month is the one that is shown.
    let at = RwSignal::new(chosen.get_untracked().unwrap_or(opens_at));
    let month = Memo::new(move |_| Month::of(at.get()));
    let turn = move |months: i32| at.update(|day| *day = keys::by_months(*day, months));
    let month_id = format!("{id}-month");
    let grid = grid::GridState { at, today, marks, chosen, on_choose, min, max, words };
    view! {
        <section class="calendar" aria-label=move || label.get()>
            <div class="calendar-head">
                <button class="calendar-turn" type="button" aria-label=move || words.before.get() on:click=move |_| turn(-1)>
                    <Icon name=IconName::ChevronLeft/>
                </button>
                <p class="calendar-month" id=month_id.clone() aria-live="polite">{move || words.month.run(month.get().first())}</p>
                <button class="calendar-turn" type="button" aria-label=move || words.after.get() on:click=move |_| turn(1)>
                    <Icon name=IconName::ChevronRight/>
                </button>
            </div>
            <Weeks id named_by=month_id month state=grid/>
            <Legend marks on_show=move |day| at.set(day) day_words=words.day/>
        </section>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
