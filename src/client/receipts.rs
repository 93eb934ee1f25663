//! Receipts that somebody was shown.

use wire::{
    endpoint,
    receipt::{VerifiedReceipt, VerifyReceipt},
};

use super::{ClientError, request::Call};

/// What the receipt with that number and that code says.
///
/// # Errors
/// Any [`ClientError`]; [`wire::ErrorCode::NotFound`] where there is none.
pub async fn verify(number: String, code: String) -> Result<VerifiedReceipt, ClientError> {
    Call::post(endpoint::VERIFY_RECEIPT).json(&VerifyReceipt { number, code })?.send().await?.json()
}
