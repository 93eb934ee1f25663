//! `/display`: how the app is shown on this device: larger words and elder mode, light or dark, contrast.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::{frame::Frame, way_back::way_back};
use crate::{
    components::{MaybeText, Text, button::ButtonLink, choice::Choice, radio_cards::RadioCards},
    device::display::{Setting, choose, chosen},
    locales::{t, text},
};

/// The display settings. Every choice holds at once and is remembered on the device.
pub struct DisplayPage;

#[lazy_route]
impl LazyRoute for DisplayPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Display/> }.into_any()
    }
}

#[component]
fn Display() -> impl IntoView {
    let back = way_back();
    view! {
        <Frame
            title=t!(display.title)
            heading=t!(display.heading)
            back
            actions=move || view! { <ButtonLink href=back.href>{t!(display.done)}</ButtonLink> }
        >
            <p class="hint">{t!(display.lead)}</p>
            <Choose setting=Setting::Elder label=t!(display.size.label) hint=Signal::derive(t!(display.size.hint))/>
            <Choose setting=Setting::Theme label=t!(display.theme.label)/>
            <Choose setting=Setting::Contrast label=t!(display.contrast.label)/>
        </Frame>
    }
}

#[component]
fn Choose(setting: Setting, #[prop(into)] label: Text, #[prop(optional)] hint: Option<Text>) -> impl IntoView {
    let choice = move |value: &&'static str| {
        let value = *value;
        Choice::new(value, move || name(setting, value))
    };
    let choices: Vec<_> = setting.values().iter().map(choice).collect();
    let hint: MaybeText = Signal::derive(move || hint.map(|hint| hint.get()));
    view! {
        <RadioCards
            id=setting.id()
            label
            hint
            value=Signal::derive(move || chosen(setting).to_owned())
            choices=Signal::stored(choices)
            on_change=move |value: String| choose(setting, &value)
        />
    }
}

fn name(setting: Setting, value: &str) -> String {
    match (setting, value) {
        (Setting::Elder, "large") => text!(display.size.large),
        (Setting::Elder, "largest") => text!(display.size.largest),
        (Setting::Elder, _) => text!(display.size.standard),
        (Setting::Theme, "light") => text!(display.theme.light),
        (Setting::Theme, "dark") => text!(display.theme.dark),
        (Setting::Contrast, "more") => text!(display.contrast.more),
        (Setting::Contrast, "normal") => text!(display.contrast.normal),
        (Setting::Theme | Setting::Contrast, _) => text!(display.as_phone),
    }
}
