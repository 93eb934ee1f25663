//! Fetching ahead: what a page is likely to need next is brought into the browser's cache while nothing else is going on.

use leptos::prelude::window;
use web_sys::{CustomEvent, CustomEventInit};

/// The event that `src/boot.js` listens to.
const EVENT: &str = "ahead";

/// Lets the chunks of a part of the app be fetched, once and quietly; where that fails they are fetched when needed.
pub fn fetch(part: &str) {
    let about = CustomEventInit::new();
    about.set_detail(&part.into());
    if let Ok(event) = CustomEvent::new_with_event_init_dict(EVENT, &about) {
        // Nobody cancels it, so its answer tells nothing.
        let _ = window().dispatch_event(&event);
    }
}
