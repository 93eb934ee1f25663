//! Applications: list, submit, follow, correct, withdraw; the receipt.

use std::time::Duration;

use rules::draft::Draft;
use wire::{
    application::{Application, POLL_AFTER, Status, Submit, SubmitCorrection, Summary},
    endpoint,
};

use super::{ClientError, request::Call, session::encoded};

/// When to ask again if the server does not say.
const POLL_AFTER_DEFAULT: Duration = Duration::from_secs(30);

/// The applications of the person who is signed in, newest first.
///
/// # Errors
/// Any [`ClientError`].
pub async fn list() -> Result<Vec<Summary>, ClientError> {
    Call::get(endpoint::APPLICATIONS).send().await?.json()
}

/// One of them.
///
/// # Errors
/// Any [`ClientError`].
pub async fn get(number: &str) -> Result<Application, ClientError> {
    Call::get(address(endpoint::APPLICATION, number)).send().await?.json()
}

/// Submits the draft. `key` is made once a submission and kept with the draft, so that a repetition after a broken
/// line gets the same answer.
///
/// # Errors
/// Any [`ClientError`].
pub async fn submit(draft: Draft, key: &str) -> Result<Application, ClientError> {
    Call::post(endpoint::APPLICATIONS).once(key).json(&Submit { draft })?.send().await?.json()
}

/// The answer to asking how an application stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Polled {
    /// As it was when the ETag was given.
    Unchanged,
    /// As it is now, with the ETag to ask with next time.
    Changed(Box<Status>, Option<String>),
}

/// Asks how an application stands, with the ETag of what is known already. Also answers after how long to ask again.
///
/// # Errors
/// Any [`ClientError`].
pub async fn status(number: &str, etag: Option<&str>) -> Result<(Polled, Duration), ClientError> {
    let call = Call::get(address(endpoint::STATUS, number));
    let call = match etag {
        Some(etag) => call.header("if-none-match", etag),
        None => call,
    };
    let answer = call.send().await?;
    let seconds = answer.header(POLL_AFTER).and_then(|seconds| seconds.parse().ok());
    let after = seconds.map_or(POLL_AFTER_DEFAULT, Duration::from_secs);
    let polled = if answer.status == 304 {
        Polled::Unchanged
    } else {
        Polled::Changed(Box::new(answer.json()?), answer.header("etag"))
    };
    Ok((polled, after))
}

/// The receipt of one of them, as a PDF.
///
/// # Errors
/// Any [`ClientError`]; [`wire::ErrorCode::ReceiptUnavailable`] where the server can't make it now.
pub async fn receipt(number: &str) -> Result<Vec<u8>, ClientError> {
    Ok(Call::get(address(endpoint::RECEIPT, number)).send().await?.body)
}

/// Answers a correction with the whole draft; for `key` see [`submit`].
///
/// # Errors
/// Any [`ClientError`].
pub async fn correct(number: &str, draft: Draft, key: &str) -> Result<Application, ClientError> {
    let call = Call::post(address(endpoint::CORRECTION, number)).once(key);
    call.json(&SubmitCorrection { draft })?.send().await?.json()
}

/// Takes an application back.
///
/// # Errors
/// Any [`ClientError`]; [`wire::ErrorCode::IllegalTransition`] where it has moved on.
pub async fn withdraw(number: &str) -> Result<Status, ClientError> {
    Call::post(address(endpoint::WITHDRAWAL, number)).send().await?.json()
}

fn address(endpoint: &str, number: &str) -> String {
    endpoint::fill(endpoint, &encoded(number))
}
