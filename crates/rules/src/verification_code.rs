//! The code by which whoever is shown a receipt finds out whether it is genuine (查验码): `7K3QM-9XW2T`.
//!
//! Ours, in the manner of the codes on invoices and certificates. Ten characters of Crockford's base 32, which leaves out
//! the letters that are taken for digits: 50 bits, so that nobody finds one by trying. It says nothing by itself and is
//! made by chance, so it is the API that makes it; this is its shape.

use serde::{Deserialize, Serialize};

/// Without I, L and O, which look like 1 and 0, and without U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Bits of a character.
const BITS: u32 = 5;
/// Characters of a code, in two groups of the same length.
const LENGTH: u32 = 10;

/// A well-formed code. It is a number, so comparing two takes the same time wherever they differ.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct VerificationCode(u64);

/// The text is no verification code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a verification code")]
pub struct NotAVerificationCode;

impl VerificationCode {
    /// The code made of the lowest 50 bits of `random`, which have to come from a source that nobody can guess.
    pub const fn new(random: u64) -> Self {
        Self(random & ((1 << (BITS * LENGTH)) - 1))
    }
}

impl std::fmt::Display for VerificationCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for at in (0..LENGTH).rev() {
            // Cut down before it becomes an index, which has 32 bits in the browser.
            let [.., digit] = (self.0 >> (BITS * at)).to_be_bytes();
            write!(f, "{}", char::from(ALPHABET[usize::from(digit) % ALPHABET.len()]))?;
            if at == LENGTH / 2 {
                f.write_str("-")?;
            }
        }
        Ok(())
    }
}

impl std::fmt::Debug for VerificationCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VerificationCode(…)")
    }
}

impl std::str::FromStr for VerificationCode {
    type Err = NotAVerificationCode;

    /// Reads a code as people type it: in small letters, with or without gaps, and with the letters that look like digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut code = 0;
        let mut length = 0;
        for typed in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let meant = match typed.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let digit = ALPHABET.iter().position(|known| char::from(*known) == meant).ok_or(NotAVerificationCode)?;
            code = (code << BITS) | u64::try_from(digit).map_err(|_| NotAVerificationCode)?;
            length += 1;
            if length > LENGTH {
                return Err(NotAVerificationCode);
            }
        }
        if length == LENGTH { Ok(Self(code)) } else { Err(NotAVerificationCode) }
    }
}

impl From<VerificationCode> for String {
    fn from(code: VerificationCode) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for VerificationCode {
    type Error = NotAVerificationCode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_ten_characters_in_two_groups() {
        assert_eq!(VerificationCode::new(0).to_string(), "00000-00000");
        assert_eq!(VerificationCode::new(u64::MAX).to_string(), "ZZZZZ-ZZZZZ");
        assert_eq!(VerificationCode::new(1 << 25).to_string(), "00001-00000");
    }

    #[test]
    fn it_is_read_as_people_type_it() {
        let code: VerificationCode = "7K10M-9XW2T".parse().unwrap();
        for typed in ["7k10m-9xw2t", "7K10M9XW2T", " 7kIom - 9xw2t ", "7Kl0M 9XW2T"] {
            assert_eq!(typed.parse(), Ok(code), "{typed}");
        }
    }

    #[test]
    fn what_is_too_short_too_long_or_of_other_characters_is_none() {
        for wrong in ["", "7K10M-9XW2", "7K10M-9XW2TT", "7K10U-9XW2T", "7K10M_9XW2T", "７K10M-9XW2T"] {
            assert_eq!(wrong.parse::<VerificationCode>(), Err(NotAVerificationCode), "{wrong}");
        }
    }

    #[test]
    fn it_is_not_told_by_debug() {
        assert_eq!(format!("{:?}", VerificationCode::new(7)), "VerificationCode(…)");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(random: u64) {
            let code = VerificationCode::new(random);
            prop_assert_eq!(code.to_string().parse(), Ok(code));
            let json = serde_json::to_string(&code).unwrap();
            prop_assert_eq!(serde_json::from_str::<VerificationCode>(&json).unwrap(), code);
        }
    }
}
