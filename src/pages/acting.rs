//! The line on every page that says for which child it is, and the way back to oneself.

use leptos::prelude::*;

use crate::{
    components::{notice::Notice, tone::Tone},
    device::acting,
    locales::{t, text},
};

/// For whom one acts here.
#[component]
pub fn ActingForChild() -> impl IntoView {
    let words = move || match acting::name() {
        Some(name) => text!(household.acting_for, name = name),
        None => text!(household.acting_for_child),
    };
    view! {
        <Notice tone=Tone::Info word=t!(household.acting_word)>
            <p class="row">
                <span>{words}</span>
                <a href=acting::address_for(None, "/household") rel="external">{t!(household.back_to_oneself)}</a>
            </p>
        </Notice>
    }
    .into_any()
}
