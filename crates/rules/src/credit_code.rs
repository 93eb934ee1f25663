//! The unified social credit code of an employer (GB 32100-2015).

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// Whether `text` is an 18-character code whose check character (mod 31, powers of 3) is right. Lower case is read as
/// upper case.
pub fn is_valid(text: &str) -> bool {
    let text = text.trim().to_ascii_uppercase();
    let Some(values) = text.chars().map(|c| ALPHABET.find(c)).collect::<Option<Vec<_>>>() else { return false };
    let [body @ .., check] = values.as_slice() else { return false };
    body.len() == WEIGHTS.len()
        && (31 - body.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum::<usize>() % 31) % 31 == *check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_with_its_check_character_is_taken_and_any_other_check_character_is_not() {
        // The number of an unassigned registration office (5199 99), completed by the standard's formula.
        let body = "91519999MA6CDEM01";
        let good: Vec<_> = ALPHABET.chars().filter(|check| is_valid(&format!("{body}{check}"))).collect();
        assert_eq!(good.len(), 1);
        assert!(is_valid(&format!("{body}{}", good[0]).to_lowercase()));
    }

    #[test]
    fn the_sample_of_the_standard_is_taken() {
        assert!(is_valid("91350100M000100Y43"));
    }

    #[test]
    fn the_wrong_length_and_letters_outside_the_alphabet_are_refused() {
        assert!(!is_valid(""));
        assert!(!is_valid("9151999"));
        assert!(!is_valid("91519999MA6CDEMI1X"));
    }
}
