//! The shape of what is on its way. The same shapes stand in `index.html` before the app runs.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::Text;

/// Lines in the shape of the words to come, and the words that say so.
#[component]
pub fn Skeleton(
    /// What is on its way: "正在打开办件".
    #[prop(into)]
    words: Text,
    /// How many lines there will be, as far as is known.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    let lines = (1..=lines)
        .map(|line| {
            let last = line == lines;
            view! { <div class="skeleton-line" class:skeleton-short=last></div> }
        })
        .collect_view();
    view! {
        <div class="skeleton" role="status">
            <p class="skeleton-words">{words}</p>
            {lines}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_skeleton_says_what_is_on_its_way() {
        let html = html(|| view! { <Skeleton words="正在打开办件" lines=2/> });
        assert!(tag(&html, "class=\"skeleton\"").contains("role=\"status\""));
        assert_eq!(words(&html), "正在打开办件");
        assert_eq!(html.matches("skeleton-line").count(), 2);
    }
}
