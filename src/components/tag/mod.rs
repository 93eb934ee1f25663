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
