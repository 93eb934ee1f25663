use std::collections::BTreeSet;

use jiff::{ToSpan, civil::date};
use reqwest::{Method, StatusCode};
use rules::{
    RuleSet,
    calendar::Month,
    endorsement::{self, EndorsementState},
    identity_number::{IdentityNumber, Rejection},
    residence::{self, Period},
    social_insurance::{self, InsuredMonth},
    verdict::Outcome,
};
use sandbox::citizens::{Citizen, Citizens};
use serde_json::Value;

use crate::Running;

#[tokio::test]
async fn the_list_is_open_and_has_no_numbers_in_it() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    let people: Vec<Value> = sandbox.client.get(sandbox.url("/citizens")).send().await.unwrap().json().await.unwrap();
    assert!(people.len() >= 14);
    for person in people {
        let fields: BTreeSet<_> = person.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, BTreeSet::from(["id", "name", "summary", "summary_en", "synthetic"]));
        assert_eq!(person["synthetic"], true);
    }
}

#[tokio::test]
async fn children_have_no_account_and_stand_in_their_parents_household_with_their_numbers() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    let people: Vec<Value> = sandbox.client.get(sandbox.url("/citizens")).send().await.unwrap().json().await.unwrap();
    assert!(people.iter().all(|person| person["id"] != "child"));
    let citizens = Citizens::load().unwrap();
    let parent = citizens.with_account().find(|citizen| citizen.id == "parent").unwrap();
    let household = parent.items("household", date(2026, 11, 24));
    let relatives = household[0]["relatives"].as_array().unwrap();
    assert_eq!(relatives.len(), 2);
    for relative in relatives {
        let child = citizens.by_number(relative["id_number"].as_str().unwrap()).unwrap();
        assert_eq!(relative["name"], child.name.as_str());
    }
}

#[tokio::test]
async fn the_directory_is_for_machines_with_the_token() {
    let sandbox = Running::start("http://127.0.0.1:9").await;
    let without = sandbox.client.get(sandbox.url("/identity-directory")).send().await.unwrap();
    assert_eq!(without.status(), StatusCode::UNAUTHORIZED);
    let wrong = sandbox.client.get(sandbox.url("/identity-directory")).bearer_auth("another").send().await.unwrap();
    assert_eq!(wrong.status(), StatusCode::UNAUTHORIZED);
    let people: Vec<Value> =
        sandbox.machine(Method::GET, "/identity-directory").send().await.unwrap().json().await.unwrap();
    let first = &people[0];
    for field in ["id", "name", "identity_number", "phone", "ethnicity", "household_address"] {
        assert!(first[field].as_str().is_some_and(|text| !text.is_empty()), "{field}");
    }
    assert!(first.get("records").is_none(), "records come from the exchange alone");
}

