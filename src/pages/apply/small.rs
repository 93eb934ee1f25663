//! A page of a document, small.

use leptos::prelude::*;
use rules::draft::FileKind;

use crate::components::{
    MaybeText,
    icon::{Icon, IconName},
    visually_hidden::VisuallyHidden,
};

/// A PDF in a word, in every language.
pub const PDF: &str = "PDF";

/// What is on a picture, once there is an address to see it under; of a PDF that it is one.
pub fn small(kind: FileKind, address: Option<String>, alt: MaybeText) -> Option<AnyView> {
    match kind {
        FileKind::Jpeg => {
            address.map(|address| view! { <img src=address alt=move || alt.get() width="72"/> }.into_any())
        }
        FileKind::Pdf => {
            let name = view! { <VisuallyHidden>{move || alt.get()} " "</VisuallyHidden> };
            Some(view! { <span>{name} <Icon name=IconName::Document/> {PDF}</span> }.into_any())
        }
    }
}
