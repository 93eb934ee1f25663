//! Numbers that the law or the city may change, each with its source and the day since which it holds.
//!
//! "Ours" marks a choice made where the law and the practice are silent, with the reason. Holidays are in
//! [`crate::holidays`], streets in [`crate::division`].

/// Months of residence before a permit: 半年以上 (居住证暂行条例 Art. 2, since 2016-01-01). 以上 includes the number
/// itself (民法典 Art. 1259), so the corresponding day already counts.
pub const RESIDENCE_MONTHS: i32 = 6;

/// Days without registration that are bridged between two registrations, for a person to decide on. Ours: Chengdu is
/// silent; Zhejiang gives ten days to report a change (浙江省流动人口居住登记条例 Art. 13), so a gap up to that long
/// should neither cost half a year nor pass unseen.
pub const RESIDENCE_GRACE_DAYS: i32 = 10;

/// Months of employees' social insurance on end for the employment ground (Chengdu's practice, 成都居住证办理条件).
pub const INSURANCE_MONTHS: u32 = 6;

/// How many months before the month of application the newest payment may lie without question: payments of a month
/// are posted in it or in the next. Ours.
pub const INSURANCE_POSTING_MONTHS: u32 = 1;

/// How many months before the month of application the newest payment may lie for a person to decide whether only its
/// posting is late. Ours.
pub const INSURANCE_LATE_POSTING_MONTHS: u32 = 2;

/// The age from which somebody applies alone (居住证暂行条例 Art. 9 ¶3: 未满16周岁 a guardian or close relative may
/// apply; since 2016-01-01).
pub const MINOR_UNTIL_YEARS: i32 = 16;

/// The age under which a guardian must act: below it nobody agrees for themselves to the use of their data
/// (个人信息保护法 Art. 31, since 2021-11-01). Between it and [`MINOR_UNTIL_YEARS`] the regulation says that somebody may
/// act (可以), not that they must.
pub const GUARDIAN_UNTIL_YEARS: i32 = 14;

/// The age from which somebody may act for another: that of full capacity (民法典 Art. 17, 18). Ours: the exception for
/// those of sixteen who live by their own work can't be seen from a form.
pub const AGENT_FROM_YEARS: i32 = 18;

/// Whether a change of what is printed on the card leads to a new one. Ours: the regulation prints the address and is
/// silent on the change, and a card that shows an old address proves the wrong one.
pub const PRINTED_CHANGE_MAKES_NEW_CARD: bool = true;

/// Natural days from acceptance until the permit is made and handed out (居住证暂行条例 Art. 9 ¶6, since 2016-01-01).
/// The text says 15日, not 15个工作日; the extension to 30 days needs a measure of the city, and none is known.
pub const ISSUE_DAYS: i32 = 15;

/// Working days from submission within which a correction must be asked for, else the application counts as accepted
/// on the day it came in (行政许可法 Art. 32(四), since 2004-07-01, amended 2019-04-23; applied by analogy).
pub const CORRECTION_NOTICE_WORKING_DAYS: u32 = 5;

/// Working days an applicant has to answer a correction. Ours: the law sets none; three weeks are enough to fetch a
/// paper from elsewhere, and a case can't stay open for ever.
pub const CORRECTION_ANSWER_WORKING_DAYS: u32 = 15;

/// How often a correction can be asked for in each state. 一次性告知 (居住证暂行条例 Art. 9 ¶5) forbids piecemeal
/// requests; that review may ask once more after acceptance is ours.
pub const CORRECTIONS_PER_STATE: u32 = 1;

/// Days after which an applicant is reminded to pick up a finished permit. Ours.
pub const PICK_UP_REMINDER_DAYS: [i32; 2] = [30, 60];

/// Years for which an issue or an endorsement holds (居住证暂行条例 Art. 10: 每年签注1次, since 2016-01-01).
pub const ENDORSEMENT_YEARS: i32 = 1;

/// Months before the year is full in which it can be endorsed (居住证暂行条例 Art. 10: 之日前1个月内).
pub const ENDORSEMENT_WINDOW_MONTHS: i32 = 1;

/// What a reissued or exchanged card costs, in fen (Chengdu's practice: 20元/证). First issue and endorsement are free
/// by law (居住证暂行条例 Art. 21, since 2016-01-01).
pub const REPLACEMENT_CARD_FEN: u32 = 2_000;

/// Natural days to ask for an administrative review of a decision, from knowing of it (行政复议法 Art. 20, since
/// 2024-01-01).
pub const REVIEW_DAYS: i32 = 60;

/// Months to sue against a decision without a review, from knowing of it (行政诉讼法 Art. 46, since 2017-07-01).
pub const SUIT_MONTHS: i32 = 6;
