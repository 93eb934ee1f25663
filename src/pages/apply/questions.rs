//! The questions of the form in whole sentences, as elder mode asks them one by one.

use rules::field::{Field, Subject};

use super::words::name_of;
use crate::locales::text;

/// The question that is answered by the subject.
pub fn question(subject: Subject) -> String {
    match subject {
        Subject::Field(field) => about(field),
        Subject::Item(_) => text!(apply.question.picture, name = name_of(subject)),
        Subject::Record(_) => name_of(subject),
    }
}

fn about(field: Field) -> String {
    match field {
        Field::Phone => text!(apply.question.phone),
        Field::HouseholdAddress => text!(apply.question.household_address),
        Field::AppliedBy => text!(apply.question.applied_by),
        Field::AgentName => text!(apply.question.agent_name),
        Field::AgentIdentityNumber => text!(apply.question.agent_identity_number),
        Field::AgentPhone => text!(apply.question.agent_phone),
        Field::AgentRelation => text!(apply.question.agent_relation),
        Field::AgentReason => text!(apply.question.agent_reason),
        Field::LostOn => text!(apply.question.lost_on),
        Field::LossDeclaration => text!(apply.question.loss_declaration),
        Field::StreetCode => text!(apply.question.street),
        Field::Address => text!(apply.question.address),
        Field::AddressKind => text!(apply.question.address_kind),
        Field::Ground => text!(apply.question.ground),
        Field::EmploymentProof => text!(apply.question.employment_proof),
        Field::Employer => text!(apply.question.employer),
        Field::EmployerCode => text!(apply.question.employer_code),
        Field::School => text!(apply.question.school),
        Field::TalentProof => text!(apply.question.talent_proof),
        Field::RelativeName => text!(apply.question.relative_name),
        Field::RelativeRelation => text!(apply.question.relative_relation),
        Field::Statement => text!(apply.question.statement),
        Field::Delivery => text!(apply.question.delivery),
        Field::PickUpStation => text!(apply.question.pick_up_station),
        Field::RecipientName => text!(apply.question.recipient_name),
        Field::RecipientPhone => text!(apply.question.recipient_phone),
        Field::RecipientAddress => text!(apply.question.recipient_address),
        Field::PostConsent => text!(apply.question.post_consent),
        Field::Details => text!(apply.question.details),
        // Asked on the review, which is one page in either mode.
        Field::Declaration => name_of(Subject::Field(field)),
    }
}
