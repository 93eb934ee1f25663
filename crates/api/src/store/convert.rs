//! Between what columns hold and what the program knows.

use jiff::{Timestamp, civil::Date};
use sea_orm::JsonValue;
use serde::{Serialize, de::DeserializeOwned};

use super::StoreError;

/// Milliseconds since 1970.
pub fn millis(instant: Timestamp) -> i64 {
    instant.as_millisecond()
}

/// The instant that `column` holds.
pub fn instant(column: &'static str, millis: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(millis).map_err(|_| StoreError::Unreadable(column))
}

/// What `column` holds as text: a date, or an identifier of `rules`.
pub fn text<T: std::str::FromStr>(column: &'static str, text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::Unreadable(column))
}

/// The date that `column` may hold.
pub fn maybe_date(column: &'static str, date: Option<&str>) -> Result<Option<Date>, StoreError> {
    date.map(|date| text(column, date)).transpose()
}

/// A value for `column`.
pub fn to_json(column: &'static str, value: &impl Serialize) -> Result<JsonValue, StoreError> {
    serde_json::to_value(value).map_err(|_| StoreError::Unreadable(column))
}

/// The value that `column` holds.
pub fn from_json<T: DeserializeOwned>(column: &'static str, json: JsonValue) -> Result<T, StoreError> {
    serde_json::from_value(json).map_err(|_| StoreError::Unreadable(column))
}
