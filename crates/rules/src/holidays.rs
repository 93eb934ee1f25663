//! The State Council's yearly notices on holidays, as data. A year that is not here is counted Monday to Friday, and
//! every answer that rests on it says so ([`crate::working_days::WorkingDay::calendar_known`]).
//!
//! The notice for a year comes out in the November before it; adding one is one entry in [`YEARS`].

use jiff::civil::{Date, date};

/// One year's notice.
#[derive(Debug)]
pub struct HolidayYear {
    /// The year it is for.
    pub year: i16,
    /// The day it was published.
    pub published: Date,
    /// Which notice it is.
    pub source: &'static str,
    /// Days off, first and last of each holiday, weekends within them included.
    pub off: &'static [(Date, Date)],
    /// Saturdays and Sundays that are worked to make up for them.
    pub working_weekends: &'static [Date],
}

/// Every notice known, by year.
pub const YEARS: &[HolidayYear] = &[HolidayYear {
    year: 2026,
    published: date(2025, 11, 4),
    source: "国务院办公厅关于2026年部分节假日安排的通知",
    off: &[
        (date(2026, 1, 1), date(2026, 1, 3)),
        (date(2026, 2, 15), date(2026, 2, 23)),
        (date(2026, 4, 4), date(2026, 4, 6)),
        (date(2026, 5, 1), date(2026, 5, 5)),
        (date(2026, 6, 19), date(2026, 6, 21)),
        (date(2026, 9, 25), date(2026, 9, 27)),
        (date(2026, 10, 1), date(2026, 10, 7)),
    ],
    working_weekends: &[
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ],
}];
