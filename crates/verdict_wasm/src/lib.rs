//! The `verdict` example of `rules` as a wasm module with plain exports: the answers of the browser's rules, without a
//! browser. `run.mjs` asks it in Node.
//!
//! Ask for room with [`question`], write a case-file line there, call [`answer`] and read [`answer_length`] bytes where
//! it points. The next call may move everything.

// Exported names can't be had without this attribute; there is no unsafe block here.
#![allow(unsafe_code, reason = "`no_mangle` counts as unsafe")]

#[path = "../../rules/examples/verdict/casefile.rs"]
mod casefile;

use std::{
    cell::{Cell, RefCell},
    hint::black_box,
};

use jiff::civil::Date;
use rules::{
    RuleSet, Situation,
    draft::Draft,
    records::{Person, Records},
    verdict::Outcome,
};
use serde::Deserialize;

thread_local! {
    static QUESTION: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static MALFORMED: Cell<u32> = const { Cell::new(0) };
}

/// Room for a question of so many bytes.
#[unsafe(no_mangle)]
pub extern "C" fn question(length: usize) -> *mut u8 {
    QUESTION.with_borrow_mut(|question| {
        question.clear();
        question.resize(length, 0);
        question.as_mut_ptr()
    })
}

/// Answers the question as the example does; null where the answer can't be written, which none of ours is.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    let answered = QUESTION.with_borrow(|question| casefile::answer(question));
    MALFORMED.set(MALFORMED.get() + u32::from(answered.malformed));
    let Ok(answered) = serde_json::to_vec(&answered.json) else { return std::ptr::null() };
    ANSWER.with_borrow_mut(|answer| {
        *answer = answered;
        answer.as_ptr()
    })
}

/// How many bytes the last answer has.
#[unsafe(no_mangle)]
pub extern "C" fn answer_length() -> usize {
    ANSWER.with_borrow(Vec::len)
}

/// How many of the questions so far were malformed.
#[unsafe(no_mangle)]
pub extern "C" fn malformed() -> u32 {
    MALFORMED.get()
}

/// What a `check` is asked of.
#[derive(Deserialize)]
struct Facts {
    draft: Draft,
    person: Person,
    records: Records,
    as_of: Date,
}

/// Reads the question once, checks it `times` times and gives how many times it was met; 0 where it can't be read.
#[unsafe(no_mangle)]
pub extern "C" fn check(times: u32) -> u32 {
    let facts = QUESTION.with_borrow(|question| serde_json::from_slice::<Facts>(question));
    let Ok(Facts { draft, person, records, as_of }) = facts else { return 0 };
    let situation = Situation { rules: RuleSet::current(), person: &person, records: &records, today: as_of };
    let met = |_: &u32| rules::check(black_box(&draft), black_box(situation)).outcome == Outcome::Met;
    u32::try_from((0..times).filter(met).count()).unwrap_or(u32::MAX)
}
