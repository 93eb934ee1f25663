//! The one judgement on a draft, the same in the browser, on the server and in a replay.

use jiff::civil::Date;

use crate::{
    agent, agreement,
    calendar::parse_date,
    change::{self, Details},
    credit_code, division,
    draft::Draft,
    eligibility,
    field::{Field, Item},
    identity_number::IdentityNumber,
    materials, permit,
    phone::Phone,
    records::{Person, Records},
    rule_set::RuleSet,
    service::{
        AddressKind, AgentReason, AppliedBy, DeliveryMethod, EmploymentProof, Ground, Relation, Service, TalentProof,
    },
    station, steps, text,
    verdict::{Basis, Finding, Outcome, Reason, Verdict},
};

/// What a draft is judged against.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// By which version of the rules.
    pub rules: &'a RuleSet,
    /// Who applies.
    pub person: &'a Person,
    /// What the records say.
    pub records: &'a Records,
    /// The date of the judgement, in Asia/Shanghai.
    pub today: Date,
}

/// Everything that stands in the way of submitting the draft, needs a person, or speaks for it.
///
/// Not met: the draft can't be submitted. Review: it can, and the station looks at what is named.
pub fn check(draft: &Draft, situation: Situation<'_>) -> Verdict {
    let mut findings = eligibility(draft, situation);
    let needs_statement = findings.iter().any(|finding| matches!(finding.reason, Reason::ResidenceGapBridged { .. }));
    for field in Field::ALL.iter().copied().filter(|field| steps::asks(situation.rules, draft, *field)) {
        let unchanged = || change::unchanged(draft, field, situation.person, situation.records);
        let reason = answer(draft, field, needs_statement, situation).or_else(unchanged);
        findings.extend(reason.map(|reason| Finding::field(field, reason)));
    }
    findings.extend(pictures(draft, situation.records));
    findings.extend(agreement::findings(draft, situation));
    let Situation { rules, person, records, today } = situation;
    Verdict::of(Basis::new(rules, "check", &(draft, person, records, today)), findings)
}

/// The applicant's situation alone, without the form: what the task list says before anything is filled in. Who must act
/// for the applicant and what the permit must be like are part of it, for every service.
pub fn eligibility(draft: &Draft, situation: Situation<'_>) -> Vec<Finding> {
    let Situation { rules, records, today, .. } = situation;
    let mut findings = agent::findings(draft, situation);
    findings.extend(eligibility::identity_card(records, today));
    findings.extend(permit::precondition(draft.service, records));
    match draft.service {
        Service::FirstIssue => {
            findings.extend(eligibility::household(records));
            findings.push(eligibility::residence(rules, records, today));
            findings.extend(eligibility::ground(rules, draft, records, today));
        }
        Service::Endorsement => {
            findings.extend(permit::endorsement(rules, records, today));
            findings.push(eligibility::registration_stands(rules, records, today));
        }
        Service::ChangeOfDetails => {
            findings.extend(permit::on_record(records));
            if steps::asks(rules, draft, Field::Address) {
                findings.push(eligibility::registration_stands(rules, records, today));
            }
        }
        Service::Reissue | Service::Exchange => findings.extend(permit::on_record(records)),
        Service::ResidenceRegistration => {
            findings.extend(eligibility::household(records));
            let before = eligibility::registration_before(rules, records, today);
            findings.extend(before.or_else(|| eligibility::registration_begins(rules, records, today)));
        }
    }
    findings
}

