//! One step of the form: its questions, its errors, the way on.

mod applicant;
mod cutting;
mod delivery;
mod districts;
mod earlier;
mod employer;
mod ground;
mod on_phone;
mod permit;
mod pictures;
mod residence;

use leptos::{context::Provider, ev::SubmitEvent, prelude::*};
use leptos_router::hooks::{use_navigate, use_query_map};
use rules::{explain::explain, service::Service, steps::Step};

pub use self::on_phone::CODE;
use self::{
    applicant::ApplicantStep, delivery::DeliveryStep, ground::GroundStep, permit::PermitStep, pictures::PicturesStep,
    residence::ResidenceStep,
};
use super::{
    frame::Frame,
    questions::question,
    tasks::tasks,
    words::{step_name, title_of},
};
use crate::{
    components::{
        Text,
        button::Button,
        error_summary::{ErrorSummary, SummaryError},
        page::{PageLink, PageProgress},
    },
    locales::{locale, t, text},
    pages::one_by_one::{OneByOne, PreviousQuestion, one_by_one},
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
    let questions = wizard.questions(step);
    let ids = move || questions.with(|all| all.iter().copied().map(subject_id).collect::<Vec<_>>());
    let turn = OneByOne::in_elder_mode(Signal::derive(ids));
    let navigate = use_navigate();
    let query = use_query_map();
    let returns = Memo::new(move |_| query.with(|query| query.get("return").as_deref() == Some(Step::Review.id())));
    wizard.look_at_the_calendar();
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(turn) = turn {
            match untrack(|| after_answer(wizard, step, turn, returns.get())) {
                Next::Stay => return attempt.update(|attempt| *attempt += 1),
                Next::Question(question) => {
                    wizard.keep_now();
                    return turn.go(question);
                }
                Next::Leave => {}
            }
        }
        if wizard.reveal_step(step) {
            attempt.update(|attempt| *attempt += 1);
            return;
        }
        wizard.keep_now();
        let review = returns.get_untracked() && untrack(|| wizard.can_visit(Step::Review));
        let next = if review { Step::Review } else { untrack(|| wizard.step_after(step)) };
        navigate(&wizard.target().step_address(next), Default::default());
    };
    let words = move || {
        if turn.is_some_and(|turn| turn.after().is_some() && !returns.get()) {
            text!(common.next_question)
        } else if returns.get() {
            text!(apply.to_review)
        } else {
            text!(apply.go_on)
        }
    };
    let asked = move || {
        let now = turn.and_then(OneByOne::now)?;
        questions.with(|all| all.iter().copied().find(|subject| subject_id(*subject) == now))
    };
    let of_the_step = heading(step, wizard.service());
    let heading = Signal::derive(move || asked().map_or_else(|| of_the_step.get(), question));
    let back = PageLink::new(move || wizard.target().address(), t!(apply.to_tasks));
    view! {
        <Provider value=turn>
            <Frame
                title=title(wizard)
                heading
                back
                wizard
                progress=progress(wizard, step, turn)
                steps=tasks(wizard, Some(step))
                actions=move || {
                    view! {
                        <Button submit=true form=FORM_ID>
                            {words}
                        </Button>
                        {turn.map(|turn| view! { <PreviousQuestion turn/> })}
                    }
                }
            >
                <StepErrors wizard step attempt/>
                <form id=FORM_ID class="stack" data-gap="wide" novalidate on:submit=go_on.clone()>
                    {match step {
                        Step::Permit => view! { <PermitStep wizard/> }.into_any(),
                        Step::Applicant => view! { <ApplicantStep wizard/> }.into_any(),
                        Step::Residence => view! { <ResidenceStep wizard/> }.into_any(),
                        Step::Ground => view! { <GroundStep wizard/> }.into_any(),
                        Step::Pictures => view! { <PicturesStep wizard/> }.into_any(),
                        Step::Delivery => view! { <DeliveryStep wizard/> }.into_any(),
                        Step::Review => ().into_any(),
                    }}
                </form>
            </Frame>
        </Provider>
    }
    .into_any()
}

/// Where an answer leads, asked one by one.
enum Next {
    /// It has to be mended first.
    Stay,
    /// To this question.
    Question(String),
    /// The step is done.
    Leave,
}

