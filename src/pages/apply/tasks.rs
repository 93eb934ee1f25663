//! The overview of an application: may I, what is to be done, how long it takes, and where to go on.

use leptos::prelude::*;
use rules::{service::Service, steps::Step, verdict::Outcome};

use super::{
    consent::{ByHand, Consent},
    discard::Discard,
    frame::Frame,
    outlook::Outlook,
    parts,
    steps::title,
    words::{said, step_name, title_of},
};
use crate::{
    components::{
        MaybeText, Text,
        button::ButtonLink,
        notice::{Announce, Notice},
        page::PageLink,
        task_list::{StepState, Task, TaskList},
        tone::Tone,
    },
    locales::{t, text},
    wizard::{Target, Wizard},
};

/// The first page of a new application: the consent to reading records until it is answered, then the overview.
#[component]
pub fn Start(
    /// The application.
    wizard: Wizard,
    /// The step that could not be entered yet, where somebody tried.
    turned_away: RwSignal<Option<Step>>,
    /// The way back.
    back: PageLink,
) -> impl IntoView {
    parts::fetch_ahead();
    let answered = Memo::new(move |_| wizard.records().with(Option::is_some) || wizard.by_hand().get());
    move || {
        if answered.get() {
            view! { <Tasks wizard turned_away back/> }.into_any()
        } else {
            view! { <Consent wizard back/> }.into_any()
        }
    }
}

#[component]
fn Tasks(wizard: Wizard, turned_away: RwSignal<Option<Step>>, back: PageLink) -> impl IntoView {
    let known = Memo::new(move |_| wizard.records().with(Option::is_some));
    let outlook = wizard.outlook();
    let unmet = Memo::new(move |_| known.get() && outlook.with(|verdict| verdict.outcome == Outcome::NotMet));
    // Whose permit allows only another service goes there first.
    let instead = Memo::new(move |_| outlook.with(|verdict| verdict.open().find_map(|it| it.reason.helped_by())));
    let service = wizard.service();
    let refused = turned_away.get_untracked();
    turned_away.set(None);
    let tasks = tasks(wizard, None);
    let next = Memo::new(move |_| wizard.next_open());
    view! {
        <Frame
            title=title(wizard)
            heading=title(wizard)
            back
            wizard
            actions=move || {
                let href = move || match instead.get() {
                    Some(service) => Target::New(service).address(),
                    None => wizard.target().step_address(next.get()),
                };
                let words = move || match instead.get() {
                    Some(service) => text!(apply.tasks.instead, what = title_of(service)),
                    None => text!(apply.tasks.go_on, name = step_name(next.get(), service)),
                };
                view! { <ButtonLink href=Signal::derive(href)>{words}</ButtonLink> }
            }
        >
            {refused
                .map(|step| {
                    view! {
                        <Notice tone=Tone::Info word=t!(apply.notice.word_info) announce=Announce::Politely>
                            <p>{move || text!(apply.not_yet, name = step_name(step, service))}</p>
                        </Notice>
                    }
                })}
            <Show when=move || !known.get()>
                <ByHand wizard/>
            </Show>
            <Show when=move || known.get()>
                <Outlook service verdict=outlook/>
            </Show>
            <Show when=move || unmet.get() && instead.get().is_none()>
                <p class="hint">{t!(apply.outlook.fill_anyway)}</p>
            </Show>
            <section class="stack" data-gap="tight" aria-labelledby="tasks-heading">
                <h2 id="tasks-heading">{t!(apply.tasks.heading)}</h2>
                {(service == Service::FirstIssue).then(|| view! { <p class="hint">{t!(apply.tasks.time)}</p> })}
                <TaskList tasks/>
                <p class="hint">{t!(apply.leave)}</p>
            </section>
            <Discard wizard/>
        </Frame>
    }
    .into_any()
}

/// The steps with their states; `now` is the one on the screen.
pub fn tasks(wizard: Wizard, now: Option<Step>) -> Signal<Vec<Task>> {
    Signal::derive(move || wizard.steps().into_iter().map(|step| task(wizard, step, now)).collect())
}

fn task(wizard: Wizard, step: Step, now: Option<Step>) -> Task {
    let open = wizard.can_visit(step);
    let service = wizard.service();
    // The review is done by submitting, so it is never shown as done.
    let done = step != Step::Review && wizard.is_complete(step);
    let state = match (open, done) {
        _ if now == Some(step) => StepState::Now,
        (false, _) => StepState::Closed,
        (true, true) => StepState::Done,
        (true, false) => StepState::Open,
    };
    let state_word: Text = match state {
        StepState::Done => Signal::derive(t!(apply.tasks.done)),
        StepState::Closed => Signal::derive(t!(apply.tasks.closed)),
        StepState::Now | StepState::Open | StepState::Wrong => Signal::derive(t!(apply.tasks.open)),
    };
    Task {
        id: format!("task-{step}"),
        title: Signal::derive(move || step_name(step, service)),
        hint: hint(step, open, service),
        href: open.then(|| wizard.target().step_address(step)),
        state,
        state_word,
    }
}

fn hint(step: Step, open: bool, service: Service) -> MaybeText {
    let first = service == Service::FirstIssue;
    said(move || match step {
        Step::Permit if service == Service::Reissue => text!(apply.tasks.lost),
        Step::Permit => text!(apply.tasks.details),
        Step::Applicant if first => text!(apply.tasks.applicant),
        Step::Applicant => text!(apply.tasks.contact),
        Step::Residence => text!(apply.tasks.residence),
        Step::Ground if first => text!(apply.tasks.ground),
        Step::Ground => text!(apply.tasks.employer),
        Step::Pictures if open && first => text!(apply.tasks.pictures),
        Step::Pictures if open => text!(apply.tasks.documents),
        Step::Pictures => text!(apply.tasks.pictures_closed),
        Step::Delivery => text!(apply.tasks.delivery),
        Step::Review if open => text!(apply.tasks.review),
        Step::Review => text!(apply.tasks.review_closed),
    })
}
