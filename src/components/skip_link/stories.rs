//! The first thing the keyboard meets.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[Story::new("skip", "Shown once it has the focus: press Tab", |args| {
    view! {
        <SkipLink target="story-content" label=args.text("label", "跳到正文", "Skip to the content")/>
        <p>{args.words("按 Tab 键，跳转链接就会出现。", "Press Tab, and the link appears.")}</p>
        <p id="story-content" tabindex="-1">{args.words("正文从这里开始。", "The content begins here.")}</p>
    }
    .into_any()
})];
