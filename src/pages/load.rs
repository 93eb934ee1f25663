//! What a page shows until its data are there, and instead of them.

use leptos::prelude::*;

use super::sign_in::SignInFirst;
use crate::{
    client::{ClientError, client_error_text},
    components::{
        button::{Button, ButtonKind},
        notice::{Announce, Notice},
        skeleton::Skeleton,
        tone::Tone,
    },
    locales::t,
};

/// What the API answers to a page.
pub type Answer<T> = LocalResource<Result<T, ClientError>>;

/// The page's content once the API has answered; until then its shape, and where it fails, what can be done.
pub fn loaded<T: Clone + 'static>(answer: Answer<T>, content: impl Fn(T) -> AnyView + Send + 'static) -> impl IntoView {
    move || match answer.get() {
        None => view! { <Skeleton words=t!(common.opening) lines=5/> }.into_any(),
        Some(Ok(value)) => content(value),
        Some(Err(error)) if error.needs_sign_in() => view! { <SignInFirst/> }.into_any(),
        Some(Err(error)) => view! { <Trouble error on_again=move |()| answer.refetch()/> }.into_any(),
    }
}

/// What did not work of something that was pressed, once it hasn't.
#[component]
pub fn Failed(
    /// What went wrong, if anything.
    failure: RwSignal<Option<ClientError>>,
) -> impl IntoView {
    move || {
        failure.get().map(|error| {
            view! {
                <Notice tone=Tone::Warn word=t!(common.word.trouble) announce=Announce::AtOnce>
                    <p>{move || client_error_text(&error)}</p>
                </Notice>
            }
        })
    }
}

/// Something did not work: what, and trying again.
#[component]
pub fn Trouble(
    /// What went wrong.
    error: ClientError,
    /// Tries again.
    #[prop(into)]
    on_again: Callback<()>,
) -> impl IntoView {
    view! {
        <Notice tone=Tone::Warn word=t!(common.word.trouble) announce=Announce::AtOnce>
            <p>{move || client_error_text(&error)}</p>
            <Button kind=ButtonKind::Secondary on_press=on_again>{t!(common.again)}</Button>
        </Notice>
    }
}
