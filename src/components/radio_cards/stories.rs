//! One of a few, each explained.

use super::*;
use crate::{
    components::icon::IconName,
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("explained", "Each card says what it means", |args| show(args, "dwelling", grounds(args))),
    Story::new("none-chosen", "Nothing is chosen before the person chooses", |args| show(args, "", grounds(args))),
    Story::new("plain", "Cards of a word each", |args| {
        show(args, "", vec![Choice::new("yes", args.words("是", "Yes")), Choice::new("no", args.words("不是", "No"))])
    }),
    Story::new("error", "None is chosen, and one has to be", |args| {
        let value = args.value("value", "");
        view! {
            <RadioCards
                id="ground"
                label=args.text("label", "按哪一项申领", "On which ground do you apply")
                value
                choices=grounds(args)
                on_change=move |chosen| value.set(chosen)
                required=true
                error=args.maybe_text("error", "请选择一项，才能知道要准备哪些材料", "Please choose one, so that we can say what you need")
            />
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        let choice = Choice::new(
            "long",
            args.words(
                "按照合法稳定就业申领包括已经办理就业登记或者在成都缴纳社会保险以及领取营业执照从事经营活动",
                "Legal and stable employment, including registered employment, social insurance paid in Chengdu, or a business licence",
            ),
        );
        let choice = choice.detail(args.words(
            "如果最近六个月里换过单位但社会保险没有断缴那么仍然算连续不需要另外写说明",
            "If you changed employers within the last six months and the insurance was paid throughout, it still counts as uninterrupted",
        ));
        show(args, "", vec![choice, Choice::new("other", args.words("其他", "Other"))])
    }),
];

fn grounds(args: Args) -> Vec<Choice> {
    vec![
        Choice::new("employment", args.words("就业", "Employment"))
            .detail(args.words("在成都连续缴社保满 6 个月", "Social insurance paid in Chengdu for 6 months in a row"))
            .icon(IconName::Briefcase),
        Choice::new("dwelling", args.words("住所", "Dwelling"))
            .detail(args.words("自有住房，或租房已备案", "A home of your own, or a registered lease"))
            .icon(IconName::Home),
        Choice::new("study", args.words("就读", "Study"))
            .detail(args.words("在成都的学校连续就读", "Enrolled at a school in Chengdu"))
            .icon(IconName::School),
    ]
}

fn show(args: Args, given: &'static str, choices: Vec<Choice>) -> AnyView {
    let value = args.value("value", given);
    view! {
        <RadioCards
            id="ground"
            label=args.text("label", "按哪一项申领", "On which ground do you apply")
            value
            choices
            on_change=move |chosen| value.set(chosen)
            required=args.flag("required", true).get()
            mark=args.maybe_text("mark", "", "")
            hint=args.maybe_text("hint", "符合一项就可以", "One is enough")
            error=args.maybe_text("error", "", "")
            source=args.maybe_text("source", "", "")
        />
    }
    .into_any()
}