/// Where one goes from the question whose turn it is: on to the next, or, after changing one answer on the way back to
/// the review, to what that change made missing.
fn after_answer(wizard: Wizard, step: Step, turn: OneByOne, returns: bool) -> Next {
    let wrong = wizard.wrong_on(step);
    let now = turn.now();
    let here = wrong.iter().copied().find(|subject| Some(subject_id(*subject)) == now);
    if let Some(subject) = here {
        wizard.reveal(subject);
        return Next::Stay;
    }
    if let Some(next) = turn.after().filter(|_| !returns) {
        return Next::Question(next);
    }
    match turn.first_of(&wrong.into_iter().map(subject_id).collect::<Vec<_>>()) {
        Some(question) => {
            // What was passed over is said to be missing; what was not asked before is only asked.
            if !returns {
                wizard.reveal_step(step);
            }
            Next::Question(question)
        }
        None => Next::Leave,
    }
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
    /// The step is not the page that this is on, so the links lead to it and from there back to the review.
    #[prop(optional)]
    elsewhere: bool,
) -> impl IntoView {
    let shown = wizard.shown_errors(step);
    let turn = one_by_one();
    let errors = Memo::new(move |_| {
        // Only an attempt to go on shows the summary: what is said beside a field while typing is enough there.
        if attempt.get() == 0 {
            return Vec::new();
        }
        let on_the_screen = |id: &String| turn.is_none_or(|turn| turn.now().as_ref() == Some(id));
        let error = |finding: &rules::verdict::Finding| {
            let id = Some(subject_id(finding.about)).filter(on_the_screen)?;
            let href = if elsewhere { wizard.target().change_address(finding.about)? } else { format!("#{id}") };
            Some(SummaryError { href, words: explain(finding, locale()) })
        };
        shown.with(|shown| shown.iter().filter_map(error).collect())
    });
    let title = move || {
        let count = errors.with(Vec::len);
        text!(apply.field.errors, count = i32::try_from(count).unwrap_or(i32::MAX))
    };
    view! { <ErrorSummary title errors attempt/> }
}

/// Where one is in the steps.
pub fn progress(wizard: Wizard, step: Step, turn: Option<OneByOne>) -> PageProgress {
    let service = wizard.service();
    let at = move || wizard.steps().iter().position(|it| *it == step).map_or(1, |at| at + 1);
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    PageProgress {
        step: Signal::derive(move || number(at())),
        steps: Signal::derive(move || number(wizard.steps().len())),
        words: Signal::derive(move || {
            let (at, steps, name) = (at(), wizard.steps().len(), step_name(step, service));
            match turn {
                None => text!(apply.progress, step = at, steps = steps, name = name),
                Some(turn) => text!(
                    apply.progress_question,
                    step = at,
                    steps = steps,
                    name = name,
                    at = turn.number(),
                    total = turn.count()
                ),
            }
        }),
    }
}

/// The short title of an application's pages.
pub fn title(wizard: Wizard) -> Text {
    let service = wizard.service();
    Signal::derive(move || if wizard.is_correction() { text!(apply.correct.title) } else { title_of(service) })
}

fn heading(step: Step, service: Service) -> Text {
    let changes = service == Service::ChangeOfDetails;
    Signal::derive(move || match step {
        Step::Permit if changes => text!(apply.question.details),
        Step::Permit => text!(apply.permit.heading_lost),
        Step::Applicant => text!(apply.applicant.heading),
        Step::Residence => text!(apply.residence.heading),
        Step::Ground if changes => text!(apply.question.employer),
        Step::Ground => text!(apply.ground.heading),
        Step::Pictures => text!(apply.pictures.heading),
        Step::Delivery => text!(apply.delivery.heading),
        Step::Review => text!(apply.review.heading),
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use rules::field::{Field, Subject};

    use super::*;
    use crate::{components::testing::html, wizard::tests as wizards};

    #[test]
    fn the_errors_of_another_page_lead_to_their_step_and_those_of_this_page_to_their_field() {
        let summary = |elsewhere: bool| {
            html(move || {
                let ground = Subject::Field(Field::Ground);
                let wizard = wizards::wizard(wizards::draft(&[(Field::Ground, "employment")]), &[ground]);
                assert!(wizard.reveal_step(Step::Ground));
                view! { <StepErrors wizard step=Step::Ground attempt=1u32 elsewhere/> }
            })
        };
        let proof = "/apply/first_issue/ground?return=review#employment_proof";
        assert!(summary(true).contains(&format!("href=\"{proof}\"")), "{}", summary(true));
        assert!(summary(false).contains("href=\"#employment_proof\""));
    }
}
