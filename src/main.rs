//! Mounts the app in the browser.

// The types of whole pages nest deeper than the compiler follows by default.
#![recursion_limit = "256"]

use leptos::{mount::mount_to, prelude::document, web_sys::HtmlElement};
use rongju::app::App;
use wasm_bindgen::JsCast;

fn main() {
    // `#app` is empty: the home's HTML and the skeleton lie beside it in `#before`, and `start.js` takes them away
    // once the first page is there, so nothing blinks while a page's own code is still on its way.
    let container = document().get_element_by_id("app").and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(container) = container {
        mount_to(container, App).forget();
    }
}
