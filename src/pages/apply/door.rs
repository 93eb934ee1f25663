//! Before the application is open: on its way, not signed in, or out of reach.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;
use rules::service::Service;

use super::{frame::Frame, guide::Guide, words::doing};
use crate::{
    client::{ClientError, client_error_text, session::sign_in_address},
    components::{
        Text,
        button::{Button, ButtonLink},
        notice::Notice,
        page::PageLink,
        skeleton::Skeleton,
        tone::Tone,
    },
    locales::{t, text},
    wizard::{self, Entrance, Target, Wizard},
};

/// Opens the application, and shows what is inside once it is.
#[component]
pub fn Door(
    /// What is to be opened.
    target: Target,
    /// The short title meanwhile.
    #[prop(into)]
    title: Text,
    /// The way back.
    back: PageLink,
    /// The page for an application in which nothing has to be corrected.
    #[prop(into)]
    nothing: ViewFn,
    /// The open application.
    inside: Callback<Wizard, AnyView>,
) -> impl IntoView {
    let entrance = RwSignal::new(None);
    let owner = StoredValue::new(Owner::current());
    let service = match target {
        Target::New(service) => Some(service),
        Target::Correction { .. } => None,
    };
    let target = StoredValue::new(target);
    let open = move || {
        entrance.set(None);
        if let Some(owner) = owner.get_value() {
            spawn_local(async move {
                let opened = wizard::open(owner, target.get_value()).await;
                // The page may have been left meanwhile.
                let _ = entrance.try_set(Some(opened));
            });
        }
    };
    open();
    move || match entrance.get() {
        Some(Entrance::Ready(wizard)) => inside.run(wizard),
        Some(Entrance::SignIn) => view! { <SignIn title service back/> }.into_any(),
        Some(Entrance::NothingToCorrect) => nothing.run(),
        Some(Entrance::Unreachable(error)) => {
            view! { <Unreachable title back error on_again=move |()| open()/> }.into_any()
        }
        None => view! {
            <Frame title heading=title back>
                <Skeleton words=t!(apply.opening) lines=6/>
            </Frame>
        }
        .into_any(),
    }
}

#[component]
fn SignIn(title: Text, service: Option<Service>, back: PageLink) -> impl IntoView {
    let path = use_location().pathname;
    let what = move || service.map_or_else(|| text!(apply.doing.correct), doing);
    view! {
        <Frame
            title
            heading=move || text!(apply.sign_in.heading, what = what())
            back
            actions=move || {
                view! {
                    <ButtonLink href=move || sign_in_address(&path.get()) outside=true>
                        {t!(apply.sign_in.button)}
                    </ButtonLink>
                    {(service == Some(Service::FirstIssue))
                        .then(|| view! { <a href="/check">{t!(apply.sign_in.check)}</a> })}
                }
            }
        >
            <p class="lead">{t!(apply.sign_in.why)}</p>
            <p>{t!(apply.sign_in.ways)}</p>
            {service.map(|service| view! { <Guide service/> })}
        </Frame>
    }
    .into_any()
}

#[component]
fn Unreachable(title: Text, back: PageLink, error: ClientError, #[prop(into)] on_again: Callback<()>) -> impl IntoView {
    view! {
        <Frame
            title
            heading=t!(apply.unreachable.heading)
            back
            actions=move || view! { <Button on_press=on_again>{t!(apply.unreachable.again)}</Button> }
        >
            <Notice tone=Tone::Warn word=t!(apply.notice.word_warn)>
                <p>{move || client_error_text(&error)}</p>
            </Notice>
        </Frame>
    }
    .into_any()
}

/// A page that only says something and leads on.
#[component]
pub fn Says(
    /// The short title.
    #[prop(into)]
    title: Text,
    /// What is said.
    #[prop(into)]
    heading: Text,
    /// More of it.
    #[prop(into)]
    words: Text,
    /// The way back.
    back: PageLink,
    /// The way on.
    on: PageLink,
) -> impl IntoView {
    view! {
        <Frame title heading back actions=move || view! { <ButtonLink href=on.href>{on.label}</ButtonLink> }>
            <p>{words}</p>
        </Frame>
    }
    .into_any()
}
