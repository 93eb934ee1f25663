//! What the government already knows.

use rules::records::Records;

use super::{ClientError, request::Call};

/// The records of the person who is signed in; needs their consent.
///
/// # Errors
/// Any [`ClientError`].
pub async fn get() -> Result<Records, ClientError> {
    Call::get(wire::endpoint::RECORDS).send().await?.json()
}
