//! The controls to answer with, each in its question.

use leptos::prelude::*;
use rules::{
    draft::{MAX_ANSWER_CHARS, YES},
    field::{Field, Subject},
};

use super::{
    super::words::{label, said},
    Asked, error,
    find::{Find, Finder},
    mark, source,
};
use crate::{
    components::{
        MaybeText, Text,
        checkbox::Checkbox,
        choice::Choice,
        date_input::{DateInput, MaybeDay},
        field::Field as Question,
        identity_number_input::IdentityNumberInput,
        phone_input::PhoneInput,
        radio_cards::RadioCards,
        select::Select,
        text_input::{TextArea, TextInput},
    },
    locales::{t, text},
    wizard::{Wizard, subject_id},
};

/// The most characters an input takes; the draft takes as many, so nothing typed is ever refused.
pub(super) const MOST: u16 = MAX_ANSWER_CHARS as u16;

/// What a control shows, and what is to be done when it is written in or left.
pub(super) struct Bound {
    pub value: Memo<String>,
    pub on_input: Callback<String>,
    pub on_leave: Callback<()>,
}

/// Binds a control to the answer in the draft.
pub(super) fn bound(wizard: Wizard, field: Field) -> Bound {
    Bound {
        value: wizard.answer(field),
        on_input: Callback::new(move |text| wizard.answer_with(field, text)),
        on_leave: Callback::new(move |()| wizard.reveal_if_answered(Subject::Field(field))),
    }
}

/// The question around a control, with all that the application says about it.
#[component]
fn Framed(
    wizard: Wizard,
    field: Field,
    #[prop(optional, into)] hint: MaybeText,
    #[prop(default = Signal::stored(true), into)] required: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let subject = Subject::Field(field);
    view! {
        <Question
            id=subject_id(subject)
            label=label(subject)
            required=required.get_untracked()
            mark=mark(required)
            hint
            error=error(wizard, field)
            source=source(wizard, field)
        >
            {children()}
        </Question>
    }
    .into_any()
}

/// The same while the form asks the question.
#[component]
fn Answer(
    wizard: Wizard,
    field: Field,
    #[prop(optional, into)] hint: MaybeText,
    #[prop(default = Signal::stored(true), into)] required: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let control = StoredValue::new(children);
    view! {
        <Asked wizard field>
            <Framed wizard field hint required>{control.with_value(|control| control())}</Framed>
        </Asked>
    }
    .into_any()
}

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
    /// Which letters a phone's keyboard makes capitals by itself.
    #[prop(default = "sentences")]
    autocapitalize: &'static str,
    /// May not be left out.
    #[prop(default = Signal::stored(true), into)]
    required: Signal<bool>,
) -> impl IntoView {
    let Bound { value, on_input, on_leave } = bound(wizard, field);
    view! {
        <Answer wizard field hint required>
            <TextInput value on_input on_leave autocomplete autocapitalize max_length=MOST/>
        </Answer>
    }
}

/// An address in the city, of the applicant's own: one line that may be longer than the screen is wide, so it wraps, but
/// takes no line breaks.
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
    let Bound { value, on_input, on_leave } = bound(wizard, field);
    view! {
        <Answer wizard field hint>
            <TextArea
                value
                on_input=move |text: String| on_input.run(text.replace('\n', " "))
                on_leave
                rows=2
                max_length=MOST
                autocomplete="street-address"
            />
        </Answer>
    }
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
    let Bound { value, on_input, on_leave } = bound(wizard, field);
    view! {
        <Answer wizard field hint required>
            <TextArea value on_input on_leave max_length=MOST/>
        </Answer>
    }
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
    /// It is somebody else's, so the browser offers none of the applicant's.
    #[prop(optional)]
    of_another: bool,
) -> impl IntoView {
    let Bound { value, on_input, on_leave } = bound(wizard, field);
    let autocomplete = if of_another { "off" } else { "tel-national" };
    view! {
        <Answer wizard field hint>
            <PhoneInput value on_input on_leave autocomplete/>
        </Answer>
    }
}

/// Somebody else's identity number.
#[component]
pub fn IdentityNumberAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
) -> impl IntoView {
    let Bound { value, on_input, on_leave } = bound(wizard, field);
    view! {
        <Answer wizard field>
            <IdentityNumberInput value on_input on_leave/>
        </Answer>
    }
}

/// A day.
#[component]
pub fn DateAnswer(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: MaybeText,
    /// The last day that can be chosen.
    #[prop(optional, into)]
    max: MaybeDay,
) -> impl IntoView {
    let Bound { value, on_input, on_leave } = bound(wizard, field);
    view! {
        <Answer wizard field hint>
            <DateInput value on_input on_leave max/>
        </Answer>
    }
}

/// The box of a consent or a declaration, which only the applicant ticks. Stands in what is agreed to or declared.
#[component]
pub fn TickAnswer(
    /// The application.
    wizard: Wizard,
    /// Which consent or declaration.
    field: Field,
    /// What happens without it.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is ticked, in the first person.
    children: Children,
) -> impl IntoView {
    let answer = wizard.answer(field);
    view! {
        <Checkbox
            id=subject_id(Subject::Field(field))
            checked=Signal::derive(move || answer.with(|answer| answer == YES))
            on_change=move |ticked| wizard.answer_with(field, if ticked { YES } else { "" }.to_owned())
            required=true
            hint
            error=error(wizard, field)
        >
            {children()}
        </Checkbox>
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
    /// What finds an entry by its name, for whoever does not know the part.
    #[prop(optional)]
    finder: Option<Finder>,
) -> impl IntoView {
    let Bound { value, on_input, .. } = bound(wizard, field);
    // The part chosen before its entry is; afterwards the entry tells the part.
    let chosen = RwSignal::new(String::new());
    let part = Memo::new(move |_| value.with(|answer| part_of(answer)).unwrap_or_else(|| chosen.get()));
    let list = Signal::derive(move || part.with(|part| if part.is_empty() { Vec::new() } else { entries(part) }));
    let choose_part = move |part: String| {
        chosen.set(part);
        on_input.run(String::new());
    };
    let first = said(move || {
        if part.with(String::is_empty) { text!(apply.residence.district_first) } else { text!(apply.field.choose) }
    });
    let id = subject_id(Subject::Field(field));
    let (part_id, find_id) = (format!("{id}-part"), format!("{id}-find"));
    view! {
        <Asked wizard field>
            {finder.map(|finder| view! { <Find id=find_id.clone() value on_choose=on_input finder/> })}
            <Question id=part_id.clone() label=part_label required=true>
                <Select value=part choices=parts on_change=choose_part placeholder=said(t!(apply.field.choose))/>
            </Question>
            <Framed wizard field hint>
                <Select value choices=list on_change=on_input placeholder=first/>
            </Framed>
        </Asked>
    }
    .into_any()
}
