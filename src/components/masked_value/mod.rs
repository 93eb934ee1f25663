//! A personal datum that is shown only when asked, and not for long.

#[cfg(feature = "gallery")]
pub mod stories;

use std::time::Duration;

use leptos::prelude::*;

use super::{
    Text,
    icon::{Icon, IconName},
};

/// A masked value with a button that shows it in full for some seconds.
#[component]
pub fn MaskedValue(
    /// The masked value: "510***********003X".
    #[prop(into)]
    masked: Text,
    /// The full value.
    #[prop(into)]
    full: Text,
    /// On the button while masked: "显示".
    #[prop(into)]
    show_label: Text,
    /// On the button while shown: "隐藏".
    #[prop(into)]
    hide_label: Text,
    /// What it is, for the button's name: "身份证号".
    #[prop(into)]
    subject: Text,
    /// How long it stays shown.
    #[prop(default = Duration::from_secs(15))]
    shown_for: Duration,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(running) = timer.try_update_value(Option::take).flatten() {
            running.clear();
        }
    };
    on_cleanup(stop);
    let toggle = move |_| {
        stop();
        shown.update(|shown| *shown = !*shown);
        if shown.get_untracked() {
            // Without a timer it would stay open, so then it is not opened at all.
            match set_timeout_with_handle(move || shown.set(false), shown_for) {
                Ok(running) => timer.set_value(Some(running)),
                Err(_) => shown.set(false),
            }
        }
    };
    view! {
        <span class="masked-value">
            <span class="masked-value-text" aria-live="polite">
                {move || if shown.get() { full.get() } else { masked.get() }}
            </span>
            <button class="masked-value-button" type="button" on:click=toggle>
                {move || {
                    let name = if shown.get() { IconName::EyeOff } else { IconName::Eye };
                    view! { <Icon name/> }
                }}
                <span>{move || if shown.get() { hide_label.get() } else { show_label.get() }}</span>
                <span class="visually-hidden">" " {subject}</span>
            </button>
        </span>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn the_full_value_is_not_in_the_page_until_asked_for() {
        let html = html(|| {
            view! {
                <MaskedValue
                    masked="519***********0019"
                    full="519999199002280019"
                    show_label="显示"
                    hide_label="隐藏"
                    subject="身份证号"
                />
            }
        });
        assert!(words(&html).contains("519***********0019") && words(&html).contains("显示 身份证号"));
        assert!(!html.contains("519999199002280019"));
    }
}
