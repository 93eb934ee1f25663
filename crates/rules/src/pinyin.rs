//! How the names of Chengdu's divisions are spelled in Pinyin, without tones, and whether what somebody typed spells one.
//!
//! The table is `data/pinyin.txt`: a syllable and the characters that are read so, for every character in the names of
//! the districts, streets, towns and zones. In all of these names a character has one reading, so that the table needs
//! no names: 都 is dū in 新都, 郫都 and 都江堰, 朝 is cháo in 朝阳湖. Drafted with pypinyin 0.55 (PyPI, MIT) and
//! read over name by name; the readings that a dictionary alone gets wrong stand in the tests.

use std::sync::LazyLock;

const TABLE: &str = include_str!("../data/pinyin.txt");

/// Each character with its syllable, by character.
static SYLLABLES: LazyLock<Vec<(char, &str)>> = LazyLock::new(|| {
    let line = |line: &'static str| line.split_once(' ').unwrap_or_default();
    let all = TABLE.lines().map(line).flat_map(|(syllable, characters)| characters.chars().map(move |c| (c, syllable)));
    let mut all: Vec<_> = all.collect();
    all.sort_unstable();
    all
});

/// The syllable of a character, where it stands in a name of Chengdu's divisions.
fn syllable(c: char) -> Option<&'static str> {
    let at = SYLLABLES.binary_search_by_key(&c, |(c, _)| *c).ok()?;
    SYLLABLES.get(at).map(|(_, syllable)| *syllable)
}

/// The syllables of such a name; a character that stands in none of them is left out.
pub fn syllables(name: &str) -> Vec<&'static str> {
    name.chars().filter_map(syllable).collect()
}

/// How many of the syllables the small letters spell from the first on, where they do: each syllable whole or by how it
/// begins (its first letter, or zh, ch, sh), and the last as far as it is typed. gx, guix and guixi spell gui xi.
pub fn spelled(letters: &str, syllables: &[&str]) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let (syllable, others) = syllables.split_first()?;
    if syllable.starts_with(letters) {
        return Some(1);
    }
    let initial = ["zh", "ch", "sh"].into_iter().find(|initial| syllable.starts_with(initial));
    let beginnings = [Some(*syllable), initial, syllable.get(..1)];
    let after = |beginning| spelled(letters.strip_prefix(beginning)?, others);
    beginnings.into_iter().flatten().find_map(after).map(|more| more + 1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{
        division::{Zone, districts, streets},
        term::Term,
    };

    fn spelling(name: &str) -> String {
        syllables(name).join(" ")
    }

    #[test]
    fn every_character_of_every_division_has_one_syllable_and_no_other_has() {
        let names = districts().iter().map(|district| district.name);
        let names =
            names.chain(streets().iter().map(|street| street.name)).chain(Zone::ALL.iter().map(|zone| zone.zh()));
        let used: HashSet<char> = names.flat_map(str::chars).collect();
        let listed: Vec<char> = SYLLABLES.iter().map(|(c, _)| *c).collect();
        assert!(listed.is_sorted_by(|a, b| a < b), "a character is listed twice");
        assert_eq!(used, listed.into_iter().collect());
        assert!(SYLLABLES.iter().all(|(_, s)| !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase())));
    }

    #[test]
    fn characters_with_several_readings_are_read_as_in_the_name_of_the_place() {
        for (name, said) in [
            ("郫都区", "pi du qu"),
            ("犀浦街道", "xi pu jie dao"),
            ("崇州市", "chong zhou shi"),
            ("都江堰市", "du jiang yan shi"),
            ("大邑县", "da yi xian"),
            ("新都区", "xin du qu"),
            ("蒲江县", "pu jiang xian"),
            ("邛崃市", "qiong lai shi"),
            ("金堂县", "jin tang xian"),
            ("龙泉驿区", "long quan yi qu"),
            ("朝阳湖镇", "chao yang hu zhen"),
            ("平乐镇", "ping le zhen"),
            ("䢺江镇", "chu jiang zhen"),
            ("柏合街道", "bai he jie dao"),
            ("弥牟镇", "mi mou zhen"),
            ("城厢镇", "cheng xiang zhen"),
            ("跳蹬河街道", "tiao deng he jie dao"),
            ("万年场街道", "wan nian chang jie dao"),
            ("双水碾街道", "shuang shui nian jie dao"),
            ("石盘街道", "shi pan jie dao"),
            ("三岔街道", "san cha jie dao"),
            ("大划街道", "da hua jie dao"),
            ("夹关镇", "jia guan zhen"),
            ("贾家街道", "jia jia jie dao"),
            ("葛仙山镇", "ge xian shan zhen"),
            ("观胜镇", "guan sheng zhen"),
            ("和盛镇", "he sheng zhen"),
            ("转龙镇", "zhuan long zhen"),
            ("芦葭镇", "lu jia zhen"),
            ("籍田街道", "ji tian jie dao"),
            ("少城街道", "shao cheng jie dao"),
            ("栖贤街道", "qi xian jie dao"),
        ] {
            assert_eq!(spelling(name), said);
        }
    }

    #[test]
    fn a_name_is_spelled_whole_by_initials_or_by_both() {
        let name = ["gui", "xi", "jie", "dao"];
        for (letters, many) in
            [("g", 1), ("gu", 1), ("gx", 2), ("guix", 2), ("gxi", 2), ("guixi", 2), ("gxjd", 4), ("guixijiedao", 4)]
        {
            assert_eq!(spelled(letters, &name), Some(many), "{letters}");
        }
        for letters in ["x", "gxx", "guixijiedaoo", "gd", "桂"] {
            assert_eq!(spelled(letters, &name), None, "{letters}");
        }
    }

    #[test]
    fn an_initial_of_two_letters_is_one_and_so_is_its_first() {
        let name = ["shi", "zi", "shan"];
        for letters in ["szs", "shzsh", "shizs", "sz"] {
            assert!(spelled(letters, &name).is_some(), "{letters}");
        }
        assert_eq!(spelled("szh", &name), None);
    }
}
