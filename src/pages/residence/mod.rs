//! `/residence`: the registrations of residence (居住登记), what they mean today, and the days to remember.

mod dates;
mod history;
mod ics;
mod now;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use rules::{RuleSet, records::Records};

use self::{dates::Dates, history::History, now::Today};
use super::{
    frame::{Frame, to_home},
    load::loaded,
    records_first::{RecordsFirst, if_allowed},
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

async fn load() -> Result<Option<Records>, ClientError> {
    if_allowed(client::records::get().await)
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
                    None => view! { <RecordsFirst answer=records/> }.into_any(),
                },
            )}
        </Frame>
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
