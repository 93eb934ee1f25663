//! Places that have nothing to show.

use super::*;
use crate::{
    components::button::{ButtonKind, ButtonLink},
    gallery::story::Story,
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("with-a-way-on", "Nothing is here yet, and this is how it can be filled", |args| {
        let (apply, check) = (args.words("去申领", "Apply"), args.words("先看看能不能办", "See first whether you can"));
        view! {
            <Empty
                title=args.text("title", "还没有办件", "No applications yet")
                icon=args.choice("icon", IconName::Document).get()
                actions=move || {
                    view! {
                        <ButtonLink href="#">{apply}</ButtonLink>
                        <ButtonLink href="#" kind=ButtonKind::Secondary>{check}</ButtonLink>
                    }
                }
            >
                <p>{args.text("children", "提交以后，在这里看进度。", "Once you have submitted one, follow it here.")}</p>
            </Empty>
        }
        .into_any()
    }),
    Story::new("plain", "Nothing is here, and nothing has to be done", |args| {
        view! {
            <Empty title=args.text("title", "没有要补的材料", "Nothing is asked of you") icon=IconName::CheckCircle>
                <p>{args.text("children", "派出所需要时会发短信告诉您。", "The station will send you an SMS if it needs something.")}</p>
            </Empty>
        }
        .into_any()
    }),
];
