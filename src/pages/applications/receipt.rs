//! `/applications/:number/receipt`: what was submitted to whom, and which dates follow from it. Made to be printed.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{LazyRoute, hooks::use_params_map, lazy_route};
use rules::{
    RuleSet, deadline::correction_notice_due, explain, field::Field, guide::surrender, service::DeliveryMethod,
};
use wire::application::Application;

use super::words;
use crate::{
    client::{self, ClientError, client_error_text},
    components::{
        button::{Button, ButtonKind, ButtonLink},
        notice::{Announce, Notice},
        page::PageLink,
        result::ResultPanel,
        summary_list::{SummaryList, SummaryRow},
        tone::Tone,
    },
    device::{clock, download, host},
    locales::{locale, sentence, t, term, text},
    pages::{cost::cost, frame::Frame, load::loaded},
};

/// The page that verifies receipts.
const VERIFY_PAGE: &str = "/verify";

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
    let Application { number, verification_code, service, draft, station_name, submitted_at, verdict, .. } =
        application;
    let submitted_on = clock::date_in_chengdu(submitted_at);
    let judged_by = RuleSet::by_version(&verdict.basis.rules);
    let rules = judged_by.unwrap_or_else(|| RuleSet::in_force_on(submitted_on));
    // Asked for where a card is made, and only there.
    let method = draft.choice::<DeliveryMethod>(Field::Delivery);
    let due = correction_notice_due(rules, submitted_on);
    let status = format!("/applications/{number}");
    let file = SavedFile::new(number.clone());
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
                    {host::takes_downloads().then(|| view! { <Save file/> })}
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
        {move || file.failure.get().map(|error| view! { <NotSaved error/> })}
        {(!host::takes_downloads()).then(|| view! { <p class="hint">{t!(applications.receipt.no_files)}</p> })}
        <SummaryList>
            <SummaryRow term=t!(applications.receipt.code)>{verification_code.to_string()}</SummaryRow>
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
            <SummaryRow term=t!(applications.receipt.verify)>
                <p>{t!(applications.receipt.verify_words)} " " <a href=VERIFY_PAGE>{verify_at()}</a></p>
            </SummaryRow>
        </SummaryList>
        <p class="hint">{t!(applications.receipt.keep)}</p>
    }
}

/// The receipt as a file, which the server makes.
#[derive(Clone, Copy)]
struct SavedFile {
    number: StoredValue<String>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<ClientError>>,
}

impl SavedFile {
    fn new(number: String) -> Self {
        Self { number: StoredValue::new(number), busy: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    fn save(self) {
        self.busy.set(true);
        self.failure.set(None);
        let number = self.number.get_value();
        spawn_local(async move {
            let made = client::applications::receipt(&number).await;
            // Whoever has left the page meanwhile gets the file all the same.
            let failure = made.map(|pdf| download::file(&format!("{number}.pdf"), "application/pdf", &pdf)).err();
            let _ = self.failure.try_set(failure);
            let _ = self.busy.try_set(false);
        });
    }
}

#[component]
fn Save(file: SavedFile) -> impl IntoView {
    view! {
        <Button
            kind=ButtonKind::Secondary
            busy=file.busy
            busy_label=Signal::derive(|| Some(text!(applications.receipt.saving)))
            on_press=move |()| file.save()
        >
            {t!(applications.receipt.save)}
        </Button>
    }
}

#[component]
fn NotSaved(error: ClientError) -> impl IntoView {
    view! {
        <Notice tone=Tone::Warn word=t!(common.word.trouble) announce=Announce::AtOnce>
            <p>{move || client_error_text(&error)}</p>
        </Notice>
    }
}

/// The whole address of the page that verifies, as it is read on paper.
fn verify_at() -> String {
    window().location().origin().unwrap_or_default() + VERIFY_PAGE
}

fn print() {
    // A host without printing, as in many webviews, does nothing.
    let _ = window().print();
}
