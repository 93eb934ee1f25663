//! `/records`: what the registers say of a person, each with its keeper and date, and the way to have it checked.

mod check;
mod lines;

use futures::future::join;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use rules::{explain, field::Catalog, records::Records};
use wire::record_check::RecordCheck;

use self::{check::Check, lines::lines};
use super::{
    frame::{Frame, to_home},
    load::loaded,
    records_first::{RecordsFirst, if_allowed},
};
use crate::{
    client::{self, ClientError},
    locales::{locale, sentence, t, term, text},
};

/// What is on record.
pub struct RecordsPage;

#[lazy_route]
impl LazyRoute for RecordsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <OnRecord/> }.into_any()
    }
}

/// Every record, in the order in which the form asks for them.
const ALL: [Catalog; 7] = [
    Catalog::Identity,
    Catalog::Household,
    Catalog::Registration,
    Catalog::Dwelling,
    Catalog::SocialInsurance,
    Catalog::Schooling,
    Catalog::Permit,
];

async fn load() -> Result<Option<(Records, Vec<RecordCheck>)>, ClientError> {
    let (records, checks) = join(client::records::get(), client::record_checks::list()).await;
    if_allowed(records)?.map(|records| Ok((records, checks?))).transpose()
}

#[component]
fn OnRecord() -> impl IntoView {
    let known = LocalResource::new(load);
    view! {
        <Frame title=t!(records.title) heading=t!(records.heading) back=to_home()>
            {loaded(
                known,
                move |read| match read {
                    None => view! { <RecordsFirst answer=known/> }.into_any(),
                    Some((records, checks)) => {
                        let each = ALL.map(|catalog| {
                            let checks = checks.iter().filter(|check| check.catalog == catalog).cloned().collect();
                            view! { <Record catalog records=records.clone() checks on_asked=move |()| known.refetch()/> }
                        });
                        view! {
                            <p class="lead">{t!(records.lead)}</p>
                            {each.collect_view()}
                        }
                        .into_any()
                    }
                },
            )}
        </Frame>
    }
}

/// One record: who keeps it, what it says, and whether it is right.
#[component]
fn Record(
    catalog: Catalog,
    records: Records,
    /// The requests about it, newest first.
    checks: Vec<RecordCheck>,
    #[prop(into)] on_asked: Callback<()>,
) -> impl IntoView {
    let origin = records.origin(catalog).map(|(source, as_of)| (source.to_owned(), as_of));
    let heading = format!("record-{catalog}");
    let is_known = origin.is_some();
    let source = move || match &origin {
        Some((source, as_of)) => text!(records.source, source = source, date = explain::date(*as_of, locale())),
        None => text!(records.silent),
    };
    let said = StoredValue::new(records);
    let content = move || {
        let lines = said.with_value(|records| lines(records, catalog));
        if lines.is_empty() {
            return is_known.then(|| view! { <p>{t!(records.nothing)}</p> }.into_any());
        }
        let lines = lines.into_iter().map(|line| view! { <li translate="no">{line}</li> });
        Some(view! { <ul>{lines.collect_view()}</ul> }.into_any())
    };
    view! {
        <section class="card stack" data-gap="tight" aria-labelledby=heading>
            <h2 id=heading.clone()>{move || sentence(term(catalog))}</h2>
            <p class="hint">{source}</p>
            {content}
            <Check catalog checks on_asked/>
        </section>
    }
    .into_any()
}
