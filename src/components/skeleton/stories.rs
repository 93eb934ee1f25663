//! The shape of what is on its way.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[Story::new("lines", "Lines in the shape of the words to come", |args| {
    let lines = args.number("lines", 3, 1..=8);
    let words = args.text("words", "正在打开办件", "Opening the application");
    view! { {move || view! { <Skeleton words lines=usize::try_from(lines.get()).unwrap_or_default()/> }} }.into_any()
})];
