//! A mobile number. All of them are synthetic.

use super::*;
use crate::{
    components::field::Field,
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("complete", "A number, read back in the groups people say", |args| show(args, "13800138000", "", "")),
    Story::new("empty", "Nothing is written yet", |args| show(args, "", "", "")),
    Story::new("error", "A digit is missing", |args| {
        show(args, "1380013800", "手机号少了 1 位", "One digit of the number is missing")
    }),
];

fn show(args: Args, given: &'static str, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let value = args.value("value", given);
    view! {
        <Field
            id="phone"
            label=args.text("label", "手机号", "Mobile number")
            hint=args.maybe_text("hint", "进度用短信告诉您", "You will be told of progress by SMS")
            error=args.maybe_text("error", error_zh, error_en)
        >
            <PhoneInput value on_input=move |text| value.set(text) on_leave=args.event("on_leave")/>
        </Field>
    }
    .into_any()
}
