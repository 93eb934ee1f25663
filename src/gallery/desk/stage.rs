//! The frame in which a story is shown, or one for each theme beside each other.

use leptos::{html::Iframe, prelude::*};

use super::{Desk, desk};
use crate::gallery::address::{Address, Host, Theme, View};

type Change = fn(&mut Address);

/// The themes that stand beside each other: their names in both languages, and how each changes the address.
const THEMES: &[(&str, &str, Change)] = &[
    ("标准", "Standard", |address| address.settings.theme = Theme::Light),
    ("深色", "Dark", |address| address.settings.theme = Theme::Dark),
    ("高对比", "High contrast", |address| address.settings.contrast = true),
    ("大字版", "Elder", |address| address.settings.elder = true),
    ("大字版深色", "Elder, dark", |address| {
        address.settings.elder = true;
        address.settings.theme = Theme::Dark;
    }),
];

/// The story of the address.
#[component]
pub fn Stage() -> impl IntoView {
    let desk = desk();
    let beside = Memo::new(move |_| desk.address.with(|address| address.beside));
    view! {
        <div class="desk-stage" data-beside=move || beside.get().then_some("")>
            {move || {
                if beside.get() {
                    let frames = THEMES.iter().map(|(zh, en, change)| {
                        view! {
                            <figure class="desk-theme">
                                <figcaption>{move || desk.words(zh, en)}</figcaption>
                                <Frame change=*change/>
                            </figure>
                        }
                    });
                    frames.collect_view().into_any()
                } else {
                    view! { <Frame change=|_| ()/> }.into_any()
                }
            }}
        </div>
    }
}

/// One frame. Its page is loaded once; afterwards only what stands behind the `#` of its address changes, so that what
/// was typed into the story stays.
#[component]
fn Frame(change: Change) -> impl IntoView {
    let desk = desk();
    let frame = NodeRef::<Iframe>::new();
    let wanted = Memo::new(move |_| desk.address.with(|address| address.with(change).hash()));
    let first = format!("gallery.html?canvas{}", wanted.get_untracked());
    Effect::new(move || {
        let hash = wanted.get();
        if let Some(inside) = frame.get().and_then(|frame| frame.content_window()) {
            // Refused only while the frame's page is not there yet, and that one was given its address already.
            let _ = inside.location().replace(&format!("gallery.html?canvas{hash}"));
        }
    });
    let width = move || desk.address.with(|address| address.settings.viewport.width().to_string());
    view! {
        <div class="desk-device" data-host=move || desk.address.with(|address| format!("{:?}", address.settings.host))>
            <HostBar desk/>
            <iframe node_ref=frame class="desk-frame" src=first width=width title=move || title(desk)></iframe>
        </div>
    }
}

/// What the host's program shows above the page.
#[component]
fn HostBar(desk: Desk) -> impl IntoView {
    move || {
        let words = match desk.address.with(|address| address.settings.host) {
            Host::Browser => None,
            Host::WeChat => Some(("✕", "蓉居", "•••")),
            Host::CitizenCloud => Some(("‹", "居住证", "⊙")),
        };
        words.map(|(left, title, right)| {
            view! {
                <div class="desk-host" aria-hidden="true">
                    <span>{left}</span>
                    <span>{title}</span>
                    <span>{right}</span>
                </div>
            }
        })
    }
}

fn title(desk: Desk) -> String {
    desk.address.with(|address| match &address.view {
        View::Story { component, story } => format!("{component}/{story}"),
        _ => desk.words("全部例子", "All stories").to_owned(),
    })
}
