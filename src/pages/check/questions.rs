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
    pages::{
        apply::words::{term_label, terms},
        one_by_one::InTurn,
    },
};

/// How many months back the payment of insurance can be said to have begun: three years, more never changes an answer.
const MONTHS_FROM: i32 = 36;
/// How many months back the last payment can lie.
const MONTHS_TO: i32 = 12;

type AllWrong = Memo<Vec<(Question, Wrong)>>;

/// All of them, one below the other, or the one whose turn it is.
#[component]
pub fn Questions(
    /// The answers.
    said: RwSignal<Said>,
    /// The date of the check.
    today: Date,
    /// What can't be used, once an answer was asked for.
    wrong: AllWrong,
) -> impl IntoView {
    Question::ALL.map(|question| {
        let asked = Memo::new(move |_| said.with(|said| said.asks(question)));
        view! {
            <InTurn of=question.id()>
                {move || asked.get().then(|| view! { <Ask question said today wrong/> })}
            </InTurn>
        }
    })
}

/// One of them with its control.
#[component]
fn Ask(question: Question, said: RwSignal<Said>, today: Date, wrong: AllWrong) -> impl IntoView {
    let id = question.id();
    let words: Text = Signal::derive(move || label(question));
    let hint: MaybeText = Signal::derive(move || Some(hint(question)));
    let error = error(wrong, question);
    let value: Signal<String> = Signal::derive(move || said.with(|said| said.get(question).to_owned()));
    let set = Callback::new(move |value| said.update(|said| said.set(question, value)));
    let cards = move |choices: fn() -> Vec<Choice>| {
        let choices = Signal::derive(choices);
        view! { <RadioCards id label=words hint value choices on_change=set required=true error/> }.into_any()
    };
    let month = move |back: i32| {
        let choices = Signal::derive(move || months(today, back));
        let placeholder = Signal::derive(|| Some(text!(check.choose)));
        view! {
            <Field id label=words hint required=true error>
                <Select value choices on_change=set placeholder/>
            </Field>
        }
        .into_any()
    };
    match question {
        Question::Registered => cards(registered),
        Question::RegisteredOn => {
            let max = Signal::stored(Some(today.to_string()));
            view! {
                <Field id label=words hint required=true error>
                    <DateInput value on_input=set max/>
                </Field>
            }
            .into_any()
        }
        Question::Ground => cards(grounds),
        Question::Insured => cards(insured),
        Question::InsuredFrom => month(MONTHS_FROM),
        Question::InsuredTo => month(MONTHS_TO),
        Question::Proof => cards(proofs),
        Question::Address => cards(dwellings),
    }
}

/// A question in words.
pub fn label(question: Question) -> String {
    match question {
        Question::Registered => text!(check.registered.label),
        Question::RegisteredOn => text!(check.registered_on.label),
        Question::Ground => text!(check.ground.label),
        Question::Insured => text!(check.insured.label),
        Question::InsuredFrom => text!(check.insured_from.label),
        Question::InsuredTo => text!(check.insured_to.label),
        Question::Proof => text!(check.proof.label),
        Question::Address => text!(check.address.label),
    }
}

fn hint(question: Question) -> String {
    match question {
        Question::Registered => text!(check.registered.hint),
        Question::RegisteredOn => text!(check.registered_on.hint),
        Question::Ground => text!(check.ground.hint),
        Question::Insured => text!(check.insured.hint),
        Question::InsuredFrom => text!(check.insured_from.hint),
        Question::InsuredTo => text!(check.insured_to.hint),
        Question::Proof => text!(check.proof.hint),
        Question::Address => text!(check.address.hint),
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
