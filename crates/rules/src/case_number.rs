//! The case number (办件编号): `CDJZ-510104-20260105-000123-K`.
//!
//! 成都居住 · the district of residence · the date of submission · a running number of that day · a check character. Ours,
//! in the manner of government case numbers (domain facts §4). It can be read out on the telephone: the check character,
//! the same as that of identity numbers (ISO 7064 MOD 11-2), finds every mistyped digit and every two neighbours swapped.

use jiff::civil::Date;

const PREFIX: &str = "CDJZ";

/// A well-formed case number.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CaseNumber(String);

/// The text is no case number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a case number")]
pub struct NotACaseNumber;

impl CaseNumber {
    /// The number of the `running`th case of a day in a district, given by its six digits.
    ///
    /// # Errors
    /// [`NotACaseNumber`] where `district_code` is not six digits, the year not four, or `running` more than six.
    pub fn new(district_code: &str, date: Date, running: u32) -> Result<Self, NotACaseNumber> {
        let body = format!("{PREFIX}-{district_code}-{}-{running:06}", date.strftime("%Y%m%d"));
        format!("{body}-{}", check_character(&body)).parse()
    }

    /// Reads a number as people type it: in small letters, and with gaps.
    ///
    /// # Errors
    /// [`NotACaseNumber`].
    pub fn typed(text: &str) -> Result<Self, NotACaseNumber> {
        let without_gaps = text.chars().filter(|c| !c.is_whitespace());
        without_gaps.map(|c| c.to_ascii_uppercase()).collect::<String>().parse()
    }

    /// As people read it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for CaseNumber {
    type Err = NotACaseNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts: Vec<&str> = text.split('-').collect();
        let [PREFIX, district, date, running, check] = parts.as_slice() else { return Err(NotACaseNumber) };
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
        let shaped = digits(district, 6) && digits(date, 8) && digits(running, 6) && check.len() == 1;
        let body = text.len().checked_sub(2).and_then(|end| text.get(..end)).ok_or(NotACaseNumber)?;
        let is_right = shaped && check.chars().eq([check_character(body)]);
        if is_right { Ok(Self(text.to_owned())) } else { Err(NotACaseNumber) }
    }
}

/// The check character of the digits, whatever stands between them.
fn check_character(body: &str) -> char {
    let digits = body.chars().filter_map(|c| c.to_digit(10));
    let sum = digits.fold(0, |sum, digit| (sum + digit) * 2 % 11);
    // 10 is written X, by the standard.
    char::from_digit((12 - sum) % 11, 10).unwrap_or('X')
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn number() -> CaseNumber {
        CaseNumber::new("510104", date(2026, 1, 5), 123).unwrap()
    }

    #[test]
    fn a_number_names_district_day_and_running_number() {
        assert!(number().as_str().starts_with("CDJZ-510104-20260105-000123-"));
        assert_eq!(number().as_str().parse(), Ok(number()));
        assert_eq!(number().to_string(), number().as_str());
    }

    #[test]
    fn a_number_is_read_as_people_type_it() {
        let typed = number().to_string().to_lowercase().replace('-', " - ");
        assert_eq!(CaseNumber::typed(&format!(" {typed} ")), Ok(number()));
        assert_eq!(CaseNumber::typed("CDJZ"), Err(NotACaseNumber));
    }

    #[test]
    fn the_check_character_is_that_of_iso_7064() {
        // The examples of GB 11643-1999, whose numbers end in the same character.
        assert_eq!(check_character("11010519491231002"), 'X');
        assert_eq!(check_character("44052418800101001"), '4');
    }

    #[test]
    fn every_mistyped_digit_and_every_swap_of_neighbours_is_found() {
        let text = number().to_string();
        for at in 0..text.len() {
            for other in b"0123456789XABZ-" {
                let mut wrong = text.clone().into_bytes();
                if wrong[at] != *other {
                    wrong[at] = *other;
                    let wrong = String::from_utf8(wrong).unwrap();
                    assert_eq!(wrong.parse::<CaseNumber>(), Err(NotACaseNumber), "{wrong}");
                }
            }
            let mut swapped = text.clone().into_bytes();
            if at + 1 < swapped.len() && swapped[at] != swapped[at + 1] {
                swapped.swap(at, at + 1);
                let swapped = String::from_utf8(swapped).unwrap();
                assert_eq!(swapped.parse::<CaseNumber>(), Err(NotACaseNumber), "{swapped}");
            }
        }
    }

    #[test]
    fn a_district_or_a_count_that_does_not_fit_is_refused() {
        assert!(CaseNumber::new("5101", date(2026, 1, 5), 1).is_err());
        assert!(CaseNumber::new("51010x", date(2026, 1, 5), 1).is_err());
        assert!(CaseNumber::new("510104", date(2026, 1, 5), 1_000_000).is_err());
        assert!("CDJZ-510104".parse::<CaseNumber>().is_err());
        assert!("办件编号".parse::<CaseNumber>().is_err());
    }
}
