//! `/verify`: whether a receipt that one was shown is genuine. Open to all.

use leptos::{prelude::*, task::spawn_local};
use leptos_router::{LazyRoute, lazy_route};
use rules::{case_number::CaseNumber, explain, verification_code::VerificationCode};
use wire::{ErrorCode, receipt::VerifiedReceipt};

use super::{
    applications::service_words,
    frame::{Frame, to_home},
};
use crate::{
    client::{self, ClientError, client_error_text},
    components::{
        MaybeText,
        button::Button,
        field::Field,
        focus::focus_by_id,
        notice::{Announce, Notice},
        summary_list::{SummaryList, SummaryRow},
        text_input::TextInput,
        tone::Tone,
    },
    locales::{locale, t, text},
};

const FORM_ID: &str = "verify";
const NUMBER_ID: &str = "number";
const CODE_ID: &str = "code";

/// The page that verifies receipts.
pub struct VerifyPage;

#[lazy_route]
impl LazyRoute for VerifyPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Verify/> }.into_any()
    }
}

/// What is typed, and what came of it.
#[derive(Clone, Copy)]
struct Asking {
    number: RwSignal<String>,
    code: RwSignal<String>,
    /// What is wrong is said once somebody wants an answer.
    asked: RwSignal<bool>,
    busy: RwSignal<bool>,
    answer: RwSignal<Option<Result<VerifiedReceipt, ClientError>>>,
}

impl Asking {
    fn new() -> Self {
        Self {
            number: RwSignal::new(String::new()),
            code: RwSignal::new(String::new()),
            asked: RwSignal::new(false),
            busy: RwSignal::new(false),
            answer: RwSignal::new(None),
        }
    }

    /// Takes what is typed; an answer to something else is no answer any more.
    fn typed(self, into: RwSignal<String>) -> impl Fn(String) + Copy {
        move |text| {
            into.set(text);
            self.answer.set(None);
        }
    }

    fn number_is_wrong(self) -> bool {
        self.number.with(|number| CaseNumber::typed(number).is_err())
    }

    fn code_is_wrong(self) -> bool {
        self.code.with(|code| code.parse::<VerificationCode>().is_err())
    }

    /// Asks, unless it can be seen here already that something is mistyped.
    fn ask(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.asked.set(true);
        self.answer.set(None);
        if untrack(|| self.number_is_wrong()) {
            return focus_by_id(NUMBER_ID);
        }
        if untrack(|| self.code_is_wrong()) {
            return focus_by_id(CODE_ID);
        }
        self.busy.set(true);
        let (number, code) = (self.number.get_untracked(), self.code.get_untracked());
        spawn_local(async move {
            let answer = client::receipts::verify(number, code).await;
            // The page may have been left meanwhile.
            let _ = self.busy.try_set(false);
            let _ = self.answer.try_set(Some(answer));
        });
    }
}

#[component]
fn Verify() -> impl IntoView {
    let asking = Asking::new();
    let ask = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        asking.ask();
    };
    let number_error: MaybeText =
        Signal::derive(move || (asking.asked.get() && asking.number_is_wrong()).then(|| text!(verify.number_wrong)));
    let code_error: MaybeText =
        Signal::derive(move || (asking.asked.get() && asking.code_is_wrong()).then(|| text!(verify.code_wrong)));
    view! {
        <Frame
            title=t!(verify.title)
            heading=t!(verify.heading)
            back=to_home()
            actions=move || {
                view! {
                    <Button
                        submit=true
                        form=FORM_ID
                        busy=asking.busy
                        busy_label=Signal::derive(|| Some(text!(verify.busy)))
                    >
                        {t!(verify.start)}
                    </Button>
                }
            }
        >
            <p class="lead">{t!(verify.words)}</p>
            <form id=FORM_ID class="stack" data-gap="wide" novalidate on:submit=ask>
                <Field
                    id=NUMBER_ID
                    label=t!(applications.number)
                    required=true
                    hint=Signal::derive(|| Some(text!(verify.number_hint)))
                    error=number_error
                >
                    <TextInput value=asking.number on_input=asking.typed(asking.number)/>
                </Field>
                <Field
                    id=CODE_ID
                    label=t!(applications.receipt.code)
                    required=true
                    hint=Signal::derive(|| Some(text!(verify.code_hint)))
                    error=code_error
                >
                    <TextInput value=asking.code on_input=asking.typed(asking.code) width="medium"/>
                </Field>
            </form>
            {move || asking.answer.get().map(|answer| view! { <Answer answer/> })}
            <p class="hint">{t!(verify.scope)}</p>
        </Frame>
    }
}

#[component]
fn Answer(answer: Result<VerifiedReceipt, ClientError>) -> AnyView {
    match answer {
        Ok(receipt) => view! { <Genuine receipt/> }.into_any(),
        Err(error) if error.code() == Some(ErrorCode::NotFound) => view! {
            <Notice tone=Tone::Warn word=t!(verify.none) announce=Announce::AtOnce>
                <p>{t!(verify.none_words)}</p>
            </Notice>
        }
        .into_any(),
        Err(error) => view! {
            <Notice tone=Tone::Warn word=t!(common.word.trouble) announce=Announce::AtOnce>
                <p>{move || client_error_text(&error)}</p>
            </Notice>
        }
        .into_any(),
    }
}

/// What stands on the receipt, to be compared with it.
#[component]
fn Genuine(receipt: VerifiedReceipt) -> impl IntoView {
    let VerifiedReceipt { number, service, applicant_masked, station_name, submitted_on, under_way } = receipt;
    let progress = move || if under_way { text!(verify.under_way) } else { text!(verify.ended) };
    view! {
        <Notice tone=Tone::Ok word=t!(verify.genuine) announce=Announce::Politely>
            <SummaryList>
                <SummaryRow term=t!(applications.number)>{number}</SummaryRow>
                <SummaryRow term=t!(applications.receipt.service)>{move || service_words(service)}</SummaryRow>
                <SummaryRow term=t!(verify.applicant)>
                    <span translate="no">{applicant_masked}</span>
                </SummaryRow>
                <SummaryRow term=t!(applications.receipt.station)>{station_name}</SummaryRow>
                <SummaryRow term=t!(verify.submitted_on)>{move || explain::date(submitted_on, locale())}</SummaryRow>
                <SummaryRow term=t!(verify.progress)>{progress}</SummaryRow>
            </SummaryList>
        </Notice>
    }
}
