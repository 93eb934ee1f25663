//! The other language, and all of them.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("other-language", "Named in the other language, for who needs it", |args| {
        view! {
            <LanguageSwitch
                lang=args.words("en", "zh-CN")
                name=args.text("name", "English", "中文")
                on_switch=args.event("on_switch")
            />
        }
        .into_any()
    }),
    Story::new("chosen", "The chosen one, where all languages are offered", |args| {
        view! {
            <LanguageSwitch
                lang=args.words("zh-CN", "en")
                name=args.text("name", "简体中文", "English")
                chosen=args.flag("chosen", true)
                on_switch=args.event("on_switch")
            />
        }
        .into_any()
    }),
];
