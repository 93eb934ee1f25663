//! Answers that explain themselves: an outcome, and for every reason its rule, its source and the facts used.

mod reason;
mod source;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use self::{reason::Reason, source::Source};
use crate::{
    field::{Catalog, Field, Item, Subject},
    rule_set::RuleSet,
};

/// What a rule, or all of them together, comes to. Ordered: the worst of several decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Outcome {
    /// The condition holds.
    Met,
    /// A person at the station decides; the application may be submitted.
    Review,
    /// The condition does not hold; the application can't be submitted.
    NotMet,
}

/// The outcome of all rules asked, with the reason for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Verdict {
    /// By which rules, and on what, it was reached; empty in verdicts that were kept before it was recorded.
    #[serde(default)]
    pub basis: Basis,
    /// The worst outcome among the findings; met where there is none.
    pub outcome: Outcome,
    /// One entry a rule that had something to say, in the order the form asks.
    pub findings: Vec<Finding>,
}

/// What a verdict rests on: the same basis always leads to the same verdict, byte for byte.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Basis {
    /// The version of the rules.
    pub rules: String,
    /// SHA-256, lower-case hex, over the rule set, what was asked, and everything it was asked about.
    pub hash: String,
}

impl Basis {
    /// The basis of a verdict of that kind on `facts`. What can't be written as JSON has no hash; nothing of ours is so.
    pub fn new(rules: &RuleSet, kind: &str, facts: &impl Serialize) -> Self {
        let hash = serde_json::to_vec(&(&rules.digest, kind, facts)).map(|json| digest(&json)).unwrap_or_default();
        Self { rules: rules.version.to_string(), hash }
    }
}

/// SHA-256 in lower-case hex.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let hex = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    Sha256::digest(bytes).iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect()
}

impl Outcome {
    /// The worst among the findings; met where there is none.
    pub fn worst(findings: &[Finding]) -> Self {
        findings.iter().map(Finding::outcome).max().unwrap_or(Self::Met)
    }
}

impl Verdict {
    /// The verdict that these findings come to.
    pub fn of(basis: Basis, findings: Vec<Finding>) -> Self {
        Self { basis, outcome: Outcome::worst(&findings), findings }
    }

    /// The part of it that some of its findings make, on the same basis.
    pub fn part(&self, which: impl Fn(&Finding) -> bool) -> Self {
        Self::of(self.basis.clone(), self.findings.iter().filter(|finding| which(finding)).cloned().collect())
    }

    /// The findings that stand in the way or need a person.
    pub fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.outcome() != Outcome::Met)
    }

    /// The first date from which everything that only time will mend has mended itself: the latest of the dates that
    /// the unmet findings name. `None` where nothing is unmet or something unmet can't be mended by waiting.
    pub fn holds_from(&self) -> Option<Date> {
        let unmet = || self.findings.iter().filter(|finding| finding.outcome() == Outcome::NotMet);
        unmet().map(|finding| finding.reason.holds_from()).collect::<Option<Vec<_>>>()?.into_iter().max()
    }
}

/// One reason: what it is about, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// The field, picture or record it is about.
    pub about: Subject,
    /// What was found, with the facts used.
    #[serde(rename = "rule")]
    pub reason: Reason,
}

impl Finding {
    /// A finding about a field.
    pub fn field(field: Field, reason: Reason) -> Self {
        Self { about: Subject::Field(field), reason }
    }

    /// A finding about a picture or the pages of a document.
    pub fn item(item: Item, reason: Reason) -> Self {
        Self { about: Subject::Item(item), reason }
    }

    /// A finding about a government record.
    pub fn record(catalog: Catalog, reason: Reason) -> Self {
        Self { about: Subject::Record(catalog), reason }
    }

    /// What this reason alone comes to.
    pub fn outcome(&self) -> Outcome {
        self.reason.outcome()
    }
}
