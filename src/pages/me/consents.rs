//! The consents that stand, each with what it means and taking it back (个人信息保护法 Art. 15).

use leptos::{prelude::*, task::spawn_local};
use rules::explain;
use wire::consent::{Consent, ConsentScope};

use crate::{
    client::{self, ClientError},
    components::{
        button::{Button, ButtonKind},
        dialog::Dialog,
    },
    device::clock,
    locales::{locale, t, text},
    pages::load::Failed,
};

/// The consents, or that there is none.
#[component]
pub fn Consents(
    /// Those that stand.
    consents: Vec<Consent>,
    /// Called once one is taken back.
    #[prop(into)]
    on_change: Callback<()>,
) -> impl IntoView {
    let none = consents.is_empty();
    let items = consents.into_iter().map(|consent| view! { <Item consent on_change/> }).collect_view();
    view! {
        <section class="stack" aria-labelledby="consents">
            <h2 id="consents">{t!(me.consents)}</h2>
            {none.then(|| view! { <p>{t!(me.no_consents)}</p> })}
            {items}
        </section>
    }
}

#[component]
fn Item(consent: Consent, on_change: Callback<()>) -> impl IntoView {
    let Consent { scope, given_at, .. } = consent;
    let asking = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let withdraw = move |()| {
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let result = client::consents::withdraw(scope).await;
            // The page may have been left meanwhile.
            let _ = busy.try_set(false);
            let _ = asking.try_set(false);
            match result {
                Ok(()) => on_change.run(()),
                Err(error) => {
                    let _ = failure.try_set(Some(error));
                }
            }
        });
    };
    let given = move || text!(me.given_on, date = explain::date(clock::date_in_chengdu(given_at), locale()));
    view! {
        <article class="card stack" data-gap="tight">
            <h3>{move || title(scope)}</h3>
            <p>
                {move || meaning(scope)} " "
                {(scope == ConsentScope::Records)
                    .then(|| view! { <a href="/records">{t!(me.record_list)}</a> })}
            </p>
            <p class="hint">{given}</p>
            <Failed failure/>
            <Button kind=ButtonKind::Secondary on_press=move |()| asking.set(true)>{t!(me.withdraw)}</Button>
            <Dialog
                id=format!("withdraw-{}", scope.id())
                title=t!(me.withdraw_question)
                open=asking
                on_close=move |()| asking.set(false)
                close_label=t!(common.close)
                actions=move || {
                    view! {
                        <Button kind=ButtonKind::Secondary on_press=move |()| asking.set(false)>{t!(me.keep)}</Button>
                        <Button
                            kind=ButtonKind::Danger
                            busy
                            busy_label=Signal::derive(|| Some(text!(me.withdrawing)))
                            on_press=withdraw
                        >
                            {t!(me.withdraw)}
                        </Button>
                    }
                }
            >
                <p>{move || consequence(scope)}</p>
            </Dialog>
        </article>
    }
}

fn title(scope: ConsentScope) -> String {
    match scope {
        ConsentScope::Records => text!(me.records.title),
        ConsentScope::Post => text!(me.post.title),
    }
}

fn meaning(scope: ConsentScope) -> String {
    match scope {
        ConsentScope::Records => text!(me.records.meaning),
        ConsentScope::Post => text!(me.post.meaning),
    }
}

fn consequence(scope: ConsentScope) -> String {
    match scope {
        ConsentScope::Records => text!(me.records.consequence),
        ConsentScope::Post => text!(me.post.consequence),
    }
}
