//! One step of the form: its questions, its errors, the way on.

mod applicant;
mod delivery;
mod districts;
mod ground;
mod pictures;
mod residence;

use leptos::{ev::SubmitEvent, prelude::*};
use leptos_router::hooks::{use_navigate, use_query_map};
use rules::{explain::explain, steps::Step};

use self::{
    applicant::ApplicantStep, delivery::DeliveryStep, ground::GroundStep, pictures::PicturesStep,
    residence::ResidenceStep,
};
use super::{frame::Frame, tasks::tasks, words::sentence};
use crate::{
    components::{
        Text,
        button::Button,
        error_summary::{ErrorSummary, SummaryError},
        page::{PageLink, PageProgress},
    },
    locales::{locale, t, term, text},
    wizard::{Wizard, subject_id},
};

const FORM_ID: &str = "step";

/// The page of a step.
#[component]
pub fn StepPage(
    /// The application.
    wizard: Wizard,
    /// Which step; any but the review.
    step: Step,
) -> impl IntoView {
    let attempt = RwSignal::new(0);
    let navigate = use_navigate();
    let query = use_query_map();
    let returns = Memo::new(move |_| query.with(|query| query.get("return").as_deref() == Some(Step::Review.id())));
    wizard.look_at_the_calendar();
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        if wizard.reveal_step(step) {
            attempt.update(|attempt| *attempt += 1);
            return;
        }
        wizard.keep_now();
        let review = returns.get_untracked() && untrack(|| wizard.can_visit(Step::Review));
        let next = if review { Step::Review } else { untrack(|| wizard.step_after(step)) };
        navigate(&wizard.target().step_address(next), Default::default());
    };
    let back = PageLink::new(move || wizard.target().address(), t!(apply.to_tasks));
    view! {
        <Frame
            title=title(wizard)
            heading=heading(step)
            back
            wizard
            progress=progress(wizard, step)
            steps=tasks(wizard, Some(step))
            actions=move || {
                view! {
                    <Button submit=true form=FORM_ID>
                        {move || if returns.get() { text!(apply.to_review) } else { text!(apply.go_on) }}
                    </Button>
                }
            }
        >
            <StepErrors wizard step attempt/>
            <form id=FORM_ID class="stack" data-gap="wide" novalidate on:submit=go_on>
                {match step {
                    Step::Applicant => view! { <ApplicantStep wizard/> }.into_any(),
                    Step::Residence => view! { <ResidenceStep wizard/> }.into_any(),
                    Step::Ground => view! { <GroundStep wizard/> }.into_any(),
                    Step::Pictures => view! { <PicturesStep wizard/> }.into_any(),
                    Step::Delivery => view! { <DeliveryStep wizard/> }.into_any(),
                    Step::Permit | Step::Review => ().into_any(),
                }}
            </form>
        </Frame>
    }
    .into_any()
}

/// What has to be changed on a step, all at once, each a link to its field.
#[component]
pub fn StepErrors(
    /// The application.
    wizard: Wizard,
    /// Which step.
    step: Step,
    /// Counts the attempts to go on.
    #[prop(into)]
    attempt: Signal<u32>,
) -> impl IntoView {
    let shown = wizard.shown_errors(step);
    let errors = Memo::new(move |_| {
        // Only an attempt to go on shows the summary: what is said beside a field while typing is enough there.
        if attempt.get() == 0 {
            return Vec::new();
        }
        let error = |finding: &rules::verdict::Finding| SummaryError {
            field_id: subject_id(finding.about),
            words: explain(finding, locale()),
        };
        shown.with(|shown| shown.iter().map(error).collect())
    });
    let title = move || {
        let count = errors.with(Vec::len);
        text!(apply.field.errors, count = i32::try_from(count).unwrap_or(i32::MAX))
    };
    view! { <ErrorSummary title errors attempt/> }
}

/// Where one is in the steps.
pub fn progress(wizard: Wizard, step: Step) -> PageProgress {
    let at = move || wizard.steps().iter().position(|it| *it == step).map_or(1, |at| at + 1);
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    PageProgress {
        step: Signal::derive(move || number(at())),
        steps: Signal::derive(move || number(wizard.steps().len())),
        words: Signal::derive(move || {
            text!(apply.progress, step = at(), steps = wizard.steps().len(), name = sentence(term(step)))
        }),
    }
}

/// The short title of an application's pages.
pub fn title(wizard: Wizard) -> Text {
    Signal::derive(move || if wizard.is_correction() { text!(apply.correct.title) } else { text!(apply.title) })
}

fn heading(step: Step) -> Text {
    Signal::derive(move || match step {
        Step::Applicant => text!(apply.applicant.heading),
        Step::Permit => sentence(term(step)),
        Step::Residence => text!(apply.residence.heading),
        Step::Ground => text!(apply.ground.heading),
        Step::Pictures => text!(apply.pictures.heading),
        Step::Delivery => text!(apply.delivery.heading),
        Step::Review => text!(apply.review.heading),
    })
}
