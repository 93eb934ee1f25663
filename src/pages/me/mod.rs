//! `/me`: who is signed in, what was agreed to, and signing out.

mod consents;
mod sign_out;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use wire::{
    ErrorCode, Problem,
    consent::Consent,
    session::{RealNameCheck, SignedIn},
};

use self::{consents::Consents, sign_out::SignOut};
use super::{
    frame::{Frame, to_home},
    load::loaded,
};
use crate::{
    client::{self, ClientError},
    components::summary_list::{SummaryList, SummaryRow},
    locales::{t, text},
};

/// What concerns the person and not an application.
pub struct MePage;

#[lazy_route]
impl LazyRoute for MePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Me/> }.into_any()
    }
}

#[derive(Clone)]
struct Mine {
    person: SignedIn,
    consents: Vec<Consent>,
}

async fn load() -> Result<Mine, ClientError> {
    let nobody = || ClientError::Problem(Box::new(Problem::new(ErrorCode::SignInRequired)));
    let person = client::session::get().await?.signed_in.ok_or_else(nobody)?;
    Ok(Mine { person, consents: client::consents::list().await? })
}

#[component]
fn Me() -> impl IntoView {
    let mine = LocalResource::new(load);
    view! {
        <Frame title=t!(me.title) heading=t!(me.heading) back=to_home()>
            {loaded(
                mine,
                move |Mine { person, consents }| {
                    let owner = person.owner.clone();
                    view! {
                        <Person person/>
                        <Consents consents on_change=move |()| mine.refetch()/>
                        <SignOut owner/>
                    }
                    .into_any()
                },
            )}
        </Frame>
    }
}

#[component]
fn Person(person: SignedIn) -> impl IntoView {
    let checked_by = person.checked_by;
    let way = move || match checked_by {
        RealNameCheck::Face => text!(me.face),
        RealNameCheck::BankCard => text!(me.bank_card),
        RealNameCheck::NetworkIdentity => text!(me.network_identity),
        RealNameCheck::ServiceWindow => text!(me.service_window),
    };
    view! {
        <section class="stack" data-gap="tight" aria-labelledby="person">
            <h2 id="person">{t!(me.person)}</h2>
            <SummaryList>
                <SummaryRow term=t!(me.name)><span translate="no">{person.name}</span></SummaryRow>
                <SummaryRow term=t!(me.identity_number)>{person.identity_number_masked}</SummaryRow>
                <SummaryRow term=t!(me.checked_by)>{way}</SummaryRow>
            </SummaryList>
        </section>
    }
}
