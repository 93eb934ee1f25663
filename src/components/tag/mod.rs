//! A state in one or two words.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{icon::Icon, tone::Tone};

/// A small label with icon and word.
#[component]
pub fn Tag(
    /// What kind of state it is.
    #[prop(optional)]
    tone: Tone,
    /// The identifier, where another element is described by it.
    #[prop(optional, into)]
    id: Option<String>,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! {
        <span class="tag" id=id data-tone=tone.name()>
            {(tone != Tone::Plain).then(|| view! { <Icon name=tone.icon()/> })} <span>{children()}</span>
        </span>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_tone_has_its_icon_beside_the_word() {
        let html = html(|| view! { <Tag tone=Tone::Warn>"待补正"</Tag> });
        assert!(tag(&html, "class=\"tag\"").contains("data-tone=\"warn\"") && html.contains("<svg"));
        assert_eq!(words(&html), "待补正");
    }

    #[test]
    fn a_plain_tag_is_a_word_alone() {
        assert!(!html(|| view! { <Tag>"还没有开通"</Tag> }).contains("<svg"));
    }
}
