//! Having a record checked: what was asked and answered, and asking.

use leptos::{prelude::*, task::spawn_local};
use rules::{explain, field::Catalog};
use wire::record_check::{RecordCheck, WORDS};

use crate::{
    client::{self, ClientError},
    components::{
        MaybeText,
        button::{Button, ButtonKind},
        details::Details,
        field::Field,
        focus::focus_by_id,
        notice::Notice,
        text_input::TextArea,
        tone::Tone,
    },
    device::clock,
    locales::{locale, t, text},
    pages::load::Failed,
};

/// The requests about a record, and a new one where none is open.
#[component]
pub fn Check(
    /// Which record.
    catalog: Catalog,
    /// The requests about it, newest first.
    checks: Vec<RecordCheck>,
    /// Called once it is asked.
    #[prop(into)]
    on_asked: Callback<()>,
) -> impl IntoView {
    let is_open = checks.first().is_some_and(|check| check.answer.is_none());
    let asked = checks.into_iter().map(|check| view! { <Asked check/> }).collect_view();
    view! {
        {asked}
        {(!is_open)
            .then(|| {
                view! {
                    <Details summary=t!(records.check.wrong)>
                        <Ask catalog on_asked/>
                    </Details>
                }
            })}
    }
}

#[component]
fn Asked(check: RecordCheck) -> impl IntoView {
    let RecordCheck { words, asked_at, answer, .. } = check;
    let date = move || explain::date(clock::date_in_chengdu(asked_at), locale());
    let (tone, corrected) = match &answer {
        Some(answer) if answer.corrected => (Tone::Ok, Some(true)),
        Some(_) => (Tone::Info, Some(false)),
        None => (Tone::Info, None),
    };
    let word = move || match corrected {
        Some(true) => text!(records.check.corrected),
        Some(false) => text!(records.check.stands),
        None => text!(records.check.open),
    };
    view! {
        <Notice tone word=Signal::derive(word)>
            <p>{move || text!(records.check.asked, date = date())} " " <span translate="no">{words}</span></p>
            {match answer {
                Some(answer) => {
                    let on = move || text!(records.check.answered, date = explain::date(answer.on, locale()));
                    view! { <p>{on} " " <span translate="no">{answer.words}</span></p> }.into_any()
                }
                None => view! { <p class="hint">{t!(records.check.wait)}</p> }.into_any(),
            }}
        </Notice>
    }
    .into_any()
}

#[component]
fn Ask(catalog: Catalog, on_asked: Callback<()>) -> impl IntoView {
    let (words, tried, busy) = (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(false));
    let failure = RwSignal::new(None::<ClientError>);
    let id = format!("wrong-{catalog}");
    let is_short = move || words.with(|words| words.trim().chars().count() < *WORDS.start());
    let error: MaybeText = Signal::derive(move || {
        (tried.get() && is_short()).then(|| text!(records.check.too_short, least = *WORDS.start()))
    });
    let control = StoredValue::new(id.clone());
    let ask = move |()| {
        tried.set(true);
        if untrack(is_short) {
            control.with_value(|id| focus_by_id(id));
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let result = client::record_checks::ask(catalog, words.get_untracked()).await;
            // The page may have been left meanwhile.
            let _ = busy.try_set(false);
            match result {
                Ok(_) => on_asked.run(()),
                Err(error) => {
                    let _ = failure.try_set(Some(error));
                }
            }
        });
    };
    view! {
        <div class="stack" data-gap="tight">
            <Field id label=t!(records.check.what) required=true hint=Signal::derive(|| Some(text!(records.check.hint))) error>
                <TextArea value=words on_input=move |text| words.set(text) rows=3 max_length=MOST/>
            </Field>
            <Failed failure/>
            <Button
                kind=ButtonKind::Secondary
                busy
                busy_label=Signal::derive(|| Some(text!(records.check.sending)))
                on_press=ask
            >
                {t!(records.check.send)}
            </Button>
        </div>
    }
    .into_any()
}

/// The most characters, as the text area wants it.
#[allow(clippy::cast_possible_truncation, reason = "a few hundred")]
const MOST: u16 = *WORDS.end() as u16;
