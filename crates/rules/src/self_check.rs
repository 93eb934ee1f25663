//! The self-check before sign-in: a few questions, the same rules. What the applicant says stands in for the records.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    calendar::Month,
    eligibility,
    field::Field,
    records::Insurance,
    residence::Period,
    rule_set::RuleSet,
    service::{AddressKind, EmploymentProof, Ground},
    social_insurance::InsuredMonth,
    verdict::{Basis, Finding, Reason, Verdict},
};

/// What the self-check asks. Nothing in it names a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Answers {
    /// Day of the residence registration that still stands; `None` for somebody not registered.
    pub registered_on: Option<Date>,
    /// The ground the applicant wants to rely on.
    pub ground: Option<Ground>,
    /// For the employment ground: the proof at hand.
    pub proof: Option<EmploymentProof>,
    /// For the employment ground: first month of the present unbroken payment; `None` for somebody not insured.
    pub insured_from: Option<Month>,
    /// The last month paid.
    pub insured_to: Option<Month>,
    /// For the dwelling ground: the kind of dwelling.
    pub address: Option<AddressKind>,
}

/// The verdict on what was said.
pub fn check(rules: &RuleSet, answers: &Answers, today: Date) -> Verdict {
    let period = answers.registered_on.map(|registered_on| Period {
        registered_on,
        ended_on: None,
        in_chengdu: true,
        void: false,
        approved: true,
    });
    let mut findings = vec![eligibility::half_year(rules, period.as_slice(), today)];
    findings.push(match answers.ground {
        None => Finding::field(Field::Ground, Reason::Missing),
        Some(Ground::Employment) => {
            let insurance = Insurance { months: months(answers), ..Insurance::default() };
            eligibility::employment(rules, &insurance, answers.proof, today)
        }
        Some(Ground::Dwelling) => match answers.address {
            None => Finding::field(Field::AddressKind, Reason::Missing),
            Some(kind) => eligibility::dwelling(kind, true),
        },
        // What is said can't be seen from here: a record or a paper shows it once the application is made.
        Some(Ground::Schooling) => Finding::field(Field::Ground, Reason::SchoolingNotInRecords),
        Some(Ground::Talent) => Finding::field(Field::Ground, Reason::TalentToBeChecked),
        Some(Ground::Relative) => Finding::field(Field::Ground, Reason::RelativeNotInRecords),
    });
    Verdict::of(Basis::new(rules, "self_check", &(answers, today)), findings)
}

/// Every month from the first to the last said to be paid, ten years at most: more never changes an answer.
fn months(answers: &Answers) -> Vec<InsuredMonth> {
    let (Some(first), Some(last)) = (answers.insured_from, answers.insured_to) else { return Vec::new() };
    (0..120)
        .map(|back| last.minus(back))
        .take_while(|month| *month >= first)
        .map(|month| InsuredMonth { month, backpaid: false, in_chengdu: true, employee_scheme: true })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Outcome;
    use jiff::civil::date;

    fn employed(registered_on: Date, from: &str, to: &str) -> Answers {
        Answers {
            registered_on: Some(registered_on),
            ground: Some(Ground::Employment),
            proof: Some(EmploymentProof::LabourContract),
            insured_from: from.parse().ok(),
            insured_to: to.parse().ok(),
            address: None,
        }
    }

    #[test]
    fn the_day_before_the_half_year_names_the_day_itself() {
        let verdict = check(RuleSet::current(), &employed(date(2026, 1, 15), "2025-12", "2026-06"), date(2026, 7, 14));
        assert_eq!(verdict.outcome, Outcome::NotMet);
        assert_eq!(verdict.holds_from(), Some(date(2026, 7, 15)));
        assert_eq!(
            check(RuleSet::current(), &employed(date(2026, 1, 15), "2025-12", "2026-06"), date(2026, 7, 15)).outcome,
            Outcome::Met
        );
    }

    #[test]
    fn an_unfiled_lease_is_no_ground_and_waiting_does_not_help() {
        let answers = Answers {
            registered_on: Some(date(2026, 1, 15)),
            ground: Some(Ground::Dwelling),
            address: Some(AddressKind::UnfiledLease),
            ..Answers::default()
        };
        let verdict = check(RuleSet::current(), &answers, date(2026, 8, 1));
        assert_eq!((verdict.outcome, verdict.holds_from()), (Outcome::NotMet, None));
    }
}
