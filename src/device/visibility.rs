//! Whether somebody can see the page.

use leptos::{leptos_dom::helpers::window_event_listener_untyped, prelude::on_cleanup};

/// Calls back whenever the page is put away: the last moment at which a phone surely lets it work.
pub fn on_hidden(hidden: impl Fn() + 'static) {
    // The handle is not kept, so it listens as long as the page lives.
    let _ = window_event_listener_untyped("visibilitychange", move |_| {
        if is_hidden() {
            hidden();
        }
    });
}

/// Calls back whenever the page is seen again or the line is back, as long as its owner lives.
pub fn on_return(returned: impl Fn() + Clone + 'static) {
    for event in ["visibilitychange", "pageshow", "online"] {
        let returned = returned.clone();
        let listening = window_event_listener_untyped(event, move |_| {
            if !is_hidden() {
                returned();
            }
        });
        on_cleanup(move || listening.remove());
    }
}

/// Whether the page is put away at this moment.
pub fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}
