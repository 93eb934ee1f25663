//! The frame around every page of an application: title, progress, what is to be known about saving, the way on.

use leptos::{children::ViewFnOnce, prelude::*};
use leptos_router::hooks::use_location;

use super::notices::Notices;
use crate::{
    components::{
        Text,
        page::{PageLink, PageProgress},
        steps::Steps,
        task_list::Task,
    },
    locales::{moment, t, text},
    pages::{
        frame::{Shell, arrive, shell},
        one_by_one::one_by_one,
    },
    wizard::{Local, Wizard},
};

/// A page of an application.
#[component]
pub fn Frame(
    /// The short title in the top bar.
    #[prop(into)]
    title: Text,
    /// The page's heading; the document's title is made of it.
    #[prop(into)]
    heading: Text,
    /// The way back.
    back: PageLink,
    /// The application, once it is open.
    #[prop(optional)]
    wizard: Option<Wizard>,
    /// Where one is in the steps.
    #[prop(optional)]
    progress: Option<PageProgress>,
    /// The steps, for the quiet summary.
    #[prop(optional, into)]
    steps: Option<Signal<Vec<Task>>>,
    /// The way on.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The content.
    children: Children,
) -> impl IntoView {
    // One by one, the address names the question, whose heading is the page's.
    let place = use_location().hash.get_untracked().trim_start_matches('#').to_owned();
    arrive(heading, (!place.is_empty() && one_by_one().is_none()).then_some(place));
    let summary = steps.map(|steps| {
        let list = ViewFnOnce::from(move || view! { <Steps label=t!(apply.steps_label) steps/> });
        (Signal::derive(t!(apply.steps_label)), list)
    });
    let actions = actions.map(|actions| {
        ViewFnOnce::from(move || {
            view! {
                {actions.run()}
                {wizard.map(|wizard| view! { <Saved wizard/> })}
            }
        })
    });
    let content = move || {
        view! {
            {wizard.map(|wizard| view! { <Notices wizard/> })}
            {children()}
        }
        .into_any()
    };
    shell(Shell {
        title,
        heading,
        back: Some(back),
        banner: None,
        progress,
        summary,
        actions,
        content: Box::new(content),
    })
}

/// When it was last kept on the phone.
#[component]
fn Saved(wizard: Wizard) -> impl IntoView {
    move || match wizard.saving.local() {
        Local::Kept(at) => {
            let words = move || text!(apply.saved_at, time = moment(at));
            Some(view! { <p class="hint">{words}</p> }.into_any())
        }
        Local::Keeping => Some(view! { <p class="hint">{t!(apply.saving)}</p> }.into_any()),
        Local::Nothing | Local::NotKept(_) => None,
    }
}
