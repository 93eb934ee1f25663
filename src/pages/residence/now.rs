//! What the records mean today: from when the permit can be applied for, or how it stands in its year.

use jiff::civil::Date;
use leptos::prelude::*;
use rules::{
    RuleSet, calendar::add_months, eligibility, explain, permit, prefill, records::Records, service::Service,
    verdict::Reason,
};

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
    let registration = registration(rules, &records, today);
    let way_on = match outcome {
        Outcome::Yes | Outcome::Review if has_permit => {
            view! { <ButtonLink href=address(Service::Endorsement)>{t!(residence.endorse)}</ButtonLink> }.into_any()
        }
        Outcome::Yes | Outcome::Review if registration != Registration::Missing => {
            view! { <ButtonLink href=address(Service::FirstIssue)>{t!(residence.apply)}</ButtonLink> }.into_any()
        }
        Outcome::NotYet if !has_permit => {
            view! { <ButtonLink kind=ButtonKind::Secondary href="/check">{t!(residence.check)}</ButtonLink> }.into_any()
        }
        _ => ().into_any(),
    };
    let words = move || match registration {
        Registration::Missing => text!(residence.declare),
        Registration::Ending => text!(residence.renew),
        Registration::Standing => text!(residence.moved),
    };
    let kind = if registration == Registration::Missing { ButtonKind::Primary } else { ButtonKind::Secondary };
    view! {
        {card}
        {way_on}
        <ButtonLink kind href=address(Service::ResidenceRegistration)>{words}</ButtonLink>
    }
}

fn address(service: Service) -> String {
    format!("/apply/{service}")
}

/// How the registration stands, which decides what a new one is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Registration {
    /// There is none, or none any more, or nobody knows.
    Missing,
    /// It has a last day that is near.
    Ending,
    /// It stands.
    Standing,
}

/// A registration is near its end while the permit's yearly endorsement would be open: a month before.
fn registration(rules: &RuleSet, records: &Records, today: Date) -> Registration {
    let stands = eligibility::registration_before(rules, records, today).is_some();
    let last = prefill::to_renew(records).and_then(|registration| registration.period.ended_on);
    match last {
        _ if !stands => Registration::Missing,
        Some(last) if last <= add_months(today, 1) => Registration::Ending,
        _ => Registration::Standing,
    }
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::{records::Lookup, residence::Period};

    use super::*;

    const TODAY: Date = date(2026, 7, 15);

    fn stands(registrations: Option<Option<Date>>) -> Registration {
        let registered = |ended_on| rules::records::Registration {
            period: Period { registered_on: date(2025, 8, 1), ended_on, in_chengdu: true, void: false, approved: true },
            street_code: None,
            address: "示例路1号".into(),
            address_kind: None,
        };
        let value = registrations.map(registered).into_iter().collect();
        let registrations = Lookup::Found { as_of: TODAY, source: "示例平台".into(), value };
        registration(RuleSet::current(), &Records { registrations, ..Records::unavailable() }, TODAY)
    }

    #[test]
    fn a_registration_is_offered_by_what_it_would_be_for() {
        assert_eq!(stands(None), Registration::Missing);
        assert_eq!(stands(Some(Some(date(2026, 7, 14)))), Registration::Missing);
        assert_eq!(stands(Some(Some(date(2026, 7, 31)))), Registration::Ending);
        assert_eq!(stands(Some(Some(date(2026, 12, 31)))), Registration::Standing);
        assert_eq!(stands(Some(None)), Registration::Standing);
        assert_eq!(registration(RuleSet::current(), &Records::unavailable(), TODAY), Registration::Missing);
    }
}
