//! One line of text, or several.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::field::{FieldControl, field_control};

/// A native text input. Stands in a [`Field`](super::field::Field).
#[component]
pub fn TextInput(
    /// What is written in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each change, with all that is written.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when the input is left: the moment to say what is wrong with it.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// `text`, `email`, `search`, `tel`.
    #[prop(default = "text")]
    kind: &'static str,
    /// Which keyboard a phone shows: `numeric`, `tel`, `email`.
    #[prop(optional)]
    input_mode: Option<&'static str>,
    /// What browsers and password managers may fill in: `name`, `street-address`, `one-time-code`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Which letters a phone's keyboard makes capitals by itself: `characters` for numbers that have letters in them.
    #[prop(optional)]
    autocapitalize: Option<&'static str>,
    /// The most characters that may be written.
    #[prop(optional)]
    max_length: Option<u16>,
    /// Spelling is checked. Off for names and numbers.
    #[prop(optional)]
    spellcheck: bool,
    /// Can be read and copied, but not changed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
    /// How much is asked for, told by the input's width: `short`, `medium` or `full`.
    #[prop(default = "full")]
    width: &'static str,
) -> impl IntoView {
    let control = field_control();
    let (aria_invalid, aria_required) = (control.aria_invalid(), control.aria_required());
    let FieldControl { id, described_by, .. } = control;
    view! {
        <input
            class="text-input"
            id=id
            type=kind
            inputmode=input_mode
            autocomplete=autocomplete
            autocapitalize=autocapitalize
            maxlength=max_length.map(|most| most.to_string())
            spellcheck=if spellcheck { "true" } else { "false" }
            readonly=readonly
            data-width=width
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

/// Tells that a control is left. Browsers say so, too, of one that is taken away with the whole page while it has the
/// focus, and then nobody is there any more to be told.
pub(super) fn left(on_leave: Callback<()>) {
    let _ = on_leave.try_run(());
}

/// A native text area. Stands in a [`Field`](super::field::Field).
#[component]
pub fn TextArea(
    /// What is written in it.
    #[prop(into)]
    value: Signal<String>,
    /// Called at each change, with all that is written.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called when it is left.
    #[prop(into, default = Callback::new(|()| ()))]
    on_leave: Callback<()>,
    /// Can be read and copied, but not changed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
    /// Lines shown at once.
    #[prop(default = 4)]
    rows: u8,
    /// The most characters that may be written.
    #[prop(optional)]
    max_length: Option<u16>,
    /// What browsers may fill in: `street-address`.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let control = field_control();
    let (aria_invalid, aria_required) = (control.aria_invalid(), control.aria_required());
    let FieldControl { id, described_by, .. } = control;
    view! {
        <textarea
            class="text-input"
            id=id
            readonly=readonly
            rows=rows.to_string()
            autocomplete=autocomplete
            maxlength=max_length.map(|most| most.to_string())
            aria-describedby=described_by
            aria-invalid=aria_invalid
            aria-required=aria_required
            prop:value=value
            on:input=move |event| on_input.run(event_target_value(&event))
            on:blur=move |_| left(on_leave)
        >
            {value.get_untracked()}
        </textarea>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{field::Field, testing::*};

    #[test]
    fn an_input_asks_the_phone_for_the_right_keyboard() {
        let html = html(|| {
            view! {
                <Field id="code" label="短信验证码">
                    <TextInput value="" on_input=|_| () input_mode="numeric" autocomplete="one-time-code" max_length=6/>
                </Field>
            }
        });
        let input = tag(&html, "id=\"code\"");
        assert!(input.contains("inputmode=\"numeric\"") && input.contains("autocomplete=\"one-time-code\""));
        assert!(input.contains("maxlength=\"6\""));
    }

    #[test]
    fn a_text_area_shows_what_was_written() {
        let html = html(|| {
            view! {
                <Field id="why" label="说明">
                    <TextArea value="搬家期间住在亲戚家" on_input=|_| ()/>
                </Field>
            }
        });
        assert!(tag(&html, "id=\"why\"").starts_with("textarea"));
        assert!(words(&html).contains("搬家期间住在亲戚家"));
    }
}
