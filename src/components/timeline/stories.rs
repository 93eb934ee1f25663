//! What happened, what is now, what comes next.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("under-review", "An application under review, with what comes next", |args| {
        let due = args.words("最晚 3 月 2 日告诉您结果。", "You will know by 2 March at the latest.");
        view! {
            <Timeline label=args.text("label", "办理进度", "How it stands")>
                <TimelineEntry
                    moment=Moment::Past
                    moment_word=args.words("已完成", "Done")
                    title=args.words("已提交", "Submitted")
                    time=args.maybe_text("time", "2月13日 星期五 14:02", "Friday, 13 February, 14:02")
                    datetime=args.maybe_text("datetime", "2026-02-13", "2026-02-13")
                />
                <TimelineEntry
                    moment=args.choice("moment", Moment::Present).get()
                    moment_word=args.words("现在", "Now")
                    title=args.text("title", "派出所正在审核", "Under review at the police station")
                    details=move || view! { <p>{due}</p> }
                />
                <TimelineEntry moment=Moment::Next moment_word=args.words("接下来", "Next") title=args.words("制证", "Production")/>
                <TimelineEntry moment=Moment::Next moment_word=args.words("接下来", "Next") title=args.words("办结", "Completed")/>
            </Timeline>
        }
        .into_any()
    }),
    Story::new("ended", "An application that was broken off", |args| {
        view! {
            <Timeline label=args.words("办理进度", "How it stands")>
                <TimelineEntry moment=Moment::Past moment_word=args.words("已完成", "Done") title=args.words("已提交", "Submitted")/>
                <TimelineEntry
                    moment=Moment::Ended
                    moment_word=args.words("已结束", "Ended")
                    title=args.text("title", "您撤回了申请", "You withdrew the application")
                    time=args.maybe_text("time", "2月14日 星期六", "Saturday, 14 February")
                    datetime=args.maybe_text("datetime", "2026-02-14", "2026-02-14")
                />
            </Timeline>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        let words = args.words(
            "请在十五日内补齐租赁合同的最后一页和备案证明如果没有补齐这次申请就会终止但是可以重新申请",
            "Please add the last page of the lease and its registration within fifteen days; otherwise this application ends, and you can make a new one",
        );
        view! {
            <Timeline label=args.words("办理进度", "How it stands")>
                <TimelineEntry
                    moment=Moment::Present
                    moment_word=args.words("现在", "Now")
                    title=args.text(
                        "title",
                        "成都市公安局高新技术产业开发区分局桂溪派出所请您补充材料",
                        "The Guixi police station of the Chengdu Hi-tech Zone asks you for more documents",
                    )
                    details=move || view! { <p>{words}</p> }
                />
            </Timeline>
        }
        .into_any()
    }),
];
