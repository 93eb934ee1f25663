//! The sandbox's one clock. Dates are dates in Chengdu: fixed +08:00, no daylight saving since 1991.

use jiff::{Timestamp, civil::Date, tz::Offset};

const CHINA: Offset = Offset::constant(8);

/// Tells the time; the date can be set for a demonstration or a test.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    today: Option<Date>,
}

impl Clock {
    /// A clock that tells the real date, or `today` where given.
    pub const fn new(today: Option<Date>) -> Self {
        Self { today }
    }

    /// The moment now. It is never set: signatures and ages need the real one.
    #[allow(clippy::disallowed_methods, reason = "the named place of this program where the time is taken")]
    pub fn now(self) -> Timestamp {
        Timestamp::now()
    }

    /// Today's date in Chengdu.
    pub fn today(self) -> Date {
        self.today.unwrap_or_else(|| date_in_chengdu(self.now()))
    }
}

/// The date in Chengdu at that moment.
pub fn date_in_chengdu(at: Timestamp) -> Date {
    CHINA.to_datetime(at).date()
}

/// A moment as people in Chengdu read it: `2026-11-24 14:02`.
pub fn local(at: Timestamp) -> String {
    CHINA.to_datetime(at).strftime("%Y-%m-%d %H:%M").to_string()
}

/// How long something has waited, in the largest unit that says enough.
pub fn waited(since: Timestamp, now: Timestamp) -> String {
    let minutes = (now.as_second() - since.as_second()).max(0) / 60;
    match minutes {
        0 => "不到 1 分钟".to_owned(),
        1..60 => format!("{minutes} 分钟"),
        60..1440 => format!("{} 小时", minutes / 60),
        _ => format!("{} 天", minutes / 1440),
    }
}
