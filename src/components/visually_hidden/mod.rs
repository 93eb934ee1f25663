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

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_words_are_there_for_screen_readers() {
        let html = html(|| view! { <VisuallyHidden>"收件地址"</VisuallyHidden> });
        let span = tag(&html, "visually-hidden");
        assert!(!span.contains("aria-hidden") && !span.contains(" hidden"), "{span}");
        assert_eq!(words(&html), "收件地址");
    }
}
