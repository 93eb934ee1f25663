//! Nothing here yet, and what could be.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, prelude::*};

use super::{
    Text,
    icon::{Icon, IconName},
};

/// A place that has nothing to show, with the way to fill it.
#[component]
pub fn Empty(
    /// What is not there: "还没有办件".
    #[prop(into)]
    title: Text,
    /// A quiet picture of what could be there.
    #[prop(default = IconName::Document)]
    icon: IconName,
    /// The way on.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// What will be there, and when.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="empty">
            <span class="empty-icon"><Icon name=icon/></span>
            <h2 class="empty-title">{title}</h2>
            <div class="empty-words">{children()}</div>
            {actions.map(|bar| view! { <div class="empty-actions">{bar.run()}</div> })}
        </section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn an_empty_place_says_what_is_missing_and_offers_the_way_on() {
        let html = html(|| {
            let actions = || view! { <a href="/apply/first_issue">"去申领"</a> };
            view! { <Empty title="还没有办件" actions>"提交以后在这里看进度"</Empty> }
        });
        assert!(tag(&html, "empty-title").starts_with("h2"));
        assert_eq!(words(&html), "还没有办件提交以后在这里看进度去申领");
    }

    #[test]
    fn without_a_way_on_there_is_no_place_for_one() {
        let html = html(|| view! { <Empty title="没有要补的材料">"需要时会发短信"</Empty> });
        assert!(!html.contains("empty-actions"));
    }
}
