//! One question of the form, bound to its answer in the draft: its label, where a prefilled answer comes from, what is
//! wrong with it, and in a correction what the officer wants and what was there before.

mod controls;
mod country;
mod divided;
mod find;

use leptos::prelude::*;
use rules::{
    draft::{Event, Provenance},
    explain,
    field::{Field, Subject},
};

pub use self::{
    controls::{
        AddressAnswer, CardsAnswer, DateAnswer, IdentityNumberAnswer, LineAnswer, PhoneAnswer, TextAnswer, TickAnswer,
        TwoStepAnswer,
    },
    country::CountryAddressAnswer,
    find::{Finder, Found},
};
use super::words::{explained, label, name_of, recorded, said, shown};
use crate::{
    components::{
        MaybeText,
        button::{Button, ButtonKind},
        field::Field as Question,
        focus::focus_by_id,
        notice::Notice,
        text_input::TextArea,
        tone::Tone,
    },
    locales::{locale, t, text},
    pages::one_by_one::InTurn,
    wizard::{Wizard, subject_id},
};

/// So many halves of a Chinese character fit into an input of a small phone.
const ONE_LINE: usize = 28;

/// How wide a text is, in halves of a Chinese character.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Shows the question while the form asks it, with what belongs around it. While a record answers it, the record's
/// answer is shown and not the children.
#[component]
pub fn Asked(
    /// The application.
    wizard: Wizard,
    /// Which question.
    field: Field,
    /// The control to answer it with.
    children: ChildrenFn,
) -> impl IntoView {
    let asks = wizard.asks(field);
    let locked = wizard.locked(field);
    let children = StoredValue::new(children);
    view! {
        <InTurn of=subject_id(Subject::Field(field))>
            <Show when=move || asks.get()>
                <div class="stack" data-gap="tight">
                    <Wanted wizard subject=Subject::Field(field)/>
                    {move || match locked.get() {
                        Some(_) => view! { <Locked wizard field/> }.into_any(),
                        None => children.with_value(|control| control()),
                    }}
                    {move || recorded(wizard, field).map(|value| view! {
                        <p class="hint" translate="no">{text!(apply.field.recorded, value = value)}</p>
                    })}
                </div>
            </Show>
        </InTurn>
    }
    .into_any()
}

/// What the officer wants of a subject, and what was there before.
#[component]
pub fn Wanted(
    /// The application.
    wizard: Wizard,
    /// Of what.
    subject: Subject,
) -> impl IntoView {
    wizard.correcting().map(|correcting| {
        let words = correcting.correction.items.iter().find(|item| item.subject == subject).map(|it| it.words.clone());
        let named = words.is_some();
        let before = move || match subject {
            Subject::Field(field) if named || wizard.is_changed(subject) => {
                let old = shown(&correcting.before, field);
                Some(if old.is_empty() {
                    text!(apply.correct.before_none)
                } else {
                    text!(apply.correct.before, value = old)
                })
            }
            _ => None,
        };
        match words {
            Some(words) => view! {
                <Notice tone=Tone::Warn word=t!(apply.correct.officer) title=said(move || name_of(subject))>
                    <p translate="no">{words}</p>
                    {move || before().map(|before| view! { <p class="hint" translate="no">{before}</p> })}
                </Notice>
            }
            .into_any(),
            None => view! {
                <p class="hint">{t!(apply.correct.depends)}</p>
                {move || before().map(|before| view! { <p class="hint" translate="no">{before}</p> })}
            }
            .into_any(),
        }
    })
}

/// A record's answer, read-only, with its source and the way to say that it is wrong.
#[component]
fn Locked(wizard: Wizard, field: Field) -> impl IntoView {
    let value = Memo::new(move |_| wizard.with_draft(|draft| shown(draft, field)));
    let id = subject_id(Subject::Field(field));
    let control = id.clone();
    let dispute = move || {
        // A field that is not prefilled has no such link, so this is never refused.
        let _ = wizard.dispatch(Event::Dispute(field));
        let control = control.clone();
        request_animation_frame(move || focus_by_id(&control));
    };
    let words = move || {
        if matches!(field, Field::Phone | Field::AgentPhone) {
            text!(apply.field.change_phone)
        } else {
            text!(apply.field.dispute)
        }
    };
    view! {
        <Question
            id
            label=label(Subject::Field(field))
            source=source(wizard, field)
            dispute=move || {
                (!is_agents(field))
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Link on_press=move |()| dispute()>
                                {words}
                            </Button>
                        }
                    })
            }
        >
            // A line that does not fit can't be checked. Where the browser knows how, the area is as high as its words.
            {move || {
                let rows = if value.with(|value| width(value) > ONE_LINE) { 2 } else { 1 };
                view! { <TextArea value on_input=|_| () readonly=true rows/> }
            }}
        </Question>
    }
    .into_any()
}

/// Whether only a sign-in answers it in the applicant's place: who acts for a child is whoever signed in, and nobody else.
const fn is_agents(field: Field) -> bool {
    matches!(
        field,
        Field::AppliedBy | Field::AgentName | Field::AgentIdentityNumber | Field::AgentRelation | Field::AgentReason
    )
}

/// Where an answer comes from, in words, as long as one comes from a record.
fn source(wizard: Wizard, field: Field) -> MaybeText {
    let provenance = wizard.provenance(field);
    Signal::derive(move || {
        let Provenance { catalog, disputed } = provenance.get()?;
        if disputed {
            // The number is the applicant's to choose; no record is wrong by it.
            return (!matches!(field, Field::Phone | Field::AgentPhone)).then(|| text!(apply.field.source_disputed));
        }
        if is_agents(field) {
            return Some(text!(apply.field.source_agent));
        }
        if field == Field::AgentPhone {
            return Some(text!(apply.field.source_sign_in));
        }
        let origin = wizard.with_records(|records| {
            records.origin(catalog).map(|(source, as_of)| (source.to_owned(), explain::date(as_of, locale())))
        });
        Some(match origin {
            Some((source, date)) => text!(apply.field.source, source = source, date = date),
            None => text!(apply.field.source_undated, source = name_of(Subject::Record(catalog))),
        })
    })
}

/// What is wrong with the answer, or for want of that what a person will look at.
fn error(wizard: Wizard, field: Field) -> MaybeText {
    explained(wizard.error(Subject::Field(field)))
}

/// The word "optional" where an answer may be left out.
fn mark(required: Signal<bool>) -> MaybeText {
    Signal::derive(move || (!required.get()).then(|| text!(apply.field.optional)))
}
