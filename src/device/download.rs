//! Giving a file to the phone.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// Lets the browser save a text as a file of that name. A host that takes no files does nothing.
pub fn text(name: &str, media_type: &str, text: &str) {
    // The browser says for itself what becomes of the file; there is nobody to tell of a failure.
    let _ = save(name, media_type, text);
}

fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let page = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let link = page.create_element("a")?.dyn_into::<HtmlElement>()?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    // The browser reads the file when it pleases; its memory is given back with the page.
    Ok(())
}
