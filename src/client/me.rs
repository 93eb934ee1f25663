//! The person who is signed in, in full.

use rules::records::Person;
use wire::session::PhoneKey;

use super::{ClientError, request::Call};

/// Name, identity number and telephone number: for the form, which shows and never stores them.
///
/// # Errors
/// Any [`ClientError`].
pub async fn get() -> Result<Person, ClientError> {
    Call::get(wire::endpoint::ME).send().await?.json()
}

/// The key under which this phone keeps the person's drafts and pictures.
///
/// # Errors
/// Any [`ClientError`].
pub async fn phone_key() -> Result<PhoneKey, ClientError> {
    Call::get(wire::endpoint::PHONE_KEY).send().await?.json()
}
