//! The moment of completion.

use super::*;
use crate::{
    components::button::{Button, ButtonKind, ButtonLink},
    gallery::story::Story,
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("submitted", "Submitted: the number, what comes next, and the ways on", |args| {
        let (follow, print) = (args.words("看进度", "Follow it"), args.words("打印回执", "Print the receipt"));
        let on_press = args.event("actions.on_press");
        view! {
            <ResultPanel
                title=args.text("title", "已提交给桂溪派出所", "Submitted to Guixi police station")
                number_label=args.maybe_text("number_label", "办件编号", "Number of the application")
                number=args.maybe_text("number", "CDJZ-2026-000001", "CDJZ-2026-000001")
                actions=move || {
                    view! {
                        <ButtonLink href="#">{follow}</ButtonLink>
                        <Button kind=ButtonKind::Secondary on_press>{print}</Button>
                    }
                }
            >
                <p>
                    {args.text(
                        "children",
                        "最晚 2 月 27 日告诉您材料是否齐全。",
                        "By 27 February at the latest you will know whether the documents are complete.",
                    )}
                </p>
            </ResultPanel>
        }
        .into_any()
    }),
    Story::new("plain", "Done, without a number and with nothing more to do", |args| {
        view! {
            <ResultPanel title=args.text("title", "申请已撤回", "The application is withdrawn")>
                <p>{args.text("children", "以后可以重新申领。", "You can apply again at any time.")}</p>
            </ResultPanel>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <ResultPanel
                title=args.text(
                    "title",
                    "已提交给成都市公安局高新技术产业开发区分局桂溪派出所",
                    "Submitted to the Guixi police station of the Chengdu Hi-tech Zone",
                )
                number_label=args.maybe_text("number_label", "办件编号", "Number of the application")
                number=args.maybe_text("number", "CDJZ-2026-0000000000000001", "CDJZ-2026-0000000000000001")
            >
                <p>
                    {args.text(
                        "children",
                        "派出所收到申请后会先看材料是否齐全如果需要补充会用短信一次告诉您全部要补的内容",
                        "The station first sees whether the documents are complete; if something is missing, one SMS tells you all of it",
                    )}
                </p>
            </ResultPanel>
        }
        .into_any()
    }),
];
