//! The lines of a list of applications.

use leptos::prelude::*;
use rules::explain;
use wire::{application::Summary, draft::DraftSummary};

use super::words;
use crate::{
    components::{cells::Cell, said, tag::Tag, tone::Tone},
    device::clock,
    locales::{locale, sentence, t, term, text},
    wizard::Target,
};

/// Something begun and not submitted, with the day on which it is deleted.
#[component]
pub fn Begun(
    /// What.
    draft: DraftSummary,
    /// Makes of its address the one that is linked to.
    address: impl Fn(&str) -> String,
    /// The address has to be opened anew.
    #[prop(optional)]
    outside: bool,
) -> impl IntoView {
    let DraftSummary { service, expires_at, .. } = draft;
    let href = address(&Target::New(service).address());
    let kept_until = said(move || {
        let date = explain::date(clock::date_in_chengdu(expires_at), locale());
        text!(applications.begun.kept_until, date = date)
    });
    let tag = || view! { <Tag tone=Tone::Warn>{t!(applications.begun.tag)}</Tag> };
    view! { <Cell href outside label=move || words::service(service) detail=kept_until tag/> }
}

/// Something submitted, and how it stands.
#[component]
pub fn Submitted(
    /// What.
    summary: Summary,
    /// Makes of its address the one that is linked to.
    address: impl Fn(&str) -> String,
    /// The address has to be opened anew.
    #[prop(optional)]
    outside: bool,
) -> impl IntoView {
    let Summary { number, service, state, submitted_at, station_name } = summary;
    let href = address(&format!("/applications/{number}"));
    let detail = said(move || {
        let date = explain::date(clock::date_in_chengdu(submitted_at), locale());
        let submitted = text!(applications.submitted_to, date = date, station = station_name);
        format!("{submitted}\n{} {number}", text!(applications.number))
    });
    let tag = move || view! { <Tag tone=words::tone(state)>{move || sentence(term(state))}</Tag> };
    view! { <Cell href outside label=move || words::service(service) detail tag/> }
}
