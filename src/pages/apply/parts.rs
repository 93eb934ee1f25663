//! The steps of the form and its review, in a chunk of their own: the overview of an application is there before them, and
//! what they are made of is half of what the form weighs.

use leptos::{prelude::*, wasm_split};
use rules::steps::Step;

use super::{
    frame::Frame,
    review::Review,
    steps::{StepPage, title},
    words::step_name,
};
use crate::{
    components::{page::PageLink, skeleton::Skeleton},
    device::ahead,
    locales::t,
    wizard::Wizard,
};

/// The name of the split point, under which `app.rs` lists the addresses that need it.
pub const FORM_STEPS: &str = "form_steps";

/// Lets the browser fetch the chunk while the overview is read.
pub fn fetch_ahead() {
    ahead::fetch(FORM_STEPS);
}

#[wasm_split::wasm_split(form_steps, wasm_split_path = ::leptos::wasm_split)]
fn page_of(wizard: Wizard, step: Step) -> AnyView {
    match step {
        Step::Review => view! { <Review wizard/> }.into_any(),
        step => view! { <StepPage wizard step/> }.into_any(),
    }
}

/// The page of a step, once its chunk is there; its shape until then.
#[component]
pub fn StepOrReview(
    /// The application.
    wizard: Wizard,
    /// Which step.
    step: Step,
) -> impl IntoView {
    let name = move || step_name(step, wizard.service());
    let back = PageLink::new(move || wizard.target().address(), t!(apply.to_tasks));
    let fallback = move || {
        view! {
            <Frame title=title(wizard) heading=Signal::derive(name) back wizard>
                <Skeleton words=t!(apply.opening) lines=6/>
            </Frame>
        }
    };
    view! { <Suspense fallback>{Suspend::new(async move { page_of(wizard, step).await })}</Suspense> }.into_any()
}
