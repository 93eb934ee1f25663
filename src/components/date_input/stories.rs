//! A day, by the browser's own calendar.

use super::*;
use crate::{
    components::field::Field,
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("chosen", "A day is chosen", |args| show(args, "2026-01-15", "", "")),
    Story::new("empty", "No day is chosen yet", |args| show(args, "", "", "")),
    Story::new("error", "The day cannot be", |args| {
        show(
            args,
            "2026-12-01",
            "登记日期还没有到，请对照登记回执",
            "This day has not come yet: please look at the receipt",
        )
    }),
];

fn show(args: Args, given: &'static str, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let value = args.value("value", given);
    view! {
        <Field
            id="since"
            label=args.text("label", "居住登记日期", "Day of the residence registration")
            hint=args.maybe_text("hint", "在登记回执上", "It stands on the receipt")
            error=args.maybe_text("error", error_zh, error_en)
        >
            <DateInput
                value
                on_input=move |day| value.set(day)
                on_leave=args.event("on_leave")
                min=args.maybe_text("min", "2020-01-01", "2020-01-01")
                max=args.maybe_text("max", "2026-07-14", "2026-07-14")
            />
        </Field>
    }
    .into_any()
}
