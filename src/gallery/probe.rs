//! What the gallery asks of the browser itself, see `probe.js`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/gallery/probe.js")]
extern "C" {
    /// Shows a state as if a pointer or the keyboard were at every element.
    pub fn force(state: &str);

    /// Keeps the main thread so busy that the rest takes this many times as long.
    pub fn slow(times: u32);

    /// Lets the page believe that the line is down, or up again.
    pub fn offline(down: bool);

    /// Sets or takes back custom properties of the document, given as a JSON object.
    pub fn tokens(changed: &str);

    /// Lays the page out and says what time it is then, in milliseconds.
    #[wasm_bindgen(js_name = laidOut)]
    pub fn laid_out() -> f64;

    /// How many elements and how many bytes of HTML lie in the element of this identifier.
    pub fn extent(id: &str) -> Vec<u32>;

    /// Puts words on the clipboard; `true` where the browser let us.
    #[wasm_bindgen(js_name = copy)]
    async fn copy_words(words: &str) -> JsValue;

    /// What axe finds on the page, as JSON of [`Audit`](super::message::Audit).
    #[wasm_bindgen(js_name = audit)]
    async fn audit_json() -> JsValue;
}

/// What axe finds on the page as it stands.
pub async fn audit() -> super::message::Audit {
    let json = audit_json().await.as_string().unwrap_or_default();
    serde_json::from_str(&json).unwrap_or_default()
}

/// Puts words on the clipboard, and says whether the browser let us.
pub async fn copy(words: String) -> bool {
    copy_words(&words).await.is_truthy()
}
