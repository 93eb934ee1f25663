//! `/`: what this is, the services, and the way to what is one's own.

use leptos::prelude::*;
use rules::Locale;

use super::frame::Frame;
use crate::{
    components::{
        Text,
        elder_switch::ElderSwitch,
        icon::{Icon, IconName},
        language_switch::LanguageSwitch,
        tag::Tag,
        tone::Tone,
    },
    device::preferences,
    locales::{self, language_tag, locale, t},
};

/// The home page. Rendered into index.html at build time, so its links must work without any script.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <Frame title=t!(common.app_name) heading=t!(home.heading)>
            <p class="lead">{t!(home.lead)}</p>
            <Way href="/check" icon=IconName::Search title=t!(home.check.title) words=t!(home.check.words)/>
            <section class="stack" aria-labelledby="services">
                <h2 id="services">{t!(home.services)}</h2>
                <ul class="home-services">
                    <li>
                        <Way
                            href="/apply/first_issue"
                            icon=IconName::IdCard
                            title=t!(home.first_issue.title)
                            words=t!(home.first_issue.words)
                            open=true
                        />
                    </li>
                    <li><Elsewhere title=t!(home.endorsement.title) words=t!(home.endorsement.words)/></li>
                    <li><Elsewhere title=t!(home.change.title) words=t!(home.change.words)/></li>
                    <li><Elsewhere title=t!(home.replace.title) words=t!(home.replace.words)/></li>
                </ul>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="preparation">
                <h2 id="preparation">{t!(home.preparation.title)}</h2>
                <p>{t!(home.preparation.words)}</p>
            </section>
            <section class="stack" aria-labelledby="mine">
                <h2 id="mine">{t!(home.mine)}</h2>
                <Way
                    href="/applications"
                    icon=IconName::Document
                    title=t!(home.applications.title)
                    words=t!(home.applications.words)
                />
                <Way href="/me" icon=IconName::Person title=t!(home.me.title) words=t!(home.me.words)/>
            </section>
            <Display/>
        </Frame>
    }
}

/// A link to another page, with what is to be found there.
#[component]
fn Way(
    href: &'static str,
    icon: IconName,
    #[prop(into)] title: Text,
    #[prop(into)] words: Text,
    /// It is a service that is open.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    view! {
        <a class="home-way" href=href data-open=open.then_some("")>
            <Icon name=icon/>
            <span class="home-way-words">
                <span class="home-way-title">{title}</span>
                <span class="hint">{words}</span>
                {open.then(|| view! { <Tag tone=Tone::Ok>{t!(home.open)}</Tag> })}
            </span>
            <Icon name=IconName::ChevronRight/>
        </a>
    }
}

/// A service that is not open here yet, with what to do instead.
#[component]
fn Elsewhere(#[prop(into)] title: Text, #[prop(into)] words: Text) -> impl IntoView {
    view! {
        <div class="home-elsewhere">
            <h3 class="home-way-title">{title}</h3>
            <p class="hint">{words}</p>
            <Tag>{t!(home.not_open)}</Tag>
        </div>
    }
}

/// How the app is shown on this device: large words, and the language.
#[component]
fn Display() -> impl IntoView {
    let elder = RwSignal::new(preferences::elder());
    let change = move |on| {
        elder.set(on);
        preferences::remember_elder(on);
        preferences::set_document_elder(on);
    };
    let other = || match locale() {
        Locale::ZhCn => Locale::En,
        Locale::En => Locale::ZhCn,
    };
    view! {
        <section class="row" aria-label=t!(home.display)>
            <ElderSwitch on=elder label=t!(home.elder) on_change=change/>
            <LanguageSwitch
                lang=Signal::derive(move || language_tag(other()).to_owned())
                name=t!(home.language)
                on_switch=move |()| locales::choose(untrack(other))
            />
        </section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use leptos_router::location::RequestUrl;

    use super::*;

    fn home() -> String {
        Owner::new().with(|| {
            provide_context(RequestUrl::new("/"));
            Home().to_html()
        })
    }

    #[test]
    fn the_home_renders_without_a_browser_and_its_links_are_links() {
        let html = home();
        for href in ["/check", "/apply/first_issue", "/applications", "/me", "/help"] {
            assert!(html.contains(&format!("href=\"{href}\"")), "{href}");
        }
    }

    #[test]
    fn what_is_not_open_says_what_to_do_instead_and_leads_nowhere() {
        let html = home();
        for service in ["endorsement", "change_of_details", "reissue", "exchange"] {
            assert!(!html.contains(&format!("/apply/{service}")), "{service}");
        }
        assert_eq!(html.matches("还没有开通网上办理").count(), 3);
    }
}
