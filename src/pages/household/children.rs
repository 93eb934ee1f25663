//! Asking the register of households for one's children, with the consent that it takes.

use jiff::Timestamp;
use leptos::{prelude::*, task::spawn_local};
use rules::explain;
use wire::{ErrorCode, consent::ConsentScope, household::Household};

use crate::{
    client::{self, ClientError},
    components::button::{Button, ButtonKind},
    device::clock,
    locales::{locale, t, text},
    pages::{
        apply::consent::{Agree, Asking, Terms},
        load::{Answer, Failed},
    },
};

/// What is known of children, and looking again.
#[component]
pub fn Children(
    /// The household, fetched again once more is known.
    household: Answer<Household>,
    /// When the register was asked, if ever.
    looked_up_at: Option<Timestamp>,
    /// Whether it showed no child.
    alone: bool,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let consent_missing = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let look = move |()| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let result = client::household::look_up().await;
            // The page may have been left meanwhile.
            let _ = busy.try_set(false);
            match result {
                Ok(_) => household.refetch(),
                Err(error) if error.code() == Some(ErrorCode::ConsentRequired) => {
                    let _ = consent_missing.try_set(true);
                }
                Err(error) => {
                    let _ = failure.try_set(Some(error));
                }
            }
        });
    };
    let said = move || match looked_up_at {
        None => text!(household.not_looked),
        Some(at) => {
            let date = explain::date(clock::date_in_chengdu(at), locale());
            if alone { text!(household.none_found, date = date) } else { text!(household.found, date = date) }
        }
    };
    view! {
        <section class="stack" aria-labelledby="children">
            <h2 id="children">{t!(household.children)}</h2>
            <p>{said}</p>
            <p class="hint">{t!(household.who_can)}</p>
            <Failed failure/>
            <Show
                when=move || consent_missing.get()
                fallback=move || {
                    view! {
                        <Button
                            kind=ButtonKind::Secondary
                            busy
                            busy_label=Signal::derive(|| Some(text!(household.looking)))
                            on_press=look
                        >
                            {t!(household.look)}
                        </Button>
                    }
                }
            >
                <Ask household/>
            </Show>
        </section>
    }
    .into_any()
}

#[component]
fn Ask(household: Answer<Household>) -> impl IntoView {
    let asking = Asking::new();
    let read = move || async move {
        client::consents::give(ConsentScope::Records).await?;
        client::household::look_up().await?;
        household.refetch();
        Ok(())
    };
    view! {
        <Terms
            asking
            refuse=t!(household.consent.refuse)
            missing=t!(household.consent.missing)
            otherwise=t!(household.consent.otherwise)
        />
        <Agree asking reading=read/>
    }
}
