//! The answer of the self-check: yes, not yet, needs review, no; each with its reasons.

use leptos::prelude::*;
use rules::{
    explain,
    verdict::{Finding, Verdict},
};

use crate::{
    components::{
        Text,
        button::{Button, ButtonKind, ButtonLink},
        verdict_card::{Outcome, VerdictCard},
    },
    locales::{locale, t, text},
    pages::{
        apply::{
            outlook::{Leaf, Reason, outcome},
            words::title_of,
        },
        frame::{Frame, to_home},
    },
    wizard::Target,
};

/// The verdict on what was answered.
#[component]
pub fn Answer(
    /// The verdict.
    verdict: Verdict,
    /// Called to change what was answered.
    #[prop(into)]
    on_change: Callback<()>,
) -> impl IntoView {
    let may_apply = rules::check::can_submit(&verdict);
    let from = verdict.holds_from();
    let outcome = outcome(verdict.outcome, from);
    let word: Text = Signal::derive(move || match outcome {
        Outcome::Yes => text!(check.answer.yes),
        Outcome::NotYet => text!(check.answer.not_yet),
        Outcome::Review => text!(check.answer.review),
        Outcome::No => text!(check.answer.no),
    });
    let headline: Text = Signal::derive(move || match (outcome, from) {
        (Outcome::Yes, _) => text!(check.answer.yes_words),
        (Outcome::NotYet, Some(date)) => text!(check.answer.not_yet_words, date = explain::date(date, locale())),
        (Outcome::Review, _) => text!(check.answer.review_words),
        _ => text!(check.answer.no_words),
    });
    let helps_first = verdict.open().find_map(|finding| finding.reason.helped_by());
    let findings = verdict.findings.into_iter().map(|finding: Finding| view! { <Reason finding/> }).collect_view();
    let card = match from.filter(|_| outcome == Outcome::NotYet) {
        Some(date) => view! {
            <VerdictCard outcome word headline date=move || view! { <Leaf date/> }>
                {findings}
            </VerdictCard>
        }
        .into_any(),
        None => view! { <VerdictCard outcome word headline>{findings}</VerdictCard> }.into_any(),
    };
    let actions = move || {
        let kind = if may_apply || helps_first.is_some() { ButtonKind::Link } else { ButtonKind::Secondary };
        view! {
            {may_apply
                .then(|| view! { <ButtonLink href="/apply/first_issue">{t!(check.apply)}</ButtonLink> })}
            {helps_first
                .map(|service| {
                    let href = Target::New(service).address();
                    view! { <ButtonLink href>{move || title_of(service)}</ButtonLink> }
                })}
            <Button kind on_press=on_change>{t!(check.change)}</Button>
        }
    };
    view! {
        <Frame title=t!(check.title) heading=t!(check.result) back=to_home() actions>
            {card}
            <p class="hint">{t!(check.answer.caveat)}</p>
        </Frame>
    }
}
