//! In place of what is on record, while it may not be read: what is read and why, and the consent.

use leptos::prelude::*;
use wire::{ErrorCode, consent::ConsentScope};

use super::{
    apply::consent::{Agree, Asking, Terms},
    load::Answer,
};
use crate::{
    client::{self, ClientError},
    locales::t,
};

/// What the records answer, or nothing where they may not be read yet.
///
/// # Errors
/// Any other [`ClientError`].
pub fn if_allowed<T>(answer: Result<T, ClientError>) -> Result<Option<T>, ClientError> {
    match answer {
        Err(error) if error.code() == Some(ErrorCode::ConsentRequired) => Ok(None),
        answer => answer.map(Some),
    }
}

/// Asks for the consent, and fetches the answer again under it.
#[component]
pub fn RecordsFirst<T: 'static>(
    /// What is to be read.
    answer: Answer<Option<T>>,
) -> impl IntoView {
    let asking = Asking::new();
    let read = move || async move {
        client::consents::give(ConsentScope::Records).await?;
        answer.refetch();
        Ok(())
    };
    view! {
        <Terms
            asking
            refuse=t!(records.consent.refuse)
            missing=t!(records.consent.missing)
            otherwise=t!(records.consent.otherwise)
        />
        <Agree asking reading=read/>
    }
    .into_any()
}
