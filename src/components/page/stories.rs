//! The frame of every page.

use super::*;
use crate::{
    components::{
        banner::Banner,
        button::Button,
        steps::Steps,
        task_list::{StepState, Task},
        tone::Tone,
    },
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new(
        "step",
        "A step of an application: way back, help, progress, one action, and a summary on wide screens",
        |args| {
            let (step, steps) = (args.number("progress.step", 3, 1..=6), args.number("progress.steps", 6, 1..=6));
            let progress = PageProgress {
                step,
                steps,
                words: args.text(
                    "progress.words",
                    "第 3 步，共 6 步：拍材料",
                    "Step 3 of 6: photograph your documents",
                ),
            };
            let (action, later) =
                (args.words("保存并拍下一张", "Save and take the next one"), args.words("以后再填", "Go on later"));
            let (label, list) = (args.words("步骤", "Steps"), tasks(args));
            view! {
                <PageShell
                    demonstration=band(args)
                    skip=skip(args)
                    title=args.text("title", "申领居住证", "Apply for a permit")
                    heading=args.text("heading", "请拍身份证的两面", "Photograph both sides of your identity card")
                    back=PageLink::new("#", args.words("返回", "Back"))
                    help=PageLink::new("#", args.words("帮助", "Help"))
                    progress
                    actions=move || view! { <Button>{action}</Button> <a href="#">{later}</a> }
                    summary=move || view! { <Steps label steps=list.clone()/> }
                    summary_label=label
                >
                    {content(args, 4)}
                </PageShell>
            }
            .into_any()
        },
    ),
    Story::new("plain", "A page to read: a title and its content", |args| {
        view! {
            <PageShell
                demonstration=band(args)
                skip=skip(args)
                title=args.text("title", "帮助", "Help")
                back=PageLink::new("#", args.words("首页", "Home"))
            >
                {content(args, 12)}
            </PageShell>
        }
        .into_any()
    }),
    Story::new("news", "A page with news that holds for all of it", |args| {
        let (word, news) = (
            args.words("注意", "Attention"),
            args.text(
                "banner",
                "网络断了。已经打开的页面还能看、能填。",
                "No connection. Pages that are open can still be read and filled in.",
            ),
        );
        view! {
            <PageShell
                demonstration=band(args)
                skip=skip(args)
                title=args.text("title", "帮助", "Help")
                back=PageLink::new("#", args.words("首页", "Home"))
                banner=move || view! { <Banner tone=Tone::Warn word>{news}</Banner> }
            >
                {content(args, 3)}
            </PageShell>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds, in every part", |args| {
        let action = args.words(
            "提交给成都市公安局高新技术产业开发区分局桂溪派出所",
            "Submit to the Guixi police station of the Chengdu Hi-tech Zone",
        );
        view! {
            <PageShell
                demonstration=band(args)
                skip=skip(args)
                title=args.text("title", "补领和换领成都市居住证网上办理", "Reissue and exchange of the Chengdu residence permit")
                heading=args.text(
                    "heading",
                    "请核对您在居住登记时填写的现居住地址是不是和租赁合同上的地址一样",
                    "Please check whether the address of your residence registration is the one of your lease",
                )
                back=PageLink::new("#", args.words("返回", "Back"))
                help=PageLink::new("#", args.words("帮助", "Help"))
                actions=move || view! { <Button>{action}</Button> }
            >
                {content(args, 2)}
            </PageShell>
        }
        .into_any()
    }),
];

fn band(args: Args) -> Text {
    args.text(
        "demonstration",
        "演示系统 · 非官方，请勿填写真实信息",
        "Demonstration · not official, please enter no real data",
    )
}

fn skip(args: Args) -> Text {
    args.words("跳到正文", "Skip to the content")
}

fn content(args: Args, paragraphs: usize) -> impl IntoView + use<> {
    let words = args.words(
        "把身份证放在深色的桌面上，四角都拍到，不要反光。照片只用于这次申请。",
        "Lay the card on a dark table, with all four corners in the picture and no glare. The photographs are used for this application alone.",
    );
    (0..paragraphs).map(|_| view! { <p>{words}</p> }).collect_view()
}

fn tasks(args: Args) -> Vec<Task> {
    let task = |id: &str, title, state, state_word| Task {
        id: id.to_owned(),
        title,
        hint: Default::default(),
        href: Some("#".to_owned()),
        state,
        state_word,
    };
    vec![
        task("who", args.words("您是谁", "Who you are"), StepState::Done, args.words("已填好", "Done")),
        task("where", args.words("住在哪里", "Where you live"), StepState::Done, args.words("已填好", "Done")),
        task("pictures", args.words("拍材料", "Documents"), StepState::Now, args.words("正在填", "Now")),
        task(
            "review",
            args.words("核对并提交", "Check and submit"),
            StepState::Closed,
            args.words("填完后打开", "Later"),
        ),
    ]
}