/// What is wrong with one answer as such.
fn answer(draft: &Draft, field: Field, needs_statement: bool, situation: Situation<'_>) -> Option<Reason> {
    let Situation { records, today, .. } = situation;
    let text = draft.answer(field).trim();
    if text.is_empty() {
        return match field {
            // Nobody is asked who applies: it is the applicant unless another is named.
            Field::EmployerCode | Field::AppliedBy => None,
            Field::Statement => needs_statement.then_some(Reason::Missing),
            Field::PostConsent => Some(Reason::ConsentMissing),
            Field::Declaration | Field::LossDeclaration => Some(Reason::DeclarationMissing),
            _ => Some(Reason::Missing),
        };
    }
    match field {
        Field::Phone | Field::RecipientPhone | Field::AgentPhone => {
            text.parse::<Phone>().err().map(|_| Reason::PhoneMalformed)
        }
        Field::HouseholdAddress | Field::Address | Field::RecipientAddress => length(text, 5, 100),
        Field::Employer | Field::School => length(text, 2, 60),
        Field::RecipientName | Field::AgentName | Field::RelativeName => length(text, 2, 40),
        Field::AgentIdentityNumber => {
            IdentityNumber::parse(text, today).err().map(|rejection| Reason::IdentityNumber { rejection })
        }
        Field::LostOn => match parse_date(text) {
            None => Some(Reason::NotADate),
            Some(day) if day > today => Some(Reason::DateInFuture),
            Some(day) => {
                let issued_on = permit::held(records)?.issued_on;
                (day < issued_on).then_some(Reason::LostBeforeIssue { issued_on })
            }
        },
        Field::Statement => length(text, 5, 300),
        Field::StreetCode => division::street(text).is_none().then_some(Reason::StreetUnknown),
        Field::PickUpStation => station::by_id(text).is_none().then_some(Reason::StationUnknown),
        Field::EmployerCode => (!credit_code::is_valid(text)).then_some(Reason::CreditCodeMalformed),
        Field::AddressKind => none_of::<AddressKind>(text),
        Field::Ground => none_of::<Ground>(text),
        Field::EmploymentProof => none_of::<EmploymentProof>(text),
        Field::Delivery => none_of::<DeliveryMethod>(text),
        Field::AppliedBy => none_of::<AppliedBy>(text),
        Field::AgentRelation | Field::RelativeRelation => none_of::<Relation>(text),
        Field::AgentReason => none_of::<AgentReason>(text),
        Field::TalentProof => none_of::<TalentProof>(text),
        Field::Details => none_of::<Details>(text),
        Field::PostConsent => (!draft.agreed(field)).then_some(Reason::ConsentMissing),
        Field::Declaration | Field::LossDeclaration => (!draft.agreed(field)).then_some(Reason::DeclarationMissing),
    }
}

fn none_of<T: std::str::FromStr>(text: &str) -> Option<Reason> {
    text.parse::<T>().err().map(|_| Reason::NotAChoice)
}

fn length(text: &str, min: u16, max: u16) -> Option<Reason> {
    let got = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    (!(min..=max).contains(&got)).then_some(Reason::Length { min, max, got })
}

fn pictures(draft: &Draft, records: &Records) -> Vec<Finding> {
    let judge = |item: Item| {
        let pages = draft.pages(item).len();
        let max = item.max_pages();
        if pages == 0 {
            Some(Finding::item(item, Reason::PictureMissing))
        } else if pages > usize::from(max) {
            Some(Finding::item(item, Reason::TooManyPages { max }))
        } else {
            None
        }
    };
    materials::items(draft, records).into_iter().filter_map(judge).collect()
}

/// [`eligibility`] as a verdict of its own.
pub fn outlook(draft: &Draft, situation: Situation<'_>) -> Verdict {
    let Situation { rules, person, records, today } = situation;
    let basis = Basis::new(rules, "outlook", &(draft, person, records, today));
    Verdict::of(basis, eligibility(draft, situation))
}

/// Whether the verdict lets the draft be submitted.
pub fn can_submit(verdict: &Verdict) -> bool {
    verdict.outcome != Outcome::NotMet
}

/// The draft as it is submitted: without answers and pictures that the form no longer asks for.
pub fn asked_for(rules: &RuleSet, draft: &Draft, records: &Records) -> Draft {
    let mut kept = draft.clone();
    kept.answers.retain(|field, _| steps::asks(rules, draft, *field));
    kept.provenance.retain(|field, _| steps::asks(rules, draft, *field));
    for (field, answer) in &mut kept.answers {
        // What a record says stays as it is said there.
        if !draft.is_locked_by_record(*field) {
            *answer = text::visible(answer);
        }
    }
    let items = materials::items(draft, records);
    kept.pictures.retain(|item, _| items.contains(item));
    kept
}

#[cfg(test)]
mod tests;
