//! The line on every page that says for which child it is, and the way back to oneself.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    client,
    components::{notice::Notice, tone::Tone},
    device::acting::address_for,
    locales::{t, text},
};

thread_local! {
    /// The child's name, asked for once: a tab is opened anew for another child.
    static NAME: ArcRwSignal<Option<String>> = {
        let name = ArcRwSignal::new(None);
        let known = name.clone();
        spawn_local(async move {
            // Without an answer the line does without the name; what the page itself asks for says why.
            if let Ok(session) = client::session::get().await {
                known.set(session.signed_in.map(|signed_in| signed_in.name));
            }
        });
        name
    };
}

/// For whom one acts here.
#[component]
pub fn ActingForChild() -> impl IntoView {
    let name = NAME.with(Clone::clone);
    let words = move || match name.get() {
        Some(name) => text!(household.acting_for, name = name),
        None => text!(household.acting_for_child),
    };
    view! {
        <Notice tone=Tone::Info word=t!(household.acting_word)>
            <p class="row">
                <span>{words}</span>
                <a href=address_for(None, "/household") rel="external">{t!(household.back_to_oneself)}</a>
            </p>
        </Notice>
    }
    .into_any()
}
