//! What an officer chose in a form of the case's page, and what is wrong with it.

use serde::{Deserialize, Serialize};
use wire::webhook::PoliceEvent;

use super::case::{Case, event_title};

/// The longest reason or words for one item, in characters.
pub const WORDS_LIMIT: usize = 500;

/// A step with what belongs to it.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What the officer does.
    pub event: PoliceEvent,
    /// Why, where the step needs a reason.
    pub reason: Option<String>,
    /// What to correct: key, name, words.
    pub items: Vec<Chosen>,
    /// Where a case is transferred to.
    pub station: Option<String>,
}

/// One item of a correction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Chosen {
    /// What the notice calls it.
    pub key: String,
    /// Its name for people.
    pub label: String,
    /// The officer's words.
    pub words: String,
}

/// What is wrong with a form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Mistake {
    /// The form names no step.
    #[error("没有选择要办的事")]
    NoStep,
    /// A reason is missing.
    #[error("“{0}”要写明理由，申请人会看到")]
    NoReason(&'static str),
    /// Nothing is ticked.
    #[error("请勾选至少一项要补正的内容，并一次写全")]
    NothingTicked,
    /// Ticked without words.
    #[error("“{0}”勾选了，还要写明补什么")]
    TickedWithoutWords(String),
    /// Words without a tick.
    #[error("“{0}”写了说明但没有勾选")]
    WordsWithoutTick(String),
    /// Too much text.
    #[error("每一处最多 {WORDS_LIMIT} 字")]
    TooLong,
    /// No station to transfer to.
    #[error("请填写转往哪个派出所")]
    NoStation,
}

impl Choice {
    /// A step that needs nothing more.
    pub const fn plain(event: PoliceEvent) -> Self {
        Self { event, reason: None, items: Vec::new(), station: None }
    }

    /// Reads the fields of a form against what can be corrected in `case`.
    pub fn read(fields: &[(String, String)], case: &Case) -> Result<Self, Mistake> {
        let field = |name: &str| {
            let found = fields.iter().find(|(one, _)| one == name);
            found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty()).map(str::to_owned)
        };
        let event = field("event").and_then(|name| serde_json::from_value(name.into()).ok()).ok_or(Mistake::NoStep)?;
        let mut choice = Self::plain(event);
        match event {
            PoliceEvent::RequestCorrection => choice.items = items(field, case)?,
            PoliceEvent::Decline | PoliceEvent::Reject | PoliceEvent::Transfer => {
                choice.reason = Some(field("reason").ok_or(Mistake::NoReason(event_title(event)))?);
            }
            _ => {}
        }
        if event == PoliceEvent::Transfer {
            choice.station = Some(field("station").ok_or(Mistake::NoStation)?);
        }
        let mut texts = choice.items.iter().map(|item| &item.words).chain(&choice.reason).chain(&choice.station);
        if texts.any(|text| text.chars().count() > WORDS_LIMIT) {
            return Err(Mistake::TooLong);
        }
        Ok(choice)
    }

    /// What the history shows beside the step's name.
    pub fn detail(&self) -> Option<String> {
        let mut lines: Vec<String> = self.items.iter().map(|item| format!("{}：{}", item.label, item.words)).collect();
        lines.extend(self.station.iter().map(|station| format!("转往 {station}")));
        lines.extend(self.reason.clone());
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

fn items(field: impl Fn(&str) -> Option<String>, case: &Case) -> Result<Vec<Chosen>, Mistake> {
    let mut items = Vec::new();
    for correctable in &case.file.correctable {
        let (key, label) = (correctable.key.clone(), correctable.label.clone());
        match (field(&format!("tick.{key}")), field(&format!("words.{key}"))) {
            (Some(_), Some(words)) => items.push(Chosen { key, label, words }),
            (Some(_), None) => return Err(Mistake::TickedWithoutWords(label)),
            (None, Some(_)) => return Err(Mistake::WordsWithoutTick(label)),
            (None, None) => {}
        }
    }
    if items.is_empty() { Err(Mistake::NothingTicked) } else { Ok(items) }
}
