//! Runs every line of `tests/cases/*.jsonl` through the function behind `--example verdict`. A line is a question of
//! domain facts §10 with what must be answered, less the `id`, as `expect`.

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
