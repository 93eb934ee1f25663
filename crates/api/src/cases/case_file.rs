//! A case as the police desk gets it: identifiers turned into words, for a person to read.

use rules::{
    calendar::parse_date,
    change::{Details, changes, on_record},
    correction::correctable,
    division,
    draft::Draft,
    explain::{self, explain},
    field::{Field, Item},
    guide::surrender,
    records::Person,
    service::{AddressKind, AgentReason, AppliedBy, DeliveryMethod, EmploymentProof, Ground, Relation, TalentProof},
    station, steps,
    term::{Locale, Term},
};

use super::{
    pictures::{kind_of, purposes_of},
    texts::station_name,
};
use crate::{
    store::{application::Application, picture::Picture},
    upstream::police::{Answer, Applicant, CaseFile, Correctable, Document, Finding, Page, Verdict},
};

/// The case with its documents' pages; their bytes follow under [`page_id`].
pub fn case_file(application: &Application, person: &Person, pictures: &[Picture]) -> CaseFile {
    let draft = &application.draft;
    let findings = application.verdict.findings.iter();
    CaseFile {
        number: application.number.clone(),
        service: application.service.id(),
        station_id: application.station_id.clone(),
        station_name: station_name(&application.station_id),
        submitted_at: application.submitted_at,
        applicant: Applicant {
            name: person.name.clone(),
            identity_number: person.identity_number.as_str().to_owned(),
            phone: Some(draft.answer(Field::Phone).trim().to_owned()).filter(|phone| !phone.is_empty()),
        },
        answers: answers(application, person),
        verdict: Verdict {
            outcome: application.verdict.outcome,
            findings: findings.map(|finding| Finding { text: explain(finding, Locale::ZhCn) }).collect(),
        },
        items: Item::ALL.iter().copied().filter_map(|item| document(draft, item, pictures)).collect(),
        correctable: correctable()
            .map(|subject| Correctable { key: subject.to_string(), label: subject.term(Locale::ZhCn) })
            .collect(),
        delivery: draft.choice::<DeliveryMethod>(Field::Delivery).map(DeliveryMethod::id),
        new_card: steps::makes_a_card(application.rules(), draft),
        revision: application.revision,
    }
}

/// Under which name a page's bytes are sent.
pub fn page(picture: &Picture) -> Page {
    let media_type = kind_of(picture).media_type();
    Page { id: picture.id.simple().to_string(), media_type, bytes: picture.bytes }
}

/// The answers in the order of the form, and beside a change what was on record when it was submitted.
fn answers(application: &Application, person: &Person) -> Vec<Answer> {
    let Application { draft, records, .. } = application;
    let answer = |field: Field| {
        let given = draft.answers.get(&field)?.trim();
        let value = in_words(field, given);
        let code = field.is_chosen().then(|| given.to_owned());
        let old = changes(draft, field).then(|| on_record(field, person, records)).flatten();
        let before = old.map(|old| in_words(field, &old)).filter(|old| *old != value);
        Some(Answer { field: field.id(), label: field.zh(), value, code, before })
    };
    Field::ALL.iter().copied().filter_map(answer).chain(old_card(draft)).collect()
}

fn in_words(field: Field, text: &str) -> String {
    let words = match field {
        Field::StreetCode => division::street(text).map(|street| format!("{}{}", street.district.name, street.name)),
        Field::PickUpStation => station::by_id(text).map(station::Station::full_name),
        Field::AddressKind => term::<AddressKind>(text),
        Field::Ground => term::<Ground>(text),
        Field::EmploymentProof => term::<EmploymentProof>(text),
        Field::Delivery => term::<DeliveryMethod>(text),
        Field::AppliedBy => term::<AppliedBy>(text),
        Field::AgentRelation | Field::RelativeRelation => term::<Relation>(text),
        Field::AgentReason => term::<AgentReason>(text),
        Field::TalentProof => term::<TalentProof>(text),
        Field::Details => text.parse::<Details>().ok().map(|details| details.term(Locale::ZhCn)),
        Field::LostOn => parse_date(text).map(|day| explain::date(day, Locale::ZhCn)),
        Field::LossDeclaration | Field::Declaration => Some("已声明".to_owned()),
        Field::PostConsent => Some("已同意".to_owned()),
        _ => None,
    };
    words.unwrap_or_else(|| text.to_owned())
}

/// How the card in hand comes back, where one does: the station and the post have to ask for it.
fn old_card(draft: &Draft) -> Option<Answer> {
    let back = surrender(draft.service, draft.choice(Field::Delivery)?)?;
    Some(Answer {
        field: "surrender",
        label: "旧证",
        value: back.zh().to_owned(),
        code: Some(back.id().to_owned()),
        before: None,
    })
}

fn term<T: std::str::FromStr + Term>(text: &str) -> Option<String> {
    text.parse::<T>().ok().map(|choice| choice.zh().to_owned())
}

fn document(draft: &Draft, item: Item, pictures: &[Picture]) -> Option<Document> {
    let stored = |id: &str| {
        pictures.iter().find(|picture| picture.sha256 == id && purposes_of(item).contains(&picture.purpose.as_str()))
    };
    let pages: Vec<Page> = draft.pages(item).iter().filter_map(|page| stored(&page.id)).map(page).collect();
    (!pages.is_empty()).then(|| Document { item: item.id(), label: item.zh(), pictures: pages })
}
