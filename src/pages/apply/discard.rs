//! Giving up what was filled in, after asking once.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;

use crate::{
    client::{ClientError, client_error_text},
    components::{
        button::{Button, ButtonKind},
        dialog::Dialog,
        notice::{Announce, Notice},
        tone::Tone,
    },
    locales::{t, text},
    wizard::Wizard,
};

/// The button and its question.
#[component]
pub fn Discard(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let asking = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let navigate = StoredValue::new_local(use_navigate());
    let discard = move |()| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let done = wizard.discard().await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            asking.set(false);
            match done {
                Ok(()) => navigate.with_value(|navigate| navigate("/", Default::default())),
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    view! {
        {move || {
            failure
                .get()
                .map(|error| {
                    view! {
                        <Notice tone=Tone::Warn word=t!(apply.notice.word_warn) announce=Announce::AtOnce>
                            <p>{move || client_error_text(&error)}</p>
                        </Notice>
                    }
                })
        }}
        <div class="row">
            <Button kind=ButtonKind::Link on_press=move |()| asking.set(true)>
                {t!(apply.discard.button)}
            </Button>
        </div>
        <Dialog
            id="discard"
            title=t!(apply.discard.question)
            open=asking
            on_close=move |()| asking.set(false)
            close_label=t!(common.close)
            actions=move || {
                view! {
                    <Button kind=ButtonKind::Secondary on_press=move |()| asking.set(false)>
                        {t!(apply.discard.keep)}
                    </Button>
                    <Button
                        kind=ButtonKind::Danger
                        busy
                        busy_label=Signal::derive(|| Some(text!(apply.discard.busy)))
                        on_press=discard
                    >
                        {t!(apply.discard.confirm)}
                    </Button>
                }
            }
        >
            <p>{t!(apply.discard.words)}</p>
        </Dialog>
    }
    .into_any()
}
