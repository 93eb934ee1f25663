//! `/help`: questions people ask, and whom to turn to. Numbers and articles are printed from the rules.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
use rules::{RuleSet, explain::cite, service::Ground, verdict::Source};

use super::{frame::Frame, way_back::way_back};
use crate::{
    device::clock,
    locales::{full_term, locale, t, text},
};

/// The help page.
pub struct HelpPage;

#[lazy_route]
impl LazyRoute for HelpPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Help/> }.into_any()
    }
}

#[component]
fn Help() -> impl IntoView {
    let rules = RuleSet::in_force_on(clock::today());
    view! {
        <Frame title=t!(common.help) heading=t!(help.heading) back=way_back()>
            <section class="stack" data-gap="tight" aria-labelledby="who">
                <h2 id="who">{t!(help.who.title)}</h2>
                <p>{move || text!(help.who.words, months = rules.residence.months)}</p>
                <ul>
                    <li>{move || text!(help.who.employment, ground = full_term(Ground::Employment), months = rules.insurance.months)}</li>
                    <li>{move || text!(help.who.dwelling, ground = full_term(Ground::Dwelling))}</li>
                    <li>{move || text!(help.who.schooling, ground = full_term(Ground::Schooling))}</li>
                    <li>{move || text!(help.who.talent, ground = full_term(Ground::Talent))}</li>
                    <li>{move || text!(help.who.relative, ground = full_term(Ground::Relative))}</li>
                </ul>
                <p class="hint">{move || cite(Source::RegulationArt2, locale())}</p>
                <p class="row"><a href="/check">{t!(help.who.check)}</a></p>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="what">
                <h2 id="what">{t!(help.what.title)}</h2>
                <ul>
                    <li>{t!(help.what.card)}</li>
                    <li>{t!(help.what.photo)}</li>
                    <li>{t!(help.what.address)}</li>
                    <li>{t!(help.what.ground)}</li>
                </ul>
                <p>{t!(help.what.records)}</p>
                <p class="hint">{move || cite(Source::RegulationArt9, locale())}</p>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="how-long">
                <h2 id="how-long">{t!(help.long.title)}</h2>
                <ul>
                    <li>{move || text!(help.long.complete, days = rules.case.correction_notice_working_days)}</li>
                    <li>{move || text!(help.long.correct, days = rules.case.correction_answer_working_days)}</li>
                    <li>{move || text!(help.long.issue, days = rules.case.issue_days)}</li>
                </ul>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="cost">
                <h2 id="cost">{t!(help.cost.title)}</h2>
                <p>{move || text!(help.cost.words, yuan = rules.fee.replacement_card_fen / 100)}</p>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="others">
                <h2 id="others">{t!(help.others.title)}</h2>
                <p>{t!(help.others.minors)}</p>
                <p>{t!(help.others.numbers)}</p>
                <p>{t!(help.others.windows)}</p>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="data">
                <h2 id="data">{t!(help.data.title)}</h2>
                <p>{t!(help.data.words)}</p>
                <p class="row"><a href="/me">{t!(help.data.me)}</a></p>
            </section>
            <section class="stack" data-gap="tight" aria-labelledby="contact">
                <h2 id="contact">{t!(help.contact.title)}</h2>
                <p>{t!(help.contact.words)}</p>
            </section>
        </Frame>
    }
}
