//! Consents given and taken back.

use wire::{
    consent::{CONSENT_TEXT_VERSION, Consent, ConsentScope, GiveConsent},
    endpoint,
};

use super::{ClientError, request::Call};

/// The consents that stand.
///
/// # Errors
/// Any [`ClientError`].
pub async fn list() -> Result<Vec<Consent>, ClientError> {
    Call::get(endpoint::CONSENTS).send().await?.json()
}

/// Consents, to the text that the app shows now.
///
/// # Errors
/// Any [`ClientError`].
pub async fn give(scope: ConsentScope) -> Result<(), ClientError> {
    let body = GiveConsent { text_version: CONSENT_TEXT_VERSION };
    Call::put(endpoint::fill(endpoint::CONSENT, scope.id())).json(&body)?.send().await.map(drop)
}

/// Takes a consent back.
///
/// # Errors
/// Any [`ClientError`].
pub async fn withdraw(scope: ConsentScope) -> Result<(), ClientError> {
    Call::delete(endpoint::fill(endpoint::CONSENT, scope.id())).send().await.map(drop)
}
