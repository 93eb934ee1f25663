//! The permit register as cases that are done have changed it: whoever applies next is asked about the permit that they
//! were given last.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::catalog::Catalog;
use crate::{citizens::Citizens, desk::case::Case, store::Kept};

/// An item of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Permit {
    /// The day of issue of the card.
    pub issued_on: Date,
    /// The day from which the years are counted.
    pub counted_from: Date,
    /// Endorsements on time since then.
    pub endorsed: i32,
    /// 正常, 挂失 or 终止.
    pub status: String,
    /// The address of residence printed on it.
    pub address: String,
}

const IN_FORCE: &str = "正常";

/// Enters what a completed case came to.
pub fn enter(kept: &mut Kept, citizens: &Citizens, case: &Case, today: Date) {
    let holder = &case.file.applicant.identity_number;
    let before = kept.permits.get(holder).cloned().or_else(|| written_down(citizens, holder, today));
    if let Some(permit) = after(case, before, today) {
        kept.permits.insert(holder.clone(), permit);
    }
}

/// The permit that somebody has by `citizens.json`.
fn written_down(citizens: &Citizens, holder: &str, today: Date) -> Option<Permit> {
    let item = citizens.by_number(holder)?.items(Catalog::ResidencePermit.name(), today).into_iter().next()?;
    serde_json::from_value(item).ok()
}

/// The permit after the case; nothing where there is none that it could be about.
fn after(case: &Case, before: Option<Permit>, today: Date) -> Option<Permit> {
    let address = || case.file.answer("address").map(|answer| answer.value.clone());
    match (case.file.service.as_str(), before) {
        ("first_issue", _) => Some(Permit {
            issued_on: today,
            counted_from: today,
            endorsed: 0,
            status: IN_FORCE.to_owned(),
            address: address()?,
        }),
        ("endorsement", Some(permit)) => Some(endorsed(permit, today)),
        // Another card, of the same years.
        ("reissue" | "exchange", Some(permit)) => {
            Some(Permit { issued_on: today, status: IN_FORCE.to_owned(), ..permit })
        }
        ("change_of_details", Some(permit)) => {
            let issued_on = if case.makes_a_card() { today } else { permit.issued_on };
            Some(Permit { issued_on, address: address().unwrap_or(permit.address), ..permit })
        }
        _ => None,
    }
}

/// One year more, or the years anew where it was made up late (居住证暂行条例 Art. 10).
fn endorsed(permit: Permit, today: Date) -> Permit {
    let due = permit.counted_from.saturating_add((permit.endorsed + 1).years());
    if today > due {
        Permit { counted_from: today, endorsed: 0, ..permit }
    } else {
        Permit { endorsed: permit.endorsed + 1, ..permit }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};
    use serde_json::json;

    use super::*;

    const TODAY: Date = date(2026, 11, 24);

    fn case(service: &str, new_card: bool, address: Option<&str>) -> Case {
        let answers = address.map(|address| json!({"field": "address", "label": "详细地址", "value": address}));
        let file = json!({
            "number": "CDJZ-510107-20261124-000001-K",
            "service": service,
            "station_id": "ps-510107064",
            "submitted_at": "2026-11-24T02:00:00Z",
            "applicant": {"name": "唐可心", "identity_number": "519999199106120220"},
            "answers": answers.into_iter().collect::<Vec<_>>(),
            "verdict": {"outcome": "met", "findings": []},
            "items": [],
            "correctable": [],
            "new_card": new_card,
            "revision": 1,
        });
        Case::new(serde_json::from_value(file).unwrap(), Timestamp::UNIX_EPOCH)
    }

    fn lost() -> Permit {
        let issued_on = date(2025, 12, 6);
        Permit {
            issued_on, counted_from: issued_on, endorsed: 0, status: "挂失".into(), address: "演示路41号".into()
        }
    }

    #[test]
    fn a_new_card_is_in_force_and_keeps_the_years_of_the_old_one() {
        for service in ["reissue", "exchange"] {
            let permit = after(&case(service, true, None), Some(lost()), TODAY).unwrap();
            assert_eq!(permit, Permit { issued_on: TODAY, status: "正常".into(), ..lost() });
            assert_eq!(after(&case(service, true, None), None, TODAY), None);
        }
    }

    #[test]
    fn an_endorsement_counts_on_in_time_and_anew_when_late() {
        let on = |today| after(&case("endorsement", false, Some("演示路41号")), Some(lost()), today).unwrap();
        assert_eq!(on(date(2026, 12, 6)), Permit { endorsed: 1, ..lost() });
        let late = date(2026, 12, 7);
        assert_eq!(on(late), Permit { counted_from: late, ..lost() });
    }

    #[test]
    fn a_change_of_address_is_printed_and_one_of_the_number_leaves_the_card_as_it_is() {
        let moved = after(&case("change_of_details", true, Some("演示路51号")), Some(lost()), TODAY).unwrap();
        assert_eq!(moved, Permit { issued_on: TODAY, address: "演示路51号".into(), ..lost() });
        assert_eq!(after(&case("change_of_details", false, None), Some(lost()), TODAY), Some(lost()));
    }
}
