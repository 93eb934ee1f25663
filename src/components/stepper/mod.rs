//! A small number, counted up and down.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement};

use super::{
    MaybeText, Text,
    field::{FieldControl, field_control},
    icon::{Icon, IconName},
};

/// The words of a [`Stepper`]'s buttons. Their names for screen readers, so they say what is counted.
#[derive(Clone, Copy, Debug)]
pub struct StepperWords {
    /// "少一人".
    pub less: Text,
    /// "多一人".
    pub more: Text,
}

/// A native number input between two buttons. Stands in a [`Field`](super::field::Field).
///
/// Keys: digits; Up and Down count by one `step`. The buttons are for fingers and are no stops of the Tab key, since
/// they do what the arrow keys do; at the least or the most they stay where they are and do nothing. A screen reader
/// hears a spin button with label and value, and the new value after a press of a button. The mouse wheel turns the
/// page and never the number.
#[component]
pub fn Stepper(
    /// The number.
    #[prop(into)]
    value: Signal<u32>,
    /// Called with the new number, which is always within the limits.
    #[prop(into)]
    on_change: Callback<u32>,
    /// The least there may be.
    #[prop(optional)]
    min: u32,
    /// The most there may be.
    max: u32,
    /// How much a press counts.
    #[prop(default = 1)]
    step: u32,
    /// What is counted, after the number: "人".
    #[prop(optional, into)]
    unit: MaybeText,
    /// The buttons' words.
    words: StepperWords,
) -> impl IntoView {
    let control = field_control();
    let (aria_invalid, aria_required) = (control.aria_invalid(), control.aria_required());
    let FieldControl { id, described_by, .. } = control;
    let pressed = RwSignal::new(None::<String>);
    let press = move |next: u32| {
        if next != value.get_untracked() {
            on_change.run(next);
            pressed.set(Some(with_unit(next, unit.get_untracked())));
        }
    };
    let less = move |_| press(value.get_untracked().saturating_sub(step).max(min));
    let more = move |_| press(value.get_untracked().saturating_add(step).min(max));
    let written = move |event: web_sys::Event| {
        // What is on its way to a number, such as nothing at all, is left alone until the input is left.
        if let Some(number) = number_in(&event_target_value(&event), min, max) {
            on_change.run(number);
        }
    };
    let left = move |event: web_sys::Event| {
        let (input, number) = (event_target::<HtmlInputElement>(&event), value.get_untracked());
        if number_in(&input.value(), min, max).is_none() {
            // What is no number within the limits goes back to the last one that was, and is said to.
            input.set_value(&number.to_string());
            pressed.set(Some(with_unit(number, unit.get_untracked())));
        }
    };
    view! {
        <div class="stepper">
            <button
                class="stepper-button"
                type="button"
                tabindex="-1"
                aria-label=move || words.less.get()
                aria-disabled=move || (value.get() <= min).then_some("true")
                on:click=less
            >
                <Icon name=IconName::Minus/>
            </button>
            <input
                class="text-input stepper-input"
                id=id
                type="number"
                inputmode="numeric"
                autocomplete="off"
                min=min.to_string()
                max=max.to_string()
                step=step.to_string()
                aria-describedby=described_by
                aria-invalid=aria_invalid
                aria-required=aria_required
                value=value.get_untracked().to_string()
                prop:value=move || value.get().to_string()
                on:input=written
                on:change=left
                on:wheel=move |event| {
                    let _ = event_target::<HtmlElement>(&event).blur();
                }
            />
            <button
                class="stepper-button"
                type="button"
                tabindex="-1"
                aria-label=move || words.more.get()
                aria-disabled=move || (value.get() >= max).then_some("true")
                on:click=more
            >
                <Icon name=IconName::Plus/>
            </button>
            {move || unit.get().map(|words| view! { <span class="stepper-unit">{words}</span> })}
            <span class="visually-hidden" role="status">{pressed}</span>
        </div>
    }
    .into_any()
}

/// The number that is written, where it is one within the limits.
fn number_in(written: &str, min: u32, max: u32) -> Option<u32> {
    written.trim().parse().ok().filter(|number| (min..=max).contains(number))
}

fn with_unit(number: u32, unit: Option<String>) -> String {
    unit.map_or_else(|| number.to_string(), |unit| format!("{number} {unit}"))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{field::Field, testing::*};

    fn people(value: u32) -> String {
        html(move || {
            let words = StepperWords { less: "少一人".into(), more: "多一人".into() };
            view! {
                <Field id="people" label="一起住的人数" required=true>
                    <Stepper value on_change=|_| () min=1 max=6 unit="人" words/>
                </Field>
            }
        })
    }

    #[test]
    fn a_stepper_is_a_native_number_input_with_its_limits() {
        let html = people(3);
        let input = tag(&html, "id=\"people\"");
        for part in ["type=\"number\"", "min=\"1\"", "max=\"6\"", "value=\"3\"", "aria-required=\"true\""] {
            assert!(input.contains(part), "{part} is missing in {input}");
        }
    }

    #[test]
    fn a_button_that_can_do_nothing_more_says_so_and_can_still_take_the_focus() {
        let (least, most) = (people(1), people(6));
        assert!(tag(&least, "aria-label=\"少一人\"").contains("aria-disabled=\"true\""));
        assert!(!tag(&least, "aria-label=\"多一人\"").contains("aria-disabled"));
        assert!(tag(&most, "aria-label=\"多一人\"").contains("aria-disabled=\"true\""));
        assert!(!tag(&most, "aria-label=\"多一人\"").contains(" disabled"));
    }

    #[test]
    fn only_numbers_within_the_limits_are_handed_on() {
        assert_eq!(number_in(" 4 ", 1, 6), Some(4));
        for wrong in ["", "0", "7", "-1", "1.5", "1e3", "四"] {
            assert_eq!(number_in(wrong, 1, 6), None, "{wrong}");
        }
    }
}
