//! What the person should know, in each tone.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("notice", "A notice with everything that can be set", |args| {
        view! {
            <Notice
                tone=args.choice("tone", Tone::Warn).get()
                word=args.text("word", "注意", "Attention")
                title=args.maybe_text("title", "网络断了", "The connection is lost")
                announce=args.choice("announce", Announce::No).get()
            >
                {args.text(
                    "children",
                    "照片已存在手机里，连上网会自动接着传。",
                    "The photographs are kept on your phone and will be sent once it is connected again.",
                )}
            </Notice>
        }
        .into_any()
    }),
    Story::new("tones", "Every tone, with its icon and a word", |args| {
        view! {
            <div class="stack">
                <Notice tone=Tone::Plain word=args.words("说明", "Note")>
                    {args.words("首次申领不收费。", "The first permit is free of charge.")}
                </Notice>
                <Notice tone=Tone::Info word=args.words("提示", "Good to know")>
                    {args.words("约 6 分钟，需要身份证。", "About 6 minutes, with your identity card.")}
                </Notice>
                <Notice tone=Tone::Ok word=args.words("已保存", "Saved")>
                    {args.words("现在离开也不会丢。", "Nothing is lost if you leave now.")}
                </Notice>
                <Notice tone=Tone::Warn word=args.words("需要核实", "To be verified")>
                    {args.words("这一项由派出所核实。", "The police station will verify this.")}
                </Notice>
                <Notice tone=Tone::Bad word=args.words("没有成功", "It did not work")>
                    {args.words("短信没有发出去，1 分钟后可以重发。", "The message was not sent; try again in 1 minute.")}
                </Notice>
            </div>
        }
        .into_any()
    }),
    Story::new("announced", "One that appears later is read out", |args| {
        let shown = args.flag("shown", true);
        let (word, words) = (
            args.words("网络断了", "No connection"),
            args.words("填的内容存在本机。", "What you wrote is kept on this device."),
        );
        view! {
            {move || {
                shown
                    .get()
                    .then(|| view! { <Notice tone=Tone::Warn word announce=Announce::Politely>{words}</Notice> })
            }}
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <Notice
                tone=args.choice("tone", Tone::Info).get()
                word=args.text("word", "提示", "Good to know")
                title=args.maybe_text(
                    "title",
                    "居住登记信息和您填写的现居住地址不一致时以派出所核实的结果为准",
                    "Where the residence registration and the address you wrote differ, what the police station finds is what counts",
                )
            >
                {args.text(
                    "children",
                    "派出所民警可能会打电话或者上门核实请保持电话畅通并准备好租赁合同或者房屋产权证明原件",
                    "An officer may call or visit you to verify it; please keep your telephone on and the original of your lease or title at hand",
                )}
            </Notice>
        }
        .into_any()
    }),
];
