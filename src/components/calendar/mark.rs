//! What falls on days and ranges of days.

use jiff::civil::Date;
use leptos::prelude::*;

use super::{Text, Tone};

/// A day or a range of days that means something.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The first day.
    pub first: Date,
    /// The last day, the same one for a single day.
    pub last: Date,
    /// What it means: "可以申领", "签注期". Read out with the day, and in the legend.
    pub words: Text,
    /// How it looks.
    pub tone: Tone,
}

impl Mark {
    /// One day.
    pub fn day<M>(day: Date, words: impl IntoReactiveValue<Text, M>, tone: Tone) -> Self {
        Self::range(day, day, words, tone)
    }

    /// The days from the first to the last.
    pub fn range<M>(first: Date, last: Date, words: impl IntoReactiveValue<Text, M>, tone: Tone) -> Self {
        Self { first, last, words: words.into_reactive_value(), tone }
    }

    /// It falls on this day.
    pub(super) fn is_on(&self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The value of `data-part`, which the styles read: where in the range the day is.
    pub(super) fn part(&self, day: Date) -> &'static str {
        match (day == self.first, day == self.last) {
            (true, true) => "whole",
            (true, false) => "first",
            (false, true) => "last",
            (false, false) => "within",
        }
    }
}

/// What the marks mean, each line a button that turns to its month.
#[component]
pub fn Legend(
    /// The marks.
    marks: Signal<Vec<Mark>>,
    /// Called with a mark's first day.
    #[prop(into)]
    on_show: Callback<Date>,
    /// A day in full.
    day_words: Callback<Date, String>,
) -> impl IntoView {
    let lines = move || {
        marks
            .get()
            .into_iter()
            .map(|Mark { first, last, words, tone }| {
                let days = move || {
                    let first_words = day_words.run(first);
                    if first == last { first_words } else { format!("{first_words} – {}", day_words.run(last)) }
                };
                view! {
                    <li>
                        <button class="calendar-legend-line" type="button" on:click=move |_| on_show.run(first)>
                            <span class="calendar-swatch" data-tone=tone.name() data-range=(first != last).then_some("") aria-hidden="true"></span>
                            <span>
                                <span class="calendar-legend-words">{words}</span>
                                " "
                                <span class="calendar-legend-days">{days}</span>
                            </span>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! { <ul class="calendar-legend">{lines}</ul> }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_range_has_both_its_ends_and_nothing_beyond_them() {
        Owner::new().with(|| {
            let window = Mark::range(date(2026, 6, 15), date(2026, 7, 14), "签注期", Tone::Info);
            assert!(window.is_on(date(2026, 6, 15)) && window.is_on(date(2026, 7, 14)));
            assert!(!window.is_on(date(2026, 6, 14)) && !window.is_on(date(2026, 7, 15)));
            let part = |month, day| window.part(date(2026, month, day));
            assert_eq!([part(6, 15), part(6, 30), part(7, 14)], ["first", "within", "last"]);
            assert_eq!(Mark::day(date(2026, 7, 15), "可以申领", Tone::Ok).part(date(2026, 7, 15)), "whole");
        });
    }
}
