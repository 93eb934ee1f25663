//! `/`: the four services and the way to each.

use leptos::prelude::*;

/// The home page. Rendered into index.html at build time, so its links must work without any script.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <h1>"蓉居"</h1>
        <nav>
            <a href="/check">"看看能不能办"</a>
            <a href="/help">"帮助"</a>
        </nav>
    }
}
