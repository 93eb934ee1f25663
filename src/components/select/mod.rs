//! One of many, by the browser's own list.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{html, prelude::*};

use super::{
    MaybeText,
    choice::Choice,
    field::{FieldControl, field_control},
    icon::{Icon, IconName},
};

/// A native select. Stands in a [`Field`](super::field::Field).
#[component]
pub fn Select(
    /// The chosen answer's value, empty while nothing is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Called with the value of what is chosen.
    #[prop(into)]
    on_change: Callback<String>,
    /// What the list says while nothing is chosen ("请选择").
    #[prop(optional, into)]
    placeholder: MaybeText,
    /// What browsers may fill in: `address-level1`.
    #[prop(default = "off")]
    autocomplete: &'static str,
) -> impl IntoView {
    let control = field_control();
    let (aria_invalid, aria_required) = (control.aria_invalid(), control.aria_required());
    let FieldControl { id, described_by, .. } = control;
    let options = move || {
        let chosen = value.get();
        choices
            .get()
            .into_iter()
            .map(|Choice { value, label, .. }| {
                let selected = value == chosen;
                view! { <option value=value selected=selected>{label}</option> }
            })
            .collect_view()
    };
    // Where both change at once, the value may have come before the entry that it chooses.
    let list = NodeRef::<html::Select>::new();
    Effect::new(move |_| {
        choices.track();
        value.with(|value| list.get().inspect(|list| list.set_value(value)));
    });
    view! {
        <div class="select">
            <select
                class="text-input"
                node_ref=list
                id=id
                autocomplete=autocomplete
                aria-describedby=described_by
                aria-invalid=aria_invalid
                aria-required=aria_required
                prop:value=value
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                {move || {
                    placeholder.get().map(|words| view! { <option value="" selected=value.get().is_empty()>{words}</option> })
                }}
                {options}
            </select>
            <Icon name=IconName::ChevronDown/>
        </div>
    }
    .into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{field::Field, testing::*};

    #[test]
    fn the_chosen_answer_is_selected() {
        let html = html(|| {
            let choices = vec![Choice::new("510107", "武侯区"), Choice::new("510104", "锦江区")];
            view! {
                <Field id="district" label="区（市）县">
                    <Select value="510104" choices on_change=|_| () placeholder="请选择"/>
                </Field>
            }
        });
        assert!(tag(&html, "value=\"510104\"").contains("selected"));
        assert!(!tag(&html, "value=\"510107\"").contains("selected"));
        assert!(tag(&html, "id=\"district\"").starts_with("select"));
    }
}
