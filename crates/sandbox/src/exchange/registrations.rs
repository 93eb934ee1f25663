//! The register of residence: a declaration that was approved stands in it from the day it was made, and ends the one
//! before.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

use super::catalog::Catalog;
use crate::{citizens::Citizens, clock, desk::case::Case, store::Kept};

/// An item of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// Its first day.
    pub registered_on: Date,
    /// Its last day, where it has one.
    pub ended_on: Option<Date>,
    /// Whether it is in Chengdu.
    pub in_chengdu: bool,
    /// Found to be false.
    pub void: bool,
    /// Whether the station has approved it.
    pub approved: bool,
    /// The street by its code.
    pub street_code: Option<String>,
    /// The address below it.
    pub address: String,
    /// In what kind of place.
    pub address_kind: Option<String>,
}

/// Enters the registration that a completed case was about.
pub fn enter(kept: &mut Kept, citizens: &Citizens, case: &Case, today: Date) {
    if case.file.service != "registration" {
        return;
    }
    let Some(new) = declared(case) else { return };
    let who = &case.file.applicant.identity_number;
    let before = kept.registrations.get(who).cloned();
    let before = before.unwrap_or_else(|| written_down(citizens, who, today));
    kept.registrations.insert(who.clone(), after(before, new));
}

fn declared(case: &Case) -> Option<Registration> {
    let code = |field| case.file.answer(field).and_then(|answer| answer.code.clone());
    Some(Registration {
        registered_on: clock::date_in_chengdu(case.file.submitted_at),
        ended_on: None,
        in_chengdu: true,
        void: false,
        approved: true,
        street_code: code("street_code"),
        address: case.file.answer("address")?.value.clone(),
        address_kind: code("address_kind"),
    })
}

/// The registrations that somebody has by `citizens.json`.
fn written_down(citizens: &Citizens, who: &str, today: Date) -> Vec<Registration> {
    let items = citizens.by_number(who).map(|citizen| citizen.items(Catalog::ResidenceRegistration.name(), today));
    items.into_iter().flatten().filter_map(|item| serde_json::from_value(item).ok()).collect()
}

/// The register with the new one: nobody lives at two places at once.
fn after(mut before: Vec<Registration>, new: Registration) -> Vec<Registration> {
    let eve = new.registered_on.saturating_sub(1.day());
    for earlier in &mut before {
        if earlier.ended_on.is_none_or(|last| last > eve) {
            earlier.ended_on = Some(eve);
        }
    }
    before.push(new);
    before
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};
    use serde_json::json;

    use super::*;

    const TODAY: Date = date(2026, 11, 27);

    fn declaration(name: &str, number: &str) -> Case {
        let file = json!({
            "number": "CDJZ-510107-20261124-000001-K",
            "service": "registration",
            "station_id": "ps-510107064",
            "submitted_at": "2026-11-23T17:00:00Z",
            "applicant": {"name": name, "identity_number": number},
            "answers": [
                {"field": "street_code", "label": "街道", "value": "武侯区桂溪街道", "code": "510107064"},
                {"field": "address", "label": "详细地址", "value": "演示路90号"},
                {"field": "address_kind", "label": "住房", "value": "租房（已备案）", "code": "filed_lease"},
            ],
            "verdict": {"outcome": "met", "findings": []},
            "items": [],
            "correctable": [],
            "revision": 1,
        });
        Case::new(serde_json::from_value(file).unwrap(), Timestamp::UNIX_EPOCH)
    }

    fn entered(name: &str, number: &str) -> Vec<Registration> {
        let mut kept = Kept::default();
        enter(&mut kept, &Citizens::load().unwrap(), &declaration(name, number), TODAY);
        kept.registrations.remove(number).unwrap()
    }

    #[test]
    fn a_declaration_stands_from_the_day_it_was_made_in_chengdu() {
        let registrations = entered("刘子墨", "519999199912240091");
        let [only] = registrations.as_slice() else { panic!("{registrations:?}") };
        assert_eq!((only.registered_on, only.ended_on, only.approved), (date(2026, 11, 24), None, true));
        assert_eq!(
            (only.street_code.as_deref(), only.address_kind.as_deref()),
            (Some("510107064"), Some("filed_lease"))
        );
    }

    #[test]
    fn the_registration_before_ends_on_the_eve_and_one_that_has_ended_keeps_its_day() {
        let registrations = entered("孙悦", "519999199101300046");
        let ends: Vec<_> = registrations.iter().map(|registration| registration.ended_on).collect();
        assert_eq!(ends, [Some(date(2026, 8, 19)), Some(date(2026, 11, 23)), None]);
    }

    #[test]
    fn a_case_about_a_permit_enters_nothing() {
        let mut case = declaration("刘子墨", "519999199912240091");
        case.file.service = "endorsement".to_owned();
        let mut kept = Kept::default();
        enter(&mut kept, &Citizens::load().unwrap(), &case, TODAY);
        assert!(kept.registrations.is_empty());
    }
}
