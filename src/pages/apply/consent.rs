//! The consent to reading records: asked once, in its own words, never ticked beforehand. Refusing costs nothing but
//! typing.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{ClientError, client_error_text},
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
        focus::focus_by_id,
        notice::{Announce, Notice},
        tone::Tone,
    },
    locales::{t, text},
    wizard::Wizard,
};

const TICK_ID: &str = "records-consent";

/// Asks for the records while nothing is known of them, and says what was chosen after that.
#[component]
pub fn Consent(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let known = Memo::new(move |_| wizard.records().with(Option::is_some));
    let by_hand = wizard.by_hand();
    let reopened = RwSignal::new(false);
    move || match (known.get(), by_hand.get() && !reopened.get()) {
        (true, _) => ().into_any(),
        (false, true) => view! {
            <Notice tone=Tone::Info word=t!(apply.consent.by_hand_word)>
                <p>{t!(apply.consent.by_hand_words)}</p>
                <Button kind=ButtonKind::Link on_press=move |()| reopened.set(true)>
                    {t!(apply.consent.after_all)}
                </Button>
            </Notice>
        }
        .into_any(),
        (false, false) => view! { <Ask wizard on_refuse=move |()| reopened.set(false)/> }.into_any(),
    }
}

#[component]
fn Ask(wizard: Wizard, #[prop(into)] on_refuse: Callback<()>) -> impl IntoView {
    let agreed = RwSignal::new(false);
    let missing = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ClientError>);
    let error = Signal::derive(move || (missing.get() && !agreed.get()).then(|| text!(apply.consent.missing)));
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
            // The page may have been left meanwhile.
            let _ = busy.try_set(false);
            let _ = failed.try_set(result.err());
        });
    };
    let refuse = move |()| {
        wizard.fill_by_hand();
        on_refuse.run(());
    };
    view! {
        <section class="card stack" aria-labelledby="consent-heading">
            <h2 id="consent-heading">{t!(apply.consent.heading)}</h2>
            <dl class="stack" data-gap="tight">
                <dt><strong>{t!(apply.consent.what_label)}</strong></dt>
                <dd>{t!(apply.consent.what)}</dd>
                <dt><strong>{t!(apply.consent.why_label)}</strong></dt>
                <dd>{t!(apply.consent.why)}</dd>
                <dt><strong>{t!(apply.consent.whom_label)}</strong></dt>
                <dd>{t!(apply.consent.whom)}</dd>
                <dt><strong>{t!(apply.consent.long_label)}</strong></dt>
                <dd>{t!(apply.consent.long)}</dd>
            </dl>
            <p class="hint">{t!(apply.consent.refuse)}</p>
            <Checkbox id=TICK_ID checked=agreed on_change=move |ticked| agreed.set(ticked) error>
                {t!(apply.consent.tick)}
            </Checkbox>
            {move || {
                failed
                    .get()
                    .map(|error| {
                        let words = move || text!(apply.consent.failed_words, reason = client_error_text(&error));
                        view! {
                            <Notice tone=Tone::Warn word=t!(apply.consent.failed) announce=Announce::AtOnce>
                                <p>{words}</p>
                            </Notice>
                        }
                    })
            }}
            <Button busy busy_label=Signal::derive(move || busy.get().then(|| text!(apply.consent.reading))) on_press=read>
                {t!(apply.consent.agree)}
            </Button>
            <Button kind=ButtonKind::Secondary on_press=refuse>
                {t!(apply.consent.by_hand)}
            </Button>
        </section>
    }
}
