//! Moving the keyboard's and the screen reader's place.

use leptos::prelude::document;
use wasm_bindgen::JsCast;

/// Focuses the element with this identifier, which also scrolls it into view. Nothing happens where there is none.
pub fn focus_by_id(id: &str) {
    let element = document().get_element_by_id(id).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        // The only failure is an element that is gone, and then there is nothing to focus.
        let _ = element.focus();
    }
}

/// Whether the keyboard's place is at this element.
pub fn has_focus(element: &web_sys::Element) -> bool {
    document().active_element().is_some_and(|focused| focused == *element)
}
