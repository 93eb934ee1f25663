//! Police stations.

use wire::{endpoint, station::Station};

use super::{ClientError, request::Call, session::encoded};

/// The stations of a district by its six-digit code, or all of them.
///
/// # Errors
/// Any [`ClientError`].
pub async fn list(district: Option<&str>) -> Result<Vec<Station>, ClientError> {
    let address = match district {
        Some(code) => format!("{}?district={}", endpoint::STATIONS, encoded(code)),
        None => endpoint::STATIONS.to_owned(),
    };
    Call::get(address).send().await?.json()
}
