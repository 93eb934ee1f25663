//! Check answers, declare, submit.

use leptos::prelude::*;
use rules::{
    explain::explain,
    fees::{Charge, charge},
    field::{Field, Item, Subject},
    steps::{self, Step},
    verdict::Outcome,
};

use super::{
    answer::TickAnswer,
    frame::Frame,
    outlook::Outlook,
    small::small,
    steps::{StepErrors, progress, title},
    submission::{NotSubmitted, Submission, SubmitButton},
    tasks::tasks,
    words::{explained, label, recorded, said, shown, station_name, step_name, term_label, translate},
};
use crate::{
    components::{
        focus::focus_by_id,
        notice::{Announce, Notice},
        page::PageLink,
        summary_list::{SummaryList, SummaryRow},
        tone::Tone,
    },
    locales::{locale, t, text},
    pages::cost::cost,
    wizard::{PictureView, Wizard},
};

const BLOCKED_ID: &str = "blocked";

/// The last step of a new application.
#[component]
pub fn Review(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let attempt = RwSignal::new(0);
    let pressed = RwSignal::new(false);
    let submission = Submission::new(wizard);
    let situation = wizard.situation();
    let blocked = Memo::new(move |_| {
        let unmet = |finding: &&rules::verdict::Finding| finding.outcome() == Outcome::NotMet;
        situation.with(|verdict| verdict.findings.iter().find(unmet).cloned())
    });
    wizard.look_at_the_calendar();
    let submit = move |()| {
        pressed.set(true);
        if wizard.reveal_step(Step::Review) {
            attempt.update(|attempt| *attempt += 1);
        } else if blocked.with_untracked(Option::is_some) {
            request_animation_frame(|| focus_by_id(BLOCKED_ID));
        } else {
            submission.start();
        }
    };
    let words = move || match wizard.with_draft(station_name) {
        Some(station) => text!(apply.review.submit, station = station),
        None => text!(apply.review.submit_plain),
    };
    let sections = move || {
        let steps = wizard.steps().into_iter().filter(|step| *step != Step::Review);
        steps.map(|step| view! { <Section wizard step/> }).collect_view()
    };
    view! {
        <Frame
            title=title(wizard)
            heading=t!(apply.review.heading)
            back=PageLink::new(move || wizard.target().address(), t!(apply.to_tasks))
            wizard
            progress=progress(wizard, Step::Review, None)
            steps=tasks(wizard, Some(Step::Review))
            actions=move || view! { <SubmitButton submission words on_press=submit/> }
        >
            <StepErrors wizard step=Step::Review attempt/>
            <NotSubmitted submission/>
            {move || {
                blocked
                    .get()
                    .filter(|_| pressed.get())
                    .map(|finding| {
                        let words = move || {
                            text!(apply.review.blocked_words, reason = explain(&finding, locale()))
                        };
                        view! {
                            <div id=BLOCKED_ID tabindex="-1">
                                <Notice tone=Tone::Bad word=t!(apply.review.blocked) announce=Announce::AtOnce>
                                    <p>{words}</p>
                                </Notice>
                            </div>
                        }
                    })
            }}
            {sections}
            <Outlook service=wizard.service() verdict=situation/>
            <Cost wizard/>
            <Declaration wizard/>
        </Frame>
    }
    .into_any()
}

#[component]
fn Declaration(wizard: Wizard) -> impl IntoView {
    let about_a_permit = wizard.service().is_about_a_permit();
    view! {
        <section class="card stack" data-gap="tight" aria-labelledby="declaration-heading">
            <h2 id="declaration-heading">{term_label(Field::Declaration)}</h2>
            {about_a_permit.then(|| view! { <p class="hint">{t!(apply.review.law)}</p> })}
            <TickAnswer wizard field=Field::Declaration>
                {move || {
                    if about_a_permit {
                        text!(apply.review.declaration)
                    } else {
                        text!(apply.review.declaration_registration)
                    }
                }}
            </TickAnswer>
            <p class="hint">{t!(apply.review.after)}</p>
        </section>
    }
    .into_any()
}

