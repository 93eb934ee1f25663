//! Broken case files by chance: whatever a line is, it has one answer with its id, and nothing is met that can't be.
//!
//! Runs for `FUZZ_SECONDS`, 3 where not set, from `FUZZ_SEED`, by chance where not set; a failure says the seed.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what a test can't do without fails it")]
#![allow(clippy::panic, reason = "a finding ends the test")]
#![allow(clippy::print_stdout, reason = "how much was tried is part of what the test says")]

#[path = "../examples/verdict/casefile.rs"]
mod casefile;
#[path = "../examples/corpus/questions/mod.rs"]
mod questions;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    time::{Duration, Instant},
};

use fastrand::Rng;
use jiff::civil::Date;
use rules::{
    calendar::{Month, add_days},
    social_insurance::InsuredMonth,
};
use serde_json::{Map, Value};

/// Pieces that a line is broken with.
const PIECES: &[&[u8]] = &[
    b"null", b"true", b"-0", b"1e999", b"18446744073709551616", b"\"\"", b"{", b"}", b"[", b"]", b",", b":", b"\"",
    b"\\", b"\\ud800", b"\\u0000", b"\xff", b"\xef\xbb\xbf", b"\n", b"\"id\":", b"\"kind\":\"check\"", b"9999-12-31",
    b"0000-02-29", b"1899-12-31", b"2024-02-29", b"2023-02-29", b"-2026", b"\"ended_on\":null", b"\"rules\":\"2025.1\"",
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
];

#[test]
#[allow(clippy::disallowed_methods, reason = "fuzzing ends by the clock")]
fn whatever_is_asked_is_answered_with_its_id_and_nothing_is_met_that_can_t_be() {
    let seconds = env::var("FUZZ_SECONDS").map_or(3, |seconds| seconds.parse().expect("a number of seconds"));
    let seed = env::var("FUZZ_SEED").map_or_else(|_| fastrand::u64(..), |seed| seed.parse().expect("a number"));
    let start = Instant::now();
    let mut random = Rng::with_seed(seed);
    // A corpus by chance hardly ever has a draft that is met: one that is gets broken as often as any kind.
    let full: Value = serde_json::from_str(include_str!("../benches/full_check.json")).unwrap();
    let full = full.to_string().into_bytes();
    let mut corpus = questions::lines(seed).map(String::into_bytes);
    let (mut asked, mut met, mut understood) = (0u64, 0u64, 0u64);
    while start.elapsed() < Duration::from_secs(seconds) {
        let line = if random.u8(..14) == 0 { full.clone() } else { corpus.next().unwrap() };
        let other = corpus.next().unwrap();
        for round in 0..8 {
            let broken = match round {
                0 => line.clone(),
                1 => (0..random.usize(..200)).map(|_| random.u8(..)).collect(),
                _ => broken(&mut random, &line, &other),
            };
            let judged = std::panic::catch_unwind(|| judge(&broken));
            let finding = judged.unwrap_or_else(|_| Err("it panicked".to_owned()));
            let outcome = finding.unwrap_or_else(|why| {
                panic!("{why}; FUZZ_SEED={seed}, line {asked}:\n{}", broken.escape_ascii());
            });
            asked += 1;
            understood += u64::from(outcome != Outcome::Error);
            met += u64::from(outcome == Outcome::Met);
        }
    }
    println!("fuzz: {asked} lines asked from seed {seed}, {understood} understood, {met} met");
    // Otherwise it was not the rules that were fuzzed.
    assert!(understood > asked / 10 && met > asked / 1_000, "{asked} asked, {understood} understood, {met} met");
}

/// The line with some of its bytes gone, doubled, changed, or those of another.
fn broken(random: &mut Rng, line: &[u8], other: &[u8]) -> Vec<u8> {
    let mut broken = line.to_vec();
    for _ in 0..random.usize(1..4) {
        let at = random.usize(..=broken.len());
        let end = (at + random.usize(..24)).min(broken.len());
        match random.u8(..8) {
            0 => drop(broken.drain(at..end)),
            1 => drop(broken.splice(at..at, line[at.min(line.len())..end.min(line.len())].iter().copied())),
            2 => drop(broken.splice(at..end, random.choice(PIECES).unwrap().iter().copied())),
            3 => drop(broken.splice(at.., other[random.usize(..=other.len())..].iter().copied())),
            4 => broken.truncate(at),
            // Digits for digits: the line stays one, with other dates and numbers.
            _ => {
                for byte in broken[at..end].iter_mut().filter(|byte| byte.is_ascii_digit()) {
                    *byte = random.u8(b'0'..=b'9');
                }
            }
        }
    }
    broken
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Error,
    Met,
    Other,
}

