//! Where the applicant lives.

use leptos::prelude::*;
use rules::{
    Term,
    change::changes,
    division, explain,
    field::Field,
    prefill,
    records::Registration,
    service::{AddressKind, Service},
    station,
};

use super::{
    super::{
        answer::{AddressAnswer, CardsAnswer, TwoStepAnswer},
        words::{said, term_label},
    },
    districts::{district_choices, district_of_street, street_choices, street_finder},
};
use crate::{
    components::{
        button::{Button, ButtonKind},
        choice::Choice,
    },
    locales::{locale, t, text},
    pages::one_by_one::InTurn,
    wizard::Wizard,
};

/// Street, address and kind of dwelling.
#[component]
pub fn ResidenceStep(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let first = wizard.service() == Service::FirstIssue;
    let kinds =
        AddressKind::ALL.iter().map(|kind| Choice::new(kind.id(), term_label(*kind)).detail(proved_by(*kind, first)));
    let registers = wizard.service() == Service::ResidenceRegistration;
    view! {
        {registers.then(|| view! { <InTurn of=Field::StreetCode.id()><Before wizard/></InTurn> })}
        <div class="stack" data-gap="tight">
            <TwoStepAnswer
                wizard
                field=Field::StreetCode
                part_label=Signal::derive(t!(apply.residence.district))
                parts=Signal::stored(district_choices())
                part_of=district_of_street
                entries=street_choices
                hint=said(t!(apply.residence.street))
                finder=street_finder()
            />
            <InTurn of=Field::StreetCode.id()>
                <Managed wizard/>
            </InTurn>
        </div>
        <AddressAnswer wizard field=Field::Address hint=said(t!(apply.residence.address))/>
        <CardsAnswer
            wizard
            field=Field::AddressKind
            choices=Signal::stored(kinds.collect::<Vec<_>>())
            hint=said(t!(apply.residence.kind))
        />
    }
    .into_any()
}

/// What proves the address; for a first issue, also that not everything that does is a ground.
fn proved_by(kind: AddressKind, first: bool) -> Signal<String> {
    Signal::derive(move || match kind {
        AddressKind::Owned => text!(apply.residence.owned),
        AddressKind::FiledLease => text!(apply.residence.filed_lease),
        AddressKind::UnfiledLease if !first => text!(apply.residence.lease),
        AddressKind::LodgingStatement if !first => text!(apply.residence.lodging),
        AddressKind::UnfiledLease => text!(apply.residence.unfiled_lease),
        AddressKind::Dormitory => text!(apply.residence.dormitory),
        AddressKind::LodgingStatement => text!(apply.residence.lodging_statement),
    })
}

/// The registration that the new one follows: whoever still lives there takes its address over.
#[component]
fn Before(wizard: Wizard) -> impl IntoView {
    let standing = move || wizard.with_records(|records| prefill::current(records).cloned());
    let renewed = move || wizard.with_records(|records| prefill::to_renew(records).cloned());
    move || {
        let Some(last) = renewed() else {
            let Registration { address, .. } = standing()?;
            let words = text!(apply.residence.registered, address = address);
            return Some(view! { <p class="hint">{words}</p> }.into_any());
        };
        let until = last.period.ended_on.map(|day| explain::date(day, locale())).unwrap_or_default();
        let words = text!(apply.residence.renewed, address = last.address, date = until);
        let renew = move |()| {
            let kind = last.address_kind.map(|kind| kind.id().to_owned());
            let street = last.street_code.clone();
            for (field, value) in
                [(Field::StreetCode, street), (Field::Address, Some(last.address.clone())), (Field::AddressKind, kind)]
            {
                if let Some(value) = value {
                    wizard.answer_with(field, value);
                }
            }
        };
        Some(
            view! {
                <div class="stack" data-gap="tight">
                    <p class="hint">{words}</p>
                    <Button kind=ButtonKind::Secondary on_press=renew>{t!(apply.residence.renew)}</Button>
                </div>
            }
            .into_any(),
        )
    }
}

/// Who manages the street and which station decides, once the street is known.
#[component]
fn Managed(wizard: Wizard) -> impl IntoView {
    let street = wizard.answer(Field::StreetCode);
    let zone = move || {
        let street = street.with(|code| division::street(code))?;
        let zone = street.zone?;
        Some(text!(apply.residence.zone, street = street.name, zone = zone.term(locale())))
    };
    // A correction goes back to the station that asked for it.
    let station = move || {
        if wizard.is_correction() {
            return None;
        }
        let station = street.with(|code| station::by_street(code))?;
        Some(if wizard.with_draft(|draft| changes(draft, Field::StreetCode)) {
            text!(apply.residence.new_station, station = station.name)
        } else {
            text!(apply.residence.station, station = station.name)
        })
    };
    view! {
        <div role="status">
            {move || zone().map(|words| view! { <p class="hint">{words}</p> })}
            {move || station().map(|words| view! { <p class="hint">{words}</p> })}
        </div>
    }
    .into_any()
}
