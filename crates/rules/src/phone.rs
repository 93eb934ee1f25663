//! Mobile numbers of the mainland (domain facts §4).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::compact;

/// A mobile number of the mainland: eleven digits, the first `1`, the second `3` to `9`. Carriers are not told apart:
/// their ranges change and numbers move between them. It never prints itself whole by `Debug`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

/// The text is not a mobile number of the mainland. It does not repeat the text, which may be personal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a mobile number of the mainland")]
pub struct NotAMobileNumber;

impl Phone {
    /// The eleven digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For display: `138****8000`.
    pub fn masked(&self) -> String {
        let shown = |(at, c)| if (3..7).contains(&at) { '*' } else { c };
        self.0.chars().enumerate().map(shown).collect()
    }
}

impl std::str::FromStr for Phone {
    type Err = NotAMobileNumber;

    /// Takes spaces, `-`, full-width digits and the country code (`+86`, `0086`, `86`) in stride.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = compact(text).replace('-', "");
        // A national number starts with 1, so a leading 86 can only be the country code.
        let national = ["+86", "0086", "86"].iter().find_map(|code| digits.strip_prefix(code)).unwrap_or(&digits);
        match national.as_bytes() {
            [b'1', b'3'..=b'9', rest @ ..] if rest.len() == 9 && rest.iter().all(u8::is_ascii_digit) => {
                Ok(Self(national.to_owned()))
            }
            _ => Err(NotAMobileNumber),
        }
    }
}

impl std::fmt::Debug for Phone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Phone(…)")
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_named_in_a_message_for_programmers_and_not_shown() {
        assert_eq!(format!("{:?}", "13800138000".parse::<Phone>().unwrap()), "Phone(…)");
    }

    #[test]
    fn numbers_are_taken_as_people_write_them() {
        for text in [
            "13800138000",
            " 138 0013 8000 ",
            "138-0013-8000",
            "+86 138 0013 8000",
            "0086-13800138000",
            "8613800138000",
            "１３８００１３８０００",
            "＋８６　１３８００１３８０００",
        ] {
            assert_eq!(text.parse::<Phone>().unwrap().as_str(), "13800138000", "{text}");
        }
    }

    #[test]
    fn what_is_no_mobile_number_of_the_mainland_is_refused() {
        for text in [
            "",
            "1380013800",
            "138001380000",
            "12800138000",
            "02885551234",
            "+85291234567",
            "+86+8613800138000",
            "1380013800x",
            "١٣٨٠٠١٣٨٠٠٠",
        ] {
            assert_eq!(text.parse::<Phone>(), Err(NotAMobileNumber), "{text}");
        }
    }

    #[test]
    fn a_number_is_masked_for_display_and_hidden_in_logs() {
        let phone: Phone = "13800138000".parse().unwrap();
        assert_eq!(phone.masked(), "138****8000");
        assert!(!format!("{phone:?}").contains('8'));
        assert_eq!(serde_json::to_string(&phone).unwrap(), "\"13800138000\"");
        assert!(serde_json::from_str::<Phone>("\"123\"").is_err());
    }
}
