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

/// Without what nobody sees and a certificate must not carry: control characters but the line break, marks that turn the
/// direction of a line (UAX #9), and characters without width. A tab becomes a space. Joiners stay: they shape a letter in
/// the scripts that have them.
pub fn visible(text: &str) -> String {
    let shown = |c: char| {
        let turns =
            matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        let has_no_width = matches!(c, '\u{00AD}' | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}');
        match c {
            '\n' => Some(c),
            '\t' => Some(' '),
            _ => (!c.is_control() && !turns && !has_no_width).then_some(c),
        }
    };
    text.chars().filter_map(shown).collect()
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

    #[test]
    fn what_nobody_sees_is_left_out_and_everything_else_stays() {
        let turned = "演示路\u{202E}1号\u{202C}\u{7} 2栋\u{200F}3单元\u{0}401室\u{FEFF}";
        assert_eq!(visible(turned), "演示路1号 2栋3单元401室");
        assert_eq!(visible("一行\r\n\t又一行"), "一行\n 又一行");
        for text in ["古丽娜尔·艾尼瓦尔", "冯𬱖䶮", "می\u{200C}خواهم", "示例路 1 号，A-2", ""]
        {
            assert_eq!(visible(text), text);
        }
    }
}
