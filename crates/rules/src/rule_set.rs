//! The numbers and dates that the law or the city may change, as versions.
//!
//! Each version is a file of `data/rule_sets`, with the source of every number beside it, and is compiled in. An
//! application keeps the version it was submitted under: later changes of the rules are not applied to it. "Ours" in a
//! file marks a choice made where the law and the practice are silent.

use std::borrow::Cow;

use jiff::civil::{Date, date};
#[cfg(feature = "load")]
use serde::Deserialize;

include!(concat!(env!("OUT_DIR"), "/rule_sets.rs"));

/// Declares a part of a rule set: a plain struct that a file can be read into where the feature `load` is on.
macro_rules! part {
    ($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "load", derive(Deserialize), serde(deny_unknown_fields))]
        pub struct $name { $($(#[$fmeta])* pub $field: $type,)+ }
    };
}

part! {
    /// One version of the rules.
    RuleSet {
        /// Its name, for example `2025.2`.
        version: Cow<'static, str>,
        /// SHA-256 of the file it was read from, lower-case hex.
        #[cfg_attr(feature = "load", serde(skip))]
        digest: Cow<'static, str>,
        /// The first day on which applications are judged by it.
        effective_from: Date,
        /// What made it necessary.
        source: Cow<'static, str>,
        /// The day of the list of streets.
        divisions_as_of: Date,
        /// Whether the stations are made up, which whoever shows one has to say.
        stations_are_demonstration: bool,
        /// The half year of residence.
        residence: Residence,
        /// Social insurance, for the employment ground.
        insurance: Insurance,
        /// Ages, in full years.
        age: Age,
        /// Terms of a case.
        case: Case,
        /// The finished permit.
        delivery: Delivery,
        /// The yearly endorsement.
        endorsement: Endorsement,
        /// Changes of details.
        change: Change,
        /// Fees.
        fee: Fee,
        /// Remedies against a decision.
        remedy: Remedy,
        /// The State Council's notices on holidays; working days of other years are counted Monday to Friday.
        calendar: Cow<'static, [Calendar]>,
    }
}

part! {
    /// The half year of residence.
    Residence {
        /// Months of residence before a permit.
        months: i32,
        /// Days without registration that are bridged between two registrations, for a person to decide on.
        grace_days: i32,
    }
}

part! {
    /// Social insurance, for the employment ground.
    Insurance {
        /// Months on end that are needed.
        months: u32,
        /// How many months before the month of application the newest payment may lie without question.
        posting_months: u32,
        /// How many it may lie for a person to decide whether only its posting is late.
        late_posting_months: u32,
    }
}

part! {
    /// Ages, in full years.
    Age {
        /// Under it somebody may act for the applicant because of the age alone.
        minor_until: i32,
        /// Under it somebody must.
        guardian_until: i32,
        /// From it on somebody may act for another.
        agent_from: i32,
    }
}

part! {
    /// Terms of a case.
    Case {
        /// Natural days from acceptance until the permit is made and handed out.
        issue_days: i32,
        /// Working days from submission within which a correction must be asked for.
        correction_notice_working_days: u32,
        /// Working days that an applicant has to answer a correction.
        correction_answer_working_days: u32,
        /// Days before the end of that time on which the applicant is reminded.
        correction_reminder_days: Cow<'static, [i32]>,
        /// How often a correction can be asked for in each state.
        corrections_per_state: u32,
    }
}

part! {
    /// The finished permit.
    Delivery {
        /// Days after which the applicant is reminded of a permit that waits at the station.
        pick_up_reminder_days: Cow<'static, [i32]>,
    }
}

part! {
    /// The yearly endorsement.
    Endorsement {
        /// Years for which an issue or an endorsement holds.
        years: i32,
        /// Months before the year is full in which it can be endorsed.
        window_months: i32,
    }
}

part! {
    /// Changes of details.
    Change {
        /// Whether a change of what is printed on the card leads to a new one.
        printed_makes_new_card: bool,
    }
}

part! {
    /// Fees, where the law allows one.
    Fee {
        /// What a reissued or exchanged card costs, in fen.
        replacement_card_fen: u32,
    }
}

part! {
    /// Remedies against a decision.
    Remedy {
        /// Natural days to ask for an administrative review (行政复议), from knowing of the decision.
        review_days: i32,
        /// Months to sue (行政诉讼) without a review, from knowing of the decision.
        suit_months: i32,
        /// Natural days to sue after a review, from receiving its decision.
        suit_after_review_days: i32,
    }
}

part! {
    /// One year's notice on holidays.
    Calendar {
        /// The year it is for.
        year: i16,
        /// The day it was published.
        published: Date,
        /// Which notice it is.
        source: Cow<'static, str>,
        /// Days off, first and last of each holiday, weekends within them included.
        off: Cow<'static, [[Date; 2]]>,
        /// Saturdays and Sundays that are worked to make up for them.
        working_weekends: Cow<'static, [Date]>,
    }
}

impl RuleSet {
    /// The newest version.
    pub fn current() -> &'static Self {
        &ALL[ALL.len() - 1]
    }

    /// The version of that name.
    pub fn by_version(version: &str) -> Option<&'static Self> {
        ALL.iter().find(|set| set.version == version)
    }

    /// The version by which an application of that day is judged; before the first one, the first.
    pub fn in_force_on(day: Date) -> &'static Self {
        ALL.iter().rev().find(|set| set.effective_from <= day).unwrap_or(&ALL[0])
    }
}

