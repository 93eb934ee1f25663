//! Text as people type and paste it, brought into one form.

/// Without any white space, and with full-width letters, digits and signs (U+FF01–U+FF5E) as their ASCII twins: what
/// Unicode's NFKC does to them, without its tables.
pub fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

/// The ASCII twin of a full-width character; any other as it is.
pub fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_characters_become_narrow_and_spaces_go() {
        assert_eq!(compact(" １３８\u{3000}００１３-8000 ｘ＋\t\n"), "13800138000x+".replace("0138000", "013-8000"));
        assert_eq!(compact("张·三"), "张·三");
        assert_eq!(compact("٣"), "٣");
    }
}
