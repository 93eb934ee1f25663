//! `/applications`: one's own applications, and each of them from submission to delivery.

mod receipt;
mod status;
mod words;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use rules::explain;
use wire::application::Summary;

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
    },
    device::clock,
    locales::{locale, sentence, t, term, text},
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
    let applications = LocalResource::new(client::applications::list);
    view! {
        <Frame title=t!(applications.title) heading=t!(applications.heading) back=to_home()>
            {loaded(
                applications,
                |applications| {
                    if applications.is_empty() {
                        view! { <Nothing/> }.into_any()
                    } else {
                        let entries = applications.into_iter().map(|summary| view! { <Entry summary/> });
                        view! { <Cells>{entries.collect_view()}</Cells> }.into_any()
                    }
                },
            )}
        </Frame>
    }
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
