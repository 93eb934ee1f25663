//! What the records mean today: from when the permit can be applied for, or how it stands in its year.

use jiff::civil::Date;
use leptos::prelude::*;
use rules::{RuleSet, eligibility, explain, permit, records::Records, service::Service, verdict::Reason};

use crate::{
    components::{
        Text,
        button::{ButtonKind, ButtonLink},
        verdict_card::{Outcome, VerdictCard},
    },
    locales::{locale, t, text},
    pages::apply::outlook::{Leaf, Reason as Why, outcome},
};

/// The answer in one card, and the way on from it.
#[component]
pub fn Today(
    /// The rules in force.
    rules: &'static RuleSet,
    /// What the records say.
    records: Records,
    /// Today in Chengdu.
    today: Date,
) -> impl IntoView {
    let of_permit = permit::endorsement(rules, &records, today);
    let has_permit = of_permit.is_some();
    let finding = of_permit.unwrap_or_else(|| eligibility::residence(rules, &records, today));
    let from = finding.reason.holds_from();
    let outcome = outcome(finding.outcome(), from);
    let word = word(&finding.reason, outcome);
    let of_reason = finding.reason.clone();
    let of_headline = of_reason.clone();
    let headline: Text = Signal::derive(move || headline(&of_headline, outcome));
    let reason = view! { <Why finding/> };
    // It can be made up, which is why the rules call it met; what it is now is no good news.
    let late = matches!(of_reason, Reason::EndorsementLate { .. });
    let shown = if late { Outcome::No } else { outcome };
    let card = match from.filter(|_| outcome == Outcome::NotYet) {
        Some(date) => view! {
            <VerdictCard outcome word headline date=move || view! { <Leaf date/> }>
                {reason}
            </VerdictCard>
        }
        .into_any(),
        None => view! { <VerdictCard outcome=shown word headline>{reason}</VerdictCard> }.into_any(),
    };
    let service = if has_permit { Service::Endorsement } else { Service::FirstIssue };
    let way_on = match outcome {
        Outcome::Yes | Outcome::Review if has_permit => {
            view! { <ButtonLink href=address(service)>{t!(residence.endorse)}</ButtonLink> }.into_any()
        }
        Outcome::Yes | Outcome::Review => {
            view! { <ButtonLink href=address(service)>{t!(residence.apply)}</ButtonLink> }.into_any()
        }
        Outcome::NotYet | Outcome::No if has_permit => ().into_any(),
        Outcome::NotYet | Outcome::No => {
            view! { <ButtonLink kind=ButtonKind::Secondary href="/check">{t!(residence.check)}</ButtonLink> }.into_any()
        }
    };
    view! {
        {card}
        {way_on}
    }
}

fn address(service: Service) -> String {
    format!("/apply/{service}")
}

fn word(reason: &Reason, outcome: Outcome) -> Text {
    match (reason, outcome) {
        (Reason::RecordUnavailable, _) => Signal::derive(t!(residence.now.unknown)),
        (Reason::EndorsementLate { .. }, _) => Signal::derive(t!(residence.now.late)),
        (Reason::EndorsementEarly { .. }, _) => Signal::derive(t!(residence.now.early)),
        (Reason::EndorsementInWindow { .. }, _) => Signal::derive(t!(residence.now.window)),
        (_, Outcome::Yes) => Signal::derive(t!(residence.now.full)),
        (_, Outcome::NotYet) => Signal::derive(t!(residence.now.not_yet)),
        (_, Outcome::Review) => Signal::derive(t!(residence.now.review)),
        (_, Outcome::No) => Signal::derive(t!(residence.now.none)),
    }
}

fn headline(reason: &Reason, outcome: Outcome) -> String {
    let on = |day: &Date| explain::date(*day, locale());
    match (reason, outcome) {
        (Reason::RecordUnavailable, _) => text!(residence.headline.unknown),
        (Reason::EndorsementLate { .. }, _) => text!(residence.headline.late),
        (Reason::EndorsementEarly { open, .. }, _) => text!(residence.headline.early, date = on(open)),
        (Reason::EndorsementInWindow { due, .. }, _) => text!(residence.headline.window, date = on(due)),
        (Reason::ResidenceTooShort { eligible_from, .. }, _) => {
            text!(residence.headline.not_yet, date = on(eligible_from))
        }
        (_, Outcome::Yes) => text!(residence.headline.full),
        (_, Outcome::Review) => text!(residence.headline.review),
        (_, Outcome::NotYet | Outcome::No) => text!(residence.headline.none),
    }
}
