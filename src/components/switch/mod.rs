//! On or off, at once.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    MaybeText,
    field::Hint,
    icon::{Icon, IconName},
};

/// A native checkbox that is a switch: what it says happens when it is moved, not when something is sent. For what is
/// agreed to and then sent there is the [`Checkbox`](super::checkbox::Checkbox).
///
/// Keys: Space moves it. A screen reader hears its words, "switch", and on or off; the hint is its description.
#[component]
pub fn Switch(
    /// The control's identifier; its hint is `…-hint`.
    #[prop(into)]
    id: String,
    /// It is on.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called with the new state. `checked` stays the truth: where it does not follow, the switch goes back.
    #[prop(into)]
    on_change: Callback<bool>,
    /// A picture before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// What it does, or why it cannot be moved.
    #[prop(optional, into)]
    hint: MaybeText,
    /// Cannot be moved now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What is on or off.
    children: Children,
) -> impl IntoView {
    let described_by = {
        let id = format!("{id}-hint");
        move || hint.with(Option::is_some).then(|| id.clone())
    };
    let change = move |event: web_sys::Event| {
        on_change.run(event_target_checked(&event));
        event_target::<web_sys::HtmlInputElement>(&event).set_checked(checked.get_untracked());
    };
    view! {
        <div class="switch">
            <label class="switch-row" for=id.clone()>
                {icon.map(|name| view! { <Icon name/> })}
                <span class="switch-words">{children()}</span>
                <input
                    class="switch-control"
                    id=id.clone()
                    type="checkbox"
                    role="switch"
                    disabled=disabled
                    aria-describedby=described_by
                    checked=checked.get_untracked()
                    prop:checked=checked
                    on:change=change
                />
            </label>
            <Hint id hint/>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn switch(checked: bool) -> String {
        html(move || {
            view! { <Switch id="read-aloud" checked on_change=|_| () hint=Signal::stored(Some("用系统的声音".to_owned()))>"朗读"</Switch> }
        })
    }

    #[test]
    fn a_switch_is_a_native_checkbox_that_says_it_is_a_switch() {
        let control = tag(&switch(false), "id=\"read-aloud\"");
        assert!(
            control.starts_with("input")
                && control.contains("type=\"checkbox\"")
                && control.contains("role=\"switch\"")
        );
        assert!(control.contains("aria-describedby=\"read-aloud-hint\""));
    }

    #[test]
    fn a_switch_is_on_only_where_it_is_said_to_be() {
        assert!(tag(&switch(true), "role=\"switch\"").contains(" checked"));
        assert!(!tag(&switch(false), "role=\"switch\"").contains(" checked"));
    }

    #[test]
    fn the_words_are_the_label_so_that_a_tap_on_them_moves_it() {
        let html = switch(false);
        assert!(tag(&html, "switch-row").contains("for=\"read-aloud\""));
        assert!(words(&html).contains("朗读"));
    }
}
