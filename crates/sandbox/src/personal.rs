//! Keeping personal data where it belongs: masks, and the check that no identity number travels on a parcel or a message.

/// Whether `text` is a mobile number of the mainland: 1, then 3 to 9, then nine digits.
pub fn is_mobile(text: &str) -> bool {
    let digits = text.as_bytes();
    digits.len() == 11 && digits.iter().all(u8::is_ascii_digit) && digits[0] == b'1' && digits[1] >= b'3'
}

/// `138****8000`.
pub fn mask_phone(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().collect();
    match digits.as_slice() {
        [a, b, c, .., w, x, y, z] if digits.len() == 11 => {
            [a, b, c, &'*', &'*', &'*', &'*', w, x, y, z].into_iter().collect()
        }
        _ => "****".to_owned(),
    }
}

/// `519999********0023`.
pub fn mask_identity_number(number: &str) -> String {
    let digits: Vec<char> = number.chars().collect();
    if digits.len() != 18 {
        return "****".to_owned();
    }
    digits.iter().enumerate().map(|(place, digit)| if (6..14).contains(&place) { '*' } else { *digit }).collect()
}

/// Whether exactly eighteen digits (the last may be X) stand in `text` on end, also in full width or set apart by
/// spaces: an identity number as people write it. A longer run, or one with hyphens, is a number of another kind.
pub fn holds_identity_number(text: &str) -> bool {
    let folded = text.chars().filter(|letter| !letter.is_whitespace()).map(|letter| match letter {
        '０'..='９' => char::from_digit(letter as u32 - '０' as u32, 10).unwrap_or(letter),
        'x' | 'Ｘ' | 'ｘ' => 'X',
        other => other,
    });
    let folded: String = folded.collect();
    folded
        .split(|letter: char| !letter.is_ascii_digit() && letter != 'X')
        .any(|run| run.len() == 18 && run.bytes().take(17).all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_number_is_seen_however_it_is_written() {
        for text in [
            "519999198506151232",
            "证件51999919830903001x号",
            "519999 19850615 1232",
            "５１９９９９１９８５０６１５１２３２",
        ] {
            assert!(holds_identity_number(text), "{text}");
        }
        for text in ["15400000001", "演示路1号2栋3单元401室", "CDJZ-510104-20260105-X", "51999919850615123"] {
            assert!(!holds_identity_number(text), "{text}");
        }
    }

    #[test]
    fn masks_leave_what_is_needed_to_recognise() {
        assert_eq!(mask_phone("13800138000"), "138****8000");
        assert_eq!(mask_identity_number("519999198506151232"), "519999********1232");
        assert_eq!(mask_identity_number("51"), "****");
    }

    #[test]
    fn a_mobile_number_has_eleven_digits_and_begins_with_13_to_19() {
        assert!(is_mobile("13800138000"));
        assert!(!is_mobile("12800138000"));
        assert!(!is_mobile("1380013800"));
        assert!(!is_mobile("138001380０0"));
    }
}
