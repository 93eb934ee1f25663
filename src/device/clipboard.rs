//! What is pasted from the clipboard.

use js_sys::Reflect;
use leptos::{leptos_dom::helpers::window_event_listener_untyped, prelude::on_cleanup};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, File};

/// Calls back with the pictures that are pasted anywhere on the page, as long as its owner lives. Text is left to the
/// field that it is pasted into.
pub fn on_paste(pasted: impl Fn(Vec<File>) + 'static) {
    let listening = window_event_listener_untyped("paste", move |event| {
        // The bindings know `ClipboardEvent` only as an unstable one.
        let data =
            Reflect::get(&event, &"clipboardData".into()).ok().and_then(|data| data.dyn_into::<DataTransfer>().ok());
        let Some(files) = data.and_then(|data| data.files()) else { return };
        let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
        if !files.is_empty() {
            event.prevent_default();
            pasted(files);
        }
    });
    on_cleanup(move || listening.remove());
}
