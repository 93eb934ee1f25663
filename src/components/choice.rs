//! One of several answers, as lists and cards offer them.

use leptos::prelude::*;

use super::{Text, icon::IconName};

/// An answer that can be chosen, in [`Select`](super::select::Select) and [`RadioCards`](super::radio_cards::RadioCards).
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is handed to the callback; also the end of the control's identifier, so no spaces.
    pub value: String,
    /// The answer in words.
    pub label: Text,
    /// A sentence on what the answer means (cards only).
    pub detail: Option<Text>,
    /// A picture beside the words (cards only).
    pub icon: Option<IconName>,
}

impl Choice {
    /// An answer with its words.
    pub fn new<M>(value: impl Into<String>, label: impl IntoReactiveValue<Text, M>) -> Self {
        Self { value: value.into(), label: label.into_reactive_value(), detail: None, icon: None }
    }

    /// Adds a sentence on what the answer means.
    #[must_use]
    pub fn detail<M>(mut self, detail: impl IntoReactiveValue<Text, M>) -> Self {
        self.detail = Some(detail.into_reactive_value());
        self
    }

    /// Adds a picture beside the words.
    #[must_use]
    pub fn icon(mut self, icon: IconName) -> Self {
        self.icon = Some(icon);
        self
    }
}
