//! Large words and targets.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{Text, icon::IconName, switch::Switch};

/// A [`Switch`] for the version with large words. The one who uses it keeps the choice and sets `data-elder`.
#[component]
pub fn ElderSwitch(
    /// The control's identifier.
    #[prop(into)]
    id: String,
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
        <div class="elder-switch">
            <Switch id checked=on on_change icon=IconName::TextSize>{label}</Switch>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_switch_says_whether_it_is_on() {
        let switch = |on: bool| html(move || view! { <ElderSwitch id="elder" on label="大字版" on_change=|_| ()/> });
        assert!(!tag(&switch(false), "role=\"switch\"").contains(" checked"));
        assert!(tag(&switch(true), "role=\"switch\"").contains(" checked"));
        assert_eq!(words(&switch(true)), "大字版");
    }
}
