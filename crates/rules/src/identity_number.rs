//! Citizens' identity numbers by GB 11643-1999 (domain facts §3.1).
//!
//! Eighteen characters: six of the place where the number was first given, eight of the date of birth, three of
//! sequence (odd for men, even for women), one check character by ISO 7064 MOD 11-2. The check finds every mistyped
//! digit and every two neighbours swapped; it says nothing about whether the person exists.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{term::terms, text::compact};

terms! {
    /// Sex, as the identity number carries it.
    Sex, "sex" {
        /// An odd sequence number.
        Male = "male", "男", "male";
        /// An even sequence number.
        Female = "female", "女", "female";
    }
}

/// A well-formed identity number of a mainland citizen, normalised: 17 digits and a digit or `X`. A value of this type
/// is always valid; it never prints itself by `Debug`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdentityNumber {
    number: String,
    born: Date,
}

/// Why a text is not an identity number that this service can take. It does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Rejection {
    /// A number of the first generation (GB 11643-1989), whose cards lost their force in 2013. Not converted silently:
    /// the holder has a newer card to read from.
    #[error("fifteen digits, of a card that is no longer in force")]
    FifteenDigits,
    /// Not eighteen characters.
    #[error("not eighteen characters")]
    Length,
    /// Not 17 digits and a digit or `X`.
    #[error("not seventeen digits and a digit or X")]
    Format,
    /// The first two digits are no province. The other four are not looked up: numbers outlive abolished counties.
    #[error("no such province")]
    Region,
    /// The eight digits of birth are no date.
    #[error("no such date of birth")]
    Date,
    /// Born after the day of the question.
    #[error("born in the future")]
    Future,
    /// Born before [`EARLIEST_BIRTH_YEAR`] or more than [`OLDEST_YEARS`] years ago.
    #[error("born too long ago")]
    TooOld,
    /// The check character does not fit.
    #[error("wrong check character")]
    Checksum,
    /// A residence permit of a resident of Hong Kong, Macao or Taiwan (810000, 820000, 830000): another document with
    /// another procedure.
    #[error("a residence permit of a resident of Hong Kong, Macao or Taiwan")]
    HkMacaoTaiwan,
    /// A foreigner's permanent residence card (first digit 9, form of 2023): the exit and entry administration.
    #[error("a foreigner's permanent residence card")]
    PermanentResident,
}

/// Nobody alive was born before this year. Ours, a sanity limit.
pub const EARLIEST_BIRTH_YEAR: i16 = 1900;

/// Nobody gets older than this, in years of the calendar. Ours, a sanity limit.
pub const OLDEST_YEARS: i16 = 130;

/// The first two digits of GB/T 2260 codes, and 83 for Taiwan residents' permits.
const PROVINCES: &[u8] = &[
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83,
];

/// 2^(18−i) mod 11 for the places i = 1 to 17.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// The check character for each remainder modulo 11.
const CHECK_CHARACTERS: [u8; 11] = *b"10X98765432";

impl IdentityNumber {
    /// Reads a number as typed or pasted on `as_of`: spaces, full-width characters and a small `x` are normalised.
    ///
    /// # Errors
    /// The first of the checks that fails, in the order of [`Rejection`]'s case-file description (domain facts §10).
    pub fn parse(text: &str, as_of: Date) -> Result<Self, Rejection> {
        read(text, Some(as_of))
    }

    /// The eighteen characters.
    pub fn as_str(&self) -> &str {
        &self.number
    }

    /// The date of birth.
    pub const fn born(&self) -> Date {
        self.born
    }

    /// The sex.
    pub fn sex(&self) -> Sex {
        match self.number.as_bytes().get(16) {
            Some(digit) if digit % 2 == 1 => Sex::Male,
            _ => Sex::Female,
        }
    }

    /// For display: [`mask`].
    pub fn masked(&self) -> String {
        mask(&self.number)
    }
}

/// A number as typed, for display: the first three and the last four of its characters, `519***********0019`.
pub fn mask(number: &str) -> String {
    let shown = |(at, c)| if (3..14).contains(&at) { '*' } else { c };
    number.chars().enumerate().map(shown).collect()
}

