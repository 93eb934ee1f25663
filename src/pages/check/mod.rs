//! `/check`: may I apply? Answered without signing in, and without a line once the page is there.

mod answers;
mod questions;
mod result;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use rules::{RuleSet, self_check};

use self::{
    answers::Said,
    questions::{Questions, wrong_words},
    result::Answer,
};
use super::frame::{Frame, to_home};
use crate::{
    components::{
        button::{Button, ButtonKind, ButtonLink},
        error_summary::{ErrorSummary, SummaryError},
        focus::focus_by_id,
        page::HEADING_ID,
    },
    device::clock,
    locales::{t, text},
};

/// The eligibility self-check.
pub struct CheckPage;

#[lazy_route]
impl LazyRoute for CheckPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Check/> }.into_any()
    }
}

thread_local! {
    // In memory only, so that leaving the page and coming back loses nothing and the device keeps nothing.
    static SAID: ArcRwSignal<Said> = ArcRwSignal::new(Said::default());
}

#[component]
fn Check() -> impl IntoView {
    let said = RwSignal::from(SAID.with(Clone::clone));
    let today = clock::today();
    let verdict = RwSignal::new(None);
    let attempts = RwSignal::new(0u32);
    let wrong = Memo::new(move |_| if attempts.get() == 0 { Vec::new() } else { said.with(|said| said.wrong(today)) });
    let errors = Signal::derive(move || {
        let error = |(question, wrong): (answers::Question, answers::Wrong)| SummaryError {
            field_id: question.id().to_owned(),
            words: wrong_words(question, wrong),
        };
        wrong.get().into_iter().map(error).collect::<Vec<_>>()
    });
    let look = move |()| {
        let found = said.with_untracked(|said| {
            said.wrong(today).is_empty().then(|| self_check::check(RuleSet::in_force_on(today), &said.answers(), today))
        });
        match found {
            Some(found) => {
                attempts.set(0);
                verdict.set(Some(found));
                request_animation_frame(|| focus_by_id(HEADING_ID));
            }
            None => attempts.update(|attempts| *attempts += 1),
        }
    };
    let change = move |()| {
        verdict.set(None);
        request_animation_frame(|| focus_by_id(HEADING_ID));
    };
    let may_apply = move || verdict.with(|verdict| verdict.as_ref().is_some_and(rules::check::can_submit));
    let actions = move || {
        view! {
            {move || match verdict.with(Option::is_some) {
                false => view! { <Button on_press=look>{t!(check.look)}</Button> }.into_any(),
                true if may_apply() => {
                    view! {
                        <ButtonLink href="/apply/first_issue">{t!(check.apply)}</ButtonLink>
                        <Button kind=ButtonKind::Link on_press=change>{t!(check.change)}</Button>
                    }
                    .into_any()
                }
                true => view! { <Button kind=ButtonKind::Secondary on_press=change>{t!(check.change)}</Button> }.into_any(),
            }}
        }
    };
    let heading = move || if verdict.with(Option::is_some) { text!(check.result) } else { text!(check.heading) };
    view! {
        <Frame title=t!(check.title) heading back=to_home() actions>
            {move || match verdict.get() {
                Some(verdict) => view! { <Answer verdict/> }.into_any(),
                None => {
                    view! {
                        <p class="hint">{t!(check.lead)}</p>
                        <ErrorSummary
                            title=move || text!(check.wrong.title, count = i64::try_from(wrong.with(Vec::len)).unwrap_or(i64::MAX))
                            errors
                            attempt=attempts
                        />
                        <Questions said today wrong/>
                    }
                    .into_any()
                }
            }}
        </Frame>
    }
}
