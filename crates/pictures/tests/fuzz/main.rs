//! Broken pictures by chance: whatever a file is, it is refused by name, or what is made of it keeps every promise.
//!
//! Good files of every kind are changed, partly by the rules of their formats, so that changes get past the first checks.
//! A file that is answered as none before it is kept and changed further: this finds the way into rare branches without
//! a compiler that counts them.
//!
//! Runs for `FUZZ_SECONDS`, 3 where not set, from `FUZZ_SEED`, which another number takes elsewhere; where not set, it is the
//! same at every run, so that what fails is the change. The same seed gives the same files in the same order. A failure says
//! the seed, what was done to the file, and where the file lies now.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what a test can't do without fails it")]
#![allow(clippy::panic, reason = "a finding ends the test")]
#![allow(clippy::print_stdout, reason = "how much was tried is part of what the test says")]

#[path = "../common/mod.rs"]
mod common;

mod breaking;
mod parts;
mod promises;
mod seeds;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::Path,
    time::{Duration, Instant},
};

use fastrand::Rng;
use pictures::{Fit, Limits, PictureError, fit, header};

use crate::{
    breaking::broken,
    parts::hexadecimal,
    promises::{Judge, TAKEN},
    seeds::{Specimen, seeds},
};

/// Where it begins unless it is told.
const SEED: u64 = 20_261_130;

/// Enough for every seed, and quick.
const LIMITS: Limits = Limits { max_bytes: 300_000, max_pixels: 1_500_000, max_decoded_bytes: 16 << 20 };

/// Larger pictures take much longer, and are chosen less often for it.
const LARGE: u64 = 60_000;

/// More files are not kept beside the seeds: a new one takes the place of another.
const MOST_KEPT: usize = 2_000;

/// A shorter file is told in full.
const TOLD_IN_FULL: usize = 3_000;

#[test]
#[allow(clippy::disallowed_methods, reason = "fuzzing ends by the clock")]
fn whatever_a_file_is_it_is_refused_by_name_or_what_is_made_of_it_keeps_every_promise() {
    let seconds = env::var("FUZZ_SECONDS").map_or(3, |seconds| seconds.parse().expect("a number of seconds"));
    let seed = env::var("FUZZ_SEED").map_or(SEED, |seed| seed.parse().expect("a number"));
    // Said before anything can go so wrong that nothing is said any more.
    println!("fuzz: from seed {seed}");
    let start = Instant::now();
    let mut random = Rng::with_seed(seed);
    let mut pool = seeds();
    let seeds = pool.len();
    let mut seen = BTreeSet::new();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let judge = Judge::new();
    let mut tried = 0_u64;
    // However busy the machine is, something is tried.
    while tried < 300 || start.elapsed() < Duration::from_secs(seconds) {
        let broken = broken(&mut random, &pool);
        let outcomes = judge.ask(&broken.file, random.u64(..)).unwrap_or_else(|why| {
            let file = &broken.file;
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{seed}-{tried}"));
            fs::write(&path, file).expect("a place for the file");
            let hex = if file.len() < TOLD_IN_FULL { hexadecimal(file) } else { String::new() };
            panic!("{why}\nFUZZ_SEED={seed}, file {tried}, in {}:\n{}\n{hex}", path.display(), broken.made_by);
        });
        tried += 1;
        for outcome in &outcomes {
            *counts.entry(outcome.code).or_default() += 1;
        }
        let is_new = outcomes.into_iter().filter(|outcome| seen.insert(outcome.guide.clone())).count() > 0;
        if is_new && broken.file.len() as u64 <= LIMITS.max_bytes {
            if pool.len() < seeds + MOST_KEPT {
                pool.push(broken);
            } else {
                pool[random.usize(seeds..seeds + MOST_KEPT)] = broken;
            }
        }
    }
    println!("fuzz: {tried} files from seed {seed}, {} of them kept, {counts:?}", pool.len() - seeds);
    // Otherwise the changes are too harsh, or too mild, to try anything.
    let (taken, all) = (counts.get(TAKEN).copied().unwrap_or_default(), counts.values().sum::<u64>());
    assert!(taken > all / 20 && taken < all * 19 / 20, "{taken} of {all} were taken");
}

#[test]
fn every_seed_is_a_good_picture_or_of_a_kind_that_others_decode() {
    for Specimen { made_by, file, .. } in seeds() {
        match header::read(&file) {
            Ok(header) => {
                assert_eq!(LIMITS.check_header(&header), Ok(()), "{made_by}");
                let whole = Fit { width: 9_999, height: 9_999, quality: 80, budget: 9_999_999 };
                assert_eq!(fit(&file, &whole, &LIMITS).err(), None, "{made_by}");
            }
            Err(refused) => {
                assert!(matches!(refused, PictureError::UnsupportedKind { .. }), "{made_by}: {refused}");
            }
        }
    }
}

#[test]
fn the_same_seed_breaks_files_alike_and_another_otherwise() {
    let pool = seeds();
    let some = |seed| {
        let mut random = Rng::with_seed(seed);
        (0..200).map(|_| broken(&mut random, &pool).file).collect::<Vec<_>>()
    };
    assert!(some(7) == some(7) && some(7) != some(8));
}

fn choice<'a, T>(random: &mut Rng, among: &'a [T]) -> &'a T {
    &among[random.usize(..among.len())]
}
