//! Words for screen readers alone.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[Story::new("after-a-link", "A short link whose name says what it changes", |args| {
    view! {
        <p>
            {args.words("示例路 1 号，", "Shili Road 1, ")}
            <a href="#">
                {args.words("更改", "Change")}
                <VisuallyHidden>" " {args.text("children", "收件地址", "the delivery address")}</VisuallyHidden>
            </a>
        </p>
    }
    .into_any()
})];
