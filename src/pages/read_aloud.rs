//! The page's words, read aloud by the phone's own voice.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    components::{
        button::{Button, ButtonKind},
        icon::IconName,
        page::MAIN_ID,
    },
    device::{screen_text, speech},
    locales::{Language, Locale, locale, text},
};

/// A button that reads the page's content and stops again. It is there where the phone has a voice for the page's
/// language, and is silent once the page, the question or the language changes.
#[component]
pub fn ReadAloud() -> impl IntoView {
    let here = use_location();
    Effect::new(move |_| {
        here.pathname.track();
        here.hash.track();
        let _ = locale();
        speech::stop();
    });
    on_cleanup(speech::stop);
    let press = move |()| {
        if untrack(speech::is_reading) {
            speech::stop();
        } else {
            speech::read(&screen_text::lines_of(MAIN_ID), untrack(voice));
        }
    };
    move || {
        speech::can_read(voice()).then(|| {
            let words = || {
                if speech::is_reading() { text!(common.read_aloud.stop) } else { text!(common.read_aloud.start) }
            };
            view! {
                <div class="row">
                    <Button kind=ButtonKind::Secondary icon=IconName::Speaker on_press=press>
                        {words}
                    </Button>
                </div>
            }
        })
    }
}

/// The language to be spoken; traditional characters are read like the others.
fn voice() -> &'static str {
    match locale() {
        Locale::ZhCn => Language::Simplified.tag(),
        Locale::En => Language::English.tag(),
    }
}
