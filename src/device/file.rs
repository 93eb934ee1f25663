//! Files that were chosen, photographed, dropped or pasted.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// The phone does not hand the bytes over: the file was deleted meanwhile, or lies in a cloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file cannot be read")]
pub struct Unreadable;

/// The bytes of a file.
///
/// # Errors
/// [`Unreadable`].
pub async fn bytes(file: &Blob) -> Result<Vec<u8>, Unreadable> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Unreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Whether a file begins so. One that can't be read begins like nothing.
pub async fn begins_with(file: &Blob, beginning: &[u8]) -> bool {
    let length = i32::try_from(beginning.len()).unwrap_or(i32::MAX);
    match file.slice_with_i32_and_i32(0, length) {
        Ok(start) => bytes(&start).await.is_ok_and(|start| start == beginning),
        Err(_) => false,
    }
}
