//! `/`: what this is, the services, and the way to what is one's own.

use leptos::prelude::*;

use super::frame::Frame;
use crate::{
    components::{
        cells::{Cell, Cells},
        elder_switch::ElderSwitch,
        icon::IconName,
        said,
        tag::Tag,
        tone::Tone,
    },
    device::display::{self, DEFAULT, LARGE, Setting},
    locales::t,
};

/// The home page. Rendered into index.html at build time, so its links must work without any script.
#[component]
pub fn Home() -> impl IntoView {
    let open = || view! { <Tag tone=Tone::Ok>{t!(home.open)}</Tag> };
    // A service that is not open here yet says what to do instead, and leads nowhere.
    let not_open = || view! { <Tag>{t!(home.not_open)}</Tag> };
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
                        tag=open
                    />
                    <Cell
                        href="/apply/endorsement"
                        icon=IconName::Calendar
                        label=t!(home.endorsement.title)
                        detail=said(t!(home.endorsement.words))
                        tag=open
                    />
                    <Cell
                        href="/apply/reissue"
                        icon=IconName::Search
                        label=t!(home.reissue.title)
                        detail=said(t!(home.reissue.words))
                        tag=open
                    />
                    <Cell
                        href="/apply/exchange"
                        icon=IconName::Retake
                        label=t!(home.exchange.title)
                        detail=said(t!(home.exchange.words))
                        tag=open
                    />
                    <Cell label=t!(home.change.title) detail=said(t!(home.change.words)) tag=not_open/>
                </Cells>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="preparation">
                <h2 id="preparation">{t!(home.preparation.title)}</h2>
                <p>{t!(home.preparation.words)}</p>
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
            "/applications",
            "/me",
            "/help",
        ] {
            assert!(html.contains(&format!("href=\"{href}\"")), "{href}");
        }
    }

    #[test]
    fn what_is_not_open_says_what_to_do_instead_and_leads_nowhere() {
        let html = home();
        assert!(!html.contains("/apply/change_of_details"));
        assert_eq!(html.matches("还没有开通网上办理").count(), 1);
    }
}
