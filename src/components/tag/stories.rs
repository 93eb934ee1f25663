//! States in one or two words.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("tag", "One state", |args| {
        view! {
            <Tag tone=args.choice("tone", Tone::Info).get()>{args.text("children", "审核中", "Under review")}</Tag>
        }
        .into_any()
    }),
    Story::new("tones", "Every tone, with its icon and a word", |args| {
        view! {
            <div class="row">
                <Tag>{args.words("还没有开通", "Not available yet")}</Tag>
                <Tag tone=Tone::Info>{args.words("审核中", "Under review")}</Tag>
                <Tag tone=Tone::Ok>{args.words("已办结", "Completed")}</Tag>
                <Tag tone=Tone::Warn>{args.words("待补正", "To be corrected")}</Tag>
                <Tag tone=Tone::Bad>{args.words("不予受理", "Not accepted")}</Tag>
            </div>
        }
        .into_any()
    }),
];
