//! A day, by the browser's own calendar.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    field::{FieldControl, field_control},
    text_input::left,
};

/// A native date input. Stands in a [`Field`](super::field::Field). Days are `YYYY-MM-DD`, empty while incomplete.
#[component]
pub fn DateInput(
    /// The day.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the day, or with nothing in it once it is cleared.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when it is left.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// The first day that can be chosen.
    #[prop(optional, into)]
    min: MaybeDay,
    /// The last day that can be chosen.
    #[prop(optional, into)]
    max: MaybeDay,
    /// `bday` for a birthday, which browsers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let control = field_control();
    let (aria_invalid, aria_required) = (control.aria_invalid(), control.aria_required());
    let FieldControl { id, described_by, .. } = control;
    view! {
        <input
            class="text-input"
            id=id
            type="date"
            autocomplete=autocomplete
            data-width="medium"
            min=min
            max=max
            aria-describedby=described_by
            aria-invalid=aria_invalid
            aria-required=aria_required
            value=value.get_untracked()
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            on:blur=move |_| left(on_leave)
        />
    }
    .into_any()
}

/// A day as `YYYY-MM-DD`, or none.
pub type MaybeDay = Signal<Option<String>>;

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{field::Field, testing::*};

    #[test]
    fn a_day_is_asked_for_by_the_native_calendar_within_its_limits() {
        let html = html(|| {
            view! {
                <Field id="since" label="登记日期">
                    <DateInput value="2026-01-15" on_input=|_| () max="2026-07-14"/>
                </Field>
            }
        });
        let input = tag(&html, "id=\"since\"");
        assert!(input.contains("type=\"date\"") && input.contains("max=\"2026-07-14\""));
        assert!(input.contains("value=\"2026-01-15\"") && !input.contains("min="));
    }
}
