//! Photographing with a phone what is filled in on a computer: a code that leads the phone to the same step, where its
//! owner signs in, and the pictures arrive here.

use std::time::Duration;

use leptos::{prelude::*, task::spawn_local, wasm_split};
use rules::steps::Step;

use crate::{
    components::{
        button::{Button, ButtonKind},
        qr_code::QrCode,
    },
    device::{acting, clock, visibility},
    locales::t,
    wizard::Wizard,
};

/// The name of the split point: most people never need the code, which is drawn by a library of its own.
pub const CODE: &str = "phone_code";

/// How often it is looked whether something has arrived.
const LOOK_EVERY: Duration = Duration::from_secs(3);
/// After that nobody is going to photograph any more.
const LOOK_FOR: Duration = Duration::from_secs(15 * 60);

#[wasm_split::wasm_split(phone_code, wasm_split_path = ::leptos::wasm_split)]
fn code(address: String) -> AnyView {
    let shown = address.clone();
    view! {
        <QrCode value=Signal::stored(address) label=Signal::derive(t!(apply.pictures.on_phone.label))>
            <p>{t!(apply.pictures.on_phone.words)}</p>
            <p class="hint" translate="no">{shown}</p>
        </QrCode>
    }
    .into_any()
}

/// On wide screens: the button, and once it is pressed the code.
#[component]
pub fn OnPhone(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let shows = StoredValue::new(0u32);
    let show = move |()| {
        shown.set(true);
        // Who hides the code and shows it again at once begins to look anew, and the one before ends.
        shows.update_value(|shows| *shows += 1);
        let now = shows.get_value();
        // The phone goes on from what the server has.
        wizard.keep_now();
        spawn_local(watch(wizard, shown, move || {
            shows.try_get_value() == Some(now) && shown.try_get_untracked() == Some(true)
        }));
    };
    let address = move || {
        let origin = window().location().origin().unwrap_or_default();
        let path = wizard.target().step_address(Step::Pictures);
        // The phone acts for the same child.
        let path = acting::child().map_or_else(|| path.clone(), |child| acting::address_for(Some(&child), &path));
        format!("{origin}{path}")
    };
    let drawn = move || {
        let address = address();
        view! { <Suspense>{Suspend::new(async move { code(address).await })}</Suspense> }
    };
    view! {
        <div class="wide-screens card stack" data-gap="tight">
            <Show
                when=move || shown.get()
                fallback=move || {
                    view! {
                        <p>{t!(apply.pictures.on_phone.lead)}</p>
                        <Button kind=ButtonKind::Secondary on_press=show>{t!(apply.pictures.on_phone.show)}</Button>
                    }
                }
            >
                {drawn}
                <p role="status" class="hint">{t!(apply.pictures.on_phone.waiting)}</p>
                <Button kind=ButtonKind::Secondary on_press=move |()| shown.set(false)>
                    {t!(apply.pictures.on_phone.hide)}
                </Button>
            </Show>
        </div>
    }
    .into_any()
}

/// Takes up what the phone saves, while the code is shown and seen. The page may be left meanwhile, and its signals with it.
async fn watch(wizard: Wizard, shown: RwSignal<bool>, goes_on: impl Fn() -> bool) {
    let began = clock::now();
    while goes_on() {
        if clock::now().duration_since(began).unsigned_abs() >= LOOK_FOR {
            shown.set(false);
            return;
        }
        clock::sleep(LOOK_EVERY).await;
        if goes_on() && !visibility::is_hidden() {
            wizard.look_elsewhere().await;
        }
    }
}
