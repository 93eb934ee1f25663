//! `/applications/:number`: how an application stands, kept up to date while the page is open.

mod course;
mod now;
mod poll;
mod refusal;
mod withdrawal;

use leptos::prelude::*;
use leptos_router::{LazyRoute, hooks::use_params_map, lazy_route};
use rules::{case::State, field::Field, service::DeliveryMethod};
use wire::application::{Application, Status};

use self::{
    course::Course,
    now::{Case, Now, now},
    poll::Watch,
    refusal::Refusal,
    withdrawal::Withdrawal,
};
use super::words;
use crate::{
    client,
    components::{button::ButtonLink, notice::Notice, page::PageLink, station_card::StationCard, tag::Tag, tone::Tone},
    locales::{locale, moment, sentence, t, term, text},
    pages::{frame::Frame, load::loaded},
};

/// One application.
pub struct StatusPage;

#[lazy_route]
impl LazyRoute for StatusPage {
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
    // What the application has come to is what the page is about, once it is known.
    let present = RwSignal::new(None::<String>);
    let heading = move || present.get().unwrap_or_else(|| text!(applications.status_heading));
    view! {
        <Frame title=t!(applications.status) heading back>
            {loaded(application, move |application| view! { <Follow application present/> }.into_any())}
        </Frame>
    }
}

#[component]
fn Follow(application: Application, present: RwSignal<Option<String>>) -> impl IntoView {
    let Application { number, service, draft, station_id, station_name, status, .. } = application;
    // Asked for where a card is made, and only there.
    let method = draft.choice::<DeliveryMethod>(Field::Delivery);
    let case = Case { service, station: station_name, method };
    let watch = Watch::start(number.clone(), status);
    let status = Signal::derive(move || watch.status());
    let correct_address = format!("/applications/{number}/correct");
    let receipt = format!("/applications/{number}/receipt");
    view! {
        <section class="stack" data-gap="tight" aria-label=t!(applications.moment.present)>
            <p class="row">
                <strong>{move || words::service(service)}</strong>
                {move || {
                    let state = status.with(|status| status.state);
                    view! { <Tag tone=words::tone(state)>{sentence(term(state))}</Tag> }
                }}
            </p>
            <Present status case=case.clone() heading=present/>
            <Freshness watch/>
        </section>
        <Items status/>
        {move || {
            status
                .with(|status| status.correction.is_some())
                .then(|| view! { <ButtonLink href=correct_address.clone()>{t!(applications.correct)}</ButtonLink> })
        }}
        {move || {
            (status.with(|status| status.state) == State::Completed && !service.is_about_a_permit())
                .then(|| view! { <ButtonLink href="/residence">{t!(applications.see_registration)}</ButtonLink> })
        }}
        <Refusal status station_id/>
        <PickUp status/>
        <section class="stack" aria-labelledby="course">
            <h2 id="course">{t!(applications.course)}</h2>
            <Course status case/>
        </section>
        <p class="hint">{t!(applications.number)} " " {number.clone()}</p>
        <p class="row">
            <a href=receipt>{t!(applications.receipt.link)}</a>
        </p>
        <Withdrawal number watch/>
    }
}

/// The present step, which is the page's heading; a change is told to screen readers.
#[component]
fn Present(status: Signal<Status>, case: Case, heading: RwSignal<Option<String>>) -> impl IntoView {
    let case = StoredValue::new(case);
    let at = move || status.with(|status| case.with_value(|case| now(status, case)));
    let title = Memo::new(move |_| at().title);
    let news = RwSignal::new(String::new());
    Effect::new(move |before: Option<String>| {
        let now = title.get();
        if before.is_some_and(|before| before != now) {
            news.set(now.clone());
        }
        heading.set(Some(now.clone()));
        now
    });
    view! {
        <p class="visually-hidden" role="status">{news}</p>
        {move || {
            let Now { words, by, .. } = at();
            view! {
                {(!words.is_empty()).then(|| view! { <p>{words}</p> })}
                {by.map(|(date, words)| view! { <p><time datetime=date.to_string()><strong>{words}</strong></time></p> })}
            }
        }}
    }
}

/// How fresh the status is.
#[component]
fn Freshness(watch: Watch) -> impl IntoView {
    move || {
        let time = moment(watch.seen_at());
        match watch.trouble() {
            None => view! { <p class="hint">{text!(applications.fresh, time = time)}</p> }.into_any(),
            Some(error) if error.needs_sign_in() => view! {
                <Notice tone=Tone::Warn word=t!(common.word.attention)>
                    <p>{text!(applications.stale_signed_out, time = time)}</p>
                    <p class="row"><a href="/sign-in?return_to=/applications">{t!(applications.sign_in)}</a></p>
                </Notice>
            }
            .into_any(),
            Some(_) => view! { <p class="hint">{text!(applications.stale, time = time)}</p> }.into_any(),
        }
    }
}

/// What the station wants corrected, all of it.
#[component]
fn Items(status: Signal<Status>) -> impl IntoView {
    move || {
        let correction = status.with(|status| status.correction.clone())?;
        let items = correction.items.into_iter().map(|item| {
            let subject = item.subject;
            view! {
                <li>
                    <strong>{move || sentence(subject.term(locale()))}</strong>
                    <p translate="no">{item.words}</p>
                </li>
            }
        });
        Some(view! {
            <section class="stack" data-gap="tight" aria-labelledby="items">
                <h2 id="items">{t!(applications.items)}</h2>
                <ul class="stack" data-gap="tight">{items.collect_view()}</ul>
            </section>
        })
    }
}

/// Where a card that waits is picked up.
#[component]
fn PickUp(status: Signal<Status>) -> impl IntoView {
    use rules::delivery::DeliveryState::{AwaitingPickUp, Returned};
    move || {
        let delivery = status.with(|status| status.delivery.clone())?;
        let name = delivery.station_name.filter(|_| matches!(delivery.state, AwaitingPickUp | Returned))?;
        Some(
            view! { <StationCard name address=t!(applications.pick_up.address) note=Some(text!(applications.pick_up.bring))/> },
        )
    }
}
