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
