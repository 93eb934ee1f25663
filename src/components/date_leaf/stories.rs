//! A day as on a tear-off calendar.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[Story::new("day", "The day that matters", |args| {
    view! {
        <DateLeaf
            datetime=args.text("datetime", "2026-07-15", "2026-07-15")
            month=args.text("month", "2026年7月", "July 2026")
            day=args.text("day", "15", "15")
            weekday=args.text("weekday", "星期三", "Wednesday")
        />
    }
    .into_any()
})];
