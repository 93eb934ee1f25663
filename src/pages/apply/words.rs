//! Names and answers as the applicant reads them.

use std::str::FromStr;

use leptos::prelude::*;
use rules::{
    Term,
    calendar::parse_date,
    change::{self, Details},
    division,
    draft::{Draft, YES},
    explain::{self, explain},
    field::{Field, Subject},
    identity_number::mask,
    service::{
        AddressKind, AgentReason, AppliedBy, DeliveryMethod, EmploymentProof, Ground, Relation, Service, TalentProof,
    },
    station,
    steps::Step,
    verdict::Finding,
};

pub use crate::components::said;
use crate::{
    components::{MaybeText, Text, choice::Choice},
    locales::{locale, sentence, term, text},
    wizard::Wizard,
};

/// The official word for a field, picture or record, as a label.
pub fn name_of(subject: Subject) -> String {
    sentence(subject.term(locale()))
}

/// The same as a text that follows the language.
pub fn label(subject: Subject) -> Text {
    Signal::derive(move || name_of(subject))
}

/// What a step is called in an application for that service.
pub fn step_name(step: Step, service: Service) -> String {
    sentence(step.title(service, locale()))
}

/// A term that follows the language, as a label.
pub fn term_label(value: impl Term + Copy + Send + Sync + 'static) -> Text {
    Signal::derive(move || sentence(term(value)))
}

/// A closed list to choose from, by the official words.
pub fn terms<T: Term + Copy + Send + Sync + 'static>(all: &[T], id: fn(T) -> &'static str) -> Vec<Choice> {
    all.iter().map(|value| Choice::new(id(*value), term_label(*value))).collect()
}

/// A finding in words, while there is one.
pub fn explained(finding: Memo<Option<Finding>>) -> MaybeText {
    Signal::derive(move || finding.get().map(|finding| explain(&finding, locale())))
}

/// An answer as people say it; empty where there is none.
pub fn shown(draft: &Draft, field: Field) -> String {
    in_words(field, draft.answer(field))
}

/// A text as answers are written, as people say it.
pub fn in_words(field: Field, text: &str) -> String {
    match field {
        Field::StreetCode => division::street(text)
            .map_or_else(|| text.to_owned(), |street| format!("{}{}", street.district.name, street.name)),
        Field::AddressKind => choice::<AddressKind>(text),
        Field::Ground => choice::<Ground>(text),
        Field::EmploymentProof => choice::<EmploymentProof>(text),
        Field::Delivery => choice::<DeliveryMethod>(text),
        Field::PickUpStation => station::by_id(text).map_or_else(|| text.to_owned(), |station| station.name.clone()),
        Field::AppliedBy => choice::<AppliedBy>(text),
        Field::AgentRelation | Field::RelativeRelation => choice::<Relation>(text),
        Field::AgentReason => choice::<AgentReason>(text),
        Field::TalentProof => choice::<TalentProof>(text),
        Field::Details => text.parse::<Details>().map_or_else(|_| text.to_owned(), |details| details.term(locale())),
        Field::AgentIdentityNumber => mask(text),
        Field::LostOn => parse_date(text).map_or_else(|| text.to_owned(), |day| explain::date(day, locale())),
        Field::LossDeclaration if text == YES => text!(apply.review.declared),
        Field::PostConsent | Field::Declaration if text == YES => text!(apply.review.yes),
        _ => text.to_owned(),
    }
}

/// What is on record so far of a field that is being changed, as people say it, while the answer is another.
pub fn recorded(wizard: Wizard, field: Field) -> Option<String> {
    let old = on_record(wizard, field)?;
    wizard.with_draft(|draft| change::changes(draft, field) && shown(draft, field) != old).then_some(old)
}

/// What is on record of a field, as people say it.
pub fn on_record(wizard: Wizard, field: Field) -> Option<String> {
    let person = wizard.person();
    wizard.with_records(|records| change::on_record(field, &person, records)).map(|text| in_words(field, &text))
}

/// The attribute `translate` of an answer: what was written in free words stays as it was written, whatever language the
/// page is read in. A name in other characters would be another name.
pub fn translate(field: Field) -> Option<&'static str> {
    (!field.is_chosen()).then_some("no")
}

fn choice<T: FromStr + Term>(text: &str) -> String {
    text.parse::<T>().map_or_else(|_| text.to_owned(), |value| sentence(term(value)))
}

/// The short title of an application's pages.
pub fn title_of(service: Service) -> String {
    match service {
        Service::FirstIssue => text!(apply.titles.first_issue),
        Service::Endorsement => text!(apply.titles.endorsement),
        Service::ChangeOfDetails => text!(apply.titles.change),
        Service::Reissue => text!(apply.titles.reissue),
        Service::Exchange => text!(apply.titles.exchange),
        Service::ResidenceRegistration => text!(apply.titles.registration),
    }
}

/// What one does by it, to end a sentence that begins with "you can".
pub fn doing(service: Service) -> String {
    match service {
        Service::FirstIssue => text!(apply.doing.first_issue),
        Service::Endorsement => text!(apply.doing.endorsement),
        Service::ChangeOfDetails => text!(apply.doing.change),
        Service::Reissue => text!(apply.doing.reissue),
        Service::Exchange => text!(apply.doing.exchange),
        Service::ResidenceRegistration => text!(apply.doing.registration),
    }
}

/// The station that the draft goes to, by its street.
pub fn station_name(draft: &Draft) -> Option<String> {
    station::by_street(draft.answer(Field::StreetCode)).map(|station| station.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(field: Field, text: &str) -> Draft {
        let mut draft = Draft::new(Service::FirstIssue);
        draft.answers.insert(field, text.to_owned());
        draft
    }

    #[test]
    fn choices_are_shown_by_their_official_word_and_codes_by_their_names() {
        for (field, answer, words) in [
            (Field::StreetCode, "510107064", "武侯区桂溪街道"),
            (Field::PickUpStation, "ps-510107064", "桂溪派出所"),
            (Field::Ground, "employment", "合法稳定就业"),
            (Field::Delivery, "pick_up", "到派出所领取"),
            (Field::PostConsent, "yes", "同意"),
            (Field::LostOn, "2026-07-14", "2026年7月14日（星期二）"),
            (Field::LossDeclaration, "yes", "已声明"),
            (Field::Phone, "13800138000", "13800138000"),
            (Field::StreetCode, "no code", "no code"),
        ] {
            assert_eq!(shown(&draft(field, answer), field), words);
        }
    }

    #[test]
    fn the_draft_goes_to_the_station_of_its_street() {
        assert_eq!(station_name(&draft(Field::StreetCode, "510107064")).as_deref(), Some("桂溪派出所"));
        assert_eq!(station_name(&Draft::new(Service::FirstIssue)), None);
    }
}
