//! What is done and what is still open.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("begun", "An application being filled in: every state that a step can be in", |args| {
        let state = args.choice("tasks.state", StepState::Now);
        let (now, open) = (args.words("正在填", "Now"), args.words("还没填", "Open"));
        let word = Signal::derive(move || if state.get() == StepState::Now { now.get() } else { open.get() });
        let (who, wrong, pictures) = (
            task("who", args.words("您是谁", "Who you are"), StepState::Done, args.words("已填好", "Done")),
            Task {
                hint: args.maybe_text("tasks.hint", "地址和登记的不一样", "The address is not the registered one"),
                ..task(
                    "where",
                    args.words("住在哪里", "Where you live"),
                    StepState::Wrong,
                    args.words("需要改", "To be changed"),
                )
            },
            args.words("拍材料", "Photograph your documents"),
        );
        let (delivery, review, later) = (
            task("delivery", args.words("怎样领证", "How to receive it"), StepState::Open, open),
            args.words("核对并提交", "Check and submit"),
            args.words("前面填完后打开", "Opens when the others are done"),
        );
        let tasks = Signal::derive(move || {
            vec![
                who.clone(),
                wrong.clone(),
                task("pictures", pictures, state.get(), word),
                delivery.clone(),
                task("review", review, StepState::Closed, later),
            ]
        });
        view! { <TaskList tasks/> }.into_any()
    }),
    Story::new("done", "All of it is done", |args| {
        let word = args.words("已填好", "Done");
        let tasks = vec![
            task("who", args.words("您是谁", "Who you are"), StepState::Done, word),
            task("where", args.words("住在哪里", "Where you live"), StepState::Done, word),
            task(
                "review",
                args.words("核对并提交", "Check and submit"),
                StepState::Now,
                args.words("可以提交", "Ready"),
            ),
        ];
        view! { <TaskList tasks/> }.into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", show_long),
];

fn task(id: &str, title: Text, state: StepState, state_word: Text) -> Task {
    Task { id: id.to_owned(), title, hint: MaybeText::default(), href: Some("#".to_owned()), state, state_word }
}

fn show_long(args: Args) -> AnyView {
    let title = args.text(
        "tasks.title",
        "请核对从公安社会保险和房屋管理部门取得的记录是否和您的实际情况一致",
        "Check whether the records of police, social insurance and housing authority are right about you",
    );
    let hint = args.maybe_text(
        "tasks.hint",
        "如果不一致可以说明情况并上传证明材料由派出所民警核实以后更正",
        "If they are not, say so and add a proof; an officer of the police station will verify and correct them",
    );
    let word = args.words("还没有填写完整", "Not filled in completely");
    let tasks = vec![Task { hint, ..task("records", title, StepState::Open, word) }];
    view! { <TaskList tasks/> }.into_any()
}
