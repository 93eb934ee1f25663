//! The one clock. Dates are dates in Chengdu: fixed +08:00, no daylight saving since 1991.

use jiff::{
    Timestamp,
    civil::{Date, DateTime, date},
    tz::Offset,
};

const CHINA: Offset = Offset::constant(8);

/// Tells the time. Only the date can be set, and only in a demonstration: signatures and sessions need the real time.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    today: Option<Date>,
}

impl Clock {
    /// A clock that tells the real date, or `today` where given.
    pub const fn new(today: Option<Date>) -> Self {
        Self { today }
    }

    /// The moment now, to the millisecond: what is answered at once is what is kept and answered later.
    #[allow(clippy::disallowed_methods, reason = "the named place of this program where the time is taken")]
    pub fn now(self) -> Timestamp {
        let now = Timestamp::now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Today's date.
    pub fn today(self) -> Date {
        self.date_of(self.now())
    }

    /// The date of a moment; always the one set, where one is set, so that every date of a demonstration agrees.
    pub fn date_of(self, moment: Timestamp) -> Date {
        self.today.unwrap_or_else(|| local(moment).date())
    }
}

/// Date and time of day in Chengdu.
pub fn local(moment: Timestamp) -> DateTime {
    CHINA.to_datetime(moment)
}

/// When an SMS may go out that is ready at `moment`: at once, or at 08:00 where it is between 22:00 and 08:00
/// (domain facts §4).
pub fn after_quiet_hours(moment: Timestamp) -> Timestamp {
    let now = local(moment);
    let morning = match now.hour() {
        0..8 => now.date(),
        22.. => now.date().tomorrow().unwrap_or(date(9999, 12, 31)),
        _ => return moment,
    };
    CHINA.to_timestamp(morning.at(8, 0, 0, 0)).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn chengdu_is_a_day_ahead_of_utc_in_the_evening() {
        assert_eq!(Clock::default().date_of(at("2026-07-14T16:30:00Z")), date(2026, 7, 15));
        assert_eq!(Clock::default().date_of(at("2026-07-14T15:59:59Z")), date(2026, 7, 14));
    }

    #[test]
    fn a_date_that_is_set_is_the_date_of_everything() {
        let clock = Clock::new(Some(date(2026, 7, 15)));
        assert_eq!((clock.today(), clock.date_of(at("2020-01-01T00:00:00Z"))), (date(2026, 7, 15), date(2026, 7, 15)));
    }

    #[test]
    fn messages_wait_for_the_morning_and_not_for_the_day() {
        for (ready, sent) in [
            ("2026-07-14T13:59:59Z", "2026-07-14T13:59:59Z"),
            ("2026-07-14T14:00:00Z", "2026-07-15T00:00:00Z"),
            ("2026-07-14T23:59:59Z", "2026-07-15T00:00:00Z"),
            ("2026-07-15T00:00:00Z", "2026-07-15T00:00:00Z"),
        ] {
            assert_eq!(after_quiet_hours(at(ready)), at(sent), "{ready}");
        }
    }
}
