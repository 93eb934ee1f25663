//! `/applications/:number/correct` and its steps: answering what the station wants corrected (补正).

mod overview;
mod review;

use leptos::prelude::*;
use leptos_router::{
    LazyRoute, NavigateOptions,
    hooks::{use_navigate, use_params_map},
    lazy_route,
};
use rules::steps::Step;

use self::{overview::Overview, review::Review};
use crate::{
    components::page::PageLink,
    locales::t,
    pages::{
        NotFound,
        apply::{
            door::{Door, Says},
            steps::StepPage,
        },
    },
    wizard::{Target, Wizard},
};

/// Correcting an application: only what the station asks for is open.
pub struct CorrectPage;

#[lazy_route]
impl LazyRoute for CorrectPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Correct/> }.into_any()
    }
}

#[component]
fn Correct() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number")).unwrap_or_default());
    let step = Memo::new(move |_| params.with(|params| params.get("step")));
    let status = move || format!("/applications/{}", number.get());
    let back = PageLink::new(status, t!(apply.correct.to_application));
    move || {
        let inside = Callback::new(move |wizard| view! { <Correction wizard step back/> }.into_any());
        let nothing = move || {
            view! {
                <Says
                    title=t!(apply.correct.title)
                    heading=t!(apply.correct.nothing)
                    words=t!(apply.correct.nothing_words)
                    back
                    on=PageLink::new(status, t!(apply.correct.status))
                />
            }
        };
        view! {
            <Door
                target=Target::Correction { number: number.get() }
                title=t!(apply.correct.title)
                back
                nothing
                inside
            />
        }
    }
}

/// The open correction: the overview, or the step that the address names.
#[component]
fn Correction(wizard: Wizard, step: Memo<Option<String>>, back: PageLink) -> impl IntoView {
    let navigate = use_navigate();
    move || match step.get().map(|step| step.parse::<Step>()) {
        None => view! { <Overview wizard back/> }.into_any(),
        Some(Err(_)) => view! { <NotFound/> }.into_any(),
        Some(Ok(Step::Review)) => view! { <Review wizard/> }.into_any(),
        Some(Ok(step)) if untrack(|| wizard.can_visit(step)) => view! { <StepPage wizard step/> }.into_any(),
        Some(Ok(_)) => {
            let navigate = navigate.clone();
            request_animation_frame(move || {
                navigate(&wizard.target().address(), NavigateOptions { replace: true, ..Default::default() });
            });
            ().into_any()
        }
    }
}
