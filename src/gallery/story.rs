//! What a story is, and the arguments that a designer can change while looking at it.
//!
//! A story shows one component in one situation. It takes every value that is worth changing from [`Args`], and so says
//! by the type of the prop which control changes it: a `bool` is a switch, an enum a list, words a field.

use leptos::prelude::*;
use rules::Locale;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt::Debug, ops::RangeInclusive};

use crate::components::{MaybeText, Text};

/// One component in one situation.
#[derive(Clone, Copy, Debug)]
pub struct Story {
    /// Its name in addresses, unique within the component: kebab-case.
    pub id: &'static str,
    /// What there is to see, as one sentence without a stop.
    pub about: &'static str,
    /// Shows it.
    pub show: fn(Args) -> AnyView,
}

impl Story {
    /// A story.
    #[must_use]
    pub const fn new(id: &'static str, about: &'static str, show: fn(Args) -> AnyView) -> Self {
        Self { id, about, show }
    }
}

/// A prop that can be changed, with what it is at first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Knob {
    /// The prop's name.
    pub name: String,
    /// How it is changed.
    pub control: Control,
    /// Its value as text, until it is changed.
    pub given: String,
}

/// How a prop is changed, which follows from its type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Control {
    /// On or off.
    Flag,
    /// A whole number.
    Number {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// Words; for a prop that may be absent, none means absent.
    Words,
    /// What the person has entered.
    Value,
    /// One of an enum's variants.
    Choice {
        /// The enum's name.
        of: String,
        /// Its variants.
        variants: Vec<String>,
    },
    /// A callback: nothing to change, its calls are logged.
    Event,
}

/// An enum of which every variant can be shown.
pub trait Choices: Copy + Debug + PartialEq + Send + Sync + 'static {
    /// Every variant, in the order of the declaration.
    const ALL: &'static [Self];
}

impl<T: strum::VariantArray + Copy + Debug + PartialEq + Send + Sync + 'static> Choices for T {
    const ALL: &'static [Self] = T::VARIANTS;
}

/// Where a story takes the values of its props from. Each method notes the prop, so that a control appears for it.
#[derive(Clone, Copy)]
pub struct Args {
    values: Signal<BTreeMap<String, String>>,
    locale: Signal<Locale>,
    knobs: StoredValue<Vec<Knob>>,
    log: Callback<(&'static str, String)>,
}

impl Args {
    /// Arguments that follow the values and the language, and give every call of a callback to `log`, with the prop's
    /// name and what it was called with.
    pub fn new(
        values: Signal<BTreeMap<String, String>>,
        locale: Signal<Locale>,
        log: impl Fn(&str, &str) + Send + Sync + 'static,
    ) -> Self {
        Self {
            values,
            locale,
            knobs: StoredValue::new(Vec::new()),
            log: Callback::new(move |(prop, with): (&'static str, String)| log(prop, &with)),
        }
    }

    /// The props that the story asked for, in its order.
    #[must_use]
    pub fn knobs(self) -> Vec<Knob> {
        self.knobs.get_value()
    }

    /// On or off.
    #[must_use]
    pub fn flag(self, name: &'static str, given: bool) -> Signal<bool> {
        self.parsed(name, Control::Flag, given.to_string(), given)
    }

    /// A whole number.
    #[must_use]
    pub fn number(self, name: &'static str, given: u32, range: RangeInclusive<u32>) -> Signal<u32> {
        let (min, max) = range.into_inner();
        self.parsed(name, Control::Number { min, max }, given.to_string(), given)
    }

    /// One of an enum's variants.
    #[must_use]
    pub fn choice<T: Choices>(self, name: &'static str, given: T) -> Signal<T> {
        let variants = T::ALL.iter().map(|variant| format!("{variant:?}")).collect();
        let of = std::any::type_name::<T>().rsplit("::").next().unwrap_or_default().to_owned();
        let value = self.raw(name, Control::Choice { of, variants }, format!("{given:?}"));
        Signal::derive(move || {
            value.with(|value| {
                let named = value.as_deref().and_then(|name| T::ALL.iter().find(|one| format!("{one:?}") == name));
                named.copied().unwrap_or(given)
            })
        })
    }

    /// Words in both languages, which can be replaced by others.
    #[must_use]
    pub fn text(self, name: &'static str, zh: &'static str, en: &'static str) -> Text {
        let value = self.raw(name, Control::Words, zh.to_owned());
        let words = self.words(zh, en);
        Signal::derive(move || value.get().unwrap_or_else(|| words.get()))
    }

    /// Words in both languages that may be absent: none where they are empty.
    #[must_use]
    pub fn maybe_text(self, name: &'static str, zh: &'static str, en: &'static str) -> MaybeText {
        let words = self.text(name, zh, en);
        Signal::derive(move || Some(words.get()).filter(|words| !words.is_empty()))
    }

    /// Words in both languages that need no control.
    #[must_use]
    pub fn words(self, zh: &'static str, en: &'static str) -> Text {
        let locale = self.locale;
        Signal::derive(move || match locale.get() {
            Locale::ZhCn => zh.to_owned(),
            Locale::En => en.to_owned(),
        })
    }

    /// What a control holds: the story reads and writes it, as a page does.
    #[must_use]
    pub fn value(self, name: &'static str, given: &'static str) -> RwSignal<String> {
        let outside = self.raw(name, Control::Value, given.to_owned());
        let value = RwSignal::new(given.to_owned());
        Effect::new(move || {
            if let Some(outside) = outside.get() {
                value.set(outside);
            }
        });
        value
    }

    /// A callback whose calls are logged.
    #[must_use]
    pub fn event(self, name: &'static str) -> Callback<()> {
        let logged = self.event_of::<()>(name);
        Callback::new(move |()| logged.run(()))
    }

    /// A callback whose calls are logged with what it was called with.
    #[must_use]
    pub fn event_of<T: Debug + 'static>(self, name: &'static str) -> Callback<T> {
        self.note(name, Control::Event, String::new());
        let log = self.log;
        Callback::new(move |value: T| log.run((name, format!("{value:?}"))))
    }

    fn parsed<T: std::str::FromStr + Clone + Send + Sync + 'static>(
        self,
        name: &'static str,
        control: Control,
        text: String,
        given: T,
    ) -> Signal<T> {
        let value = self.raw(name, control, text);
        Signal::derive(move || {
            value.with(|value| value.as_deref().and_then(|text| text.parse().ok())).unwrap_or(given.clone())
        })
    }

