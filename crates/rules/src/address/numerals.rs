//! Numbers as addresses write them: digits, letters with digits (B2), and Chinese numerals.

/// Whether the character may be part of a number of a house, a building or a room.
pub fn is_value(c: char) -> bool {
    c.is_ascii_alphanumeric() || is_numeral(c)
}

/// Whether the character is one of 〇零一二三四五六七八九十百千.
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

fn digit(c: char) -> Option<u32> {
    match c {
        '〇' | '零' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

fn unit(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

/// The number in one form, so that 二十三, 23 and 023 compare equal. What is no number, such as 一百二 (102 or 120), stays
/// as it is written.
pub fn plain(run: &str) -> String {
    let digits = if run.chars().all(|c| digit(c).is_some()) {
        run.chars().filter_map(digit).filter_map(|value| char::from_digit(value, 10)).collect()
    } else {
        by_units(run).map_or_else(|| run.to_owned(), |value| value.to_string())
    };
    match digits.trim_start_matches('0') {
        stripped if stripped.starts_with(|c: char| c.is_ascii_digit()) => stripped.to_owned(),
        "" if digits.starts_with('0') => "0".to_owned(),
        _ => digits,
    }
}

/// The number in a name, as 三 in 天府三街 or 十二 in 十二巷. Of several digits in a row, as in 五一路, nobody can say
/// that they count something.
pub fn plain_in_name(run: &str) -> Option<String> {
    let counts = run.chars().any(|c| unit(c).is_some()) || run.chars().nth(1).is_none();
    let number = plain(run);
    (counts && number.is_ascii()).then_some(number)
}

/// 二十三, 一百零三, 十: each unit smaller than the one before, and 零 where one is skipped.
fn by_units(run: &str) -> Option<u32> {
    let (mut total, mut pending, mut smallest, mut skipped) = (0, None, 10_000, false);
    for c in run.chars() {
        match (digit(c), unit(c)) {
            (Some(0), _) if pending.is_none() => skipped = true,
            (Some(value), _) if value > 0 && pending.is_none() => pending = Some(value),
            (_, Some(unit)) if unit < smallest => {
                total += unit * pending.take().or((unit == 10 && !skipped).then_some(1))?;
                (smallest, skipped) = (unit, false);
            }
            _ => return None,
        }
    }
    match pending {
        Some(_) if smallest > 10 && !skipped => None,
        Some(value) => Some(total + value),
        None => (!skipped).then_some(total),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read_as_digits() {
        for (run, number) in [
            ("三", "3"),
            ("十", "10"),
            ("十二", "12"),
            ("二十", "20"),
            ("二十三", "23"),
            ("一百", "100"),
            ("一百零三", "103"),
            ("一百一十二", "112"),
            ("二千三百零一", "2301"),
            ("四〇一", "401"),
            ("〇三", "3"),
            ("零", "0"),
            ("0401", "401"),
            ("00", "0"),
            ("B02", "B02"),
            ("0A", "0A"),
            ("", ""),
        ] {
            assert_eq!(plain(run), number, "{run}");
        }
    }

    #[test]
    fn what_could_be_two_numbers_is_none() {
        for run in ["一百二", "百", "十十", "二三十", "一百零", "十百", "十三零"] {
            assert_eq!(plain(run), run);
        }
        assert_eq!(plain_in_name("五一"), None);
        assert_eq!(plain_in_name("十二").as_deref(), Some("12"));
    }
}
