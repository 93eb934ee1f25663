//! Asking what the self-check has to know: all on one page, in elder mode one question after the other.

use jiff::civil::Date;
use leptos::{context::Provider, prelude::*};
use rules::{RuleSet, self_check, verdict::Verdict};

use super::{
    RESULT,
    answers::{Question, Said, Wrong},
    questions::{Questions, label, wrong_words},
};
use crate::{
    components::{
        button::Button,
        error_summary::{ErrorSummary, SummaryError},
        page::PageProgress,
    },
    locales::{t, text},
    pages::{
        frame::{Frame, to_home},
        one_by_one::{OneByOne, PreviousQuestion},
    },
};

/// The page of the questions.
#[component]
pub fn Asking(
    /// The answers.
    said: RwSignal<Said>,
    /// The date of the check.
    today: Date,
    /// Called with the verdict on the answers, once there are all of them.
    #[prop(into)]
    on_verdict: Callback<Verdict>,
) -> impl IntoView {
    let asked = Memo::new(move |_| said.with(Said::asked));
    let ids = move || asked.with(|asked| asked.iter().map(|question| question.id().to_owned()).collect());
    let turn = OneByOne::in_elder_mode(Signal::derive(ids));
    let attempts = RwSignal::new(0u32);
    let wrong = Memo::new(move |_| if attempts.get() == 0 { Vec::new() } else { said.with(|said| said.wrong(today)) });
    let on_the_screen = move |question: Question| is_now(turn, question);
    let errors = Memo::new(move |_| {
        let shown = wrong.get().into_iter().filter(|(question, _)| on_the_screen(*question));
        let error = |(question, wrong): (Question, Wrong)| SummaryError {
            href: format!("#{}", question.id()),
            words: wrong_words(question, wrong),
        };
        shown.map(error).collect::<Vec<_>>()
    });
    let go_on = move |()| match untrack(|| next(&said.get(), today, turn)) {
        Next::Stay => attempts.update(|attempts| *attempts += 1),
        Next::Question(question) => {
            attempts.set(0);
            go(turn, question.id());
        }
        Next::Missing(question) => {
            attempts.update(|attempts| *attempts += 1);
            go(turn, question.id());
        }
        Next::Answer(answers) => {
            on_verdict.run(self_check::check(RuleSet::in_force_on(today), &answers, today));
            go(turn, RESULT);
        }
    };
    let is_last = move || turn.is_none_or(|turn| turn.after().is_none());
    let actions = move || {
        view! {
            <Button on_press=go_on>
                {move || if is_last() { text!(check.look) } else { text!(common.next_question) }}
            </Button>
            {turn.map(|turn| view! { <PreviousQuestion turn/> })}
        }
    };
    let now = move || turn.and_then(|turn| asked.get().into_iter().find(|question| is_now(Some(turn), *question)));
    let heading = move || now().map_or_else(|| text!(check.heading), label);
    view! {
        <Frame title=t!(check.title) heading back=to_home() progress=turn.map(progress) actions>
            <Show when=move || turn.is_none_or(|turn| turn.number() == 1)>
                <p class="hint">{t!(check.lead)}</p>
            </Show>
            <ErrorSummary
                title=move || text!(check.wrong.title, count = i64::try_from(errors.with(Vec::len)).unwrap_or(i64::MAX))
                errors
                attempt=attempts
            />
            <Provider value=turn>
                <div class="stack" data-gap="wide" data-asked=turn.map(|_| "by-heading")>
                    <Questions said today wrong/>
                </div>
            </Provider>
        </Frame>
    }
}

fn is_now(turn: Option<OneByOne>, question: Question) -> bool {
    turn.is_none_or(|turn| turn.now().as_deref() == Some(question.id()))
}

fn go(turn: Option<OneByOne>, place: &str) {
    if let Some(turn) = turn {
        turn.go(place.to_owned());
    }
}

/// Where pressing the button leads.
enum Next {
    /// Something here has to be answered first.
    Stay,
    /// To the next question.
    Question(Question),
    /// Back to one that was passed over.
    Missing(Question),
    /// To the answer.
    Answer(self_check::Answers),
}

fn next(said: &Said, today: Date, turn: Option<OneByOne>) -> Next {
    let wrong = said.wrong(today);
    if wrong.iter().any(|(question, _)| is_now(turn, *question)) {
        return Next::Stay;
    }
    let after = turn.and_then(OneByOne::after);
    if let Some(question) = said.asked().into_iter().find(|question| after.as_deref() == Some(question.id())) {
        return Next::Question(question);
    }
    match wrong.first() {
        Some((question, _)) => Next::Missing(*question),
        None => Next::Answer(said.answers()),
    }
}

fn progress(turn: OneByOne) -> PageProgress {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    PageProgress {
        step: Signal::derive(move || number(turn.number())),
        steps: Signal::derive(move || number(turn.count())),
        words: Signal::derive(move || text!(common.question_at, at = turn.number(), total = turn.count())),
    }
}
