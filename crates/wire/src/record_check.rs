//! Requests to check a record that is wrong (校核), put to whoever keeps it.

use jiff::{Timestamp, civil::Date};
use rules::field::Catalog;
use serde::{Deserialize, Serialize};

/// The fewest and the most characters that say what is wrong. Ours: as for a statement in the form.
pub const WORDS: std::ops::RangeInclusive<usize> = 5..=300;

/// `POST /api/record-checks`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskRecordCheck {
    /// Which record.
    pub catalog: Catalog,
    /// What is wrong with it, in the person's words: [`WORDS`] characters.
    pub words: String,
}

/// The answer of `POST`, and an entry of `GET /api/record-checks`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordCheck {
    /// Which record.
    pub catalog: Catalog,
    /// What is wrong with it, in the person's words.
    pub words: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// What the keeper says, once there is an answer.
    pub answer: Option<RecordCheckAnswer>,
}

/// What the keeper of a record says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordCheckAnswer {
    /// Whether the record was corrected; it stands as it is otherwise.
    pub corrected: bool,
    /// The keeper's words.
    pub words: String,
    /// On which day.
    pub on: Date,
}
