//! Whether something holds, since when or from when, and why.

use super::*;
use crate::{
    components::{
        button::{ButtonKind, ButtonLink},
        date_leaf::DateLeaf,
    },
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("not-yet", "It will hold from a day that can be named", |args| {
        let (month, weekday) = (args.words("2026年7月", "July 2026"), args.words("星期三", "Wednesday"));
        let (prepare, words) = (
            args.words("先把材料准备好", "Prepare your documents meanwhile"),
            args.text("headline", "再过 3 天，7 月 15 日就能申领", "In 3 days, from 15 July, you can apply"),
        );
        view! {
            <VerdictCard
                outcome=args.choice("outcome", Outcome::NotYet).get()
                word=args.text("word", "还差 3 天", "3 days left")
                headline=words
                date=move || view! { <DateLeaf datetime="2026-07-15" month day="15" weekday/> }
                actions=move || view! { <ButtonLink href="#" kind=ButtonKind::Secondary>{prepare}</ButtonLink> }
            >
                {half_year(args, Outcome::NotYet, args.words("还没满", "Not yet"))}
                {ground(args)}
            </VerdictCard>
        }
        .into_any()
    }),
    Story::new("yes", "It holds", |args| {
        let apply = args.words("去申领", "Apply");
        view! {
            <VerdictCard
                outcome=Outcome::Yes
                word=args.text("word", "现在可以申领", "You can apply now")
                headline=args.text("headline", "您满半年了，也有合法稳定就业", "You have been here for half a year and have stable employment")
                actions=move || view! { <ButtonLink href="#">{apply}</ButtonLink> }
            >
                {half_year(args, Outcome::Yes, args.words("符合", "Met"))}
                {ground(args)}
            </VerdictCard>
        }
        .into_any()
    }),
    Story::new("review", "A person has to look at it", |args| {
        view! {
            <VerdictCard
                outcome=Outcome::Review
                word=args.text("word", "要核实", "To be verified")
                headline=args.text("headline", "可以提交，由派出所核实居住时间", "You can apply; the station will verify how long you have lived here")
            >
                {half_year(args, Outcome::Review, args.words("要核实", "To be verified"))}
            </VerdictCard>
        }
        .into_any()
    }),
    Story::new("no", "It does not hold", |args| {
        view! {
            <VerdictCard
                outcome=Outcome::No
                word=args.text("word", "现在还不能申领", "You cannot apply now")
                headline=args.text("headline", "还没有办居住登记：先办登记，满半年后申领", "There is no residence registration: register first, and apply after half a year")
            >
                {half_year(args, Outcome::No, args.words("不符合", "Not met"))}
            </VerdictCard>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <VerdictCard
                outcome=Outcome::Review
                word=args.text("word", "需要派出所民警进一步核实以后才能确定", "It can only be decided after an officer has verified it")
                headline=args.text(
                    "headline",
                    "您的社会保险在今年三月断缴了一个月请准备好单位出具的情况说明和劳动合同原件",
                    "Your social insurance was not paid in March: please prepare a statement of your employer and the original of your contract",
                )
            >
                {half_year(args, Outcome::Review, args.words("要核实", "To be verified"))}
            </VerdictCard>
        }
        .into_any()
    }),
];

fn half_year(args: Args, outcome: Outcome, word: Text) -> impl IntoView + use<> {
    view! {
        <VerdictFinding
            outcome
            word
            title=args.words("连续居住满半年", "Half a year of residence")
            reason=args.words(
                "您 1 月 15 日登记，满半年的那天起就可以。",
                "You registered on 15 January; from the day on which half a year is full you can apply.",
            )
            source_label=args.words("依据", "Legal basis")
            source=args.words("《居住证暂行条例》第二条", "Provisional Regulations on Residence Permits, article 2")
        />
    }
}

fn ground(args: Args) -> impl IntoView + use<> {
    view! {
        <VerdictFinding
            outcome=Outcome::Yes
            word=args.words("符合", "Met")
            title=args.words("合法稳定就业", "Legal and stable employment")
            reason=args.words("在成都连续缴社保 8 个月。", "Social insurance paid in Chengdu for 8 months in a row.")
            source_label=args.words("依据", "Legal basis")
            source=args.words("《居住证暂行条例》第二条", "Provisional Regulations on Residence Permits, article 2")
        />
    }
}
