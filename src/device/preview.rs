//! Showing bytes that are on the phone as a picture on the page.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

/// An address under which the page can show a JPEG, until [`release`]; `None` where the browser refuses one.
pub fn address(jpeg: &[u8]) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type("image/jpeg");
    let parts = Array::of1(&Uint8Array::from(jpeg));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives the memory behind an address back.
pub fn release(address: &str) {
    // It fails only for an address that is none, which then holds no memory either.
    let _ = Url::revoke_object_url(address);
}
