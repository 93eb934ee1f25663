//! The frame around a page: document title, way back, help, the news that the line is broken.

use leptos::{children::ViewFnOnce, prelude::*};

use super::languages::Languages;
use crate::{
    components::{
        Text,
        banner::Banner,
        focus::focus_by_id,
        notice::Announce,
        page::{HEADING_ID, PageLink, PageShell, PageShellProps},
        tone::Tone,
    },
    device::network,
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
    // The optional parts can't be passed on as such by the macro, only left out or given.
    PageShell(PageShellProps {
        demonstration: Signal::derive(t!(common.demonstration)),
        skip: Signal::derive(t!(common.skip)),
        title,
        heading: Some(heading),
        back,
        help: Some(PageLink::new(|| "/help".to_owned(), t!(common.help))),
        banner: Some(ViewFnOnce::from(offline)),
        progress: None,
        actions,
        summary: None,
        summary_label: None,
        children: Box::new(|| (children(), Languages()).into_any()),
    })
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
