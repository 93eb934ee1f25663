//! The consent to reading records: in its own words, never ticked beforehand. Refusing costs nothing but typing.

use std::future::Future;

use leptos::{prelude::*, task::spawn_local};

use super::{frame::Frame, steps::title};
use crate::{
    client::{ClientError, client_error_text},
    components::{
        MaybeText, Text,
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
    let asking = Asking::new();
    view! {
        <Frame
            title=title(wizard)
            heading=t!(apply.consent.heading)
            back
            wizard
            actions=move || {
                view! {
                    <Agree asking reading=move || wizard.read_records()/>
                    <Button kind=ButtonKind::Link on_press=move |()| spawn_local(wizard.fill_by_hand())>
                        {t!(apply.consent.by_hand)}
                    </Button>
                }
            }
        >
            <Terms
                asking
                refuse=t!(apply.consent.refuse)
                missing=t!(apply.consent.missing)
                otherwise=t!(apply.consent.otherwise)
            />
        </Frame>
    }
    .into_any()
}

/// How far the asking is.
#[derive(Clone, Copy)]
pub struct Asking {
    agreed: RwSignal<bool>,
    missing: RwSignal<bool>,
    busy: RwSignal<bool>,
    failed: RwSignal<Option<ClientError>>,
}

impl Asking {
    /// Nothing is ticked.
    pub fn new() -> Self {
        let failed = RwSignal::new(None);
        Self { agreed: RwSignal::new(false), missing: RwSignal::new(false), busy: RwSignal::new(false), failed }
    }

    fn read(self, reading: impl Future<Output = Result<(), ClientError>> + 'static) {
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            let result = reading.await;
            // The page is gone once the records are there, and may have been left before.
            let _ = self.busy.try_set(false);
            let _ = self.failed.try_set(result.err());
        });
    }
}

/// What is read, why and from whom, and the box to agree.
#[component]
pub fn Terms(
    /// How far the asking is.
    asking: Asking,
    /// What refusing means.
    #[prop(into)]
    refuse: Text,
    /// What is said where the box is not ticked.
    #[prop(into)]
    missing: Text,
    /// What can be done where the records can't be read.
    #[prop(into)]
    otherwise: Text,
) -> impl IntoView {
    let agreed = asking.agreed;
    let error: MaybeText = Signal::derive(move || (asking.missing.get() && !agreed.get()).then(|| missing.get()));
    let trouble = move || {
        let reason = client_error_text(&asking.failed.get()?);
        Some(view! {
            <Notice tone=Tone::Warn word=t!(apply.consent.failed) announce=Announce::AtOnce>
                <p>{reason} " " {otherwise}</p>
            </Notice>
        })
    };
    view! {
        {trouble}
        <SummaryList>
            <SummaryRow term=t!(apply.consent.what_label)>{t!(apply.consent.what)}</SummaryRow>
            <SummaryRow term=t!(apply.consent.why_label)>{t!(apply.consent.why)}</SummaryRow>
            <SummaryRow term=t!(apply.consent.whom_label)>{t!(apply.consent.whom)}</SummaryRow>
            <SummaryRow term=t!(apply.consent.long_label)>{t!(apply.consent.long)}</SummaryRow>
        </SummaryList>
        <p class="hint">{refuse}</p>
        <Checkbox id=TICK_ID checked=agreed on_change=move |ticked| agreed.set(ticked) error>
            {t!(apply.consent.tick)}
        </Checkbox>
    }
    .into_any()
}

/// The button that agrees and reads.
#[component]
pub fn Agree<F: Future<Output = Result<(), ClientError>> + 'static>(
    /// How far the asking is.
    asking: Asking,
    /// Gives the consent and reads.
    reading: impl Fn() -> F + Send + Sync + 'static,
) -> impl IntoView {
    let busy = asking.busy;
    let meanwhile = Signal::derive(move || busy.get().then(|| text!(apply.consent.reading)));
    let agree = move |()| {
        if asking.agreed.get_untracked() {
            asking.read(reading());
        } else {
            asking.missing.set(true);
            focus_by_id(TICK_ID);
        }
    };
    view! {
        <Button busy busy_label=meanwhile on_press=agree>
            {t!(apply.consent.agree)}
        </Button>
    }
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
