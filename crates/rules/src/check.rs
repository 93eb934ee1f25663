//! The one judgement on a draft, the same in the browser, on the server and in a replay.

use jiff::civil::Date;

use crate::{
    credit_code, division,
    draft::Draft,
    eligibility,
    field::{Field, Item, Subject},
    materials,
    phone::Phone,
    prefill,
    records::{Person, Records},
    service::{AddressKind, DeliveryMethod, EmploymentProof, Ground, Service},
    station, steps,
    verdict::{Finding, Outcome, Reason, Verdict},
};

/// What a draft is judged against.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
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
    for field in Field::ALL.iter().copied().filter(|field| steps::asks(draft, *field)) {
        findings.extend(answer(draft, field, needs_statement).map(|reason| Finding::field(field, reason)));
    }
    findings.extend(pictures(draft, situation.records));
    findings.extend(against_records(draft, situation.records));
    Verdict::of(findings)
}

/// The applicant's situation alone, without the form: what the task list says before anything is filled in.
pub fn eligibility(draft: &Draft, Situation { person, records, today }: Situation<'_>) -> Vec<Finding> {
    if draft.service != Service::FirstIssue {
        return Vec::new();
    }
    let mut findings = eligibility::person(person, records, today);
    findings.push(eligibility::residence(records, today));
    if let Some(ground) = draft.choice(Field::Ground) {
        let (address, proof) = (draft.choice(Field::AddressKind), draft.choice(Field::EmploymentProof));
        findings.extend(eligibility::ground(ground, address, proof, records, today));
    }
    findings
}

/// What is wrong with one answer as such.
fn answer(draft: &Draft, field: Field, needs_statement: bool) -> Option<Reason> {
    let text = draft.answer(field).trim();
    if text.is_empty() {
        return match field {
            Field::EmployerCode => None,
            Field::Statement => needs_statement.then_some(Reason::Missing),
            Field::PostConsent => Some(Reason::ConsentMissing),
            Field::Declaration => Some(Reason::DeclarationMissing),
            _ => Some(Reason::Missing),
        };
    }
    match field {
        Field::Phone | Field::RecipientPhone => text.parse::<Phone>().err().map(|_| Reason::PhoneMalformed),
        Field::HouseholdAddress | Field::Address | Field::RecipientAddress => length(text, 5, 100),
        Field::Employer => length(text, 2, 60),
        Field::RecipientName => length(text, 2, 40),
        Field::Statement => length(text, 5, 300),
        Field::StreetCode => division::street(text).is_none().then_some(Reason::StreetUnknown),
        Field::PickUpStation => station::by_id(text).is_none().then_some(Reason::StationUnknown),
        Field::EmployerCode => (!credit_code::is_valid(text)).then_some(Reason::CreditCodeMalformed),
        Field::AddressKind => none_of::<AddressKind>(text),
        Field::Ground => none_of::<Ground>(text),
        Field::EmploymentProof => none_of::<EmploymentProof>(text),
        Field::Delivery => none_of::<DeliveryMethod>(text),
        Field::PostConsent => (!draft.agreed(field)).then_some(Reason::ConsentMissing),
        Field::Declaration => (!draft.agreed(field)).then_some(Reason::DeclarationMissing),
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

/// What the applicant says against what the records say.
fn against_records(draft: &Draft, records: &Records) -> Vec<Finding> {
    let mut findings: Vec<_> = draft
        .provenance
        .iter()
        .filter(|(field, origin)| origin.disputed && steps::asks(draft, **field))
        .map(|(field, _)| Finding::field(*field, Reason::RecordDisputed))
        .collect();
    let registered = prefill::current(records).and_then(|registration| registration.street_code.as_deref());
    let given = draft.answer(Field::StreetCode);
    let differs = registered.is_some_and(|street| !given.is_empty() && street != given);
    let said = findings.iter().any(|finding| finding.about == Subject::Field(Field::StreetCode));
    if differs && !said {
        findings.push(Finding::field(Field::StreetCode, Reason::AddressDiffers));
    }
    findings
}

/// Whether the verdict lets the draft be submitted.
pub fn can_submit(verdict: &Verdict) -> bool {
    verdict.outcome != Outcome::NotMet
}

/// The draft as it is submitted: without answers and pictures that the form no longer asks for.
pub fn asked_for(draft: &Draft, records: &Records) -> Draft {
    let mut kept = draft.clone();
    kept.answers.retain(|field, _| steps::asks(draft, *field));
    kept.provenance.retain(|field, _| steps::asks(draft, *field));
    let items = materials::items(draft, records);
    kept.pictures.retain(|item, _| items.contains(item));
    kept
}
