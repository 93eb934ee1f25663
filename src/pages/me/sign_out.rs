//! Signing out, and on a phone that others use too, leaving nothing behind.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    client::{self, ClientError},
    components::{
        button::{Button, ButtonKind},
        checkbox::Checkbox,
    },
    device::{
        storage::{self, Store},
        tab,
    },
    locales::{t, text},
    pages::load::Failed,
    wizard,
};

/// Under whose identifiers this device may keep something: the person's own and their children's.
async fn owners(own: String) -> Vec<String> {
    let household = client::household::get().await;
    let members = household.into_iter().flat_map(|household| household.members).map(|member| member.owner);
    members.chain([own]).collect()
}

/// Ends the session here and at the identity provider.
#[component]
pub fn SignOut(
    /// The person's identifier, under which this device keeps their drafts.
    owner: String,
) -> impl IntoView {
    let owner = StoredValue::new(owner);
    let clear = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ClientError>);
    let sign_out = move |()| {
        busy.set(true);
        failure.set(None);
        let clear = clear.get_untracked();
        spawn_local(async move {
            // What lies here may be a child's, too; who they are is told to whoever is signed in.
            let owners = if clear { owners(owner.get_value()).await } else { Vec::new() };
            match client::session::sign_out().await {
                Ok(signed_out) => {
                    wizard::lock().await;
                    tab::forget_all();
                    for kept in owners.iter().map(|owner| format!("{owner}/")) {
                        // What the device refuses to delete it would refuse to read, too.
                        let _ = storage::delete_all(Store::Drafts, &kept).await;
                        let _ = storage::delete_all(Store::Pictures, &kept).await;
                    }
                    // It fails for malformed addresses only, and this one is the server's.
                    let _ = window().location().set_href(&signed_out.redirect_to);
                }
                Err(error) => {
                    let _ = failure.try_set(Some(error));
                    let _ = busy.try_set(false);
                }
            }
        });
    };
    view! {
        <section class="stack" aria-labelledby="sign-out">
            <h2 id="sign-out">{t!(me.sign_out)}</h2>
            <p>{t!(me.sign_out_words)}</p>
            <Checkbox id="clear" checked=clear on_change=move |on| clear.set(on) hint=Signal::derive(|| Some(text!(me.clear_hint)))>
                {t!(me.clear)}
            </Checkbox>
            <Failed failure/>
            <Button
                kind=ButtonKind::Secondary
                busy
                busy_label=Signal::derive(|| Some(text!(me.signing_out)))
                on_press=sign_out
            >
                {t!(me.sign_out)}
            </Button>
        </section>
    }
}
