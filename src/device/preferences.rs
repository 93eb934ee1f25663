//! What the person chose once for this device: the language, and large words. No personal datum.
//!
//! Kept in localStorage, because both are needed before the first paint, which IndexedDB can't answer in time; where a
//! host refuses it, a choice lasts as long as the page. Outside a browser, where the home page is rendered at build
//! time, nothing is remembered.

use js_sys::Array;
use web_sys::{Element, Storage};

const LANGUAGE: &str = "language";
const ELDER: &str = "elder";

/// The language tag remembered, if there is one.
pub fn language() -> Option<String> {
    storage()?.get_item(LANGUAGE).ok()?
}

/// Remembers a language by its tag.
pub fn remember_language(tag: &str) {
    remember(LANGUAGE, Some(tag));
}

/// The tags of the languages that the browser prefers, best first.
pub fn browser_languages() -> Vec<String> {
    window().map(|window| strings(&window.navigator().languages())).unwrap_or_default()
}

/// Tells the document its language, which screen readers pronounce it by.
pub fn set_document_language(tag: &str) {
    if let Some(html) = document_element() {
        // It fails for names that are no attribute names only.
        let _ = html.set_attribute("lang", tag);
    }
}

/// Whether large words and targets (适老模式) were chosen.
pub fn elder() -> bool {
    storage().and_then(|storage| storage.get_item(ELDER).ok().flatten()).is_some()
}

/// Remembers the choice of large words and targets.
pub fn remember_elder(elder: bool) {
    remember(ELDER, elder.then_some("on"));
}

/// Shows large words and targets, or not: the styles read the attribute.
pub fn set_document_elder(elder: bool) {
    if let Some(html) = document_element() {
        // It fails for names that are no attribute names only.
        let _ = html.toggle_attribute_with_force("data-elder", elder);
    }
}

fn remember(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    // A host without room or without storage forgets the choice with the page, as the module says.
    let _ = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

fn document_element() -> Option<Element> {
    window()?.document()?.document_element()
}

fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

fn strings(array: &Array) -> Vec<String> {
    array.iter().filter_map(|value| value.as_string()).collect()
}
