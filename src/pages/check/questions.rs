//! The questions of the self-check, as far as the answers so far ask them.

use jiff::civil::Date;
use leptos::prelude::*;
use rules::{
    calendar::Month,
    explain,
    service::{AddressKind, EmploymentProof, Ground},
};

use super::answers::{NO, Question, Said, Wrong, YES};
use crate::{
    components::{
        MaybeText, Text, choice::Choice, date_input::DateInput, field::Field, radio_cards::RadioCards, select::Select,
    },
    locales::{locale, t, text},
    pages::apply::words::{term_label, terms},
};

/// How many months back the payment of insurance can be said to have begun: three years, more never changes an answer.
const MONTHS_FROM: i32 = 36;
/// How many months back the last payment can lie.
const MONTHS_TO: i32 = 12;

type AllWrong = Memo<Vec<(Question, Wrong)>>;

/// All of them, one below the other.
#[component]
pub fn Questions(
    /// The answers.
    said: RwSignal<Said>,
    /// The date of the check.
    today: Date,
    /// What can't be used, once an answer was asked for.
    wrong: AllWrong,
) -> impl IntoView {
    let answer = move |question| Signal::derive(move || said.with(|said| said.get(question).to_owned()));
    let set = move |question| Callback::new(move |value| said.update(|said| said.set(question, value)));
    let asked = move |question| Memo::new(move |_| said.with(|said| said.asks(question)));
    let cards = move |question: Question, label: Text, hint: MaybeText, choices: fn() -> Vec<Choice>| {
        view! {
            <RadioCards
                id=question.id()
                label
                hint
                value=answer(question)
                choices=Signal::derive(choices)
                on_change=set(question)
                required=true
                error=error(wrong, question)
            />
        }
    };
    let shown = move |question, view: Box<dyn Fn() -> AnyView + Send + Sync>| {
        let asked = asked(question);
        move || asked.get().then(&view)
    };
    let month = move |question: Question, label: Text, hint: MaybeText, back: i32| {
        view! {
            <Field id=question.id() label hint required=true error=error(wrong, question)>
                <Select
                    value=answer(question)
                    choices=Signal::derive(move || months(today, back))
                    on_change=set(question)
                    placeholder=Signal::derive(|| Some(text!(check.choose)))
                />
            </Field>
        }
    };
    view! {
        {cards(Question::Registered, words(t!(check.registered.label)), some(t!(check.registered.hint)), registered)}
        {shown(
            Question::RegisteredOn,
            Box::new(move || {
                view! {
                    <Field
                        id=Question::RegisteredOn.id()
                        label=t!(check.registered_on.label)
                        hint=some(t!(check.registered_on.hint))
                        required=true
                        error=error(wrong, Question::RegisteredOn)
                    >
                        <DateInput
                            value=answer(Question::RegisteredOn)
                            on_input=set(Question::RegisteredOn)
                            max=Signal::stored(Some(today.to_string()))
                        />
                    </Field>
                }
                .into_any()
            }),
        )}
        {cards(Question::Ground, words(t!(check.ground.label)), some(t!(check.ground.hint)), grounds)}
        {shown(
            Question::Insured,
            Box::new(move || cards(Question::Insured, words(t!(check.insured.label)), some(t!(check.insured.hint)), insured).into_any()),
        )}
        {shown(
            Question::InsuredFrom,
            Box::new(move || {
                let label = words(t!(check.insured_from.label));
                month(Question::InsuredFrom, label, some(t!(check.insured_from.hint)), MONTHS_FROM).into_any()
            }),
        )}
        {shown(
            Question::InsuredTo,
            Box::new(move || {
                let label = words(t!(check.insured_to.label));
                month(Question::InsuredTo, label, some(t!(check.insured_to.hint)), MONTHS_TO).into_any()
            }),
        )}
        {shown(
            Question::Proof,
            Box::new(move || cards(Question::Proof, words(t!(check.proof.label)), some(t!(check.proof.hint)), proofs).into_any()),
        )}
        {shown(
            Question::Address,
            Box::new(move || cards(Question::Address, words(t!(check.address.label)), some(t!(check.address.hint)), dwellings).into_any()),
        )}
    }
}

/// What is wrong with an answer, and what to do.
pub fn wrong_words(question: Question, wrong: Wrong) -> String {
    match (question, wrong) {
        (_, Wrong::NotAPastDay) => text!(check.wrong.not_a_past_day),
        (_, Wrong::BeforeTheFirst) => text!(check.wrong.before_the_first),
        (Question::RegisteredOn, _) => text!(check.wrong.registered_on),
        (Question::Registered, _) => text!(check.wrong.registered),
        (Question::Ground, _) => text!(check.wrong.ground),
        (Question::Insured, _) => text!(check.wrong.insured),
        (Question::InsuredFrom | Question::InsuredTo, _) => text!(check.wrong.month),
        (Question::Proof, _) => text!(check.wrong.proof),
        (Question::Address, _) => text!(check.wrong.address),
    }
}

fn words(text: impl Fn() -> String + Send + Sync + 'static) -> Text {
    Signal::derive(text)
}

fn some(text: impl Fn() -> String + Send + Sync + 'static) -> MaybeText {
    Signal::derive(move || Some(text()))
}

fn error(wrong: AllWrong, question: Question) -> MaybeText {
    Signal::derive(move || {
        wrong.with(|wrong| wrong.iter().find(|(at, _)| *at == question).map(|(at, wrong)| wrong_words(*at, *wrong)))
    })
}

fn registered() -> Vec<Choice> {
    vec![Choice::new(YES, t!(check.registered.yes)), Choice::new(NO, t!(check.registered.no))]
}

fn insured() -> Vec<Choice> {
    vec![Choice::new(YES, t!(check.insured.yes)), Choice::new(NO, t!(check.insured.no))]
}

fn grounds() -> Vec<Choice> {
    let detail = |ground| match ground {
        Ground::Employment => text!(check.ground.employment),
        Ground::Dwelling => text!(check.ground.dwelling),
        Ground::Schooling => text!(check.ground.schooling),
        Ground::Talent => text!(check.ground.talent),
        Ground::Relative => text!(check.ground.relative),
    };
    let choice = |ground: &Ground| {
        let ground = *ground;
        Choice::new(ground.id(), term_label(ground)).detail(move || detail(ground))
    };
    Ground::ALL.iter().map(choice).collect()
}

fn proofs() -> Vec<Choice> {
    terms(EmploymentProof::ALL, EmploymentProof::id)
}

fn dwellings() -> Vec<Choice> {
    terms(AddressKind::ALL, AddressKind::id)
}

/// The month of the date and those before it, newest first; the oldest stands for everything earlier, too.
fn months(today: Date, back: i32) -> Vec<Choice> {
    let month = |ago: i32| {
        let month = Month::of(today).plus(-ago);
        let label = move || {
            let month = explain::month(month, locale());
            if ago == back { text!(check.or_earlier, month = month) } else { month }
        };
        Choice::new(month.to_string(), label)
    };
    (0..=back).map(month).collect()
}
