//! The law and the city's practice of the Chengdu residence permit (成都居住证) as pure functions.
//!
//! No I/O, no clock, no randomness, no web: `today` is always given, a date in Asia/Shanghai, so the same question has
//! the same answer in the browser, on the server and years later. Every answer explains itself, see [`verdict`].
//! The sources are named where the rule stands.

pub mod address;
pub mod agent;
pub mod agreement;
pub mod calendar;
pub mod case;
pub mod case_clock;
pub mod case_number;
pub mod change;
pub mod check;
pub mod correction;
pub mod credit_code;
pub mod deadline;
pub mod delivery;
pub mod division;
pub mod draft;
pub mod draft_merge;
pub mod eligibility;
pub mod endorsement;
pub mod explain;
pub mod fees;
pub mod field;
pub mod guide;
pub mod identity_number;
pub mod materials;
#[cfg(feature = "openapi")]
mod openapi;
pub mod permit;
pub mod person_name;
pub mod phone;
mod pinyin;
pub mod prefill;
pub mod records;
pub mod regions;
pub mod remedy;
pub mod residence;
pub mod rule_set;
pub mod self_check;
pub mod service;
pub mod social_insurance;
pub mod station;
pub mod steps;
pub mod street_search;
pub mod term;
pub mod text;
pub mod timeline;
pub mod verdict;
pub mod verification_code;
pub mod working_days;

pub use check::{Situation, check};
pub use rule_set::RuleSet;
pub use term::{Locale, Term};
