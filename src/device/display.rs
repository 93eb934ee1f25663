//! How the app is shown on this device: the size of words, light or dark, the contrast. Chosen once, no personal datum.
//!
//! Each choice is an attribute of `<html>` that the styles read, and is kept in localStorage under the same name, because
//! `boot.js` sets it before the first paint, which IndexedDB can't answer in time. Where a host refuses storage, a choice
//! lasts as long as the page. The colour around the page (`theme-color` in `index.html`) follows the theme chosen.

use leptos::prelude::*;

use super::preferences::{attribute, remember, set_attribute, set_media};

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Elder mode (适老模式): larger words and targets, one question at a time, read aloud.
    Elder,
    /// Light or dark.
    Theme,
    /// The contrast of colours.
    Contrast,
}

/// The value of every setting that leaves it to the phone, or to what most people use.
pub const DEFAULT: &str = "default";
/// Elder mode with words of 22 px.
pub const LARGE: &str = "large";

impl Setting {
    const ALL: [Self; 3] = [Self::Elder, Self::Theme, Self::Contrast];

    /// Its identifier, under which it is kept.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Elder => "elder",
            Self::Theme => "theme",
            Self::Contrast => "contrast",
        }
    }

    const fn attribute(self) -> &'static str {
        match self {
            Self::Elder => "data-elder",
            Self::Theme => "data-theme",
            Self::Contrast => "data-contrast",
        }
    }

    /// What it can be set to; the first is the [`DEFAULT`].
    pub const fn values(self) -> &'static [&'static str] {
        match self {
            Self::Elder => &[DEFAULT, LARGE, "largest"],
            Self::Theme => &[DEFAULT, "light", "dark"],
            Self::Contrast => &[DEFAULT, "more", "normal"],
        }
    }

    fn known(self, value: &str) -> &'static str {
        self.values().iter().find(|known| **known == value).copied().unwrap_or(DEFAULT)
    }
}

thread_local! {
    // Outside any owner, because every page follows it. What was chosen last time, or on the page before the app, is
    // taken up at first use from where `boot.js` put it, which also holds where the host has no storage.
    static CHOSEN: [ArcRwSignal<&'static str>; 3] =
        Setting::ALL.map(|setting| ArcRwSignal::new(setting.known(&attribute(setting.attribute()).unwrap_or_default())));
}

fn signal_of(setting: Setting) -> ArcRwSignal<&'static str> {
    CHOSEN.with(|chosen| chosen[setting as usize].clone())
}

/// What is chosen; whoever reads it in an effect or a view follows the choice.
pub fn chosen(setting: Setting) -> &'static str {
    signal_of(setting).get()
}

/// Changes it at once, everywhere, and remembers it on this device. What is no value of the setting is the default.
pub fn choose(setting: Setting, value: &str) {
    let value = setting.known(value);
    let kept = (value != DEFAULT).then_some(value);
    remember(setting.id(), kept);
    set_attribute(setting.attribute(), kept);
    if setting == Setting::Theme {
        for theme in ["light", "dark"] {
            set_media(&format!("meta[data-theme={theme}]"), &media(theme, kept));
        }
    }
    signal_of(setting).set(value);
}

/// Where the colour of a theme holds: as the phone is set, until a theme is chosen.
fn media(theme: &str, chosen: Option<&str>) -> String {
    match chosen {
        None => format!("(prefers-color-scheme: {theme})"),
        Some(chosen) if chosen == theme => "all".to_owned(),
        Some(_) => "not all".to_owned(),
    }
}

/// Whether elder mode is chosen; follows the choice.
pub fn elder() -> bool {
    chosen(Setting::Elder) != DEFAULT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colour_around_the_page_is_that_of_the_theme_chosen_or_the_phones() {
        assert_eq!(media("dark", Some("dark")), "all");
        assert_eq!(media("light", Some("dark")), "not all");
        assert_eq!(media("light", None), "(prefers-color-scheme: light)");
    }

    #[test]
    fn a_choice_is_followed_and_what_nobody_knows_is_the_default() {
        assert!(!elder());
        choose(Setting::Elder, "largest");
        assert!(elder());
        choose(Setting::Elder, "gigantic");
        assert!(!elder());
        assert_eq!(chosen(Setting::Theme), DEFAULT);
    }
}
