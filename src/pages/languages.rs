//! The languages, at the end of every page: whoever can't read a page finds there, in words of their own, one that they
//! can. A change holds at once; the page and what is typed into it stay.

use leptos::prelude::*;

use crate::{
    components::language_switch::LanguageSwitch,
    locales::{self, Language, t},
};

/// A button for each language.
#[component]
pub fn Languages() -> impl IntoView {
    let button = |language: Language| {
        view! {
            <LanguageSwitch
                lang=language.tag()
                name=language.name()
                chosen=Signal::derive(move || locales::language() == language)
                on_switch=move |()| locales::choose(language)
            />
        }
    };
    view! {
        <div class="row no-print" role="group" aria-label=t!(common.languages)>
            {Language::ALL.map(button)}
        </div>
    }
}
