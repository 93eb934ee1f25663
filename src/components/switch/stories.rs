//! On or off, at once.

use super::*;
use crate::gallery::story::{Args, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("off", "It is off, with everything that can be set", |args| show(args, false)),
    Story::new("on", "It is on", |args| show(args, true)),
    Story::new("disabled", "It cannot be moved now, and its hint says why", |args| {
        view! {
            <Switch
                id="read-aloud"
                checked=args.flag("checked", false)
                on_change=args.event_of("on_change")
                disabled=args.flag("disabled", true)
                hint=args.maybe_text("hint", "这台设备没有朗读的声音", "This device has no voice to read with")
            >
                {args.text("children", "朗读", "Read aloud")}
            </Switch>
        }
        .into_any()
    }),
    Story::new("long", "More words than a line of a phone holds", |args| {
        view! {
            <Switch id="long" checked=args.flag("checked", true) on_change=args.event_of("on_change")>
                {args.text(
                    "children",
                    "办件状态变化时除了短信以外同时用这台设备的通知告诉我",
                    "When the application moves on, tell me by a notification on this device besides the SMS",
                )}
            </Switch>
        }
        .into_any()
    }),
];

fn show(args: Args, given: bool) -> AnyView {
    let checked = RwSignal::new(given);
    let logged = args.event_of::<bool>("on_change");
    view! {
        <Switch
            id="read-aloud"
            checked
            on_change=move |on| {
                checked.set(on);
                logged.run(on);
            }
            icon=args.choice("icon", IconName::TextSize).get()
            hint=args.maybe_text("hint", "", "")
            disabled=args.flag("disabled", false)
        >
            {args.text("children", "大字版", "Large words")}
        </Switch>
    }
    .into_any()
}
