//! `/`: what this is, the services, and the way to what is one's own.

use leptos::prelude::*;

use super::frame::Frame;
use crate::{
    components::{
        cells::{Cell, Cells},
        elder_switch::ElderSwitch,
        icon::IconName,
        said,
    },
    device::display::{self, DEFAULT, LARGE, Setting},
    locales::t,
};

/// The home page. Rendered into index.html at build time, so its links must work without any script.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <Frame title=t!(common.app_name) heading=t!(home.heading)>
            <Display/>
            <p class="lead">{t!(home.lead)}</p>
            <Cells>
                <Cell
                    href="/check"
                    icon=IconName::Search
                    label=t!(home.check.title)
                    detail=said(t!(home.check.words))
                />
            </Cells>
            <section class="stack" aria-labelledby="services">
                <h2 id="services">{t!(home.services)}</h2>
                <Cells>
                    <Cell
                        href="/apply/first_issue"
                        icon=IconName::IdCard
                        label=t!(home.first_issue.title)
                        detail=said(t!(home.first_issue.words))
                    />
                    <Cell
                        href="/apply/endorsement"
                        icon=IconName::Calendar
                        label=t!(home.endorsement.title)
                        detail=said(t!(home.endorsement.words))
                    />
                    <Cell
                        href="/apply/reissue"
                        icon=IconName::Plus
                        label=t!(home.reissue.title)
                        detail=said(t!(home.reissue.words))
                    />
                    <Cell
                        href="/apply/exchange"
                        icon=IconName::Retake
                        label=t!(home.exchange.title)
                        detail=said(t!(home.exchange.words))
                    />
                    <Cell
                        href="/apply/change_of_details"
                        icon=IconName::Edit
                        label=t!(home.change.title)
                        detail=said(t!(home.change.words))
                    />
                </Cells>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="preparation">
                <h2 id="preparation">{t!(home.preparation.title)}</h2>
                <p>{t!(home.preparation.words)}</p>
                <Cells>
                    <Cell
                        href="/apply/registration"
                        icon=IconName::Plus
                        label=t!(home.registration.title)
                        detail=said(t!(home.registration.words))
                    />
                    <Cell
                        href="/residence"
                        icon=IconName::Calendar
                        label=t!(home.residence.title)
                        detail=said(t!(home.residence.words))
                    />
                </Cells>
            </section>
            <section class="stack" aria-labelledby="mine">
                <h2 id="mine">{t!(home.mine)}</h2>
                <Cells>
                    <Cell
                        href="/applications"
                        icon=IconName::Document
                        label=t!(home.applications.title)
                        detail=said(t!(home.applications.words))
                    />
                    <Cell
                        href="/household"
                        icon=IconName::Person
                        label=t!(home.household.title)
                        detail=said(t!(home.household.words))
                    />
                    <Cell
                        href="/me"
                        icon=IconName::Person
                        label=t!(home.me.title)
                        detail=said(t!(home.me.words))
                    />
                </Cells>
            </section>
        </Frame>
    }
}

/// How the app is shown on this device: large words.
#[component]
fn Display() -> impl IntoView {
    let change = |on| display::choose(Setting::Elder, if on { LARGE } else { DEFAULT });
    view! {
        <section class="row" aria-label=t!(home.display)>
            <ElderSwitch id="elder" on=Signal::derive(display::elder) label=t!(home.elder) on_change=change/>
        </section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use leptos_router::location::RequestUrl;

    use super::*;
    use crate::app::App;

    fn home() -> String {
        Owner::new().with(|| {
            provide_context(RequestUrl::new("/"));
            App().to_html()
        })
    }

    #[test]
    fn the_home_renders_without_a_browser_and_its_links_are_links() {
        let html = home();
        for href in [
            "/check",
            "/apply/first_issue",
            "/apply/endorsement",
            "/apply/reissue",
            "/apply/exchange",
            "/apply/change_of_details",
            "/apply/registration",
            "/residence",
            "/applications",
            "/household",
            "/me",
            "/help",
        ] {
            assert!(html.contains(&format!("href=\"{href}\"")), "{href}");
        }
    }
}
