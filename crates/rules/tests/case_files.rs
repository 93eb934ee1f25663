//! Runs every line of `tests/cases/*.jsonl` through the function behind `--example verdict`. A line is a question of
//! domain facts §10 with what must be answered, less the `id`, as `expect`.

#![allow(clippy::unwrap_used, reason = "what a test can't do without fails it")]

#[path = "../examples/verdict/casefile.rs"]
mod casefile;

use std::{collections::HashSet, fs};

use serde_json::{Value, json};

#[test]
fn every_line_is_answered_as_expected() {
    let (mut kinds, mut ids) = (HashSet::new(), HashSet::new());
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases")).unwrap() {
        let path = file.unwrap().path();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let question: Value = serde_json::from_str(line).unwrap();
            let mut expected = question["expect"].clone();
            assert!(expected.is_object(), "nothing is expected of {line}");
            expected["id"] = question["id"].clone();
            assert!(ids.insert(question["id"].to_string()), "the id is used before: {line}");
            let answer = casefile::answer(line.as_bytes());
            assert_eq!(answer.json, expected, "{line}");
            assert_eq!(answer.malformed, expected["error"] == "malformed", "{line}");
            kinds.insert(question["kind"].as_str().unwrap_or_default().to_owned());
        }
    }
    for kind in [
        "identity_number",
        "residence",
        "social_insurance",
        "working_days",
        "issue_deadline",
        "add_months",
        "case",
        "route",
        "endorsement",
        "late_endorsement",
        "fees",
        "materials",
    ] {
        assert!(kinds.contains(kind), "no case asks {kind}");
    }
}

#[test]
fn a_line_that_is_no_question_is_answered_all_the_same() {
    for line in [&b"{"[..], b"[]", b"null", b"\"id\"", b"\xff\xfe", b"{\"id\": 1}", b"{\"id\": 1, \"kind\": 2}"] {
        let answer = casefile::answer(line);
        assert!(answer.malformed);
        assert_eq!(answer.json["error"], "malformed");
    }
    assert_eq!(casefile::answer(b"{\"id\": 1, \"kind\": 2}").json, json!({ "id": 1, "error": "malformed" }));
    assert_eq!(casefile::answer(b"{").json, json!({ "id": null, "error": "malformed" }));
}

#[test]
fn an_unknown_kind_is_named_and_is_not_malformed() {
    let answer = casefile::answer(b"{\"id\": \"a\", \"kind\": \"horoscope\"}");
    assert_eq!((answer.json, answer.malformed), (json!({ "id": "a", "error": "unknown_kind" }), false));
}

/// Somebody who qualifies by schooling, on synthetic records, as a case file asks it.
fn check_line(kind: &str, more: Value) -> Value {
    let found = |value: Value| json!({ "state": "found", "as_of": "2026-07-15", "source": "示例平台", "value": value });
    let mut line = json!({
        "id": 1,
        "kind": kind,
        "as_of": "2026-07-15",
        "draft": { "service": "first_issue", "answers": { "ground": "schooling", "phone": "13800138000" } },
        "person": { "name": "示例一", "identity_number": "519999199002280019", "phone": null },
        "records": {
            "identity": found(json!({ "valid_to": null })),
            "registrations": found(json!([{
                "registered_on": "2026-01-16", "ended_on": null, "in_chengdu": true, "void": false, "approved": true,
                "street_code": "510107064", "address": "示例路1号", "address_kind": "unfiled_lease",
            }])),
            "insurance": found(json!({ "months": [], "employer": null, "employer_code": null })),
            "dwellings": found(json!([])),
            "household": found(json!({ "address": "示例省示例县示例村1组" })),
            "schooling": found(json!({ "school": "示例大学", "enrolled_on": "2025-09-01", "attending": true })),
        },
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        line[key] = value.clone();
    }
    line
}

fn ask(line: &Value) -> Value {
    casefile::answer(line.to_string().as_bytes()).json
}

#[test]
fn a_check_is_answered_with_rule_source_words_and_the_day_from_which_it_holds() {
    let answer = ask(&check_line("check", json!({})));
    assert_eq!((&answer["verdict"]["outcome"], &answer["holds_from"]), (&json!("not_met"), &Value::Null));
    let explained = answer["explained"].as_array().unwrap();
    let too_short = explained.iter().find(|it| it["finding"]["rule"].get("residence_too_short").is_some()).unwrap();
    assert_eq!((&too_short["holds_from"], &too_short["source"]), (&json!("2026-07-16"), &json!("regulation_art2")));
    assert!(too_short["words"]["zh-CN"].as_str().unwrap().contains("再过 1 天"));
}

#[test]
fn a_kept_verdict_is_replayed_to_the_byte_and_any_other_fact_is_noticed() {
    let verdict = ask(&check_line("check", json!({})))["verdict"].clone();
    let hash = verdict["basis"]["hash"].as_str().unwrap().to_owned();
    assert_eq!(hash.len(), 64);
    let kept = json!({ "verdict": verdict });
    assert_eq!(ask(&check_line("replay", kept.clone())), json!({ "id": 1, "same": true }));
    let mut later = check_line("replay", kept.clone());
    later["as_of"] = "2026-07-16".into();
    assert_eq!(ask(&later)["same"], false);
    // The phone number decides nothing, but the verdict was not given on it.
    let mut other = check_line("replay", kept);
    other["draft"]["answers"]["phone"] = "13900139000".into();
    let answer = ask(&other);
    assert_eq!(answer["same"], false);
    assert_eq!(answer["verdict"]["findings"], verdict["findings"]);
}

#[test]
fn a_verdict_is_replayed_by_the_rules_it_was_given_by() {
    let older = ask(&check_line("check", json!({ "rules": "2025.1" })))["verdict"].clone();
    assert_eq!(older["basis"]["rules"], "2025.1");
    assert_eq!(ask(&check_line("replay", json!({ "verdict": older }))), json!({ "id": 1, "same": true }));
    let mut unknown = older;
    unknown["basis"]["rules"] = "1999.1".into();
    assert_eq!(ask(&check_line("replay", json!({ "verdict": unknown })))["error"], "unknown_rules");
}

#[test]
fn the_older_rules_do_not_know_the_holidays_of_2026() {
    let days =
        |rules: &str| ask(&json!({ "id": 1, "kind": "working_days", "from": "2026-02-13", "days": 5, "rules": rules }));
    assert_eq!(days("2025.1"), json!({ "id": 1, "date": "2026-02-20", "calendar_known": false }));
    assert_eq!(days("2025.2"), json!({ "id": 1, "date": "2026-02-27", "calendar_known": true }));
    assert_eq!(days("2025.3")["error"], "unknown_rules");
}
