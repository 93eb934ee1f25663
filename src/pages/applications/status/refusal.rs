//! Why the station refused, and what the applicant can do about it.

use leptos::prelude::*;
use rules::{
    RuleSet,
    case::Event,
    explain,
    remedy::{Remedies, ReviewAuthority, remedies},
    station,
    working_days::WorkingDay,
};
use wire::application::{Happening, Status};

use crate::{
    components::{
        button::{ButtonKind, ButtonLink},
        notice::Notice,
        tone::Tone,
    },
    device::clock,
    locales::{Joined, list, locale, t, text},
};

/// The reason and the remedies (行政许可法 Art. 38), where the application was refused.
#[component]
pub fn Refusal(
    /// How it stands.
    #[prop(into)]
    status: Signal<Status>,
    /// The station that decided, which the authority for a review follows from.
    station_id: String,
) -> impl IntoView {
    move || {
        let status = status.get();
        let reason = status.refusal.clone()?;
        let is_refusal = |event| matches!(event, Happening::Case(Event::Decline | Event::Reject));
        let refused = status.history.iter().rev().find(|entry| is_refusal(entry.event))?;
        let told_on = clock::date_in_chengdu(refused.at);
        let Remedies { review_by, suit_by } = remedies(RuleSet::in_force_on(told_on), told_on);
        let authorities = station::by_id(&station_id).map(|station| {
            let authorities = ReviewAuthority::of(&station.bureau);
            let names: Vec<String> = authorities.iter().map(|authority| authority.name(locale())).collect();
            list(&names, Joined::Or)
        });
        let day = |day: WorkingDay| {
            let date = explain::date(day.date, locale());
            if day.calendar_known { date } else { date + &text!(applications.now.calendar_unknown) }
        };
        let words = move || text!(applications.refusal.remedies, review_by = day(review_by), suit_by = day(suit_by));
        Some(view! {
            <Notice tone=Tone::Bad word=t!(applications.refusal.reason)>
                <p translate="no">{reason}</p>
            </Notice>
            <section class="stack" data-gap="tight" aria-labelledby="remedies">
                <h2 id="remedies">{t!(applications.refusal.title)}</h2>
                <p>{t!(applications.refusal.again)}</p>
                <p>{words}</p>
                {authorities
                    .map(|authorities| {
                        view! { <p>{move || text!(applications.refusal.authorities, authorities = authorities)}</p> }
                    })}
                <p class="hint">{t!(applications.refusal.source)}</p>
                <ButtonLink href="/check" kind=ButtonKind::Secondary>{t!(applications.refusal.check)}</ButtonLink>
            </section>
        })
    }
}
