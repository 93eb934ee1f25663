//! Large words and targets.

use leptos::prelude::*;

use super::{
    Text,
    icon::{Icon, IconName},
};

/// A switch for the version with large words. The one who uses it keeps the choice and sets `data-elder`.
#[component]
pub fn ElderSwitch(
    /// It is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Such as "大字版".
    #[prop(into)]
    label: Text,
    /// Called with the new state.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <button
            class="elder-switch"
            type="button"
            role="switch"
            aria-checked=move || if on.get() { "true" } else { "false" }
            on:click=move |_| on_change.run(!on.get_untracked())
        >
            <Icon name=IconName::TextSize/>
            <span>{label}</span>
            <span class="elder-switch-track" aria-hidden="true"></span>
        </button>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_switch_says_whether_it_is_on() {
        let switch = |on: bool| html(move || view! { <ElderSwitch on label="大字版" on_change=|_| ()/> });
        assert!(tag(&switch(false), "role=\"switch\"").contains("aria-checked=\"false\""));
        assert!(tag(&switch(true), "role=\"switch\"").contains("aria-checked=\"true\""));
    }
}
