//! Where the applicant lives.

use leptos::prelude::*;
use rules::{
    Term,
    change::changes,
    division,
    field::Field,
    service::{AddressKind, Service},
    station,
};

use super::{
    super::{
        answer::{AddressAnswer, CardsAnswer, TwoStepAnswer},
        words::{said, term_label},
    },
    districts::{district_choices, district_of_street, street_choices},
};
use crate::{
    components::choice::Choice,
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
    view! {
        <div class="stack" data-gap="tight">
            <TwoStepAnswer
                wizard
                field=Field::StreetCode
                part_label=Signal::derive(t!(apply.residence.district))
                parts=Signal::stored(district_choices())
                part_of=district_of_street
                entries=street_choices
                hint=said(t!(apply.residence.street))
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
