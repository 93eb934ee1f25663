//! What went wrong with a request, in words.

use super::ClientError;
use crate::locales::{error_text, text};

/// What went wrong and what to do, in the language chosen.
pub fn client_error_text(error: &ClientError) -> String {
    match error {
        ClientError::Offline => text!(errors.offline),
        ClientError::Timeout => text!(errors.timeout),
        ClientError::Problem(problem) => error_text(problem.code),
        ClientError::Unexpected => text!(errors.unexpected),
    }
}
