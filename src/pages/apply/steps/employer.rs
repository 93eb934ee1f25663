//! The employer's name, found by its code.

use leptos::{prelude::*, task::spawn_local};
use rules::{credit_code, field::Field};
use wire::employer::Employer;

use crate::{
    client,
    components::button::{Button, ButtonKind},
    locales::{t, text},
    wizard::Wizard,
};

/// Below the employer's code: the name that the register has under it, and a button that writes it into the form. A name
/// that is not filled in yet is filled in at once. A code that nobody has is one that the station will ask about.
#[component]
pub fn EmployerByCode(
    /// The application.
    wizard: Wizard,
) -> impl IntoView {
    let code = wizard.answer(Field::EmployerCode);
    let employer = wizard.answer(Field::Employer);
    let asks = wizard.asks(Field::EmployerCode);
    // No resource: the page would be taken away until the answer is there.
    let known = RwSignal::new(None::<Option<Employer>>);
    let asked = Memo::new(move |_| {
        let code = code.with(|code| code.trim().to_ascii_uppercase());
        (asks.get() && credit_code::is_valid(&code)).then_some(code)
    });
    Effect::new(move |_| {
        known.set(None);
        let Some(code) = asked.get() else { return };
        spawn_local(async move {
            let found = client::employers::find(&code).await;
            // The page may have been left, and the code changed, meanwhile. Without an answer there is nothing to say: the
            // name is filled in by hand, as it would be without a code.
            if let Ok(found) = found
                && asked.try_get_untracked().flatten().as_ref() == Some(&code)
            {
                known.set(Some(found));
            }
        });
    });
    let fill_in = move |name: String| wizard.answer_with(Field::Employer, name);
    Effect::new(move |_| {
        if let Some(Some(employer)) = known.get()
            && wizard.with_draft_now(|draft| draft.answer(Field::Employer).trim().is_empty())
        {
            fill_in(employer.name);
        }
    });
    let words = move || {
        Some(match known.get()? {
            None => text!(apply.ground.employer_unknown),
            Some(known) => text!(apply.ground.employer_found, name = known.name),
        })
    };
    let other = Memo::new(move |_| {
        let name = known.get().flatten()?.name;
        employer.with(|employer| employer.trim() != name).then_some(name)
    });
    view! {
        // There before its words, or they would not be said.
        <Show when=move || asks.get()>
            <div role="status">{move || words().map(|words| view! { <p class="hint">{words}</p> })}</div>
        </Show>
        {move || {
            other
                .get()
                .map(|name| {
                    view! {
                        <Button kind=ButtonKind::Secondary on_press=move |()| fill_in(name.clone())>
                            {t!(apply.ground.employer_take)}
                        </Button>
                    }
                })
        }}
    }
    .into_any()
}
