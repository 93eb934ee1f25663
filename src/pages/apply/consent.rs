//! The consent to reading records: a page of its own, in its own words, never ticked beforehand. Refusing costs nothing
//! but typing.

use leptos::{prelude::*, task::spawn_local};

use super::{frame::Frame, steps::title};
use crate::{
    client::{ClientError, client_error_text},
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        focus::focus_by_id,
        notice::{Announce, Notice},
        page::PageLink,
        summary_list::{SummaryList, SummaryRow},
        tone::Tone,
    },
    locales::{t, text},
    wizard::Wizard,
};

const TICK_ID: &str = "records-consent";

/// Asks whether the records may be read. Either answer is kept, and the page that asked goes on by it.
#[component]
pub fn Consent(
    /// The application.
    wizard: Wizard,
    /// The way back.
    back: PageLink,
) -> impl IntoView {
    let agreed = RwSignal::new(false);
    let missing = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ClientError>);
    let error = Signal::derive(move || (missing.get() && !agreed.get()).then(|| text!(apply.consent.missing)));
    let meanwhile = Signal::derive(move || busy.get().then(|| text!(apply.consent.reading)));
    let read = move |()| {
        if !agreed.get_untracked() {
            missing.set(true);
            focus_by_id(TICK_ID);
            return;
        }
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let result = wizard.read_records().await;
            // The page is gone once the records are there, and may have been left before.
            let _ = busy.try_set(false);
            let _ = failed.try_set(result.err());
        });
    };
    view! {
        <Frame
            title=title(wizard)
            heading=t!(apply.consent.heading)
            back
            wizard
            actions=move || {
                view! {
                    <Button busy busy_label=meanwhile on_press=read>
                        {t!(apply.consent.agree)}
                    </Button>
                    <Button kind=ButtonKind::Link on_press=move |()| spawn_local(wizard.fill_by_hand())>
                        {t!(apply.consent.by_hand)}
                    </Button>
                }
            }
        >
            {move || failed.get().map(|error| view! { <NotRead error/> })}
            <SummaryList>
                <SummaryRow term=t!(apply.consent.what_label)>{t!(apply.consent.what)}</SummaryRow>
                <SummaryRow term=t!(apply.consent.why_label)>{t!(apply.consent.why)}</SummaryRow>
                <SummaryRow term=t!(apply.consent.whom_label)>{t!(apply.consent.whom)}</SummaryRow>
                <SummaryRow term=t!(apply.consent.long_label)>{t!(apply.consent.long)}</SummaryRow>
            </SummaryList>
            <p class="hint">{t!(apply.consent.refuse)}</p>
            <Checkbox id=TICK_ID checked=agreed on_change=move |ticked| agreed.set(ticked) error>
                {t!(apply.consent.tick)}
            </Checkbox>
        </Frame>
    }
    .into_any()
}

#[component]
fn NotRead(error: ClientError) -> impl IntoView {
    let words = move || text!(apply.consent.failed_words, reason = client_error_text(&error));
    view! {
        <Notice tone=Tone::Warn word=t!(apply.consent.failed) announce=Announce::AtOnce>
            <p>{words}</p>
        </Notice>
    }
    .into_any()
}

/// Says that everything is filled in by hand, and lets the applicant think again.
#[component]
pub fn ByHand(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    view! {
        <Notice tone=Tone::Info word=t!(apply.consent.by_hand_word)>
            <p>{t!(apply.consent.by_hand_words)}</p>
            <Button kind=ButtonKind::Link on_press=move |()| spawn_local(wizard.ask_for_records_again())>
                {t!(apply.consent.after_all)}
            </Button>
        </Notice>
    }
    .into_any()
}
