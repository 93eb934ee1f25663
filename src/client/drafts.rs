//! The draft on the server.

use rules::{draft::Draft, service::Service};
use wire::{
    ErrorCode,
    draft::{DraftSummary, SavedDraft},
    endpoint,
};

use super::{ClientError, request::Call};

/// What was begun and not submitted, the one saved last first.
///
/// # Errors
/// Any [`ClientError`].
pub async fn list() -> Result<Vec<DraftSummary>, ClientError> {
    Call::get(endpoint::DRAFTS).send().await?.json()
}

/// Deletes the draft of this service with its pictures; done as well where there is none.
///
/// # Errors
/// Any [`ClientError`].
pub async fn delete(service: Service) -> Result<(), ClientError> {
    Call::delete(address(service)).send().await.map(drop)
}

/// The draft of this service, or `None` where the server has none.
///
/// # Errors
/// Any [`ClientError`].
pub async fn get(service: Service) -> Result<Option<SavedDraft>, ClientError> {
    match Call::get(address(service)).send().await {
        Ok(answer) => answer.json().map(Some),
        Err(error) if error.code() == Some(ErrorCode::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Saves the draft over `version`, the one it is based on; `None` where there was none.
///
/// # Errors
/// Any [`ClientError`]; [`ErrorCode::StaleVersion`] where another device saved meanwhile.
pub async fn put(service: Service, draft: &Draft, version: Option<u64>) -> Result<SavedDraft, ClientError> {
    let call = Call::put(address(service)).json(draft)?.not_repeated().outlives_page();
    let call = match version {
        Some(version) => call.header("if-match", format!("\"{version}\"")),
        None => call.header("if-none-match", "*"),
    };
    call.send().await?.json()
}

fn address(service: Service) -> String {
    endpoint::fill(endpoint::DRAFT, service.id())
}
