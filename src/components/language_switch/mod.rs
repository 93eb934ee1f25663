//! The other language.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// A button in the words of the other language, so that who needs it can read it: "English" on a Chinese page.
#[component]
pub fn LanguageSwitch(
    /// The other language's tag: `en`, `zh-CN`.
    #[prop(into)]
    lang: Signal<String>,
    /// The other language's name, in that language.
    #[prop(into)]
    name: Signal<String>,
    /// Called to change to it.
    #[prop(into)]
    on_switch: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="language-switch" type="button" lang=lang on:click=move |_| on_switch.run(())>
            <Icon name=IconName::Globe/>
            <span>{name}</span>
        </button>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_other_language_is_named_in_its_own_words() {
        let html = html(|| view! { <LanguageSwitch lang="en" name="English" on_switch=|| ()/> });
        assert!(tag(&html, "language-switch").contains("lang=\"en\""));
        assert_eq!(words(&html), "English");
    }
}