    /// The changed value, if it was changed. A memo, so that a change of one prop does not wake those of the others.
    fn raw(self, name: &'static str, control: Control, given: String) -> Memo<Option<String>> {
        self.note(name, control, given);
        let values = self.values;
        Memo::new(move |_| values.with(|values| values.get(name).cloned()))
    }

    fn note(self, name: &'static str, control: Control, given: String) {
        self.knobs.update_value(|knobs| {
            if !knobs.iter().any(|knob| knob.name == name) {
                knobs.push(Knob { name: name.to_owned(), control, given });
            }
        });
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq, strum::VariantArray)]
    enum Size {
        Small,
        Large,
    }

    fn args(values: &[(&str, &str)], locale: Locale) -> Args {
        let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Args::new(Signal::stored(values), Signal::stored(locale), |_, _| ())
    }

    fn in_owner(test: impl FnOnce()) {
        Owner::new().with(test);
    }

    #[test]
    fn a_prop_is_what_the_story_gave_until_it_is_changed() {
        in_owner(|| {
            let given = args(&[], Locale::ZhCn);
            assert!(!given.flag("busy", false).get());
            assert_eq!(given.number("step", 3, 1..=6).get(), 3);
            assert_eq!(given.choice("size", Size::Small).get(), Size::Small);
            let changed = args(&[("busy", "true"), ("step", "5"), ("size", "Large")], Locale::ZhCn);
            assert!(changed.flag("busy", false).get());
            assert_eq!(changed.number("step", 3, 1..=6).get(), 5);
            assert_eq!(changed.choice("size", Size::Small).get(), Size::Large);
        });
    }

    #[test]
    fn a_value_that_is_none_of_its_type_leaves_the_given_one() {
        in_owner(|| {
            let args = args(&[("busy", "perhaps"), ("size", "Huge")], Locale::ZhCn);
            assert!(args.flag("busy", true).get());
            assert_eq!(args.choice("size", Size::Small).get(), Size::Small);
        });
    }

    #[test]
    fn words_follow_the_language_and_empty_ones_are_absent() {
        in_owner(|| {
            assert_eq!(args(&[], Locale::En).text("label", "姓名", "Name").get(), "Name");
            assert_eq!(args(&[("label", "称呼")], Locale::En).text("label", "姓名", "Name").get(), "称呼");
            assert_eq!(args(&[("hint", "")], Locale::ZhCn).maybe_text("hint", "提示", "Hint").get(), None);
        });
    }

    #[test]
    fn every_prop_is_noted_once_with_the_control_of_its_type() {
        in_owner(|| {
            let args = args(&[], Locale::ZhCn);
            let _ = (args.flag("busy", false), args.flag("busy", false), args.choice("size", Size::Large));
            let knobs = args.knobs();
            assert_eq!(knobs.len(), 2);
            let variants = vec!["Small".to_owned(), "Large".to_owned()];
            assert_eq!(knobs[1].control, Control::Choice { of: "Size".to_owned(), variants });
            assert_eq!(knobs[1].given, "Large");
        });
    }
}
