//! The way back.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("back", "Back to where one came from", |args| {
        view! { <BackLink href="#" label=args.text("label", "返回", "Back")/> }.into_any()
    }),
    Story::new("long", "The name of the page that it leads to", |args| {
        view! {
            <BackLink
                href="#"
                label=args.text(
                    "label",
                    "返回正在填写的居住证申领任务列表",
                    "Back to the task list of your application for a residence permit",
                )
            />
        }
        .into_any()
    }),
];
