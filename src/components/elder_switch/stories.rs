//! Large words and targets.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[Story::new("switch", "The switch for the version with large words", |args| {
    let on = RwSignal::new(false);
    let logged = args.event_of::<bool>("on_change");
    view! {
        <ElderSwitch
            id="elder"
            on
            label=args.text("label", "大字版", "Large words")
            on_change=move |now| {
                on.set(now);
                logged.run(now);
            }
        />
    }
    .into_any()
})];
