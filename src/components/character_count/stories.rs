//! How much may still be written.

use super::*;
use crate::{
    components::{field::Field, text_input::TextArea},
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("room-left", "There is room left", |args| show(args, "搬家期间住在亲戚家")),
    Story::new("empty", "Nothing is written yet", |args| show(args, "")),
    Story::new("too-much", "More is written than there may be: all of it stays", |args| {
        show(args, "搬家期间住在亲戚家里三个月没有办理居住登记后来租到房子才去派出所登记并且一直住到现在")
    }),
];

fn show(args: Args, given: &'static str) -> AnyView {
    let value = args.value("value", given);
    let (left, too_many) = (args.words("还可以写", "left:"), args.words("多了", "too many:"));
    let unit = args.words("个字", "characters");
    let words = move |count: i32| {
        let what = if count < 0 { too_many.get() } else { left.get() };
        format!("{what} {} {}", count.unsigned_abs(), unit.get())
    };
    view! {
        <Field
            id="why"
            label=args.text("label", "情况说明", "What happened")
            hint=args.maybe_text("hint", "", "")
            error=args.maybe_text("error", "", "")
        >
            <CharacterCount value most=40 words>
                <TextArea value on_input=move |text| value.set(text)/>
            </CharacterCount>
        </Field>
    }
    .into_any()
}
