//! How long the one judgement takes on a draft with everything filled in and every record found, and how much of it
//! goes into the hash of what it rests on.
//!
//! `cargo bench -p rules`

use std::{hint::black_box, process::ExitCode};

use criterion::Criterion;
use jiff::civil::Date;
use rules::{
    RuleSet, Situation, check,
    draft::Draft,
    records::{Person, Records},
    verdict::{Basis, Outcome},
};
use serde::Deserialize;

/// What a case file asks by `check`.
#[derive(Deserialize)]
struct Facts {
    draft: Draft,
    person: Person,
    records: Records,
    as_of: Date,
}

fn main() -> Result<ExitCode, serde_json::Error> {
    let Facts { draft, person, records, as_of } = serde_json::from_str(include_str!("full_check.json"))?;
    let situation = Situation { rules: RuleSet::current(), person: &person, records: &records, today: as_of };
    // A draft that fails early would be checked sooner.
    if check(&draft, situation).outcome != Outcome::Met {
        return Ok(ExitCode::FAILURE);
    }
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("check", |bencher| bencher.iter(|| check(black_box(&draft), black_box(situation))));
    let facts = (&draft, &person, &records, as_of);
    criterion.bench_function("check/basis", |bencher| {
        bencher.iter(|| Basis::new(RuleSet::current(), "check", black_box(&facts)));
    });
    criterion.final_summary();
    Ok(ExitCode::SUCCESS)
}