/// What there is to pay, where the service itself charges something.
#[component]
fn Cost(wizard: Wizard) -> impl IntoView {
    let (rules, service) = (wizard.rules, wizard.service());
    let paid = matches!(charge(rules, service), Charge::Fen(_));
    let lines = move || {
        let lines = cost(rules, service, wizard.with_draft(|draft| draft.choice(Field::Delivery)));
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    paid.then(|| {
        view! {
            <section class="stack" data-gap="tight" aria-labelledby="cost">
                <h2 id="cost">{t!(apply.review.cost)}</h2>
                <ul>{lines}</ul>
            </section>
        }
    })
}

/// The answers and pictures of one step, each with its way to change it.
#[component]
fn Section(wizard: Wizard, step: Step) -> impl IntoView {
    let fields = Memo::new(move |_| {
        wizard.with_draft(|draft| {
            // What only some have to say is not shown empty to all the others.
            let optional = |field: &Field| matches!(field, Field::Statement | Field::AppliedBy);
            let shown = |field: &Field| !optional(field) || !draft.answer(*field).is_empty();
            steps::fields(wizard.rules, draft, step).filter(shown).collect::<Vec<_>>()
        })
    });
    let service = wizard.service();
    let items = wizard.items();
    let items = Memo::new(move |_| if step == Step::Pictures { items.get() } else { Vec::new() });
    view! {
        <section class="stack" data-gap="tight">
            <h2>{move || step_name(step, service)}</h2>
            <SummaryList>
                {move || fields.get().into_iter().map(|field| view! { <Answer wizard field/> }).collect_view()}
                {move || items.get().into_iter().map(|item| view! { <Pages wizard item/> }).collect_view()}
            </SummaryList>
        </section>
    }
    .into_any()
}

/// The link that leads to a subject's control and from there back to the review.
pub fn change(wizard: Wizard, subject: Subject) -> PageLink {
    let address = wizard.target().change_address(subject).unwrap_or_default();
    PageLink::new(address, t!(apply.review.change))
}

#[component]
fn Answer(wizard: Wizard, field: Field) -> impl IntoView {
    let subject = Subject::Field(field);
    let answer = Memo::new(move |_| wizard.with_draft(|draft| shown(draft, field)));
    let remark = wizard.remark(subject);
    let was =
        said(move || recorded(wizard, field).map(|old| text!(apply.correct.was, value = old)).unwrap_or_default());
    view! {
        <SummaryRow term=label(subject) change=change(wizard, subject) source=explained(remark) note=was>
            <Said field answer/>
        </SummaryRow>
    }
    .into_any()
}

/// An answer, or that there is none.
#[component]
pub fn Said(
    /// To which question.
    field: Field,
    /// The answer as people say it.
    answer: Memo<String>,
) -> impl IntoView {
    move || match answer.get() {
        none if none.is_empty() => text!(apply.review.empty).into_any(),
        answer => view! { <span translate=translate(field)>{answer}</span> }.into_any(),
    }
}

#[component]
fn Pages(wizard: Wizard, item: Item) -> impl IntoView {
    let subject = Subject::Item(item);
    view! {
        <SummaryRow term=label(subject) change=change(wizard, subject)>
            <Thumbnails wizard item/>
        </SummaryRow>
    }
    .into_any()
}

/// The pictures of an item, small.
#[component]
pub fn Thumbnails(
    /// The application.
    wizard: Wizard,
    /// Which item.
    item: Item,
) -> impl IntoView {
    let views = wizard.picture_views(item);
    let alt = said(move || crate::pages::apply::words::name_of(Subject::Item(item)));
    move || {
        let count = views.with(Vec::len);
        let seen = |view: &PictureView| small(view.kind, view.address.clone(), alt);
        let pictures = views.with(|views| views.iter().filter_map(seen).collect_view());
        let words = move || text!(apply.review.pages, count = i32::try_from(count).unwrap_or(i32::MAX));
        view! {
            <span class="row">{pictures}</span>
            {(item.max_pages() > 1).then(|| view! { <span>{words}</span> })}
        }
    }
}
