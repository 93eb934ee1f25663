//! Where the keys lead in a row.

/// The place in a row of so many that a key leads to from one of them, round the ends; nothing for other keys. `rtl` is
/// a row that runs from right to left.
pub fn target(key: &str, from: usize, count: usize, rtl: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let next = if from >= last { 0 } else { from + 1 };
    let before = if from == 0 { last } else { from - 1 };
    match key {
        "ArrowRight" => Some(if rtl { before } else { next }),
        "ArrowLeft" => Some(if rtl { next } else { before }),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn the_arrows_go_on_and_back_and_round_the_ends() {
        assert_eq!(target("ArrowRight", 0, 3, false), Some(1));
        assert_eq!(target("ArrowRight", 2, 3, false), Some(0));
        assert_eq!(target("ArrowLeft", 0, 3, false), Some(2));
        assert_eq!(target("Home", 2, 3, false), Some(0));
        assert_eq!(target("End", 0, 3, false), Some(2));
    }

    #[test]
    fn the_arrows_go_the_way_the_script_runs() {
        assert_eq!(target("ArrowLeft", 0, 3, true), Some(1));
        assert_eq!(target("ArrowRight", 0, 3, true), Some(2));
    }

    #[test]
    fn other_keys_are_left_to_the_browser_and_an_empty_row_has_no_place() {
        assert_eq!(target("Tab", 0, 3, false), None);
        assert_eq!(target("ArrowDown", 0, 3, false), None);
        assert_eq!(target("ArrowRight", 0, 0, false), None);
    }
}
