//! How the applicant is reached.

use leptos::prelude::*;
use rules::field::Field;

use super::super::{
    answer::{AddressAnswer, PhoneAnswer},
    words::said,
};
use crate::{
    components::{
        masked_value::MaskedValue,
        summary_list::{SummaryList, SummaryRow},
    },
    locales::t,
    wizard::Wizard,
};

/// Who applies, by the sign-in, and how to reach them.
#[component]
pub fn ApplicantStep(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let person = wizard.person();
    let number = person.identity_number;
    view! {
        <div class="stack" data-gap="tight">
            <SummaryList>
                <SummaryRow term=t!(apply.field.name)>{person.name}</SummaryRow>
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
        <PhoneAnswer wizard field=Field::Phone hint=said(t!(apply.applicant.phone))/>
        <AddressAnswer wizard field=Field::HouseholdAddress hint=said(t!(apply.applicant.household))/>
    }
    .into_any()
}
