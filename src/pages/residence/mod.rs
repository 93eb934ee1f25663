//! `/residence`: the registrations of residence (居住登记), what they mean today, and the days to remember.

mod dates;
mod history;
mod ics;
mod now;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use rules::{RuleSet, records::Records};
use wire::{ErrorCode, consent::ConsentScope};

use self::{dates::Dates, history::History, now::Today};
use super::{
    apply::consent::{Agree, Asking, Terms},
    frame::{Frame, to_home},
    load::{Answer, loaded},
};
use crate::{
    client::{self, ClientError},
    components::details::Details,
    device::clock,
    locales::t,
};

/// What everything starts from, and what comes of it.
pub struct ResidencePage;

#[lazy_route]
impl LazyRoute for ResidencePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Residence/> }.into_any()
    }
}

/// The records, or nothing where they may not be read yet.
async fn load() -> Result<Option<Records>, ClientError> {
    match client::records::get().await {
        Err(error) if error.code() == Some(ErrorCode::ConsentRequired) => Ok(None),
        records => records.map(Some),
    }
}

#[component]
fn Residence() -> impl IntoView {
    let records = LocalResource::new(load);
    view! {
        <Frame title=t!(residence.title) heading=t!(residence.heading) back=to_home()>
            {loaded(
                records,
                move |records_read| match records_read {
                    Some(records) => view! { <Known records/> }.into_any(),
                    None => view! { <Ask records/> }.into_any(),
                },
            )}
        </Frame>
    }
}

#[component]
fn Ask(records: Answer<Option<Records>>) -> impl IntoView {
    let asking = Asking::new();
    let read = move || async move {
        client::consents::give(ConsentScope::Records).await?;
        records.refetch();
        Ok(())
    };
    view! {
        <Terms
            asking
            refuse=t!(residence.consent.refuse)
            missing=t!(residence.consent.missing)
            otherwise=t!(residence.consent.otherwise)
        />
        <Agree asking reading=read/>
    }
}

#[component]
fn Known(records: Records) -> impl IntoView {
    let today = clock::today();
    let rules = RuleSet::in_force_on(today);
    let dates = dates::of(rules, &records, today);
    view! {
        <Today rules records=records.clone() today/>
        <Details summary=t!(residence.register)>
            <p>{t!(residence.register_words)}</p>
        </Details>
        <Dates dates today/>
        <History records today/>
    }
}
