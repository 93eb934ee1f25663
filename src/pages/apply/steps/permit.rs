//! What the service is about: the card that is lost.

use leptos::prelude::*;
use rules::field::Field;

use super::super::{
    answer::{Asked, DateAnswer, TickAnswer},
    words::said,
};
use crate::{device::clock, locales::t, wizard::Wizard};

/// When the card was lost, and the declaration that it is.
#[component]
pub fn PermitStep(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    view! {
        <DateAnswer
            wizard
            field=Field::LostOn
            hint=said(t!(apply.permit.lost_on))
            max=Some(clock::today().to_string())
        />
        <LossDeclaration wizard/>
    }
    .into_any()
}

/// The declaration of loss: what a reissue rests on, since the card can't be shown.
#[component]
fn LossDeclaration(wizard: Wizard) -> impl IntoView {
    view! {
        <Asked wizard field=Field::LossDeclaration>
            <div class="card stack" data-gap="tight">
                <p>{t!(apply.permit.loss_lead)}</p>
                <ul>
                    <li>{t!(apply.permit.loss_true)}</li>
                    <li>{t!(apply.permit.loss_found)}</li>
                </ul>
                <TickAnswer wizard field=Field::LossDeclaration>
                    {t!(apply.permit.loss_tick)}
                </TickAnswer>
            </div>
        </Asked>
    }
    .into_any()
}
