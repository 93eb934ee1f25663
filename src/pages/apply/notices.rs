//! What the applicant should know about how the application is kept, above every page of it.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::words::name_of;
use crate::{
    client::session::sign_in_address,
    components::{
        button::{Button, ButtonKind},
        notice::{Announce, Notice},
        tone::Tone,
    },
    device::{network, storage::StorageError},
    locales::{Joined, list, t, text},
    wizard::{Local, Remote, Wizard},
};

/// No line, no session, no storage, or changes on two devices.
#[component]
pub fn Notices(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    view! {
        <Line wizard/>
        <Storage wizard/>
        <Conflicts wizard/>
        <OpenCase wizard/>
    }
    .into_any()
}

#[component]
fn Line(wizard: Wizard) -> impl IntoView {
    let online = network::online();
    let path = use_location().pathname;
    move || match (online.get(), wizard.saving.remote()) {
        (false, _) => Some(
            view! {
                <Notice tone=Tone::Info word=t!(apply.notice.word_info) announce=Announce::Politely>
                    <p>{t!(apply.notice.offline)}</p>
                </Notice>
            }
            .into_any(),
        ),
        (true, Remote::SignedOut) => Some(
            view! {
                <Notice tone=Tone::Warn word=t!(apply.notice.word_warn) announce=Announce::AtOnce>
                    <p>{t!(apply.notice.signed_out)}</p>
                    <p class="row">
                        <a href=move || sign_in_address(&path.get()) rel="external">
                            {t!(apply.notice.sign_in_again)}
                        </a>
                    </p>
                </Notice>
            }
            .into_any(),
        ),
        (true, Remote::NoLine) => Some(
            view! {
                <Notice tone=Tone::Info word=t!(apply.notice.word_info) announce=Announce::Politely>
                    <p>{t!(apply.notice.no_line)}</p>
                </Notice>
            }
            .into_any(),
        ),
        (true, Remote::Quiet) => None,
    }
}

#[component]
fn Storage(wizard: Wizard) -> impl IntoView {
    move || match wizard.saving.local() {
        Local::NotKept(error) => {
            let words = move || match error {
                StorageError::Full => text!(apply.notice.full),
                StorageError::Refused => text!(apply.notice.refused),
            };
            Some(view! {
                <Notice tone=Tone::Warn word=t!(apply.notice.word_warn) announce=Announce::AtOnce>
                    <p>{words}</p>
                </Notice>
            })
        }
        Local::Nothing | Local::Keeping | Local::Kept(_) => None,
    }
}

#[component]
fn Conflicts(wizard: Wizard) -> impl IntoView {
    move || {
        let conflicts = wizard.saving.conflicts();
        (!conflicts.is_empty()).then(|| {
            let names = move || {
                let names: Vec<_> = conflicts.iter().copied().map(name_of).collect();
                text!(apply.notice.conflict, names = list(&names, Joined::And))
            };
            view! {
                <Notice tone=Tone::Warn word=t!(apply.notice.word_warn) announce=Announce::AtOnce>
                    <p>{names}</p>
                    <Button kind=ButtonKind::Link on_press=move |()| wizard.saving.settle_conflicts()>
                        {t!(apply.notice.conflict_seen)}
                    </Button>
                </Notice>
            }
        })
    }
}

#[component]
fn OpenCase(wizard: Wizard) -> impl IntoView {
    let open = wizard.open_case();
    move || {
        open.get().map(|number| {
            let href = format!("/applications/{number}");
            view! {
                <Notice tone=Tone::Warn word=t!(apply.notice.word_warn)>
                    <p>{t!(apply.notice.open_case)}</p>
                    <p class="row"><a href=href>{t!(apply.notice.see_open_case)}</a></p>
                </Notice>
            }
        })
    }
}
