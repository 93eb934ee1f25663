//! How the applicant is reached.

use leptos::prelude::*;
use rules::{
    field::Field,
    service::{AgentReason, AppliedBy, Relation},
};

use super::super::{
    answer::{CardsAnswer, CountryAddressAnswer, IdentityNumberAnswer, LineAnswer, PhoneAnswer},
    words::{said, terms},
};
use crate::{
    components::{
        masked_value::MaskedValue,
        summary_list::{SummaryList, SummaryRow},
    },
    locales::t,
    pages::one_by_one::InTurn,
    wizard::Wizard,
};

/// Who applies, by the sign-in, and how to reach them.
#[component]
pub fn ApplicantStep(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    view! {
        <InTurn of=Field::Phone.id()>
            <Person wizard/>
        </InTurn>
        <PhoneAnswer wizard field=Field::Phone hint=said(t!(apply.applicant.phone))/>
        <CountryAddressAnswer wizard field=Field::HouseholdAddress hint=said(t!(apply.applicant.household))/>
        <CardsAnswer
            wizard
            field=Field::AppliedBy
            choices=Signal::stored(terms(AppliedBy::ALL, AppliedBy::id))
            hint=said(t!(apply.applicant.applied_by))
            required=false
        />
        <LineAnswer wizard field=Field::AgentName/>
        <IdentityNumberAnswer wizard field=Field::AgentIdentityNumber/>
        <PhoneAnswer wizard field=Field::AgentPhone of_another=true/>
        <CardsAnswer
            wizard
            field=Field::AgentRelation
            choices=Signal::stored(terms(Relation::ALL, Relation::id))
            hint=said(t!(apply.applicant.agent_relation))
        />
        <CardsAnswer
            wizard
            field=Field::AgentReason
            choices=Signal::stored(terms(AgentReason::ALL, AgentReason::id))
        />
    }
    .into_any()
}

#[component]
fn Person(wizard: Wizard) -> impl IntoView {
    let person = wizard.person();
    let number = person.identity_number;
    view! {
        <div class="stack" data-gap="tight">
            <SummaryList>
                <SummaryRow term=t!(apply.field.name)><span translate="no">{person.name}</span></SummaryRow>
                <SummaryRow term=t!(apply.field.identity_number)>
                    <MaskedValue
                        masked=number.masked()
                        full=number.as_str().to_owned()
                        show_label=t!(apply.field.show)
                        hide_label=t!(apply.field.hide)
                        subject=t!(apply.field.identity_number)
                    />
                </SummaryRow>
            </SummaryList>
            <p class="hint">{t!(apply.applicant.from_sign_in)}</p>
        </div>
    }
    .into_any()
}
