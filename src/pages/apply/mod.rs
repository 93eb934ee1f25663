//! `/apply/:service` and its steps: applying for a permit.

pub mod answer;
pub mod consent;
mod discard;
pub mod door;
pub mod frame;
mod guide;
mod notices;
pub mod outlook;
pub mod parts;
mod questions;
pub mod review;
mod small;
pub mod steps;
pub mod submission;
pub mod tasks;
pub mod words;

use leptos::prelude::*;
use leptos_router::{
    LazyRoute, NavigateOptions,
    hooks::{use_navigate, use_params_map},
    lazy_route,
};
use rules::{service::Service, steps::Step};

use self::{door::Door, parts::StepOrReview, tasks::Start, words::title_of};
use crate::{
    components::page::PageLink,
    locales::t,
    pages::NotFound,
    wizard::{Target, Wizard},
};

/// Applying for a permit: the overview, and every step under its own address.
pub struct ApplyPage;

#[lazy_route]
impl LazyRoute for ApplyPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Apply/> }.into_any()
    }
}

#[component]
fn Apply() -> impl IntoView {
    let params = use_params_map();
    let service = Memo::new(move |_| params.with(|params| params.get("service")?.parse::<Service>().ok()));
    let step = Memo::new(move |_| params.with(|params| params.get("step")));
    let home = PageLink::new(|| "/".to_owned(), t!(common.home));
    move || match service.get() {
        Some(service) => {
            let inside = Callback::new(move |wizard| view! { <Application wizard step back=home/> }.into_any());
            view! {
                <Door
                    target=Target::New(service)
                    title=move || title_of(service)
                    back=home
                    nothing=|| view! { <NotFound/> }
                    inside
                />
            }
            .into_any()
        }
        None => view! { <NotFound/> }.into_any(),
    }
}

/// The open application: the overview, or the step that the address names.
#[component]
fn Application(wizard: Wizard, step: Memo<Option<String>>, back: PageLink) -> impl IntoView {
    let turned_away = RwSignal::new(None);
    let navigate = use_navigate();
    move || match step.get().map(|step| step.parse::<Step>()) {
        None => view! { <Start wizard turned_away back/> }.into_any(),
        Some(Err(_)) => view! { <NotFound/> }.into_any(),
        Some(Ok(step)) if untrack(|| wizard.can_visit(step)) => view! { <StepOrReview wizard step/> }.into_any(),
        Some(Ok(step)) => {
            turned_away.set(Some(step));
            let navigate = navigate.clone();
            // After this rendering, which the change of address ends.
            request_animation_frame(move || {
                navigate(&wizard.target().address(), NavigateOptions { replace: true, ..Default::default() });
            });
            ().into_any()
        }
    }
}
