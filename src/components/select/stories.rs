//! One of many, by the browser's own list.

use super::*;
use crate::{
    components::field::Field,
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("none-chosen", "Nothing is chosen yet", |args| show(args, "", "", "")),
    Story::new("chosen", "An answer is chosen", |args| show(args, "jinjiang", "", "")),
    Story::new("error", "One has to be chosen", |args| show(args, "", "请选择区（市）县", "Please choose a district")),
    Story::new("long", "An answer of more than a line: the closed list cuts it, the open one does not", |args| {
        show(args, "long", "", "")
    }),
];

fn show(args: Args, given: &'static str, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let value = args.value("value", given);
    let choices = vec![
        Choice::new("wuhou", args.words("武侯区", "Wuhou")),
        Choice::new("jinjiang", args.words("锦江区", "Jinjiang")),
        Choice::new("qingyang", args.words("青羊区", "Qingyang")),
        Choice::new(
            "long",
            args.words(
                "四川天府新区成都直管区和成都东部新区以及成都高新技术产业开发区",
                "Tianfu New Area, Chengdu Eastern New Area and the Chengdu Hi-tech Industrial Development Zone",
            ),
        ),
    ];
    view! {
        <Field
            id="district"
            label=args.text("label", "区（市）县", "District")
            error=args.maybe_text("error", error_zh, error_en)
        >
            <Select
                value
                choices
                on_change=move |chosen| value.set(chosen)
                placeholder=args.maybe_text("placeholder", "请选择", "Please choose")
            />
        </Field>
    }
    .into_any()
}
