//! `/applications`: one's own applications, and each of them from submission to delivery.

pub mod entries;
mod receipt;
mod status;
mod words;

use futures::future::join;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use wire::draft::DraftSummary;

use self::entries::{Begun, Submitted};
pub use self::{receipt::ReceiptPage, status::StatusPage, words::service as service_words};
use super::{
    frame::{Frame, to_home},
    load::loaded,
};
use crate::{
    client,
    components::{
        button::{ButtonKind, ButtonLink},
        cells::Cells,
        empty::Empty,
    },
    locales::t,
};

/// The list.
pub struct ApplicationsPage;

#[lazy_route]
impl LazyRoute for ApplicationsPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Applications/> }.into_any()
    }
}

#[component]
fn Applications() -> impl IntoView {
    let both = LocalResource::new(|| async {
        let (applications, drafts) = join(client::applications::list(), client::drafts::list()).await;
        Ok((applications?, drafts?))
    });
    view! {
        <Frame title=t!(applications.title) heading=t!(applications.heading) back=to_home()>
            {loaded(
                both,
                |(applications, drafts)| {
                    if applications.is_empty() && drafts.is_empty() {
                        return view! { <Nothing/> }.into_any();
                    }
                    let any = !applications.is_empty();
                    let entries = applications.into_iter().map(|summary| view! { <Submitted summary address=str::to_owned/> }).collect_view();
                    view! {
                        <AllBegun drafts/>
                        {any.then(|| view! { <Cells>{entries}</Cells> })}
                    }
                    .into_any()
                },
            )}
        </Frame>
    }
}

/// What was begun and not submitted, each with the day on which it is deleted.
#[component]
fn AllBegun(drafts: Vec<DraftSummary>) -> impl IntoView {
    (!drafts.is_empty()).then(|| {
        let entries = drafts.into_iter().map(|draft| view! { <Begun draft address=str::to_owned/> });
        view! {
            <section class="stack" data-gap="tight" aria-labelledby="begun">
                <h2 id="begun">{t!(applications.begun.heading)}</h2>
                <Cells>{entries.collect_view()}</Cells>
            </section>
        }
    })
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <Empty
            title=t!(applications.none.title)
            actions=|| {
                view! {
                    <ButtonLink href="/apply/first_issue">{t!(applications.none.apply)}</ButtonLink>
                    <ButtonLink href="/check" kind=ButtonKind::Secondary>{t!(applications.none.check)}</ButtonLink>
                }
            }
        >
            <p>{t!(applications.none.words)}</p>
        </Empty>
    }
}
