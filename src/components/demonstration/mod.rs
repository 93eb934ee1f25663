//! The mark that this is a demonstration and no office.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::Text;

/// A slim band at the top of every page. It is plain text, so a screen reader hears it in its place, before the page's
/// title; it takes no key.
#[component]
pub fn Demonstration(
    /// What it says: "演示系统 · 非官方，请勿填写真实信息".
    #[prop(into)]
    words: Text,
) -> impl IntoView {
    view! { <p class="demonstration">{words}</p> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_band_says_in_words_that_this_is_no_office() {
        let html = html(|| view! { <Demonstration words="演示系统 · 非官方"/> });
        assert_eq!(words(&html), "演示系统 · 非官方");
        assert!(!tag(&html, "demonstration").contains("aria-hidden"));
    }
}
