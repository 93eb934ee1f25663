//! A language to choose.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::icon::{Icon, IconName};

/// A button in the words of its language, so that who needs it can read it: "English" on a Chinese page.
#[component]
pub fn LanguageSwitch(
    /// The language's tag: `en`, `zh-CN`.
    #[prop(into)]
    lang: Signal<String>,
    /// Its name, in itself.
    #[prop(into)]
    name: Signal<String>,
    /// Whether it is the one chosen, where all of them are offered.
    #[prop(optional, into)]
    chosen: Option<Signal<bool>>,
    /// Called to change to it.
    #[prop(into)]
    on_switch: Callback<()>,
) -> impl IntoView {
    let pressed = move || chosen.map(|chosen| chosen.get().to_string());
    view! {
        <button class="language-switch" type="button" lang=lang aria-pressed=pressed on:click=move |_| on_switch.run(())>
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
    fn among_all_languages_the_one_chosen_is_said_to_be() {
        let html = html(|| view! { <LanguageSwitch lang="en" name="English" chosen=true on_switch=|| ()/> });
        assert!(tag(&html, "language-switch").contains("aria-pressed=\"true\""), "{html}");
    }

    #[test]
    fn the_other_language_is_named_in_its_own_words() {
        let html = html(|| view! { <LanguageSwitch lang="en" name="English" on_switch=|| ()/> });
        assert!(tag(&html, "language-switch").contains("lang=\"en\""));
        assert_eq!(words(&html), "English");
    }
}
