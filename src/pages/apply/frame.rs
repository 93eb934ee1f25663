//! The frame around every page of an application: title, progress, what is to be known about saving, the way on.

use leptos::{children::ViewFnOnce, prelude::*};
use leptos_router::hooks::use_location;

use super::notices::Notices;
use crate::{
    components::{
        Text,
        page::{PageLink, PageProgress, PageShell},
        steps::Steps,
        task_list::Task,
    },
    locales::{moment, t, text},
    pages::{frame::arrive, languages::Languages},
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
    let place = use_location().hash.get_untracked().trim_start_matches('#').to_owned();
    arrive(heading, (!place.is_empty()).then_some(place));
    let summary = steps.map(|steps| ViewFnOnce::from(move || view! { <Steps label=t!(apply.steps_label) steps/> }));
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
            <Languages/>
        }
        .into_any()
    };
    shell(Shell { title, heading, back, progress, summary, actions, content: Box::new(content) })
}

struct Shell {
    title: Text,
    heading: Text,
    back: PageLink,
    progress: Option<PageProgress>,
    summary: Option<ViewFnOnce>,
    actions: Option<ViewFnOnce>,
    content: Children,
}

/// The component's optional parts can't be passed on as such, only left out or given.
fn shell(shell: Shell) -> AnyView {
    use crate::components::page::PageShellProps;
    let Shell { title, heading, back, progress, summary, actions, content } = shell;
    let help = PageLink::new(|| "/help".to_owned(), t!(common.help));
    let page = PageShellProps {
        demonstration: Signal::derive(t!(common.demonstration)),
        skip: Signal::derive(t!(common.skip)),
        title,
        heading: Some(heading),
        back: Some(back),
        help: Some(help),
        banner: None,
        progress,
        actions,
        summary_label: summary.as_ref().map(|_| Signal::derive(t!(apply.steps_label))),
        summary,
        children: content,
    };
    PageShell(page).into_any()
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
