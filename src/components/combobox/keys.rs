//! What the keys do in the input of a list.

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Goes to this entry, and opens the list where it is closed.
    To(usize),
    /// Takes this entry.
    Take(usize),
    /// Closes the list.
    Close,
    /// Empties the input.
    Empty,
    /// Nothing of ours.
    None,
}

/// What a key does at an entry, if one is at any, of an open or a closed list of so many.
pub fn moved(key: &str, at: Option<usize>, open: bool, count: usize) -> Move {
    let last = count.checked_sub(1);
    match (key, last) {
        ("ArrowDown", Some(last)) => Move::To(at.filter(|_| open).map_or(0, |at| if at >= last { 0 } else { at + 1 })),
        ("ArrowUp", Some(last)) => Move::To(at.filter(|at| open && *at > 0).map_or(last, |at| at - 1)),
        ("Enter", Some(_)) if open => Move::Take(at.unwrap_or(0)),
        ("Escape", _) if open => Move::Close,
        ("Escape", _) => Move::Empty,
        _ => Move::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn down_and_up_open_the_list_and_go_round_its_ends() {
        assert_eq!(moved("ArrowDown", None, false, 3), Move::To(0));
        assert_eq!(moved("ArrowDown", Some(0), true, 3), Move::To(1));
        assert_eq!(moved("ArrowDown", Some(2), true, 3), Move::To(0));
        assert_eq!(moved("ArrowUp", None, false, 3), Move::To(2));
        assert_eq!(moved("ArrowUp", Some(0), true, 3), Move::To(2));
        assert_eq!(moved("ArrowUp", Some(2), true, 3), Move::To(1));
    }

    #[test]
    fn nothing_is_gone_through_where_nothing_was_found() {
        assert_eq!(moved("ArrowDown", None, false, 0), Move::None);
        assert_eq!(moved("ArrowUp", None, true, 0), Move::None);
    }

    #[test]
    fn enter_takes_the_entry_one_is_at_or_the_first_and_else_is_left_to_the_form() {
        assert_eq!(moved("Enter", Some(1), true, 3), Move::Take(1));
        assert_eq!(moved("Enter", None, true, 3), Move::Take(0));
        assert_eq!(moved("Enter", None, true, 0), Move::None);
        assert_eq!(moved("Enter", Some(1), false, 3), Move::None);
    }

    #[test]
    fn escape_closes_first_and_empties_then() {
        assert_eq!(moved("Escape", Some(1), true, 3), Move::Close);
        assert_eq!(moved("Escape", None, false, 3), Move::Empty);
    }

    #[test]
    fn tab_takes_nothing() {
        assert_eq!(moved("Tab", Some(1), true, 3), Move::None);
    }
}
