//! Prints what the build needs to know of the app, as one line of JSON: the home page's HTML, which goes into
//! index.html so that it is seen before any wasm, and the lists of lazy pages and of parts of pages. Called by `cargo xtask hook pre-build`.

// The types of whole pages nest deeper than the compiler follows by default.
#![recursion_limit = "256"]

use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use rongju::app::{App, LAZY_PAGES, LAZY_PARTS};
use std::io::{Write, stdout};

fn main() -> std::io::Result<()> {
    let home = Owner::new().with(|| {
        provide_context(RequestUrl::new("/"));
        App().to_html()
    });
    // The markers are for hydration, and this HTML is replaced, not hydrated.
    let home = home.replace("<!>", "");
    writeln!(stdout(), "{}", serde_json::json!({ "home": home, "pages": LAZY_PAGES, "parts": LAZY_PARTS }))
}
