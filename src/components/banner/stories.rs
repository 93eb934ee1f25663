//! News for the whole page, in each tone.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("banner", "A banner with everything that can be set", |args| {
        let action = args.words("看看已保存的内容", "See what is saved");
        view! {
            <Banner
                tone=args.choice("tone", Tone::Warn).get()
                word=args.text("word", "网络断了", "No connection")
                announce=args.choice("announce", Announce::No).get()
                actions=move || view! { <a href="#">{action}</a> }
                on_dismiss=args.event("on_dismiss")
                dismiss_label=args.text("dismiss_label", "知道了", "Dismiss")
            >
                {args.text(
                    "children",
                    "填的内容存在本机，连上网会自动接着传。",
                    "What you write is kept on this device and sent once it is connected again.",
                )}
            </Banner>
        }
        .into_any()
    }),
    Story::new("tones", "Every tone, with its icon and a word", |args| {
        view! {
            <div class="stack" data-gap="tight">
                <Banner tone=Tone::Plain word=args.words("通知", "News")>
                    {args.words("10 月 1 日至 7 日窗口不办公。", "Service windows are closed from 1 to 7 October.")}
                </Banner>
                <Banner tone=Tone::Info word=args.words("提示", "Good to know")>
                    {args.words("今晚 22 点后系统维护约 1 小时。", "Maintenance for about 1 hour after 22:00 tonight.")}
                </Banner>
                <Banner tone=Tone::Ok word=args.words("已连上网", "Connected")>
                    {args.words("照片都传完了。", "All photographs have been sent.")}
                </Banner>
                <Banner tone=Tone::Warn word=args.words("网络断了", "No connection")>
                    {args.words("填的内容存在本机。", "What you write is kept on this device.")}
                </Banner>
                <Banner tone=Tone::Bad word=args.words("登录已过期", "Signed out")>
                    {args.words("请重新登录，已填的内容还在。", "Please sign in again; what you wrote is still there.")}
                </Banner>
            </div>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <Banner
                tone=args.choice("tone", Tone::Info).get()
                word=args.text("word", "提示", "Good to know")
                on_dismiss=args.event("on_dismiss")
                dismiss_label=args.words("知道了", "Dismiss")
            >
                {args.text(
                    "children",
                    "国庆节放假期间提交的申请从放假后的第一个工作日开始计算办理时限请合理安排时间不要着急",
                    "For applications submitted during the National Day holiday, the time limit begins on the first working day afterwards",
                )}
            </Banner>
        }
        .into_any()
    }),
];
