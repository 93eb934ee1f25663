//! The controls to answer with, each in its question.

use leptos::prelude::*;
use rules::{
    draft::MAX_ANSWER_CHARS,
    field::{Field, Subject},
};

use super::{
    super::words::{label, said},
    Asked, error, mark, source,
};
use crate::{
    components::{
        MaybeText, Text,
        choice::Choice,
        field::Field as Question,
        phone_input::PhoneInput,
        radio_cards::RadioCards,
        select::Select,
        text_input::{TextArea, TextInput},
    },
    locales::{t, text},
    wizard::{Wizard, subject_id},
};

/// The most characters an input takes; the draft takes as many, so nothing typed is ever refused.
const MOST: u16 = MAX_ANSWER_CHARS as u16;

/// A question answered in one line.
#[component]
pub fn LineAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// What to write.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What browsers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// May not be left out.
    #[prop(default = Signal::stored(true), into)]
    required: Signal<bool>,
) -> impl IntoView {
    let subject = Subject::Field(field);
    let answer = wizard.answer(field);
    view! {
        <Asked wizard field>
            <Question
                id=subject_id(subject)
                label=label(subject)
                required=required.get_untracked()
                mark=mark(required)
                hint
                error=error(wizard, field)
                source=source(wizard, field)
            >
                <TextInput
                    value=answer
                    on_input=move |text| wizard.answer_with(field, text)
                    on_leave=move |()| wizard.reveal_if_answered(subject)
                    autocomplete
                    max_length=MOST
                />
            </Question>
        </Asked>
    }
    .into_any()
}

/// An address: one line that may be longer than the screen is wide, so it wraps, but takes no line breaks.
#[component]
pub fn AddressAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// What to write.
    #[prop(optional, into)]
    hint: MaybeText,
) -> impl IntoView {
    let subject = Subject::Field(field);
    let answer = wizard.answer(field);
    view! {
        <Asked wizard field>
            <Question
                id=subject_id(subject)
                label=label(subject)
                required=true
                hint
                error=error(wizard, field)
                source=source(wizard, field)
            >
                <TextArea
                    value=answer
                    on_input=move |text: String| wizard.answer_with(field, text.replace('\n', " "))
                    on_leave=move |()| wizard.reveal_if_answered(subject)
                    rows=2
                    max_length=MOST
                />
            </Question>
        </Asked>
    }
    .into_any()
}

/// A question answered in several lines.
#[component]
pub fn TextAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// What to write.
    #[prop(optional, into)]
    hint: MaybeText,
    /// May not be left out.
    #[prop(into)]
    required: Signal<bool>,
) -> impl IntoView {
    let subject = Subject::Field(field);
    let answer = wizard.answer(field);
    view! {
        <Asked wizard field>
            <Question
                id=subject_id(subject)
                label=label(subject)
                required=required.get_untracked()
                mark=mark(required)
                hint
                error=error(wizard, field)
            >
                <TextArea
                    value=answer
                    on_input=move |text| wizard.answer_with(field, text)
                    on_leave=move |()| wizard.reveal_if_answered(subject)
                    max_length=MOST
                />
            </Question>
        </Asked>
    }
    .into_any()
}

/// A mobile number.
#[component]
pub fn PhoneAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// What it is for.
    #[prop(optional, into)]
    hint: MaybeText,
) -> impl IntoView {
    let subject = Subject::Field(field);
    let answer = wizard.answer(field);
    view! {
        <Asked wizard field>
            <Question
                id=subject_id(subject)
                label=label(subject)
                required=true
                hint
                error=error(wizard, field)
                source=source(wizard, field)
            >
                <PhoneInput
                    value=answer
                    on_input=move |text| wizard.answer_with(field, text)
                    on_leave=move |()| wizard.reveal_if_answered(subject)
                />
            </Question>
        </Asked>
    }
    .into_any()
}

/// A question answered by one of a few cards.
#[component]
pub fn CardsAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: MaybeText,
    /// Called with the choice after it is taken.
    #[prop(default = Callback::new(|_| ()), into)]
    on_choice: Callback<String>,
    /// May not be left out.
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let subject = Subject::Field(field);
    let answer = wizard.answer(field);
    let choose = move |choice: String| {
        wizard.answer_with(field, choice.clone());
        on_choice.run(choice);
    };
    view! {
        <Asked wizard field>
            <RadioCards
                id=subject_id(subject)
                label=label(subject)
                value=answer
                choices
                on_change=choose
                required
                mark=mark(Signal::stored(required))
                hint
                error=error(wizard, field)
                source=source(wizard, field)
            />
        </Asked>
    }
    .into_any()
}

/// A question answered from a long list that is taken in two steps: its part first, then the entry.
#[component]
pub fn TwoStepAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// What the part is called.
    part_label: Text,
    /// The parts.
    #[prop(into)]
    parts: Signal<Vec<Choice>>,
    /// The part that an entry belongs to.
    part_of: fn(&str) -> Option<String>,
    /// The entries of a part.
    entries: fn(&str) -> Vec<Choice>,
    /// What helps to choose.
    #[prop(optional, into)]
    hint: MaybeText,
) -> impl IntoView {
    let subject = Subject::Field(field);
    let answer = wizard.answer(field);
    // The part chosen before its entry is; afterwards the entry tells the part.
    let chosen = RwSignal::new(String::new());
    let part = Memo::new(move |_| answer.with(|answer| part_of(answer)).unwrap_or_else(|| chosen.get()));
    let list = Signal::derive(move || part.with(|part| if part.is_empty() { Vec::new() } else { entries(part) }));
    let choose_part = move |part: String| {
        chosen.set(part);
        wizard.answer_with(field, String::new());
    };
    let first = said(move || {
        if part.with(String::is_empty) { text!(apply.residence.district_first) } else { text!(apply.field.choose) }
    });
    let id = subject_id(subject);
    view! {
        <Asked wizard field>
            <Question id=format!("{id}-part") label=part_label required=true>
                <Select value=part choices=parts on_change=choose_part placeholder=said(t!(apply.field.choose))/>
            </Question>
            <Question
                id=id.clone()
                label=label(subject)
                required=true
                hint
                error=error(wizard, field)
                source=source(wizard, field)
            >
                <Select
                    value=answer
                    choices=list
                    on_change=move |entry| wizard.answer_with(field, entry)
                    placeholder=first
                />
            </Question>
        </Asked>
    }
    .into_any()
}
