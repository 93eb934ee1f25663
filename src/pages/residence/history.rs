//! The registrations on record, the newest first, each with whether it counts.

use jiff::civil::Date;
use leptos::prelude::*;
use rules::{
    explain,
    field::Catalog,
    records::{Records, Registration},
};

use crate::{
    components::{
        MaybeText, said,
        summary_list::{SummaryList, SummaryRow},
    },
    locales::{locale, t, text},
};

/// The registrations.
#[component]
pub fn History(
    /// What the records say.
    records: Records,
    /// Today in Chengdu.
    today: Date,
) -> impl IntoView {
    let origin = records.origin(Catalog::Registration).map(|(source, as_of)| (source.to_owned(), as_of))?;
    let mut registrations = records.registrations.value().cloned().unwrap_or_default();
    registrations.sort_by_key(|registration| std::cmp::Reverse(registration.period.registered_on));
    let source = move || text!(residence.source, source = origin.0, date = explain::date(origin.1, locale()));
    let none = registrations.is_empty();
    let rows = registrations.into_iter().map(|registration| view! { <Row registration today/> }).collect_view();
    Some(view! {
        <section class="stack" data-gap="tight" aria-labelledby="history">
            <h2 id="history">{t!(residence.history)}</h2>
            <p class="hint">{source}</p>
            {none.then(|| view! { <p>{t!(residence.nothing)}</p> })}
            <SummaryList>{rows}</SummaryList>
        </section>
    })
}

#[component]
fn Row(registration: Registration, today: Date) -> impl IntoView {
    let Registration { period, address, .. } = registration;
    let on = |day: Date| explain::date(day, locale());
    let when = move || match period.ended_on {
        Some(to) => text!(residence.from_to, from = on(period.registered_on), to = on(to)),
        None => text!(residence.since, date = on(period.registered_on)),
    };
    let state: MaybeText = said(move || match () {
        () if period.void => text!(residence.void),
        () if !period.in_chengdu => text!(residence.elsewhere),
        () if !period.approved => text!(residence.not_approved),
        () if period.ended_on.is_some_and(|last| last < today) => text!(residence.ended),
        () => text!(residence.counts),
    });
    view! {
        <SummaryRow term=Signal::derive(when) note=state>
            <span translate="no">{address}</span>
        </SummaryRow>
    }
}
