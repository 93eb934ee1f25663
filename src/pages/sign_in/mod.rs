//! `/sign-in`: how one signs in, and what to do where it did not work.

use leptos::prelude::*;
use leptos_router::{
    LazyRoute,
    hooks::{use_location, use_query_map},
    lazy_route,
};
use wire::ErrorCode;

use super::{
    frame::{Frame, to_home},
    way_back::{RETURN_TO, own_page},
};
use crate::{
    client::session::sign_in_address,
    components::{
        button::ButtonLink,
        cells::{Cell, Cells},
        icon::IconName,
        notice::{Announce, Notice},
        said,
        tone::Tone,
    },
    locales::{error_text, t},
};

/// The page before the sign-in, and after one that failed.
pub struct SignInPage;

#[lazy_route]
impl LazyRoute for SignInPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <SignIn/> }.into_any()
    }
}

#[component]
fn SignIn() -> impl IntoView {
    let query = use_query_map();
    let return_to = Signal::derive(move || own_page(query.with(|query| query.get(RETURN_TO))));
    let failure = move || {
        let id = query.with(|query| query.get("error"))?;
        // A code that we don't know came from somewhere else; it failed all the same.
        Some(ErrorCode::ALL.iter().copied().find(|code| code.id() == id).unwrap_or(ErrorCode::SignInCancelled))
    };
    view! {
        <Frame title=t!(sign_in.title) heading=t!(sign_in.heading) back=to_home() actions=move || view! { <Start return_to/> }>
            {move || {
                failure()
                    .map(|code| {
                        view! {
                            <Notice tone=Tone::Warn word=t!(common.word.trouble) announce=Announce::AtOnce>
                                <p>{move || error_text(code)}</p>
                            </Notice>
                        }
                    })
            }}
            <Ways/>
        </Frame>
    }
}

/// In place of content that only its owner may see: why to sign in, and the sign-in that comes back here.
#[component]
pub fn SignInFirst() -> impl IntoView {
    let return_to = Signal::from(use_location().pathname);
    view! {
        <p class="lead">{t!(sign_in.first)}</p>
        <Start return_to/>
        <Ways/>
    }
}

/// The four ways of the real-name check, as equals.
#[component]
fn Ways() -> impl IntoView {
    view! {
        <p>{t!(sign_in.why)}</p>
        <section class="stack" data-gap="tight" aria-labelledby="ways">
            <h2 id="ways">{t!(sign_in.ways)}</h2>
            <Cells>
                <Cell icon=IconName::Person label=t!(sign_in.face.title) detail=said(t!(sign_in.face.words))/>
                <Cell icon=IconName::IdCard label=t!(sign_in.bank_card.title) detail=said(t!(sign_in.bank_card.words))/>
                <Cell icon=IconName::Shield label=t!(sign_in.network.title) detail=said(t!(sign_in.network.words))/>
                <Cell icon=IconName::MapPin label=t!(sign_in.window.title) detail=said(t!(sign_in.window.words))/>
            </Cells>
        </section>
        <p class="hint">{t!(sign_in.privacy)}</p>
    }
}

/// Leaves for the sign-in.
#[component]
fn Start(return_to: Signal<String>) -> impl IntoView {
    let address = Signal::derive(move || return_to.with(|path| sign_in_address(path)));
    view! { <ButtonLink href=address outside=true>{t!(sign_in.start)}</ButtonLink> }
}
