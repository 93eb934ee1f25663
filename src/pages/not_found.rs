//! Shown for an address that no page has.

use leptos::prelude::*;

/// Says that there is no such page, and leads home.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <h1>"没有这个页面"</h1>
        <p><a href="/">"回到首页"</a></p>
    }
}
