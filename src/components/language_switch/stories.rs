//! The other language.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] =
    &[Story::new("other-language", "Named in the other language, for who needs it", |args| {
        view! {
            <LanguageSwitch
                lang=args.words("en", "zh-CN")
                name=args.text("name", "English", "中文")
                on_switch=args.event("on_switch")
            />
        }
        .into_any()
    })];
