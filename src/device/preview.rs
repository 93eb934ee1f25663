//! Showing bytes that are on the phone as a picture on the page.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

/// Bytes of a JPEG as a file; `None` where the browser refuses one.
pub fn file(jpeg: &[u8]) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type("image/jpeg");
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(jpeg)), &options).ok()
}

/// An address under which the page can show a JPEG, until [`release`]; `None` where the browser refuses one.
pub fn address(jpeg: &[u8]) -> Option<String> {
    Url::create_object_url_with_blob(&file(jpeg)?).ok()
}

/// Whether an address is one of these, and not one of the server.
pub fn is_here(address: &str) -> bool {
    address.starts_with("blob:")
}

/// Gives the memory behind an address back.
pub fn release(address: &str) {
    // It fails only for an address that is none, which then holds no memory either.
    let _ = Url::revoke_object_url(address);
}
