//! Whether somebody can see the page.

use leptos::leptos_dom::helpers::window_event_listener_untyped;

/// Calls back whenever the page is put away: the last moment at which a phone surely lets it work.
pub fn on_hidden(hidden: impl Fn() + 'static) {
    // The handle is not kept, so it listens as long as the page lives.
    let _ = window_event_listener_untyped("visibilitychange", move |_| {
        let document = web_sys::window().and_then(|window| window.document());
        if document.is_some_and(|document| document.hidden()) {
            hidden();
        }
    });
}
