//! How the finished permit is received.

use leptos::prelude::*;
use rules::{
    field::Field,
    guide::surrender,
    service::{DeliveryMethod, Service},
    station,
};

use super::{
    super::{
        answer::{Asked, CardsAnswer, CountryAddressAnswer, LineAnswer, PhoneAnswer, TickAnswer, TwoStepAnswer},
        words::{said, shown, term_label},
    },
    districts::{district_choices, district_of_station, station_choices},
};
use crate::{
    components::{choice::Choice, icon::IconName},
    locales::{t, term, text},
    wizard::Wizard,
};

/// Pick up at a station, or by post.
#[component]
pub fn DeliveryStep(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let methods = DeliveryMethod::ALL.iter().map(|method| {
        let icon = match method {
            DeliveryMethod::PickUp => IconName::MapPin,
            DeliveryMethod::Post => IconName::Parcel,
        };
        Choice::new(method.id(), term_label(*method)).detail(means(*method, wizard.service())).icon(icon)
    });
    view! {
        <CardsAnswer
            wizard
            field=Field::Delivery
            choices=Signal::stored(methods.collect::<Vec<_>>())
            on_choice=move |_| suggest(wizard)
        />
        <TwoStepAnswer
            wizard
            field=Field::PickUpStation
            part_label=Signal::derive(t!(apply.residence.district))
            parts=Signal::stored(district_choices())
            part_of=district_of_station
            entries=station_choices
            hint=said(t!(apply.delivery.station))
        />
        <LineAnswer
            wizard
            field=Field::RecipientName
            hint=said(t!(apply.delivery.recipient))
            autocomplete="name"
        />
        <PhoneAnswer wizard field=Field::RecipientPhone/>
        <CountryAddressAnswer
            wizard
            field=Field::RecipientAddress
            hint=said(t!(apply.delivery.recipient_address))
            fills_in=true
        />
        <PostConsent wizard/>
    }
    .into_any()
}

/// What it costs and asks for; for an exchange, also how the old card goes back.
fn means(method: DeliveryMethod, service: Service) -> Signal<String> {
    Signal::derive(move || {
        let words = match method {
            DeliveryMethod::PickUp => text!(apply.delivery.pick_up),
            DeliveryMethod::Post => text!(apply.delivery.post),
        };
        match surrender(service, method) {
            Some(back) => format!("{words} · {}", term(back)),
            None => words,
        }
    })
}

/// The consent to giving the recipient to the post: of its own, never ticked beforehand (个人信息保护法 Art. 23).
#[component]
fn PostConsent(wizard: Wizard) -> impl IntoView {
    view! {
        <Asked wizard field=Field::PostConsent>
            <div class="card stack" data-gap="tight">
                <p>{t!(apply.delivery.consent_lead)}</p>
                <ul>
                    <li>{t!(apply.delivery.consent_whom)}</li>
                    <li>{t!(apply.delivery.consent_what)}</li>
                    <li>{t!(apply.delivery.consent_why)}</li>
                </ul>
                <TickAnswer
                    wizard
                    field=Field::PostConsent
                    hint=said(t!(apply.delivery.consent_refuse))
                >
                    {t!(apply.delivery.consent_tick)}
                </TickAnswer>
            </div>
        </Asked>
    }
    .into_any()
}

/// What most people want is written down already and can be changed: the station of the residence, or the applicant
/// at home.
fn suggest(wizard: Wizard) {
    let (home, name) =
        (wizard.with_draft_now(|draft| draft.answer(Field::StreetCode).to_owned()), wizard.person().name);
    let address = wizard.with_draft_now(|draft| {
        let known = !draft.answer(Field::Address).is_empty();
        let (street, rest) = (shown(draft, Field::StreetCode), draft.answer(Field::Address));
        known.then(|| text!(apply.delivery.whole_address, street = street, rest = rest))
    });
    let phone = wizard.with_draft_now(|draft| draft.answer(Field::Phone).to_owned());
    let suggestions = [
        (Field::PickUpStation, station::by_street(&home).map(|station| station.id.clone())),
        (Field::RecipientName, Some(name)),
        (Field::RecipientPhone, Some(phone)),
        (Field::RecipientAddress, address),
    ];
    for (field, suggestion) in suggestions {
        let asked = untrack(|| wizard.asks(field).get());
        let empty = wizard.with_draft_now(|draft| draft.answer(field).is_empty());
        if let Some(suggestion) = suggestion.filter(|_| asked && empty) {
            wizard.answer_with(field, suggestion);
        }
    }
}
