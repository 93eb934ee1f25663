//! `/applications/:number/receipt`: what was submitted to whom, and which dates follow from it. Made to be printed.

use leptos::prelude::*;
use leptos_router::{LazyRoute, hooks::use_params_map, lazy_route};
use rules::{
    RuleSet, deadline::correction_notice_due, explain, field::Field, guide::surrender, service::DeliveryMethod,
};
use wire::application::Application;

use super::words;
use crate::{
    client,
    components::{
        button::{Button, ButtonKind, ButtonLink},
        page::PageLink,
        result::ResultPanel,
        summary_list::{SummaryList, SummaryRow},
    },
    device::clock,
    locales::{locale, sentence, t, term, text},
    pages::{cost::cost, frame::Frame, load::loaded},
};

/// The receipt.
pub struct ReceiptPage;

#[lazy_route]
impl LazyRoute for ReceiptPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Page/> }.into_any()
    }
}

#[component]
fn Page() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number")).unwrap_or_default());
    let application = LocalResource::new(move || {
        let number = number.get();
        async move { client::applications::get(&number).await }
    });
    let back = PageLink::new(|| "/applications".to_owned(), t!(applications.title));
    view! {
        <Frame title=t!(applications.receipt.title) heading=t!(applications.receipt.heading) back>
            {loaded(application, |application| view! { <Receipt application/> }.into_any())}
        </Frame>
    }
}

#[component]
fn Receipt(application: Application) -> impl IntoView {
    let Application { number, service, draft, station_name, submitted_at, verdict, .. } = application;
    let submitted_on = clock::date_in_chengdu(submitted_at);
    let judged_by = RuleSet::by_version(&verdict.basis.rules);
    let rules = judged_by.unwrap_or_else(|| RuleSet::in_force_on(submitted_on));
    // Asked for where a card is made, and only there.
    let method = draft.choice::<DeliveryMethod>(Field::Delivery);
    let due = correction_notice_due(rules, submitted_on);
    let status = format!("/applications/{number}");
    let station = StoredValue::new(station_name);
    let next = move || {
        let mut words = text!(
            applications.receipt.complete_by,
            station = station.get_value(),
            date = explain::date(due.date, locale())
        );
        if !due.calendar_known {
            words.push_str(&text!(applications.now.calendar_unknown));
        }
        words
    };
    view! {
        <ResultPanel
            title=move || text!(applications.receipt.submitted_to, station = station.get_value())
            number_label=Signal::derive(|| Some(text!(applications.number)))
            number=Some(number)
            actions=move || {
                view! {
                    <ButtonLink href=status>{t!(applications.receipt.follow)}</ButtonLink>
                    <Button kind=ButtonKind::Secondary on_press=|()| print()>{t!(applications.receipt.print)}</Button>
                }
            }
        >
            <p>{next}</p>
            <p>
                {move || match method {
                    Some(_) => text!(applications.receipt.issue, days = rules.case.issue_days),
                    None if service.is_about_a_permit() => {
                        text!(applications.receipt.done, days = rules.case.issue_days)
                    }
                    None => text!(applications.receipt.registered, days = rules.case.issue_days),
                }}
            </p>
        </ResultPanel>
        <SummaryList>
            <SummaryRow term=t!(applications.receipt.service)>{move || words::service(service)}</SummaryRow>
            <SummaryRow term=t!(applications.receipt.submitted_at)>{move || words::moment(submitted_at)}</SummaryRow>
            <SummaryRow term=t!(applications.receipt.station)>{move || station.get_value()}</SummaryRow>
            {method
                .map(|method| {
                    view! {
                        <SummaryRow term=t!(applications.receipt.delivery)>{move || sentence(term(method))}</SummaryRow>
                    }
                })}
            {method
                .and_then(|method| surrender(service, method))
                .map(|back| {
                    view! {
                        <SummaryRow term=t!(applications.receipt.old_card)>{move || sentence(term(back))}</SummaryRow>
                    }
                })}
            <SummaryRow term=t!(applications.receipt.fees)>
                {move || cost(rules, service, method).into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}
            </SummaryRow>
        </SummaryList>
        <p class="hint">{t!(applications.receipt.keep)}</p>
    }
}

fn print() {
    // A host without printing, as in many webviews, does nothing.
    let _ = window().print();
}
