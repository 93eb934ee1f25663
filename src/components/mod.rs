//! The building blocks of every page, over native elements.
//!
//! A component knows no page, no draft, no network and no language: every word, value and callback comes in as a prop,
//! so the designers' page can show it alone. One folder each: `mod.rs`, `style.css`, and `stories.rs`, which shows it
//! in each of its states.
//!
//! * Words are [`Text`]: a `&str`, a `String`, a signal or a closure such as `t!(apply.title)` of the app's locales.
//!   What may come and go while the component is on the screen (a hint, an error) is [`MaybeText`].
//! * Identifiers are passed in by whoever uses the component, so that they are the same in every rendering.
//! * Class names begin with the component's name: `.field`, its parts `.field-hint`; variants and states are
//!   attributes (`data-kind`, `aria-invalid`), never further classes.

use leptos::prelude::Signal;

pub mod address;
pub mod announce;
pub mod back_link;
pub mod banner;
pub mod button;
pub mod calendar;
pub mod cells;
pub mod character_count;
pub mod checkbox;
pub mod choice;
pub mod code_input;
pub mod combobox;
pub mod countdown;
pub mod date_input;
pub mod date_leaf;
pub mod demonstration;
pub mod details;
pub mod dialog;
mod direction;
pub mod elder_switch;
pub mod empty;
pub mod error_summary;
pub mod field;
pub mod focus;
pub mod icon;
pub mod identity_number_input;
pub mod language_switch;
pub mod masked_value;
pub mod notice;
pub mod page;
pub mod phone_input;
pub mod picture_editor;
pub mod progress;
pub mod qr_code;
pub mod radio_cards;
pub mod result;
pub mod select;
pub mod sheet;
pub mod skeleton;
pub mod skip_link;
pub mod station_card;
pub mod stepper;
pub mod steps;
pub mod summary_list;
pub mod switch;
pub mod tabs;
pub mod tag;
pub mod task_list;
#[cfg(all(test, feature = "ssr"))]
pub(crate) mod testing;
pub mod text_input;
pub mod timeline;
pub mod toast;
pub mod tone;
pub mod uploader;
pub mod verdict_card;
pub mod visually_hidden;

/// Words on the screen, in whichever language is chosen at the moment.
pub type Text = Signal<String>;

/// Words that may be absent, and may come and go while the component is shown.
pub type MaybeText = Signal<Option<String>>;

/// Words that are there and follow the language, where words may be absent.
pub fn said(words: impl Fn() -> String + Send + Sync + 'static) -> MaybeText {
    Signal::derive(move || Some(words()))
}
