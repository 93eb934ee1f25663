//! Check the corrections and submit them.

use leptos::prelude::*;
use rules::{
    field::{Field, Item, Subject},
    steps::Step,
};

use crate::{
    components::{
        focus::focus_by_id,
        notice::Notice,
        page::PageLink,
        summary_list::{SummaryList, SummaryRow},
        tone::Tone,
    },
    locales::{Joined, list, t, text},
    pages::apply::{
        frame::Frame,
        review::{Said, Thumbnails, change},
        steps::{StepErrors, progress, title},
        submission::{NotSubmitted, Submission, SubmitButton},
        tasks::tasks,
        words::{label, name_of, said, shown},
    },
    wizard::Wizard,
};

const UNCHANGED_ID: &str = "unchanged";

/// The last step of a correction: what changed against what was submitted before.
#[component]
pub fn Review(
    /// The correction.
    wizard: Wizard,
) -> impl IntoView {
    let attempt = RwSignal::new(0);
    let submission = Submission::new(wizard);
    // What a correction does not open can't be mended here; the server says of it why it does not take the correction.
    let incomplete = Memo::new(move |_| wizard.steps().into_iter().find(|step| wizard.has_errors(*step)));
    let unchanged = unchanged(wizard);
    let submit = move |()| match incomplete.get_untracked() {
        Some(step) => {
            wizard.reveal_step(step);
            attempt.update(|attempt| *attempt += 1);
        }
        None if unchanged.with_untracked(Vec::is_empty) => submission.start(),
        None => focus_by_id(UNCHANGED_ID),
    };
    let station = wizard.correcting().map(|it| it.station_name).unwrap_or_default();
    let words = move || text!(apply.correct.submit, station = station);
    let open = Memo::new(move |_| {
        let fields = Field::ALL.iter().copied().filter(|field| wizard.asks(*field).get()).map(Subject::Field);
        fields.chain(wizard.items().get().into_iter().map(Subject::Item)).collect::<Vec<_>>()
    });
    view! {
        <Frame
            title=title(wizard)
            heading=t!(apply.correct.review_heading)
            back=PageLink::new(move || wizard.target().address(), t!(apply.to_tasks))
            wizard
            progress=progress(wizard, Step::Review, None)
            steps=tasks(wizard, Some(Step::Review))
            actions=move || view! { <SubmitButton submission words on_press=submit/> }
        >
            {move || incomplete.get().map(|step| view! { <StepErrors wizard step attempt elsewhere=true/> })}
            <NotSubmitted submission/>
            <Unchanged subjects=unchanged/>
            <SummaryList>
                {move || open.get().into_iter().map(|subject| row(wizard, subject)).collect_view()}
            </SummaryList>
        </Frame>
    }
    .into_any()
}

/// The subjects that the station named and that are as they were: a correction that changes nothing is none.
fn unchanged(wizard: Wizard) -> Memo<Vec<Subject>> {
    let named = wizard.correcting().map(|it| it.correction.items).unwrap_or_default();
    let named: Vec<_> = named.into_iter().map(|item| item.subject).collect();
    Memo::new(move |_| named.iter().copied().filter(|subject| !wizard.is_changed(*subject)).collect())
}

#[component]
fn Unchanged(subjects: Memo<Vec<Subject>>) -> impl IntoView {
    let words = move || {
        let names: Vec<_> = subjects.get().into_iter().map(name_of).collect();
        text!(apply.correct.unchanged_words, names = list(&names, Joined::And))
    };
    view! {
        <Show when=move || !subjects.with(Vec::is_empty)>
            <div id=UNCHANGED_ID tabindex="-1">
                <Notice tone=Tone::Warn word=t!(apply.correct.unchanged_title)>
                    <p>{words}</p>
                </Notice>
            </div>
        </Show>
    }
    .into_any()
}

fn row(wizard: Wizard, subject: Subject) -> AnyView {
    match subject {
        Subject::Field(field) => view! { <Answer wizard field/> }.into_any(),
        Subject::Item(item) => view! { <Pages wizard item/> }.into_any(),
        Subject::Record(_) => ().into_any(),
    }
}

#[component]
fn Answer(wizard: Wizard, field: Field) -> impl IntoView {
    let subject = Subject::Field(field);
    let answer = Memo::new(move |_| wizard.with_draft(|draft| shown(draft, field)));
    let was = wizard.correcting().map(|it| it.before);
    let was = Signal::derive(move || {
        let old = was.as_ref().map(|before| shown(before, field)).filter(|old| !old.is_empty());
        old.filter(|old| answer.with(|now| now != old)).map(|old| text!(apply.correct.was, value = old))
    });
    view! {
        <SummaryRow term=label(subject) change=change(wizard, subject) note=was>
            <Said field answer/>
        </SummaryRow>
    }
    .into_any()
}

#[component]
fn Pages(wizard: Wizard, item: Item) -> impl IntoView {
    let subject = Subject::Item(item);
    let changed = Memo::new(move |_| wizard.is_changed(subject));
    let word = said(move || if changed.get() { text!(apply.correct.changed) } else { text!(apply.correct.unchanged) });
    view! {
        <SummaryRow term=label(subject) change=change(wizard, subject) note=word>
            <Thumbnails wizard item/>
        </SummaryRow>
    }
    .into_any()
}
