//! Every text of the app, in both languages, and the language chosen.
//!
//! Chinese in traditional characters is the same text as in simplified ones: the document says by its language that it
//! wants them, and `src/traditional/page.js`, a file that only who chooses them loads, turns what stands on the page. So
//! the texts, the rules and the wire know two languages, and nobody else's download grows
//! ([decision 0009](../../docs/decisions/0009-traditional-by-conversion.md)).
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
//!
//! Who words what:
//! * **Official terms** are said by `rules` alone: [`term`], and where English first names one on a page [`full_term`].
//! * **Dates of law**, with year and weekday, are said by `rules::explain`: `explain::date`, `explain::month`. The same
//!   words stand in the text messages, on the receipt and in what the police desk reads, so no browser may differ.
//! * **Moments and lists** of the app itself are said by the browser's `Intl` ([`moment`], [`list`]): when something was
//!   saved or last looked at, and names in a row.
//! * **Numbers** are written as digits: days, months, pages, yuan and per cent here never reach a thousand, where
//!   languages begin to differ. The first that can goes through `Intl.NumberFormat`, in [`intl`].
//! * **Plurals** are in the texts: `one` and `other` are the forms of English for whole numbers (CLDR: `one` is 1);
//!   Chinese has `other` alone. The generator holds both languages to their forms.

use std::fmt::{Display, Write};

use leptos::prelude::*;
pub use rules::Locale;
use rules::term::Term;

use crate::device::preferences;

mod errors;
#[cfg(test)]
#[path = "generate.rs"]
mod generate;
mod intl;
#[cfg(test)]
mod tests;

pub use errors::error_text;
pub use intl::{Joined, list, moment};

/// The functions that the build makes of the texts.
#[allow(clippy::doc_markdown, reason = "the docs are the texts themselves")]
pub mod texts {
    use super::{Locale, join};
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

/// A language that the app can be read in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// Chinese in simplified characters.
    #[default]
    Simplified,
    /// Chinese in traditional characters.
    Traditional,
    /// English.
    English,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Simplified, Self::Traditional, Self::English];

    /// Its tag (BCP 47).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Simplified => "zh-CN",
            Self::Traditional => "zh-Hant",
            Self::English => "en",
        }
    }

    /// Its name, in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Simplified => "简体中文",
            Self::Traditional => "繁體中文",
            Self::English => "English",
        }
    }

    /// The language of the texts that it is read from.
    pub const fn locale(self) -> Locale {
        match self {
            Self::Simplified | Self::Traditional => Locale::ZhCn,
            Self::English => Locale::En,
        }
    }

    /// The language that the tag names, if we have it: Chinese of Taiwan, Hong Kong and Macao is written in traditional
    /// characters unless the tag says otherwise.
    fn of_tag(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        match parts.next() {
            Some("en") => Some(Self::English),
            Some("zh") => {
                let traditional = |part: &str| matches!(part, "Hant" | "TW" | "HK" | "MO");
                let deciding = parts.find(|part| *part == "Hans" || traditional(part));
                Some(if deciding.is_some_and(traditional) { Self::Traditional } else { Self::Simplified })
            }
            _ => None,
        }
    }
}

thread_local! {
    // Outside any owner, because event handlers and answers from the network ask for it too.
    static CHOSEN: ArcRwSignal<Language> = ArcRwSignal::new(Language::Simplified);
}

/// The language chosen; whoever reads it in an effect or a view follows the choice.
pub fn language() -> Language {
    CHOSEN.with(ArcRwSignal::get)
}

/// The language of the texts; whoever reads it in an effect or a view follows the choice.
pub fn locale() -> Locale {
    language().locale()
}

/// Changes the language at once, everywhere, and remembers it on this device.
pub fn choose(language: Language) {
    preferences::remember_language(language.tag());
    CHOSEN.with(|chosen| chosen.set(language));
}

/// Takes up the language chosen last time, else the first of the browser's that we have, and keeps `<html lang>`
/// right. Called once, when the app starts in a browser.
pub fn start() {
    let known = preferences::language().and_then(|tag| Language::of_tag(&tag));
    CHOSEN.with(|chosen| {
        chosen.set(known.unwrap_or_else(|| first_of(&preferences::browser_languages()).unwrap_or_default()))
    });
    Effect::new(|| preferences::set_document_language(language().tag()));
}

/// The official word for a term of the rules, in the language chosen.
pub fn term(term: impl Term) -> &'static str {
    term.term(locale())
}

/// A term at the beginning of a line.
pub fn sentence(term: &str) -> String {
    let mut rest = term.chars();
    match rest.next() {
        Some(first) if locale() == Locale::En => first.to_uppercase().chain(rest).collect(),
        _ => term.to_owned(),
    }
}

/// The official word for a term with its Chinese beside it, where English first names it on a page.
pub fn full_term(term: impl Term) -> String {
    match locale() {
        Locale::ZhCn => term.zh().to_owned(),
        Locale::En => format!("{} ({})", term.en(), term.zh()),
    }
}

/// The first of the tags whose language we have.
fn first_of(tags: &[String]) -> Option<Language> {
    tags.iter().find_map(|tag| Language::of_tag(tag))
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
