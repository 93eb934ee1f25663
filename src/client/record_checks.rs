//! Requests to check a record that is wrong.

use rules::field::Catalog;
use wire::{
    endpoint,
    record_check::{AskRecordCheck, RecordCheck},
};

use super::{ClientError, request::Call};

/// The requests, newest first.
///
/// # Errors
/// Any [`ClientError`].
pub async fn list() -> Result<Vec<RecordCheck>, ClientError> {
    Call::get(endpoint::RECORD_CHECKS).send().await?.json()
}

/// Asks the keeper of a record to check it. While a request of that record is open, asking again changes nothing.
///
/// # Errors
/// Any [`ClientError`].
pub async fn ask(catalog: Catalog, words: String) -> Result<RecordCheck, ClientError> {
    Call::post(endpoint::RECORD_CHECKS).json(&AskRecordCheck { catalog, words })?.send().await?.json()
}
