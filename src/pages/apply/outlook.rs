//! What the rules say, in words first, then on a calendar leaf, then with the article folded.

use jiff::civil::Date;
use leptos::prelude::*;
use rules::{
    calendar::Month,
    explain::{self, cite, explain},
    field::{Catalog, Field, Subject},
    service::Service,
    verdict::{self, Finding, Verdict},
};

use super::words::{doing, name_of};
use crate::{
    components::{
        Text,
        date_leaf::DateLeaf,
        verdict_card::{Outcome, VerdictCard, VerdictFinding},
    },
    locales::{locale, t, text},
};

/// The verdict on somebody's situation.
#[component]
pub fn Outlook(
    /// What is applied for.
    service: Service,
    /// The verdict.
    #[prop(into)]
    verdict: Signal<Verdict>,
) -> impl IntoView {
    move || {
        let verdict = verdict.get();
        let from = verdict.holds_from();
        let outcome = outcome(verdict.outcome, from);
        let word: Text = Signal::derive(move || match outcome {
            Outcome::Yes => text!(apply.outlook.word_yes, what = doing(service)),
            Outcome::NotYet => text!(apply.outlook.word_not_yet, what = doing(service)),
            Outcome::Review => text!(apply.outlook.word_review, what = doing(service)),
            Outcome::No => text!(apply.outlook.word_no, what = doing(service)),
        });
        let headline: Text = Signal::derive(move || match (outcome, from) {
            (Outcome::NotYet, Some(date)) => {
                text!(apply.outlook.headline_not_yet, date = explain::date(date, locale()), what = doing(service))
            }
            (Outcome::Yes, _) => text!(apply.outlook.headline_yes),
            (Outcome::Review, _) => text!(apply.outlook.headline_review),
            _ => text!(apply.outlook.headline_no),
        });
        let findings = verdict.findings.into_iter().map(|finding| view! { <Reason finding/> }).collect_view();
        match from.filter(|_| outcome == Outcome::NotYet) {
            Some(date) => view! {
                <VerdictCard outcome word headline date=move || view! { <Leaf date/> }>
                    {findings}
                </VerdictCard>
            }
            .into_any(),
            None => view! { <VerdictCard outcome word headline>{findings}</VerdictCard> }.into_any(),
        }
    }
}

/// The outcome with what waiting does to it: what time mends by itself is not yet, and not no.
pub fn outcome(outcome: verdict::Outcome, from: Option<Date>) -> Outcome {
    match (outcome, from) {
        (verdict::Outcome::Met, _) => Outcome::Yes,
        (verdict::Outcome::Review, _) => Outcome::Review,
        (verdict::Outcome::NotMet, Some(_)) => Outcome::NotYet,
        (verdict::Outcome::NotMet, None) => Outcome::No,
    }
}

/// The day from which it holds.
#[component]
pub fn Leaf(
    /// The day.
    date: Date,
) -> impl IntoView {
    view! {
        <DateLeaf
            datetime=date.to_string()
            month=Signal::derive(move || explain::month(Month::of(date), locale()))
            day=date.day().to_string()
            weekday=Signal::derive(move || explain::weekday(date, locale()))
        />
    }
    .into_any()
}

/// A reason of a verdict.
#[component]
pub fn Reason(
    /// The reason.
    finding: Finding,
) -> impl IntoView {
    let outcome = outcome(finding.outcome(), finding.reason.holds_from());
    let named = finding.clone();
    let source = finding.reason.source();
    let word = move || match outcome {
        Outcome::Yes => text!(apply.outlook.finding_yes),
        Outcome::NotYet => text!(apply.outlook.finding_not_yet),
        Outcome::Review => text!(apply.outlook.finding_review),
        Outcome::No => text!(apply.outlook.finding_no),
    };
    view! {
        <VerdictFinding
            outcome
            word
            title=move || title(&named)
            reason=move || explain(&finding, locale())
            source_label=t!(apply.outlook.source)
            source=move || source.map(|source| cite(source, locale()).to_owned()).unwrap_or_default()
        />
    }
    .into_any()
}

fn title(finding: &Finding) -> String {
    use verdict::Reason::{ResidenceGapBridged, ResidenceHalfYear, ResidenceTooShort};
    match (&finding.reason, finding.about) {
        (ResidenceHalfYear { .. } | ResidenceTooShort { .. } | ResidenceGapBridged { .. }, _) => {
            text!(apply.outlook.residence)
        }
        (_, Subject::Record(Catalog::SocialInsurance)) => text!(apply.outlook.insurance),
        (_, Subject::Field(Field::AddressKind)) => text!(apply.outlook.dwelling),
        (_, other) => name_of(other),
    }
}
