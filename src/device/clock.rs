//! The app's one clock. Dates are dates in Chengdu, whatever the phone's time zone is.

use std::time::Duration;

use jiff::{Timestamp, civil::Date, tz::Offset};

/// Fixed +08:00: China has had no daylight saving since 1991.
const CHINA: Offset = Offset::constant(8);

/// The moment now, by the phone's clock.
#[allow(clippy::disallowed_methods, reason = "the named place of the app where the time is taken")]
pub fn now() -> Timestamp {
    #[allow(clippy::cast_possible_truncation, reason = "whole milliseconds, far below what an i64 holds")]
    let milliseconds = js_sys::Date::now() as i64;
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Today's date in Chengdu.
pub fn today() -> Date {
    date_in_chengdu(now())
}

/// The date in Chengdu at that moment.
pub fn date_in_chengdu(at: Timestamp) -> Date {
    CHINA.to_datetime(at).date()
}

/// The time of day in Chengdu at that moment: `14:02`.
pub fn time_in_chengdu(at: Timestamp) -> String {
    // Not by a format string: the interpreter of those weighs more than a page's own code.
    let time = CHINA.to_datetime(at).time();
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// Resolves after that time.
pub async fn sleep(duration: Duration) {
    gloo_timers::future::sleep(duration).await;
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_day_begins_in_chengdu_eight_hours_before_it_begins_in_greenwich() {
        let late: Timestamp = "2026-07-14T16:30:00Z".parse().unwrap();
        assert_eq!(date_in_chengdu(late), date(2026, 7, 15));
        assert_eq!(time_in_chengdu(late), "00:30");
        let earlier: Timestamp = "2026-07-14T15:59:59Z".parse().unwrap();
        assert_eq!(date_in_chengdu(earlier), date(2026, 7, 14));
    }
}
