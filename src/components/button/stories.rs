//! How a button looks in each of its states.

use leptos::prelude::*;

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("actions", "Its words say what it does", |args| {
        view! {
            <Button
                kind=args.choice("kind", ButtonKind::Primary).get()
                busy=args.flag("busy", false)
                busy_label=args.maybe_text("busy_label", "正在提交", "Submitting")
                waits=args.flag("waits", false)
                disabled=args.flag("disabled", false)
                on_press=args.event("on_press")
            >
                {args.text("children", "提交给桂溪派出所", "Submit to Guixi police station")}
            </Button>
        }
        .into_any()
    }),
    Story::new("kinds", "One primary action a page, others quieter", |args| {
        let buttons = [
            (ButtonKind::Primary, "提交申请", "Submit the application"),
            (ButtonKind::Secondary, "先保存", "Save for later"),
            (ButtonKind::Danger, "撤回申请", "Withdraw the application"),
            (ButtonKind::Link, "怎么填写", "How to fill this in"),
        ];
        let buttons = buttons.map(|(kind, zh, en)| view! { <Button kind>{args.words(zh, en)}</Button> });
        view! { <div class="stack">{buttons.into_iter().collect_view()}</div> }.into_any()
    }),
    Story::new("busy", "Under way: as wide as before, and still focusable", |args| {
        view! {
            <Button busy=args.flag("busy", true) busy_label=args.maybe_text("busy_label", "正在提交", "Submitting")>
                {args.text("children", "提交给桂溪派出所", "Submit to Guixi police station")}
            </Button>
        }
        .into_any()
    }),
    Story::new("waits", "Not yet: it can take the focus, and its description says until when", |args| {
        view! {
            <div class="row">
                <Button kind=ButtonKind::Secondary waits=args.flag("waits", true) described_by="until" on_press=args.event("on_press")>
                    {args.text("children", "重新发送验证码", "Send another code")}
                </Button>
                <p id="until" class="hint">{args.words("42 秒后可以再发", "42 seconds until another can be sent")}</p>
            </div>
        }
        .into_any()
    }),
    Story::new("disabled", "It cannot be pressed now", |args| {
        view! {
            <Button disabled=args.flag("disabled", true) on_press=args.event("on_press")>
                {args.text("children", "提交给桂溪派出所", "Submit to Guixi police station")}
            </Button>
        }
        .into_any()
    }),
    Story::new("long-words", "Words that do not fit one line", |args| {
        view! {
            <Button icon=IconName::Shield>
                {args.text(
                    "children",
                    "同意读取居住登记、社会保险、房屋租赁备案和学籍信息并自动填写",
                    "Agree that residence registration, social insurance, lease filing and school records are read and filled in",
                )}
            </Button>
        }
        .into_any()
    }),
    Story::new("link", "A link in a button's clothes", |args| {
        view! {
            <ButtonLink href="#/button/link" kind=args.choice("kind", ButtonKind::Secondary).get()>
                {args.text("children", "先看看能不能办", "See first whether you qualify")}
            </ButtonLink>
        }
        .into_any()
    }),
];
