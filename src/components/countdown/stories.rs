//! How much time is left.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("days", "Days until something can be done", |args| show(args, 3, Left::Days)),
    Story::new("hours", "Hours until something ends", |args| show(args, 26, Left::Hours)),
    Story::new("minutes", "Minutes until something ends", |args| show(args, 12, Left::Minutes)),
    Story::new("over", "Nothing is left", |args| show(args, 0, Left::Days)),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <Countdown
                left=Left::Days(1234)
                label=args.text(
                    "label",
                    "离您最近一次在成都办理居住登记满半年可以申领居住证的那一天还有",
                    "Until the day on which you have been registered in Chengdu for half a year and can apply for a permit there are",
                )
                unit=unit(args)
                over=args.words("现在可以申领了", "You can apply now")
            />
        }
        .into_any()
    }),
];

fn unit(args: Args) -> impl Fn(Left) -> String + Send + Sync + 'static {
    let (days, hours, minutes) = (args.words("天", "days"), args.words("小时", "hours"), args.words("分钟", "minutes"));
    move |left| match left {
        Left::Days(_) => days.get(),
        Left::Hours(_) => hours.get(),
        Left::Minutes(_) | Left::Over => minutes.get(),
    }
}

fn show(args: Args, given: u32, of: fn(u32) -> Left) -> AnyView {
    let number = args.number("left", given, 0..=400);
    let left = Signal::derive(move || match number.get() {
        0 => Left::Over,
        number => of(number),
    });
    view! {
        <Countdown
            left
            label=args.text("label", "离可以申领还有", "Until you can apply:")
            unit=unit(args)
            over=args.text("over", "现在可以申领了", "You can apply now")
        />
    }
    .into_any()
}