#[test]
fn every_identity_number_has_the_right_check_digit_and_is_of_nobody() {
    let today = date(2026, 11, 24);
    let mut seen = BTreeSet::new();
    for citizen in Citizens::load().unwrap().all() {
        let number = &citizen.identity_number;
        assert!(seen.insert(number.clone()), "{number} is given twice");
        match (citizen.id.as_str(), IdentityNumber::parse(number, today)) {
            ("permanent-resident", Err(Rejection::PermanentResident))
            | ("hong-kong", Err(Rejection::HkMacaoTaiwan)) => {}
            (_, Ok(_)) => assert!(number.starts_with("519999"), "{number} is of an assigned county"),
            (id, other) => panic!("{id}: {other:?}"),
        }
        let body: u32 = number
            .chars()
            .take(17)
            .zip([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
            .map(|(digit, weight)| digit.to_digit(10).unwrap() * weight)
            .sum();
        assert_eq!(number.as_bytes()[17], b"10X98765432"[body as usize % 11], "{number}");
    }
}

#[test]
fn employers_codes_have_the_right_check_characters() {
    for citizen in Citizens::load().unwrap().all() {
        for month in citizen.items("social_insurance", date(2026, 11, 24)) {
            if let Some(code) = month["employer_code"].as_str() {
                assert!(rules::credit_code::is_valid(code), "{code}");
            }
        }
    }
}

#[test]
fn street_codes_are_of_chengdu() {
    for citizen in Citizens::load().unwrap().all() {
        for catalog in ["residence_registration", "lease_filing", "property"] {
            for item in citizen.items(catalog, date(2026, 11, 24)) {
                let code = item["street_code"].as_str().unwrap();
                assert!(rules::station::by_street(code).is_some(), "{}: {code}", citizen.id);
            }
        }
    }
}

fn periods(citizen: &Citizen, today: jiff::civil::Date) -> Vec<Period> {
    let items = citizen.items("residence_registration", today);
    items.into_iter().map(|item| serde_json::from_value(item).unwrap()).collect()
}

fn insured(citizen: &Citizen, today: jiff::civil::Date) -> Vec<InsuredMonth> {
    let read = |item: Value| InsuredMonth {
        month: serde_json::from_value::<Month>(item["month"].clone()).unwrap(),
        backpaid: item["backpaid"].as_bool().unwrap(),
        in_chengdu: item["in_chengdu"].as_bool().unwrap(),
        employee_scheme: item["scheme"] == "employee",
    };
    citizen.items("social_insurance", today).into_iter().map(read).collect()
}

/// What the summaries promise, judged by the rules: residence, then insurance.
const PROMISED: [(&str, Outcome, Outcome); 26] = [
    ("employment", Outcome::Met, Outcome::Met),
    ("dwelling", Outcome::Met, Outcome::NotMet),
    ("in-three-days", Outcome::NotMet, Outcome::Met),
    ("gap-bridged", Outcome::Review, Outcome::Met),
    ("insurance-interrupted", Outcome::Met, Outcome::NotMet),
    ("insurance-lag", Outcome::Met, Outcome::Review),
    ("lease-not-filed", Outcome::Met, Outcome::Met),
    ("moved", Outcome::Met, Outcome::Met),
    ("registration-cancelled", Outcome::NotMet, Outcome::Met),
    ("not-registered", Outcome::NotMet, Outcome::NotMet),
    ("public-servant", Outcome::Met, Outcome::NotMet),
    ("student", Outcome::Met, Outcome::NotMet),
    ("permanent-resident", Outcome::Met, Outcome::NotMet),
    ("hong-kong", Outcome::Met, Outcome::Met),
    ("relative", Outcome::Met, Outcome::NotMet),
    ("minority-name", Outcome::Met, Outcome::Met),
    ("rare-character", Outcome::Met, Outcome::Met),
    ("older", Outcome::Met, Outcome::Met),
    ("endorse-now", Outcome::Met, Outcome::NotMet),
    ("endorse-late", Outcome::Met, Outcome::NotMet),
    ("endorse-early", Outcome::Met, Outcome::NotMet),
    ("permit-lost", Outcome::Met, Outcome::NotMet),
    ("permit-moved", Outcome::Met, Outcome::NotMet),
    ("parent", Outcome::Met, Outcome::Met),
    ("child", Outcome::Met, Outcome::NotMet),
    ("younger-child", Outcome::Met, Outcome::NotMet),
];

/// Where the permits of those who have one stand in their year.
const ENDORSED: [(&str, EndorsementState); 5] = [
    ("endorse-now", EndorsementState::InWindow),
    ("endorse-late", EndorsementState::Suspended),
    ("endorse-early", EndorsementState::Early),
    ("permit-lost", EndorsementState::Early),
    ("permit-moved", EndorsementState::Early),
];

#[test]
fn on_every_day_of_five_years_each_permit_stands_in_its_year_where_the_summary_says() {
    let citizens = Citizens::load().unwrap();
    let rules = RuleSet::current();
    for today in date(2026, 1, 1).series(1.day()).take(5 * 366) {
        for citizen in citizens.all() {
            let permits = citizen.items("residence_permit", today);
            let expected = ENDORSED.iter().find(|(id, _)| *id == citizen.id).map(|(_, state)| *state);
            let state = permits.first().map(|permit| {
                let anchor = permit["counted_from"].as_str().unwrap().parse().unwrap();
                let endorsed = u32::try_from(permit["endorsed"].as_u64().unwrap()).unwrap();
                endorsement::cycle(rules, anchor, endorsed).state(today)
            });
            assert_eq!(state, expected, "{} on {today}", citizen.id);
        }
    }
}

#[test]
fn on_every_day_of_five_years_each_person_shows_what_the_summary_says() {
    let citizens = Citizens::load().unwrap();
    let listed: Vec<_> = citizens.all().iter().map(|citizen| citizen.id.as_str()).collect();
    assert_eq!(listed, PROMISED.map(|(id, _, _)| id));
    for today in date(2026, 1, 1).series(1.day()).take(5 * 366) {
        for (citizen, (id, residence, insurance)) in citizens.all().iter().zip(PROMISED) {
            let lived = residence::assess(RuleSet::current(), &periods(citizen, today), today);
            assert_eq!(lived.outcome, residence, "{id} on {today}: {lived:?}");
            let paid = social_insurance::assess(RuleSet::current(), &insured(citizen, today), today);
            assert_eq!(paid.outcome, insurance, "{id} on {today}: {paid:?}");
            if id == "in-three-days" {
                // Nobody's half year ends on 29 to 31 August; the next that does ends on 1 September.
                assert!((3..=6).contains(&lived.days_left), "{id} on {today}: {} days", lived.days_left);
            }
        }
    }
}
