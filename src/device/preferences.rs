//! What the person chose once for this device: the language, and by [`display`](super::display) how the app is shown.
//! No personal datum.
//!
//! Kept in localStorage, because it is needed before the first paint, which IndexedDB can't answer in time; where a host
//! refuses it, a choice lasts as long as the page. Outside a browser, where the home page is rendered at build time,
//! nothing is remembered.

use js_sys::Array;
use web_sys::{Element, Storage};

const LANGUAGE: &str = "language";

/// The language tag remembered, if there is one.
pub fn language() -> Option<String> {
    remembered(LANGUAGE)
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
    set_attribute("lang", Some(tag));
}

/// What is kept under this name.
fn remembered(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps it under this name, or nothing.
pub(super) fn remember(key: &str, value: Option<&str>) {
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

/// Sets an attribute of `<html>`, or takes it away.
pub(super) fn set_attribute(name: &str, value: Option<&str>) {
    let Some(html) = document_element() else { return };
    // Both fail for names that are no attribute names only.
    let _ = match value {
        Some(value) => html.set_attribute(name, value),
        None => html.remove_attribute(name),
    };
}

/// An attribute of `<html>`.
pub(super) fn attribute(name: &str) -> Option<String> {
    document_element()?.get_attribute(name)
}

/// Sets for which media the element of `<head>` holds that this selector finds.
pub(super) fn set_media(selector: &str, media: &str) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    // The selectors are constants and never fail, nor does the attribute's name.
    if let Ok(Some(element)) = document.query_selector(selector) {
        let _ = element.set_attribute("media", media);
    }
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