fn read(text: &str, as_of: Option<Date>) -> Result<IdentityNumber, Rejection> {
    let number = compact(text).to_ascii_uppercase();
    let all_digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    if number.len() == 15 && all_digits(number.as_bytes()) {
        return Err(Rejection::FifteenDigits);
    }
    if number.chars().count() != 18 {
        return Err(Rejection::Length);
    }
    let (body, check) = match number.as_bytes() {
        [body @ .., check] if body.len() == 17 && all_digits(body) && (check.is_ascii_digit() || *check == b'X') => {
            (body, *check)
        }
        _ => return Err(Rejection::Format),
    };
    if body.starts_with(b"9") {
        return Err(Rejection::PermanentResident);
    }
    let digits =
        |from: usize, to: usize| body[from..to].iter().fold(0, |sum, digit| sum * 10 + i16::from(digit - b'0'));
    let two = |from: usize| digits(from, from + 2) as u8;
    if !PROVINCES.contains(&two(0)) {
        return Err(Rejection::Region);
    }
    let born = Date::new(digits(6, 10), two(10) as i8, two(12) as i8).map_err(|_| Rejection::Date)?;
    if as_of.is_some_and(|today| born > today) {
        return Err(Rejection::Future);
    }
    if born.year() < EARLIEST_BIRTH_YEAR || as_of.is_some_and(|today| today.year() - born.year() > OLDEST_YEARS) {
        return Err(Rejection::TooOld);
    }
    if check != check_character(body) {
        return Err(Rejection::Checksum);
    }
    if matches!(two(0), 81..=83) {
        return Err(Rejection::HkMacaoTaiwan);
    }
    Ok(IdentityNumber { number, born })
}

/// The check character of 17 ASCII digits.
fn check_character(body: &[u8]) -> u8 {
    let sum: u32 = body.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    CHECK_CHARACTERS[(sum % 11) as usize]
}

impl std::fmt::Debug for IdentityNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("IdentityNumber(…)")
    }
}

impl Serialize for IdentityNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.number)
    }
}

impl<'de> Deserialize<'de> for IdentityNumber {
    /// Checks all that does not depend on the day it is asked; whoever takes a number from outside calls
    /// [`IdentityNumber::parse`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(&String::deserialize(deserializer)?, None).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const TODAY: Date = date(2026, 7, 1);

    fn parse(text: &str) -> Result<IdentityNumber, Rejection> {
        IdentityNumber::parse(text, TODAY)
    }

    #[test]
    fn a_number_that_gets_into_a_log_says_nothing_but_what_it_is() {
        let number = IdentityNumber::parse("519999199002280019", date(2026, 7, 15)).unwrap();
        assert_eq!(format!("{number:?}"), "IdentityNumber(…)");
    }

    #[test]
    fn numbers_by_the_standard_are_taken_with_sex_and_birth() {
        for (text, sex, born) in [
            ("11010519491231002X", Sex::Female, date(1949, 12, 31)),
            ("519999199002280019", Sex::Male, date(1990, 2, 28)),
            ("519999200002290036", Sex::Male, date(2000, 2, 29)),
            ("519999200803150025", Sex::Female, date(2008, 3, 15)),
            ("519999198506151232", Sex::Male, date(1985, 6, 15)),
        ] {
            let number = parse(text).unwrap();
            assert_eq!((number.as_str(), number.sex(), number.born()), (text, sex, born));
        }
    }

