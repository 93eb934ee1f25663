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

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_way_back_is_an_address_with_its_words() {
        let html = html(|| view! { <BackLink href="/apply/first_issue" label="返回"/> });
        assert!(tag(&html, "back-link").contains("href=\"/apply/first_issue\""));
        assert_eq!(words(&html), "返回");
    }
}
