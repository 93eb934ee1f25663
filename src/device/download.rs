//! Giving a file to the phone.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Lets the browser save these bytes as a file of that name. A host that takes no files does nothing.
pub fn file(name: &str, media_type: &str, bytes: &[u8]) {
    // The browser says for itself what becomes of the file; there is nobody to tell of a failure.
    let _ = save(name, media_type, bytes);
}

fn save(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let page = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let link = page.create_element("a")?.dyn_into::<HtmlElement>()?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    // The browser reads the file when it pleases; its memory is given back with the page.
    Ok(())
}
