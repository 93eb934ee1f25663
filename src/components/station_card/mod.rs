//! A police station or service window: where, when, how to reach it.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, prelude::*};

use super::{
    MaybeText, Text,
    icon::{Icon, IconName},
};

/// One station.
#[component]
pub fn StationCard(
    /// Its name: "桂溪派出所".
    #[prop(into)]
    name: Text,
    /// Its address.
    #[prop(into)]
    address: Text,
    /// When it is open.
    #[prop(optional, into)]
    hours: MaybeText,
    /// Its telephone number, as dialled.
    #[prop(optional, into)]
    phone: MaybeText,
    /// Why it is shown: "您的申请由它办理".
    #[prop(optional, into)]
    note: MaybeText,
    /// What can be done with it.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
) -> impl IntoView {
    let line = |icon: IconName, words: MaybeText| {
        move || words.get().map(|words| view! { <li><Icon name=icon/><span>{words}</span></li> })
    };
    view! {
        <article class="station-card">
            {move || note.get().map(|words| view! { <p class="station-card-note">{words}</p> })}
            <h2 class="station-card-name">{name}</h2>
            <ul class="station-card-lines">
                {line(IconName::MapPin, address.into())} {line(IconName::Clock, hours)}
                {move || {
                    phone
                        .get()
                        .map(|number| {
                            let href = format!("tel:{number}");
                            view! { <li><Icon name=IconName::Phone/><a href=href>{number}</a></li> }
                        })
                }}
            </ul>
            {actions.map(|bar| view! { <div class="station-card-actions">{bar.run()}</div> })}
        </article>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_station_can_be_found_and_called() {
        let html = html(|| view! { <StationCard name="桂溪派出所" address="示例路 1 号" phone="028-00000000"/> });
        assert!(words(&html).contains("桂溪派出所") && words(&html).contains("示例路 1 号"));
        assert!(html.contains("href=\"tel:028-00000000\""));
    }
}
