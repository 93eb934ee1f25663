//! The 18 characters of an identity number. All of them are synthetic.

use super::*;
use crate::{
    components::field::Field,
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("complete", "A number, read back in the groups of the card", |args| {
        show(args, "519999199002280019", "", "")
    }),
    Story::new("empty", "Nothing is written yet", |args| show(args, "", "", "")),
    Story::new("error", "A character is missing", |args| {
        show(
            args,
            "51999919900228001",
            "身份证号少了 1 位，请对照证件补上",
            "One character of the number is missing: please compare it with the card",
        )
    }),
    Story::new("too-long", "What is too much is shown and not cut", |args| show(args, "51999919900228001900", "", "")),
];

fn show(args: Args, given: &'static str, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let value = args.value("value", given);
    view! {
        <Field
            id="number"
            label=args.text("label", "身份证号", "Identity number")
            error=args.maybe_text("error", error_zh, error_en)
        >
            <IdentityNumberInput
                value
                on_input=move |text| value.set(text)
                on_leave=args.event("on_leave")
                readonly=args.flag("readonly", false)
            />
        </Field>
    }
    .into_any()
}
