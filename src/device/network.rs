//! Whether the phone has a line. It says no reliably, and yes only perhaps: the next request tells.

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*};

/// Whether the phone believes to have a line, as a signal that lives as long as its owner.
pub fn online() -> ReadSignal<bool> {
    let (online, set_online) = signal(is_online());
    if cfg!(not(target_arch = "wasm32")) {
        return online;
    }
    let up = window_event_listener(ev::online, move |_| set_online.set(true));
    let down = window_event_listener(ev::offline, move |_| set_online.set(false));
    on_cleanup(move || {
        up.remove();
        down.remove();
    });
    online
}

/// Whether the phone believes to have a line at this moment. Yes where there is no phone: at build time.
pub fn is_online() -> bool {
    !cfg!(target_arch = "wasm32") || web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls back whenever the line is back, as long as the page lives.
pub fn on_online(online: impl Fn() + 'static) {
    let _ = window_event_listener(ev::online, move |_| online());
}
