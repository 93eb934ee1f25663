//! What chance gives: dates near enough to each other to matter, identifiers, and ways to spoil a question.

use std::fmt::Display;

use jiff::civil::{Date, date};
use rules::calendar::add_days;
use serde_json::Value;

/// Chance from a seed.
pub struct Random {
    rng: fastrand::Rng,
    careful: bool,
}

/// What stands in place of a value in a spoilt question: other types, the ends of what there is, and no dates.
const SPOILT: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "4294967295",
    "-9223372036854775808",
    "1e308",
    "[]",
    "{}",
    "[[]]",
    r#""""#,
    r#""0000-01-01""#,
    r#""1899-12-31""#,
    r#""9999-12-31""#,
    r#""10000-01-01""#,
    r#""-000001-01-01""#,
    r#""2026-02-30""#,
    r#""2026-2-3""#,
    r#""2026-07-15T00:00""#,
    r#""２０２６-07-15""#,
    r#""2026-00""#,
    r#""1899-12""#,
    r#""9999-12""#,
    r#""met""#,
    r#""51010400""#,
    r#""\u0000""#,
    r#""𠮷野""#,
];

impl Random {
    pub fn new(seed: u64) -> Self {
        Self { rng: fastrand::Rng::with_seed(seed), careful: false }
    }

    /// Every other question is asked with care, or next to none would be answered by yes.
    pub fn start_question(&mut self) {
        self.careful = self.one_in(2);
    }

    /// One in so many, and none where care is taken.
    pub fn slips(&mut self, many: u32) -> bool {
        !self.careful && self.one_in(many)
    }

    /// A number less than `limit`, which is more than 0.
    pub fn below(&mut self, limit: u32) -> u32 {
        self.rng.u32(..limit)
    }

    /// A number from `first` to `last`.
    pub fn number(&mut self, first: i32, last: i32) -> i32 {
        self.rng.i32(first..=last)
    }

    pub fn one_in(&mut self, many: u32) -> bool {
        self.below(many) == 0
    }

    /// One of those, of which there is at least one.
    pub fn among<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.rng.usize(..from.len())]
    }

    /// One of those texts.
    pub fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.rng.usize(..from.len())]
    }

    /// The identifier of one of a closed list.
    pub fn id<T: Display>(&mut self, from: &[T]) -> String {
        self.among(from).to_string()
    }

    /// A date of the years in which permits are issued; seldom one of another time.
    pub fn date(&mut self) -> Date {
        match self.below(40) {
            0 => add_days(date(1, 1, 1), self.number(0, 700_000)),
            1 => add_days(date(9998, 12, 31), self.number(-400, 365)),
            2 => date(2024, 2, 29),
            _ => add_days(date(2024, 1, 1), self.number(0, 1_400)),
        }
    }

    /// That date as it is written.
    pub fn day(&mut self) -> String {
        self.date().to_string()
    }

    pub fn digits(&mut self, many: u32) -> String {
        (0..many).map(|_| char::from(b'0' + self.rng.u8(..10))).collect()
    }

    /// An identity number of a place that was never given, mostly with the check character that belongs to it.
    pub fn identity_number(&mut self) -> String {
        let place = self.pick(&["519999", "519999", "519999", "810000", "830000", "009999", "951999"]);
        let born = add_days(date(1899, 1, 1), self.number(0, 48_000));
        let number = format!("{place}{}{}", born.strftime("%Y%m%d"), self.digits(3));
        // ISO 7064 MOD 11-2, written down anew: from the left, doubling.
        let rest = number.bytes().fold(0, |sum, digit| (sum + u32::from(digit - b'0')) * 2 % 11);
        let check = (12 - rest) % 11;
        let check = if self.one_in(10) { self.below(11) } else { check };
        number + &if check == 10 { "X".to_owned() } else { check.to_string() }
    }

    /// The text as somebody might paste it: full width, spaced, in small letters.
    pub fn disguise(&mut self, text: &str) -> String {
        let wide = |letter: char| char::from_u32(u32::from(letter) + 0xFEE0).unwrap_or(letter);
        let mut disguised = String::new();
        for letter in text.chars() {
            match self.below(6) {
                0 => disguised.push(wide(letter)),
                1 => disguised.extend([letter, ' ']),
                2 => disguised.extend(letter.to_lowercase()),
                _ => disguised.push(letter),
            }
        }
        disguised
    }

    /// Takes a part of the question away, or puts something else in its place.
    pub fn spoil(&mut self, question: &mut Value) {
        match question {
            Value::Object(map) if !map.is_empty() => {
                let at = self.rng.usize(..map.len());
                let Some(key) = map.keys().nth(at).cloned() else { return };
                match map.get_mut(&key) {
                    Some(part) if !self.one_in(3) => self.spoil(part),
                    _ => drop(map.remove(&key)),
                }
            }
            Value::Array(list) if !list.is_empty() => {
                let at = self.rng.usize(..list.len());
                if self.one_in(3) {
                    list.remove(at);
                } else {
                    self.spoil(&mut list[at]);
                }
            }
            part => *part = serde_json::from_str(self.pick(SPOILT)).unwrap_or(Value::Null),
        }
    }

    /// The line up to some character.
    pub fn cut(&mut self, line: String) -> String {
        let end = self.rng.usize(..=line.len());
        line.char_indices().take_while(|(place, _)| *place < end).map(|(_, letter)| letter).collect()
    }
}
