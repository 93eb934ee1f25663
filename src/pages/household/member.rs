//! A person with what they have begun and submitted, and the way to act for them.

use leptos::prelude::*;
use wire::household::Member;

use crate::{
    components::{
        button::{ButtonKind, ButtonLink},
        cells::Cells,
    },
    device::acting::{self, address_for},
    locales::{t, text},
    pages::applications::entries::{Begun, Submitted},
};

/// A person whom one applies for.
#[component]
pub fn Person(
    /// Who.
    member: Member,
    /// Whether it is whoever signed in.
    is_oneself: bool,
) -> impl IntoView {
    let Member { owner, name, identity_number_masked, applications, drafts } = member;
    let child = (!is_oneself).then_some(owner);
    let is_now = acting::child() == child;
    if is_now && child.is_some() {
        acting::know_name(&name);
    }
    let heading = format!("member-{}", child.as_deref().unwrap_or("self"));
    let nothing = applications.is_empty() && drafts.is_empty();
    // Addresses of another person's are opened anew, as that person's.
    let at = StoredValue::new(child);
    let address = move |path: &str| {
        if is_now { path.to_owned() } else { at.with_value(|child| address_for(child.as_deref(), path)) }
    };
    let spoken = StoredValue::new(name.clone());
    let act = move || {
        if is_oneself { text!(household.for_oneself) } else { text!(household.for_child, name = spoken.get_value()) }
    };
    view! {
        <section class="card stack" data-gap="tight" aria-labelledby=heading>
            <h2 id=heading.clone()>
                <span translate="no">{name}</span> " "
                {move || if is_oneself { text!(household.oneself) } else { text!(household.child) }}
            </h2>
            <p class="hint">
                {move || if is_oneself { text!(household.oneself) } else { text!(household.child) }} " "
                <span translate="no">{identity_number_masked}</span>
            </p>
            {if nothing {
                view! { <p>{t!(household.nothing)}</p> }.into_any()
            } else {
                view! {
                    <Cells>
                        {drafts.into_iter().map(|draft| view! { <Begun draft address outside=!is_now/> }).collect_view()}
                        {applications
                            .into_iter()
                            .map(|summary| view! { <Submitted summary address outside=!is_now/> })
                            .collect_view()}
                    </Cells>
                }
                .into_any()
            }}
            <ButtonLink href=address("/") outside=!is_now kind=ButtonKind::Secondary>{act}</ButtonLink>
        </section>
    }
}
