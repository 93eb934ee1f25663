//! Dates that can't be, empty files and unknown codes: an error or an honest "not met", never a panic, never "met".

#![allow(clippy::unwrap_used, reason = "what a test can't do without fails it")]

#[path = "../examples/verdict/casefile.rs"]
mod casefile;

use serde_json::{Value, json};

fn ask(line: Value) -> Value {
    let answer = casefile::answer(line.to_string().as_bytes());
    assert_eq!(answer.malformed, answer.json["error"] == "malformed", "{line}");
    answer.json
}

fn period(registered_on: &str, ended_on: Option<&str>) -> Value {
    json!({
        "registered_on": registered_on, "ended_on": ended_on, "in_chengdu": true, "void": false, "approved": true,
    })
}

fn residence(as_of: &str, periods: &[Value]) -> Value {
    ask(json!({ "id": 1, "kind": "residence", "as_of": as_of, "periods": periods }))
}

fn insurance(as_of: &str, months: &[&str]) -> Value {
    let month =
        |month: &&str| json!({ "month": month, "backpaid": false, "in_chengdu": true, "employee_scheme": true });
    let months: Vec<Value> = months.iter().map(month).collect();
    ask(json!({ "id": 1, "kind": "social_insurance", "as_of": as_of, "months": months }))
}

#[test]
fn a_registration_of_before_1900_does_not_count() {
    assert_eq!(residence("2026-07-15", &[period("1900-01-01", None)])["outcome"], "met");
    for day in ["1899-12-31", "1026-01-15", "0001-01-01", "0000-01-01"] {
        assert_eq!(residence("2026-07-15", &[period(day, None)])["outcome"], "not_met", "{day}");
    }
    assert_eq!(residence("1899-12-31", &[period("1899-01-01", None)])["outcome"], "not_met");
}

#[test]
fn months_of_before_1900_do_not_count() {
    let months = ["1899-01", "1899-02", "1899-03", "1899-04", "1899-05", "1899-06"];
    assert_eq!(insurance("1899-07-01", &months)["outcome"], "not_met");
    assert_eq!(
        insurance("1900-07-01", &months.map(|month| month.replace("1899", "1900")).each_ref().map(String::as_str))["outcome"],
        "met"
    );
}

#[test]
fn a_date_beyond_9999_or_of_no_calendar_is_malformed() {
    for day in ["10000-01-01", "+010000-01-01", "-000001-01-01", "2026-02-29", "2026-13-01", "2026-07-15T00:00", ""] {
        for line in [
            json!({ "kind": "residence", "as_of": day, "periods": [] }),
            json!({ "kind": "residence", "as_of": "2026-07-15", "periods": [period(day, None)] }),
            json!({ "kind": "residence", "as_of": "2026-07-15", "periods": [period("2026-01-15", Some(day))] }),
            json!({ "kind": "working_days", "from": day, "days": 1 }),
            json!({ "kind": "endorsement", "anchor": day, "done": 0, "as_of": "2026-07-15" }),
            json!({ "kind": "issue_deadline", "accepted_on": "2026-07-15", "pauses": [[day, "2026-07-15"]] }),
            json!({ "kind": "identity_number", "value": "519999199002280019", "as_of": day }),
        ] {
            assert_eq!(ask(line.clone())["error"], "malformed", "{line}");
        }
    }
    assert_eq!(insurance("2026-07-15", &["2026-13"])["error"], "malformed");
    assert_eq!(ask(json!({ "kind": "add_months", "date": "9999-12-01", "months": 1 }))["error"], "malformed");
}

#[test]
fn a_half_year_that_the_calendar_has_no_room_for_is_never_full() {
    let found = residence("9999-12-31", &[period("9999-12-01", None)]);
    assert_eq!((&found["outcome"], &found["eligible_from"]), (&json!("not_met"), &Value::Null));
    assert_eq!(residence("9999-12-31", &[period("9999-06-30", None)])["outcome"], "met");
}

#[test]
fn a_period_that_ended_before_it_began_covers_no_day() {
    let found = residence("2026-07-15", &[period("2026-01-15", Some("2026-01-14"))]);
    assert_eq!((&found["outcome"], &found["chain_start"]), (&json!("not_met"), &Value::Null));
    // Nor does it end or join those that do.
    let beside = [period("2026-01-15", None), period("2026-03-01", Some("2025-03-01"))];
    assert_eq!(residence("2026-07-15", &beside)["outcome"], "met");
    let between = [
        period("2025-06-01", Some("2026-01-31")),
        period("2026-03-01", Some("2026-02-01")),
        period("2026-04-01", None),
    ];
    assert_eq!(residence("2026-07-15", &between)["outcome"], "not_met");
}

#[test]
fn a_hundred_thousand_periods_are_answered() {
    let same = vec![period("2026-01-16", None); 100_000];
    assert_eq!(residence("2026-07-15", &same)["outcome"], "not_met");
    assert_eq!(residence("2026-07-16", &same)["outcome"], "met");
    // One day each with a gap between: every one is bridged, and none is ever half a year without a gap.
    let day = |n: i32| rules::calendar::add_days(jiff::civil::date(2026, 7, 15), -2 * n).to_string();
    let scattered: Vec<Value> = (0..20_000).map(|n| period(&day(n), Some(&day(n)))).cycle().take(100_000).collect();
    assert_eq!(residence("2026-07-15", &scattered)["outcome"], "review");
}

#[test]
fn of_nothing_at_all_nothing_is_met() {
    assert_eq!(residence("2026-07-15", &[])["outcome"], "not_met");
    assert_eq!(insurance("2026-07-15", &[])["outcome"], "not_met");
    let nothing = json!({ "state": "unavailable" });
    let line = |service: &str| {
        json!({
            "id": 1, "kind": "check", "as_of": "2026-07-15", "draft": { "service": service },
            "person": { "name": "", "identity_number": "519999199002280019", "phone": null },
            "records": {
                "identity": nothing, "registrations": nothing, "insurance": nothing, "dwellings": nothing,
                "household": nothing,
            },
        })
    };
    for service in rules::service::Service::ALL {
        assert_eq!(ask(line(service.id()))["verdict"]["outcome"], "not_met", "{service}");
    }
    for line in ["{}", "", "[]", r#"{"id":1}"#, r#"{"kind":""}"#] {
        assert!(casefile::answer(line.as_bytes()).json["error"].is_string(), "{line}");
    }
}

#[test]
fn an_unknown_street_is_named_so() {
    for code in ["510104000", "51010401", "5101040170", "", "５１０１０４０１７", "110101001", "51010401a"] {
        assert_eq!(ask(json!({ "kind": "route", "street_code": code }))["error"], "unknown_street", "{code}");
    }
    assert_eq!(ask(json!({ "kind": "route", "street_code": 510_104_017 }))["error"], "malformed");
}

#[test]
fn an_unknown_version_of_the_rules_is_named_so_by_every_kind() {
    for kind in ["residence", "social_insurance", "check", "fees", "route"] {
        for version in ["", "2025", "2025.3", "1999.1", "2025.2 "] {
            assert_eq!(ask(json!({ "kind": kind, "rules": version }))["error"], "unknown_rules", "{kind} {version}");
        }
        assert_eq!(ask(json!({ "kind": kind, "rules": 2025.2 }))["error"], "malformed", "{kind}");
    }
}
