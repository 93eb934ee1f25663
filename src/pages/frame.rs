//! The frame around a page: document title, way back, display settings, help, the news that the line is broken.

use leptos::{children::ViewFnOnce, prelude::*};
use leptos_router::hooks::use_location;

use super::{acting::ActingForChild, languages::Languages, read_aloud::ReadAloud, way_back::link_with_way_back};
use crate::{
    components::{
        Text,
        banner::Banner,
        focus::focus_by_id,
        notice::Announce,
        page::{HEADING_ID, PageLink, PageProgress, PageShell, PageShellProps},
        tone::Tone,
    },
    device::{acting, display, network},
    locales::{t, text},
};

/// A page outside of an application being filled in.
#[component]
pub fn Frame(
    /// The short title in the top bar.
    #[prop(into)]
    title: Text,
    /// The page's heading; the document's title is made of it.
    #[prop(into)]
    heading: Text,
    /// Where back leads; nowhere from the home page.
    #[prop(optional)]
    back: Option<PageLink>,
    /// Where one is in a row of questions.
    #[prop(optional_no_strip)]
    progress: Option<PageProgress>,
    /// The way on.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The content.
    children: Children,
) -> impl IntoView {
    arrive(heading, None);
    let online = network::online();
    let offline = move || {
        move || {
            (!online.get()).then(|| {
                view! {
                    <Banner tone=Tone::Warn word=t!(common.word.attention) announce=Announce::Politely>
                        {t!(common.offline)}
                    </Banner>
                }
            })
        }
    };
    let banner = Some(ViewFnOnce::from(offline));
    shell(Shell { title, heading, back, banner, progress, summary: None, actions, content: children })
}

/// What a page puts into the frame that is the same around all of them.
pub struct Shell {
    /// The short title in the top bar.
    pub title: Text,
    /// The page's heading.
    pub heading: Text,
    /// Where back leads.
    pub back: Option<PageLink>,
    /// News that concern the whole page.
    pub banner: Option<ViewFnOnce>,
    /// Where one is in a row of steps.
    pub progress: Option<PageProgress>,
    /// The quiet summary with its name.
    pub summary: Option<(Text, ViewFnOnce)>,
    /// The way on.
    pub actions: Option<ViewFnOnce>,
    /// The content.
    pub content: Children,
}

/// The page in its frame: the way to the display settings and to help on every page, and in elder mode its words read
/// aloud.
pub fn shell(shell: Shell) -> AnyView {
    let Shell { title, heading, back, banner, progress, summary, actions, content } = shell;
    let here = use_location().pathname;
    // A page has no link to itself.
    let tool = |address: &'static str, label: Text| {
        let elsewhere = here.with_untracked(|path| path != address);
        elsewhere.then(|| PageLink::new(link_with_way_back(address), label))
    };
    let display = tool("/display", Signal::derive(t!(common.display)));
    let help = tool("/help", Signal::derive(t!(common.help)));
    let content = move || {
        view! {
            {acting::child().map(|_| view! { <ActingForChild/> })}
            {move || display::elder().then(|| view! { <ReadAloud/> })}
            {content()}
        }
        .into_any()
    };
    let (summary_label, summary) = summary.unzip();
    // The optional parts can't be passed on as such by the macro, only left out or given.
    PageShell(PageShellProps {
        demonstration: Signal::derive(t!(common.demonstration)),
        skip: Signal::derive(t!(common.skip)),
        title,
        heading: Some(heading),
        back,
        display,
        help,
        banner,
        progress,
        actions,
        languages: Some(ViewFnOnce::from(|| view! { <Languages/> })),
        summary,
        summary_label,
        children: Box::new(content),
    })
    .into_any()
}

/// The link back to the home page.
pub fn to_home() -> PageLink {
    PageLink::new(|| "/".to_owned(), t!(common.home))
}

thread_local! {
    /// The first page was put up by the browser, which has its own place to begin reading.
    static ARRIVED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Says where one has come to: by the document's title, and after a change of page by putting the focus on the
/// heading, or on the `place` that the address names, so that keyboard and screen reader go on from there.
pub fn arrive(heading: Text, place: Option<String>) {
    Effect::new(move |_| document().set_title(&text!(common.document_title, page = heading.get())));
    Effect::new(move |_| {
        if ARRIVED.replace(true) || place.is_some() {
            let place = place.clone();
            request_animation_frame(move || focus_by_id(place.as_deref().unwrap_or(HEADING_ID)));
        }
    });
}
