//! What there is to know of a service before one begins (办事指南), printed from the rules.

use leptos::prelude::*;
use rules::{
    RuleSet, Term,
    explain::cite,
    field::{Item, Subject},
    guide::{self, Receives},
    materials::Material,
    service::Service,
};

use super::words::name_of;
use crate::{
    components::summary_list::{SummaryList, SummaryRow},
    device::clock,
    locales::{Joined, list, locale, sentence, t, term, text},
    pages::cost::cost,
};

/// Who can apply, with what, how long it takes, what it costs, what comes of it, and where that stands.
#[component]
pub fn Guide(
    /// Of which service.
    service: Service,
) -> impl IntoView {
    let rules = RuleSet::in_force_on(clock::today());
    let guide = guide::guide(rules, service);
    let who = move || guide.conditions.iter().map(|condition| sentence(term(*condition))).collect();
    let documents = move || {
        let documents = guide::documents(service);
        let named = documents.iter().map(|(items, materials)| document(items, materials));
        named.chain([text!(apply.guide.records)]).collect()
    };
    let cost = move || {
        let makes_a_card = matches!(guide.receives, Receives::Card | Receives::ChangedRecord);
        let posted = makes_a_card.then(|| text!(common.cost.if_posted));
        cost(rules, service, None).into_iter().chain(posted).collect()
    };
    let basis = move || guide.basis.iter().map(|source| cite(*source, locale()).to_owned()).collect();
    view! {
        <section class="stack" data-gap="tight" aria-labelledby="guide">
            <h2 id="guide">{t!(apply.guide.heading)}</h2>
            <SummaryList>
                <SummaryRow term=t!(apply.guide.who)>{lines(who)}</SummaryRow>
                <SummaryRow term=t!(apply.guide.documents)>{lines(documents)}</SummaryRow>
                <SummaryRow term=t!(apply.guide.time)>
                    {move || text!(apply.guide.days, days = guide.days)}
                </SummaryRow>
                <SummaryRow term=t!(apply.guide.cost)>{lines(cost)}</SummaryRow>
                <SummaryRow term=t!(apply.guide.result)>{move || sentence(term(guide.receives))}</SummaryRow>
                <SummaryRow term=t!(apply.guide.basis)>{lines(basis)}</SummaryRow>
            </SummaryList>
        </section>
    }
    .into_any()
}

/// One as it is, several as a list.
fn lines(words: impl Fn() -> Vec<String> + Send + 'static) -> impl IntoView {
    move || match words() {
        lines if lines.len() > 1 => {
            let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <ul>{items}</ul> }.into_any()
        }
        lines => lines.concat().into_any(),
    }
}

/// A document, or what is to be proved with all that will do.
fn document(items: &[Item], materials: &[Material]) -> String {
    match (items, materials) {
        (_, [material]) => sentence(term(*material)),
        ([item, ..], _) => {
            let names: Vec<_> = materials.iter().map(|material| material.term(locale())).collect();
            let names = text!(apply.pictures.any_of, names = list(&names, Joined::Or));
            text!(apply.guide.document, what = name_of(Subject::Item(*item)), names = names)
        }
        ([], _) => String::new(),
    }
}
