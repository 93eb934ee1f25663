//! The browser's cryptography.

use js_sys::{ArrayBuffer, Object, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, SubtleCrypto};

use super::random::hex;

/// The browser has none, as on a page that came without TLS, or refuses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no cryptography")]
pub struct NoCryptography;

/// Its source of randomness, and what else needs no key.
pub(super) fn crypto() -> Result<Crypto, NoCryptography> {
    web_sys::window().and_then(|window| window.crypto().ok()).ok_or(NoCryptography)
}

/// What works with keys and hashes.
pub(super) fn subtle() -> Result<SubtleCrypto, NoCryptography> {
    let subtle = crypto()?.subtle();
    // Undefined where the page came without TLS, whatever its type says.
    if subtle.is_undefined() { Err(NoCryptography) } else { Ok(subtle) }
}

/// The SHA-256 of bytes, in lower-case hex.
///
/// # Errors
/// [`NoCryptography`].
pub async fn sha256(bytes: &[u8]) -> Result<String, NoCryptography> {
    let bytes: Object = Uint8Array::from(bytes).unchecked_into();
    let digest = subtle()?.digest_with_str_and_buffer_source("SHA-256", &bytes).map_err(|_| NoCryptography)?;
    let digest: ArrayBuffer = JsFuture::from(digest).await.map_err(|_| NoCryptography)?.unchecked_into();
    Ok(hex(&Uint8Array::new(&digest).to_vec()))
}
