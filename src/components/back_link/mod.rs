//! The way back.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    Text,
    icon::{Icon, IconName},
};

/// A link to where one came from, by address and not by history, so that it also works after a reload.
#[component]
pub fn BackLink(
    /// Where to.
    #[prop(into)]
    href: Signal<String>,
    /// Such as "返回".
    #[prop(into)]
    label: Text,
) -> impl IntoView {
    view! {
        <a class="back-link" href=href>
            <Icon name=IconName::ArrowLeft/>
            <span>{label}</span>
        </a>
    }
}
