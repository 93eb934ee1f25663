//! What the service is about: the card that is lost, or the details that change.

use leptos::prelude::*;
use rules::{
    change::{Detail, Details},
    field::{Field, Subject},
    steps::makes_a_card,
};

use super::super::{
    answer::{Asked, DateAnswer, TickAnswer},
    words::{explained, label, on_record, said, term_label},
};
use crate::{
    components::{MaybeText, checkbox::Checkbox, field::FieldGroup},
    device::clock,
    locales::{t, text},
    pages::cost::cost,
    wizard::{Wizard, subject_id},
};

/// When the card was lost and the declaration that it is; or what changes.
#[component]
pub fn PermitStep(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    view! {
        <DetailsAnswer wizard/>
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

/// Which details change, each with what is on record now, and what follows from it.
#[component]
fn DetailsAnswer(wizard: Wizard) -> impl IntoView {
    let subject = Subject::Field(Field::Details);
    let answer = wizard.answer(Field::Details);
    let chosen = Memo::new(move |_| answer.with(|text| text.parse::<Details>().unwrap_or_default()));
    let toggle = move |detail| {
        let mut details = chosen.get_untracked();
        details.toggle(detail);
        wizard.answer_with(Field::Details, details.to_string());
    };
    let boxes = move || {
        let each = Detail::ALL.iter().copied().enumerate().map(|(position, detail)| {
            let id = subject_id(subject);
            let id = if position == 0 { id } else { format!("{id}-{detail}") };
            let checked = Signal::derive(move || chosen.with(|details| details.contains(detail)));
            view! {
                <Checkbox id checked on_change=move |_| toggle(detail) hint=means(wizard, detail)>
                    {term_label(detail)}
                </Checkbox>
            }
        });
        each.collect_view()
    };
    let follows = move || {
        if chosen.with(|details| *details == Details::default()) {
            String::new()
        } else if wizard.with_draft(|draft| makes_a_card(wizard.rules, draft)) {
            text!(apply.permit.new_card, cost = cost(wizard.rules, wizard.service(), None).concat())
        } else {
            text!(apply.permit.no_card)
        }
    };
    view! {
        <Asked wizard field=Field::Details>
            <FieldGroup
                id=subject_id(subject)
                label=label(subject)
                required=true
                error=explained(wizard.error(subject))
            >
                {boxes()}
            </FieldGroup>
            <p role="status">{follows}</p>
        </Asked>
    }
    .into_any()
}

/// When to choose the detail, and what is on record of it now.
fn means(wizard: Wizard, detail: Detail) -> MaybeText {
    said(move || {
        let when = match detail {
            Detail::ResidenceAddress => text!(apply.permit.residence_address),
            Detail::HouseholdAddress => text!(apply.permit.household_address),
            Detail::Identity => text!(apply.permit.identity),
            Detail::Portrait => text!(apply.permit.portrait),
            Detail::Phone => text!(apply.permit.phone),
            Detail::Employment => text!(apply.permit.employment),
        };
        let now: String = detail.fields().iter().filter_map(|field| on_record(wizard, *field)).collect();
        if now.is_empty() { when } else { format!("{when} · {}", text!(apply.field.recorded, value = now)) }
    })
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
