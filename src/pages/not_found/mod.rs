//! Shown for an address that no page has.

use leptos::prelude::*;

use super::frame::{Frame, to_home};
use crate::{components::button::ButtonLink, locales::t};

/// Says that there is no such page, and leads home.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Frame
            title=t!(common.app_name)
            heading=t!(common.not_found.title)
            back=to_home()
            actions=|| view! { <ButtonLink href="/">{t!(common.not_found.home)}</ButtonLink> }
        >
            <p>{t!(common.not_found.words)}</p>
        </Frame>
    }
}
