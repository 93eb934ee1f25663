//! Words for screen readers alone.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

/// Words that are read out but not shown, such as what a "change" link changes.
#[component]
pub fn VisuallyHidden(
    /// The words.
    children: Children,
) -> impl IntoView {
    view! { <span class="visually-hidden">{children()}</span> }
}
