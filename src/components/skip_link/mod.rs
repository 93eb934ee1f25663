//! The first thing the keyboard meets on a page.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{Text, focus::focus_by_id};

/// Jumps over the top of the page to its content. Shown once it has the focus.
#[component]
pub fn SkipLink(
    /// The identifier of the element to jump to; it must be able to take the focus.
    target: &'static str,
    /// Such as "跳到正文".
    #[prop(into)]
    label: Text,
) -> impl IntoView {
    let jump = move |event: web_sys::MouseEvent| {
        // The router would take the fragment for a navigation, and the focus would stay where it is.
        event.prevent_default();
        focus_by_id(target);
    };
    view! { <a class="skip-link" href=format!("#{target}") on:click=jump>{label}</a> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_skip_link_leads_to_its_target_without_script() {
        let html = html(|| view! { <SkipLink target="main" label="跳到正文"/> });
        assert!(tag(&html, "skip-link").contains("href=\"#main\""));
        assert_eq!(words(&html), "跳到正文");
    }
}
