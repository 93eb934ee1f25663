//! The steps in short, beside a page.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[Story::new("steps", "Every state that a step can be in", |args| {
    let step = |id: &str, title, state, state_word| Task {
        id: id.to_owned(),
        title,
        hint: Default::default(),
        href: Some("#".to_owned()),
        state,
        state_word,
    };
    let steps = vec![
        step("who", args.words("您是谁", "Who you are"), StepState::Done, args.words("已填好", "Done")),
        step(
            "where",
            args.words("住在哪里", "Where you live"),
            StepState::Wrong,
            args.words("需要改", "To be changed"),
        ),
        step("pictures", args.words("拍材料", "Documents"), StepState::Now, args.words("正在填", "Now")),
        step("post", args.words("怎样领证", "How to receive it"), StepState::Open, args.words("还没填", "Open")),
        step(
            "review",
            args.words("核对以上全部内容并提交给派出所审核", "Check all of the above and submit it to the station"),
            StepState::Closed,
            args.words("前面填完后打开", "Opens when the others are done"),
        ),
    ];
    view! { <Steps label=args.text("label", "步骤", "Steps") steps/> }.into_any()
})];
