//! `/household`: the people whom one applies for, each with what is theirs.

mod children;
mod member;

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use self::{children::Children, member::Person};
use super::{
    frame::{Frame, to_home},
    load::loaded,
};
use crate::{client, device::acting, locales::t};

/// Oneself and one's children.
pub struct HouseholdPage;

#[lazy_route]
impl LazyRoute for HouseholdPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Household/> }.into_any()
    }
}

#[component]
fn Household() -> impl IntoView {
    let household = LocalResource::new(client::household::get);
    view! {
        <Frame title=t!(household.title) heading=t!(household.heading) back=to_home()>
            <p class="lead">{t!(household.lead)}</p>
            {loaded(
                household,
                move |known| {
                    let looked_up_at = known.looked_up_at;
                    let alone = known.members.len() == 1;
                    // The consent to ask the register is one's own, so it is not given as a child.
                    let oneself = acting::child().is_none();
                    let members = known.members.into_iter().enumerate().map(|(place, member)| {
                        view! { <Person member is_oneself=place == 0/> }
                    });
                    view! {
                        {members.collect_view()}
                        {oneself.then(|| view! { <Children household looked_up_at alone/> })}
                    }
                    .into_any()
                },
            )}
        </Frame>
    }
}