    #[test]
    fn what_must_fail_fails_for_its_own_reason() {
        for (text, why) in [
            ("519999199002280010", Rejection::Checksum),
            ("519999190002290011", Rejection::Date),
            ("51999919900230001X", Rejection::Date),
            ("519999203001010018", Rejection::Future),
            ("009999199002280018", Rejection::Region),
            ("519999900228001", Rejection::FifteenDigits),
            ("51999990022800X", Rejection::Length),
            ("", Rejection::Length),
            ("5199991990022800199", Rejection::Length),
            ("51999919900228001A", Rejection::Format),
            ("5199991990022X0019", Rejection::Format),
            ("5199991990022800١٩", Rejection::Format),
            ("440524188001010014", Rejection::TooOld),
            ("830000199001010039", Rejection::HkMacaoTaiwan),
            ("810000198511300046", Rejection::HkMacaoTaiwan),
            ("951999199001010011", Rejection::PermanentResident),
        ] {
            assert_eq!(parse(text), Err(why), "{text}");
        }
    }

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        for text in [
            "11010519491231002x",
            " 110105 19491231 002X ",
            "１１０１０５１９４９１２３１００２Ｘ",
            "１１０１０５１９４９１２３１００２ｘ",
            "110105\u{3000}19491231\u{a0}002X",
        ] {
            assert_eq!(parse(text).unwrap().as_str(), "11010519491231002X", "{text}");
        }
    }

    #[test]
    fn born_today_is_taken_and_tomorrow_is_not() {
        let number = "519999200803150025";
        assert!(IdentityNumber::parse(number, date(2008, 3, 15)).is_ok());
        assert_eq!(IdentityNumber::parse(number, date(2008, 3, 14)), Err(Rejection::Future));
    }

    #[test]
    fn a_hundred_and_thirty_years_are_taken_and_one_more_is_not() {
        let number = "11010519491231002X";
        assert!(IdentityNumber::parse(number, date(2079, 12, 31)).is_ok());
        assert_eq!(IdentityNumber::parse(number, date(2080, 1, 1)), Err(Rejection::TooOld));
    }

    #[test]
    fn the_first_year_that_is_taken_is_1900() {
        let born = |day: &str| {
            let body = format!("519999{day}001");
            parse(&format!("{body}{}", char::from(check_character(body.as_bytes())))).map(|number| number.born())
        };
        assert_eq!(born("19000101"), Ok(date(1900, 1, 1)));
        assert_eq!(born("18991231"), Err(Rejection::TooOld));
    }

    #[test]
    fn only_the_first_two_digits_of_the_place_are_looked_at() {
        let taken: Vec<u8> = (10..=89)
            .filter(|province| {
                let body = format!("{province}000019800101123");
                let text = format!("{body}{}", char::from(check_character(body.as_bytes())));
                parse(&text) != Err(Rejection::Region)
            })
            .collect();
        let provinces = [11..=15, 21..=23, 31..=37, 41..=46, 50..=54, 61..=65, 71..=71, 81..=83];
        assert_eq!(taken, provinces.into_iter().flatten().collect::<Vec<_>>());
    }

    #[test]
    fn counties_that_were_abolished_live_on_in_numbers() {
        let body = b"51012219800101123";
        let text = format!("51012219800101123{}", char::from(check_character(body)));
        assert!(parse(&text).is_ok());
    }

    #[test]
    fn a_number_is_masked_for_display_and_hidden_in_logs() {
        let number = parse("519999199002280019").unwrap();
        assert_eq!(number.masked(), "519***********0019");
        assert!(!format!("{number:?}").chars().any(|c| c.is_ascii_digit()));
        assert!(!Rejection::Checksum.to_string().chars().any(|c| c.is_ascii_digit()));
    }

    #[test]
    fn only_a_valid_number_comes_in_over_the_wire() {
        let number: IdentityNumber = serde_json::from_str("\"11010519491231002x\"").unwrap();
        assert_eq!(serde_json::to_string(&number).unwrap(), "\"11010519491231002X\"");
        let error = serde_json::from_str::<IdentityNumber>("\"519999199002280010\"").unwrap_err();
        assert!(!error.to_string().contains("519999"));
    }

    /// Whether the check character alone fits.
    fn checks(number: &[u8]) -> bool {
        number.split_last().is_some_and(|(check, body)| check_character(body) == *check)
    }

    #[test]
    fn the_check_character_alone_finds_every_wrong_digit_and_every_swap_of_neighbours() {
        let (mut mistyped, mut swapped) = (0, 0);
        for body in ["11010519491231002", "51999920080315002", "51999919850615123", "95199919900101001"] {
            let mut number = body.as_bytes().to_vec();
            number.push(check_character(&number));
            assert!(checks(&number));
            for at in 0..18 {
                let typed = b"0123456789X";
                for other in typed.iter().take(if at == 17 { 11 } else { 10 }).filter(|typed| **typed != number[at]) {
                    let mut wrong = number.clone();
                    wrong[at] = *other;
                    assert!(!checks(&wrong), "{body} {at}");
                    mistyped += 1;
                }
            }
            for at in (0..17).filter(|at| number[*at] != number[at + 1]) {
                let mut wrong = number.clone();
                wrong.swap(at, at + 1);
                // An X that is swapped forward is no digit, which the format finds.
                if at < 16 || number[17] != b'X' {
                    assert!(!checks(&wrong), "{body} {at}");
                    swapped += 1;
                }
            }
        }
        assert_eq!(mistyped, 4 * (17 * 9 + 10));
        assert!(swapped > 40);
    }

    fn valid_number() -> impl Strategy<Value = String> {
        (0i32..38_000, 0u32..10_000, 0u32..1_000).prop_map(|(days, county, sequence)| {
            let born = crate::calendar::add_days(date(1920, 1, 1), days);
            let body = format!("51{county:04}{:04}{:02}{:02}{sequence:03}", born.year(), born.month(), born.day());
            let check = char::from(check_character(body.as_bytes()));
            format!("{body}{check}")
        })
    }

    proptest! {
        #[test]
        fn every_number_made_by_the_standard_is_taken(text in valid_number()) {
            let number = parse(&text).unwrap();
            prop_assert_eq!(number.as_str(), text);
        }

        #[test]
        fn one_mistyped_character_is_always_found(text in valid_number(), at in 0usize..18, shift in 1usize..10) {
            let mut bytes = text.into_bytes();
            let typed = b"0123456789X";
            let choices = if at == 17 { 11 } else { 10 };
            let right = typed.iter().position(|typed| *typed == bytes[at]).unwrap();
            bytes[at] = typed[(right + shift) % choices];
            prop_assert!(parse(std::str::from_utf8(&bytes).unwrap()).is_err());
        }

        #[test]
        fn two_swapped_neighbours_are_always_found(text in valid_number(), at in 0usize..17) {
            let mut bytes = text.into_bytes();
            let differ = bytes[at] != bytes[at + 1];
            bytes.swap(at, at + 1);
            prop_assert_eq!(parse(std::str::from_utf8(&bytes).unwrap()).is_err(), differ);
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,24}") {
            let _ = parse(&text);
        }
    }
}
