//! Names of persons.

/// The name with all but its first character as `*`, as messages that others may see over a shoulder carry it: 张\*.
/// A middle dot stays, so that 阿依古丽·买买提 keeps its shape.
pub fn masked(name: &str) -> String {
    let keep = |(at, c)| if at == 0 || c == '·' { c } else { '*' };
    name.trim().chars().enumerate().map(keep).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_character_of_a_name_is_shown() {
        assert_eq!(masked("张三"), "张*");
        assert_eq!(masked(" 欧阳小明 "), "欧***");
        assert_eq!(masked("阿依·买买提"), "阿*·***");
        assert_eq!(masked("𰻞某"), "𰻞*", "a character beyond the basic plane is one");
        assert_eq!(masked(""), "");
    }
}
