//! Every text of the app, in both languages, and the language chosen.
//!
//! Texts lie in `zh-CN/<namespace>.json` and `en/<namespace>.json`, one namespace a page. The build turns each into a
//! function ([`generate`]), so a text that is missing in one language, or that no page uses, does not pass. Functions
//! and not one table, because the linker then puts a page's texts into that page's chunk.
//!
//! Pages say [`t!`] for text that follows the language, [`text!`] for text at this moment:
//! ```ignore
//! view! { <h1>{t!(home.title)}</h1> }
//! text!(applications.due, date = explain::date(day, locale()))
//! ```

use std::fmt::{Display, Write};

use leptos::prelude::*;
pub use rules::Locale;
use rules::term::Term;

use crate::device::preferences;

mod errors;
#[cfg(test)]
#[path = "generate.rs"]
mod generate;
#[cfg(test)]
mod tests;

pub use errors::error_text;

/// The functions that the build makes of the texts.
#[allow(clippy::doc_markdown, reason = "the docs are the texts themselves")]
pub mod texts {
    use super::{Locale, join};
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

thread_local! {
    // Outside any owner, because event handlers and answers from the network ask for it too.
    static CHOSEN: ArcRwSignal<Locale> = ArcRwSignal::new(Locale::ZhCn);
}

/// The language chosen; whoever reads it in an effect or a view follows the choice.
pub fn locale() -> Locale {
    CHOSEN.with(ArcRwSignal::get)
}

/// Changes the language at once, everywhere, and remembers it on this device.
pub fn choose(locale: Locale) {
    preferences::remember_language(language_tag(locale));
    CHOSEN.with(|chosen| chosen.set(locale));
}

/// Takes up the language chosen last time, else the first of the browser's that we have, and keeps `<html lang>`
/// right. Called once, when the app starts in a browser.
pub fn start() {
    let known = preferences::language().and_then(|tag| from_tags(&[tag]));
    CHOSEN.with(|chosen| {
        chosen.set(known.unwrap_or_else(|| from_tags(&preferences::browser_languages()).unwrap_or_default()))
    });
    Effect::new(|| preferences::set_document_language(language_tag(locale())));
}

/// The tag of a language (BCP 47).
pub const fn language_tag(locale: Locale) -> &'static str {
    match locale {
        Locale::ZhCn => "zh-CN",
        Locale::En => "en",
    }
}

/// The official word for a term of the rules, in the language chosen.
pub fn term(term: impl Term) -> &'static str {
    term.term(locale())
}

/// The first of the tags whose language we have.
fn from_tags(tags: &[String]) -> Option<Locale> {
    tags.iter().find_map(|tag| match tag.split('-').next() {
        Some("zh") => Some(Locale::ZhCn),
        Some("en") => Some(Locale::En),
        _ => None,
    })
}

fn join(pieces: &[&dyn Display]) -> String {
    let mut joined = String::new();
    for piece in pieces {
        // Writing to a string can't fail.
        let _ = write!(joined, "{piece}");
    }
    joined
}

/// A text at this moment, as a `String`: `text!(home.title)`, `text!(applications.due, date = day)`.
macro_rules! text {
    ($namespace:ident $(. $key:ident)+) => {
        String::from($crate::locales::texts::$namespace $(::$key)+ ($crate::locales::locale()))
    };
    ($namespace:ident $(. $key:ident)+, count = $count:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::locales::texts::$namespace $(::$key)+ (
            $crate::locales::locale(),
            $crate::locales::texts::$namespace $(::$key)+ { count: i64::from($count) $(, $name: &$value)* },
        )
    };
    ($namespace:ident $(. $key:ident)+ $(, $name:ident = $value:expr)+ $(,)?) => {
        $crate::locales::texts::$namespace $(::$key)+ (
            $crate::locales::locale(),
            $crate::locales::texts::$namespace $(::$key)+ { $($name: &$value),+ },
        )
    };
}

/// A text that follows the language: a closure over [`text!`], as components and views take it.
macro_rules! t {
    ($($text:tt)+) => { move || $crate::locales::text!($($text)+) };
}

pub(crate) use {t, text};
