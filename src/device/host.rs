//! The program that shows the app, where it is not a browser but a webview with ways of its own.

use wasm_bindgen::JsValue;

/// What the user agent of the citizen cloud (天府市民云) contains.
const CITIZEN_CLOUD: &str = "tfsmy";
/// What that of WeChat's webview contains.
const WECHAT: &str = "MicroMessenger";

/// Whether the host sends no bytes, only text: the citizen cloud's own uploads are base64 in JSON. An app there is told
/// nothing better, and the third that text weighs more is better than a picture that arrives broken.
pub fn sends_text_alone() -> bool {
    is(CITIZEN_CLOUD)
}

/// Whether a page can give a file to the phone: WeChat's webview and the citizen cloud's save none.
pub fn takes_downloads() -> bool {
    !is(CITIZEN_CLOUD) && !is(WECHAT)
}

fn is(host: &str) -> bool {
    cfg!(target_arch = "wasm32")
        && web_sys::window()
            .and_then(|window| window.navigator().user_agent().ok())
            .is_some_and(|agent| agent.contains(host))
}

/// The bytes in base64.
///
/// # Errors
/// What the browser throws, which it does for nothing that can be passed here.
pub fn base64(bytes: &[u8]) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    // The browser takes a text whose characters are the bytes.
    window.btoa(&bytes.iter().copied().map(char::from).collect::<String>())
}
