//! `/applications`: one's own applications, and each of them from submission to delivery.

mod receipt;
mod status;
mod words;

use futures::future::join;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use rules::explain;
use wire::{application::Summary, draft::DraftSummary};

pub use self::{receipt::ReceiptPage, status::StatusPage};
use super::{
    frame::{Frame, to_home},
    load::loaded,
};
use crate::{
    client,
    components::{
        button::{ButtonKind, ButtonLink},
        cells::{Cell, Cells},
        empty::Empty,
        said,
        tag::Tag,
        tone::Tone,
    },
    device::clock,
    locales::{locale, sentence, t, term, text},
    wizard::Target,
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
                    let entries = applications.into_iter().map(|summary| view! { <Entry summary/> }).collect_view();
                    view! {
                        <Begun drafts/>
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
fn Begun(drafts: Vec<DraftSummary>) -> impl IntoView {
    let entry = |DraftSummary { service, expires_at, .. }| {
        let href = Target::New(service).address();
        let kept_until = said(move || {
            let date = explain::date(clock::date_in_chengdu(expires_at), locale());
            text!(applications.begun.kept_until, date = date)
        });
        let tag = || view! { <Tag tone=Tone::Warn>{t!(applications.begun.tag)}</Tag> };
        view! { <Cell href label=move || words::service(service) detail=kept_until tag/> }
    };
    (!drafts.is_empty()).then(|| {
        view! {
            <section class="stack" data-gap="tight" aria-labelledby="begun">
                <h2 id="begun">{t!(applications.begun.heading)}</h2>
                <Cells>{drafts.into_iter().map(entry).collect_view()}</Cells>
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

#[component]
fn Entry(summary: Summary) -> impl IntoView {
    let Summary { number, service, state, submitted_at, station_name } = summary;
    let href = format!("/applications/{number}");
    let detail = said(move || {
        let date = explain::date(clock::date_in_chengdu(submitted_at), locale());
        let submitted = text!(applications.submitted_to, date = date, station = station_name);
        format!("{submitted}\n{} {number}", text!(applications.number))
    });
    let tag = move || view! { <Tag tone=words::tone(state)>{move || sentence(term(state))}</Tag> };
    view! { <Cell href label=move || words::service(service) detail tag/> }
}