/// Asks the line, and says what is wrong with the answer.
fn judge(line: &[u8]) -> Result<Outcome, String> {
    let answer = casefile::answer(line);
    let question: Map<String, Value> = serde_json::from_slice(line).unwrap_or_default();
    let told = answer.json.as_object().ok_or("the answer is no object")?;
    if told.get("id") != Some(question.get("id").unwrap_or(&Value::Null)) {
        return Err("the answer has another id".into());
    }
    if answer.json.to_string().contains('\n') {
        return Err("the answer is more than a line".into());
    }
    let error = told.get("error");
    if answer.malformed != (error == Some(&"malformed".into())) {
        return Err("malformed and not said so, or the reverse".into());
    }
    if error.is_some() {
        return Ok(Outcome::Error);
    }
    let verdict = answer.json.pointer("/verdict/outcome").or_else(|| answer.json.get("outcome"));
    if verdict != Some(&"met".into()) {
        return Ok(Outcome::Other);
    }
    let can_be = match question["kind"].as_str().unwrap_or_default() {
        "residence" => has_lived_here(&question["as_of"], &question["periods"]),
        "social_insurance" => is_insured(&question["as_of"], &question["months"]),
        "check" if question["draft"]["service"] == "first_issue" => {
            has_lived_here(&question["as_of"], &question["records"]["registrations"]["value"])
        }
        _ => Some(true),
    };
    if can_be == Some(true) { Ok(Outcome::Met) } else { Err("met, and can't be".into()) }
}

/// A day that anybody alive could have seen.
fn day(value: &Value) -> Option<Date> {
    value.as_str()?.parse().ok().filter(|day: &Date| day.year() >= 1900)
}

/// No half year has fewer than 181 days: each of the last 181, and today, lies in a period that counts.
fn has_lived_here(as_of: &Value, periods: &Value) -> Option<bool> {
    let today = day(as_of)?;
    let mut counted = Vec::new();
    for period in periods.as_array()? {
        let counts = period["in_chengdu"] == true && period["approved"] == true && period["void"] == false;
        if let Some(from) = day(&period["registered_on"]).filter(|_| counts) {
            // An end of before 1900 is before any beginning.
            let last = if period["ended_on"].is_null() { Some(Date::MAX) } else { day(&period["ended_on"]) };
            counted.extend(last.map(|last| from..=last));
        }
    }
    Some((0..=181).all(|back| counted.iter().any(|period| period.contains(&add_days(today, -back)))))
}

/// The month before this one or this one, and five before it, are each in the list as one that counts.
fn is_insured(as_of: &Value, months: &Value) -> Option<bool> {
    let this_month = Month::of(day(as_of)?);
    let months: Vec<InsuredMonth> = serde_json::from_value(months.clone()).ok()?;
    let paid = |back: u32| {
        let counts = |paid: &&InsuredMonth| !paid.backpaid && paid.in_chengdu && paid.employee_scheme;
        months.iter().filter(counts).any(|paid| paid.month == this_month.minus(back) && paid.month.year() >= 1900)
    };
    Some([0, 1].iter().any(|newest| (0..6).all(|back| paid(newest + back))))
}

#[test]
fn the_corpus_asks_every_kind_and_gets_answers_and_errors() {
    let mut answers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in questions::lines(1).take(6_000) {
        let Ok(question) = serde_json::from_str::<Map<String, Value>>(&line) else { continue };
        let Some(kind) = question.get("kind").and_then(Value::as_str) else { continue };
        let answer = casefile::answer(line.as_bytes()).json;
        let told = ["error", "outcome", "state", "illegal", "same"].iter().find_map(|key| answer.get(*key));
        let told = answer.pointer("/verdict/outcome").or(told).map(Value::to_string);
        answers.entry(kind.to_owned()).or_default().insert(told.unwrap_or_else(|| "answered".into()));
    }
    for (kind, _) in questions::KINDS {
        let told = &answers[*kind];
        assert!(told.contains("\"malformed\"") && told.contains("\"unknown_rules\""), "{kind}: {told:?}");
        assert!(told.len() > 2, "{kind}: {told:?}");
    }
    for kind in ["residence", "social_insurance"] {
        assert!(["met", "review", "not_met"].iter().all(|it| answers[kind].contains(&format!("\"{it}\""))), "{kind}");
    }
    assert!(answers["replay"].contains("true") && answers["check"].contains("\"review\""), "{answers:?}");
}

#[test]
fn the_same_seed_gives_the_same_corpus_and_another_another() {
    let some = |seed| questions::lines(seed).take(500).collect::<Vec<_>>();
    assert_eq!(some(7), some(7));
    assert_ne!(some(7), some(8));
}
