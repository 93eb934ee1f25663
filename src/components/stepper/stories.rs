//! A small number, counted up and down.

use super::*;
use crate::{
    components::field::Field,
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("number", "A number within its limits", |args| show(args, 3, "", "")),
    Story::new("least", "It cannot become less", |args| show(args, 1, "", "")),
    Story::new("most", "It cannot become more", |args| show(args, 6, "", "")),
    Story::new("error", "The number does not fit to other answers", |args| {
        show(args, 2, "您登记了 3 位家人，人数应是 4", "You named 3 members of your family, so there are 4 of you")
    }),
];

fn show(args: Args, given: u32, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let value = RwSignal::new(given);
    let logged = args.event_of::<u32>("on_change");
    let words = StepperWords { less: args.words("少一人", "One fewer"), more: args.words("多一人", "One more") };
    view! {
        <Field
            id="people"
            label=args.text("label", "一起住的人数", "How many of you live there")
            hint=args.maybe_text("hint", "包括您自己", "Yourself included")
            error=args.maybe_text("error", error_zh, error_en)
        >
            <Stepper
                value
                on_change=move |number| {
                    value.set(number);
                    logged.run(number);
                }
                min=1
                max=6
                unit=args.maybe_text("unit", "人", "people")
                words
            />
        </Field>
    }
    .into_any()
}
