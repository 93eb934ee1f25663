//! Measures the findings on the labelled set: `cargo run --release -p pictures --features codec --example findings`
//! prints the table of `cargo xtask bench findings` as JSON, and names on the error stream what was missed and what was
//! found without reason.
#![allow(clippy::unwrap_used, reason = "a measurement has nothing to do with a broken picture but to stop")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::collections::BTreeMap;
use std::io::{self, Error, Write};
use std::thread;

use common::labelled::{Labelled, Strength, set};
use pictures::{Limits, PictureFinding, prepare};
use serde_json::{Value, json};

/// Codes of the findings in one picture.
type Found = Vec<&'static str>;

fn main() -> Result<(), Error> {
    let set = set();
    let found = judged(&set);
    let mut caught: BTreeMap<(&str, Strength), (u32, u32)> = BTreeMap::new();
    let mut false_alarms: BTreeMap<&str, u32> = BTreeMap::new();
    let mut errors = io::stderr();
    for (labelled, found) in set.iter().zip(&found) {
        if let Some(code) = labelled.code {
            let (hits, all) = caught.entry((code, labelled.strength)).or_default();
            *all += 1;
            if found.contains(&code) {
                *hits += 1;
            } else {
                writeln!(errors, "missed: {code}, {:?}: {}: {found:?}", labelled.strength, labelled.name)?;
            }
        }
        for code in found.iter().filter(|&&code| Some(code) != labelled.code) {
            *false_alarms.entry(code).or_default() += 1;
            writeln!(errors, "without reason: {code}: {} ({:?})", labelled.name, labelled.code)?;
        }
    }
    let mut rows: Vec<Value> = caught
        .into_iter()
        .map(|((code, strength), (hits, all))| {
            let case = format!("{code}, {strength:?} ({all})").to_lowercase();
            json!({"case": case, "metric": "noticed", "unit": "%", "ours": 100.0 * f64::from(hits) / f64::from(all),
                "peers": {}, "bar": bar(strength), "better": "higher"})
        })
        .collect();
    for code in PictureFinding::CODES {
        let others = set.iter().filter(|labelled| labelled.code != Some(code)).count();
        let alarms = false_alarms.get(code).copied().unwrap_or(0);
        rows.push(json!({"case": format!("{code}, without reason ({others})"), "metric": "false alarms",
            "unit": "pictures", "ours": alarms, "peers": {}, "bar": others / 50, "better": "lower"}));
    }
    writeln!(io::stdout(), "{}", json!({"rounds": 1, "rows": rows}))
}

/// The least share that must be noticed, in percent: what is slight is a matter of taste.
fn bar(strength: Strength) -> Option<u32> {
    match strength {
        Strength::Good | Strength::Slight => None,
        Strength::Plain => Some(80),
        Strength::Strong => Some(95),
    }
}

/// What is found in each, by as many threads as there are processors.
fn judged(set: &[Labelled]) -> Vec<Found> {
    let codes = |labelled: &Labelled| match prepare(&labelled.file(), labelled.purpose, &Limits::DEVICE) {
        Ok(prepared) => prepared.findings.iter().map(PictureFinding::code).collect(),
        Err(error) => vec![error.code()],
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let part = set.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let started: Vec<_> =
            set.chunks(part).map(|part| scope.spawn(move || part.iter().map(codes).collect::<Vec<Found>>())).collect();
        started.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}
