//! The people whom whoever signed in applies for.

use wire::{endpoint, household::Household};

use super::{ClientError, request::Call};

/// Whoever signed in and the children whom they act for.
///
/// # Errors
/// Any [`ClientError`].
pub async fn get() -> Result<Household, ClientError> {
    Call::get(endpoint::HOUSEHOLD).send().await?.json()
}

/// Asks the register of households for the children.
///
/// # Errors
/// Any [`ClientError`]; a code of the API tells where the consent is missing.
pub async fn look_up() -> Result<Household, ClientError> {
    Call::post(endpoint::HOUSEHOLD).send().await?.json()
}
