//! What can be unfolded.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    Text,
    icon::{Icon, IconName},
};

/// A native disclosure, folded to begin with.
#[component]
pub fn Details(
    /// What is inside, in few words: "依据".
    #[prop(into)]
    summary: Text,
    /// What is unfolded.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="details">
            <summary class="details-summary">
                <Icon name=IconName::ChevronRight/>
                <span>{summary}</span>
            </summary>
            <div class="details-body">{children()}</div>
        </details>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn details_are_native_and_folded() {
        let html = html(|| view! { <Details summary="依据">"居住证暂行条例第二条"</Details> });
        assert!(!tag(&html, "class=\"details\"").contains("open"));
        assert!(tag(&html, "details-summary").starts_with("summary"));
        assert!(words(&html).contains("居住证暂行条例第二条"));
    }
}