/// Why a rule set can't be used.
#[cfg(feature = "load")]
#[derive(Debug, thiserror::Error)]
pub enum RuleSetError {
    /// Not TOML, or not all of a rule set and nothing else.
    #[error("malformed: {0}")]
    Malformed(String),
    /// A number or a date that can't be.
    #[error("{0} can't be so")]
    Impossible(&'static str),
}

#[cfg(feature = "load")]
impl RuleSet {
    /// Reads a version from its file, for whoever wants to try one that is not compiled in.
    ///
    /// # Errors
    /// [`RuleSetError`] for a file that is not a rule set, or one that no rule could be computed with.
    pub fn from_toml(text: &str) -> Result<Self, RuleSetError> {
        let mut set: Self = basic_toml::from_str(text).map_err(|error| RuleSetError::Malformed(error.to_string()))?;
        set.digest = crate::verdict::digest(text.as_bytes()).into();
        set.impossible().map_or(Ok(set), |what| Err(RuleSetError::Impossible(what)))
    }

    /// The first number or date that can't be.
    fn impossible(&self) -> Option<&'static str> {
        let Self { residence, insurance, age, case, endorsement, remedy, .. } = self;
        let year = |notice: &Calendar| {
            let days = notice.off.iter().flatten().chain(&*notice.working_weekends);
            notice.off.iter().all(|[first, last]| first <= last)
                && days.into_iter().all(|day| day.year() == notice.year)
        };
        [
            ("residence", residence.months > 0 && residence.grace_days >= 0),
            ("insurance", insurance.months > 0 && insurance.posting_months <= insurance.late_posting_months),
            (
                "age",
                0 < age.guardian_until && age.guardian_until <= age.minor_until && age.minor_until <= age.agent_from,
            ),
            ("case", case.issue_days > 0 && case.correction_answer_working_days > 0),
            ("endorsement", endorsement.years > 0 && (0..12).contains(&endorsement.window_months)),
            ("remedy", remedy.review_days > 0 && remedy.suit_months > 0 && remedy.suit_after_review_days > 0),
            ("calendar", self.calendar.iter().all(year)),
        ]
        .into_iter()
        .find_map(|(what, holds)| (!holds).then_some(what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_follow_one_another_and_are_found_by_name_and_day() {
        assert!(ALL.len() >= 2 && ALL.is_sorted_by(|a, b| a.effective_from < b.effective_from));
        for set in ALL {
            assert_eq!(RuleSet::by_version(&set.version), Some(set));
            assert_eq!(RuleSet::in_force_on(set.effective_from), set);
            assert_eq!(set.digest.len(), 64);
        }
        assert_eq!(RuleSet::in_force_on(date(2025, 11, 3)).version, "2025.1");
        assert_eq!(RuleSet::in_force_on(date(1900, 1, 1)), &ALL[0]);
        assert_eq!(RuleSet::in_force_on(date(9999, 1, 1)), RuleSet::current());
        assert_eq!(RuleSet::by_version("2025.0"), None);
    }

    #[test]
    #[cfg(feature = "load")]
    fn what_is_compiled_in_is_what_the_files_say() {
        for set in ALL {
            let path = format!("{}/data/rule_sets/{}.toml", env!("CARGO_MANIFEST_DIR"), set.version);
            let read = RuleSet::from_toml(&std::fs::read_to_string(path).unwrap()).unwrap();
            assert_eq!(&read, set);
        }
    }

    #[test]
    #[cfg(feature = "load")]
    fn a_file_with_a_key_too_much_or_a_number_that_can_t_be_is_refused() {
        let text = include_str!("../data/rule_sets/2025.2.toml");
        for (from, to) in [
            ("months = 6", "months = 0"),
            ("months = 6", "month = 6"),
            ("grace_days = 10", "grace_days = -1"),
            ("months = 6\n# Ours: payments", "months = 0\n# Ours: payments"),
            ("late_posting_months = 2", "late_posting_months = 0"),
            ("guardian_until = 14", "guardian_until = 0"),
            ("guardian_until = 14", "guardian_until = 17"),
            ("agent_from = 18", "agent_from = 15"),
            ("issue_days = 15", "issue_days = \"fifteen\""),
            ("issue_days = 15", "issue_days = 0"),
            ("correction_answer_working_days = 15", "correction_answer_working_days = 0"),
            ("years = 1", "years = 0"),
            ("window_months = 1", "window_months = 12"),
            ("review_days = 60", "review_days = 0"),
            ("suit_months = 6", "suit_months = 0"),
            ("suit_after_review_days = 15", "suit_after_review_days = 0"),
            ("year = 2026", "year = 2027"),
        ] {
            assert!(text.contains(from), "{from}");
            assert!(RuleSet::from_toml(&text.replacen(from, to, 1)).is_err(), "{to}");
        }
        for (from, to) in [
            ("grace_days = 10", "grace_days = 0"),
            ("late_posting_months = 2", "late_posting_months = 1"),
            ("guardian_until = 14", "guardian_until = 16"),
            ("agent_from = 18", "agent_from = 16"),
            ("window_months = 1", "window_months = 11"),
        ] {
            assert!(RuleSet::from_toml(&text.replacen(from, to, 1)).is_ok(), "{to} is strange, and can be");
        }
    }
}
