//! The app in other tabs and windows of this browser.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "rongju";

thread_local! {
    // One a page, since a page is not told what it says through the same channel. A browser without channels (Safari
    // before 15.4) has tabs that find each other's changes when they keep their own.
    static OTHERS: Option<BroadcastChannel> = BroadcastChannel::new(CHANNEL).ok();
}

/// Tells the others.
pub fn tell(words: &str) {
    OTHERS.with(|others| {
        if let Some(others) = others {
            // A channel that is closed, as while the page is left, tells nobody.
            let _ = others.post_message(&JsValue::from_str(words));
        }
    });
}

/// Calls back with what another tab tells, as long as the page lives.
pub fn on_told(listen: impl Fn(&str) + 'static) {
    let listen = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(words) = event.data().as_string() {
            listen(&words);
        }
    });
    OTHERS.with(|others| {
        if let Some(others) = others {
            // It takes any number of listeners, and they stay as long as the page.
            let _ = others.add_event_listener_with_callback("message", listen.as_ref().unchecked_ref());
        }
    });
    listen.forget();
}
