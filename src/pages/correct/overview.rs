//! What the station wants, all of it at once (居住证暂行条例 Art. 9), and by when.

use leptos::prelude::*;
use rules::{explain, field::Subject, steps::step_of};
use wire::application::CorrectionItem;

use crate::{
    components::{
        button::ButtonLink,
        page::PageLink,
        task_list::{StepState, Task, TaskList},
    },
    locales::{locale, t, text},
    pages::apply::{
        frame::Frame,
        words::{label, said},
    },
    wizard::{Target, Wizard},
};

/// The overview of a correction.
#[component]
pub fn Overview(
    /// The correction.
    wizard: Wizard,
    /// The way back.
    back: PageLink,
) -> impl IntoView {
    let correction = wizard.correcting().map(|it| it.correction);
    let answer_by = correction.as_ref().map(|it| it.answer_by);
    let items = StoredValue::new(correction.map(|it| it.items).unwrap_or_default());
    let tasks = Signal::derive(move || {
        items.with_value(|items| items.iter().map(|item| task(wizard, item)).collect::<Vec<_>>())
    });
    view! {
        <Frame
            title=t!(apply.correct.title)
            heading=t!(apply.correct.heading)
            back
            wizard
            actions=move || {
                view! {
                    <ButtonLink href=Signal::derive(move || next(wizard, &items.get_value()))>
                        {t!(apply.tasks.start)}
                    </ButtonLink>
                }
            }
        >
            <p class="lead">{t!(apply.correct.lead)}</p>
            {answer_by
                .map(|day| {
                    view! {
                        <p>{move || text!(apply.correct.answer_by, date = explain::date(day, locale()))}</p>
                    }
                })}
            <TaskList tasks/>
            <p class="hint">{t!(apply.leave)}</p>
        </Frame>
    }
    .into_any()
}

fn task(wizard: Wizard, item: &CorrectionItem) -> Task {
    let changed = wizard.is_changed(item.subject);
    let words = item.words.clone();
    Task {
        id: format!("correct-{}", item.subject),
        title: label(item.subject),
        hint: said(move || words.clone()),
        href: address(&wizard.target(), item.subject),
        state: if changed { StepState::Done } else { StepState::Open },
        state_word: Signal::derive(
            move || {
                if changed { text!(apply.correct.changed) } else { text!(apply.correct.unchanged) }
            },
        ),
    }
}

fn address(target: &Target, subject: Subject) -> Option<String> {
    step_of(subject).map(|step| target.step_address(step))
}

/// The step of the first item that is still as it was, or the review.
fn next(wizard: Wizard, items: &[CorrectionItem]) -> String {
    let target = wizard.target();
    let open = items.iter().find(|item| !wizard.is_changed(item.subject));
    open.and_then(|item| address(&target, item.subject))
        .unwrap_or_else(|| target.step_address(rules::steps::Step::Review))
}
