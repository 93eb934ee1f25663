//! Employers by their codes.

use wire::{ErrorCode, employer::Employer, endpoint};

use super::{ClientError, request::Call};

/// The employer with that unified social credit code, in the form of one; nothing where nobody has it.
///
/// # Errors
/// Any [`ClientError`].
pub async fn find(code: &str) -> Result<Option<Employer>, ClientError> {
    match Call::get(endpoint::fill(endpoint::EMPLOYER, code)).send().await {
        Ok(answer) => answer.json().map(Some),
        Err(error) if error.code() == Some(ErrorCode::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
