//! How far something is.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("steps", "Which step of how many", |args| {
        let step = args.number("value", 3, 0..=6);
        view! {
            <Progress
                words=args.text("words", "第 3 步，共 6 步：拍材料", "Step 3 of 6: photograph your documents")
                value=Signal::derive(move || Some(step.get()))
                max=args.number("max", 6, 1..=6)
            />
        }
        .into_any()
    }),
    Story::new("sending", "How much has arrived", |args| {
        let sent = args.number("value", 40, 0..=100);
        view! {
            <Progress
                words=args.text("words", "正在上传，已传 40%", "Sending, 40% done")
                value=Signal::derive(move || Some(sent.get()))
            />
        }
        .into_any()
    }),
    Story::new("unknown", "Something is going on, and nobody knows how far", |args| {
        view! { <Progress words=args.text("words", "正在检查照片", "Looking at the photograph")/> }.into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <Progress
                words=args.text(
                    "words",
                    "第五步共六步请核对从公安社保和房管部门取得的记录是否和您的实际情况一致",
                    "Step 5 of 6: check whether the records of police, social insurance and housing authority are right",
                )
                value=5u32
                max=6u32
            />
        }
        .into_any()
    }),
];
