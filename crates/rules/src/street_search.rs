//! Finding a street or town by what somebody writes of it, without knowing its district.

use std::sync::LazyLock;

use crate::{
    division::{Street, streets},
    pinyin::{spelled, syllables},
    term::Term,
    text::narrow,
};

/// A street with what it is found by.
struct Entry {
    street: &'static Street,
    syllables: Vec<&'static str>,
    /// What it lies in: its district and, where one manages it, its zone.
    areas: Vec<Area>,
}

struct Area {
    name: &'static str,
    syllables: Vec<&'static str>,
}

impl Area {
    fn new(name: &'static str) -> Self {
        // People say 高新区 and 天府新区.
        let said = name.strip_prefix("成都").or_else(|| name.strip_prefix("四川")).unwrap_or(name);
        Self { name, syllables: syllables(said) }
    }
}

/// How well a word fits to a street, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the name, with or without 街道 or 镇.
    Whole,
    /// The name begins so.
    Beginning,
    /// It stands within the name.
    Within,
    /// It names what the street lies in.
    Area,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let entry = |street: &'static Street| Entry {
        street,
        syllables: syllables(street.name),
        areas: [Some(street.district.name), street.zone.map(|zone| zone.zh())]
            .into_iter()
            .flatten()
            .map(Area::new)
            .collect(),
    };
    streets().iter().map(entry).collect()
});

/// The streets and towns that fit to what is written, the best first and else by code: 桂溪, 武侯桂溪, guixi, gx. Parts
/// with white space between them must all fit, as in `wuhou gx`. A zone finds what it manages: 高新, 天府新区.
pub fn find(written: &str) -> Vec<&'static Street> {
    let written: String = written.chars().map(narrow).collect::<String>().to_lowercase().replace('\'', "");
    let words: Vec<&str> = written.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    // Some put a space after each syllable.
    let joined = words.concat();
    let fit = |entry: &'static Entry| {
        let apart: Option<Vec<Fit>> = words.iter().map(|word| fit(word, entry)).collect();
        let together = fit(&joined, entry).map(|fit| vec![fit]);
        Some((apart.into_iter().chain(together).min()?, entry.street))
    };
    let mut found: Vec<_> = ENTRIES.iter().filter_map(fit).collect();
    // The order of what fits equally well stays.
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found.into_iter().map(|(_, street)| street).collect()
}

fn fit(word: &str, entry: &Entry) -> Option<Fit> {
    if word.is_ascii() { fit_letters(word, entry) } else { fit_characters(word, entry) }
}

fn fit_characters(word: &str, entry: &Entry) -> Option<Fit> {
    let name = entry.street.name;
    let at = name.find(word);
    match at {
        Some(0) if matches!(name.get(word.len()..), Some("" | "街道" | "镇")) => Some(Fit::Whole),
        Some(0) => Some(Fit::Beginning),
        Some(_) => Some(Fit::Within),
        None => entry.areas.iter().any(|area| stands_in(word, &[area.name, name].concat())).then_some(Fit::Area),
    }
}

fn fit_letters(word: &str, entry: &Entry) -> Option<Fit> {
    let syllables = &entry.syllables;
    let ending = if entry.street.name.ends_with("街道") { 2 } else { 1 };
    let within = |from: usize| syllables.get(from..).and_then(|rest| spelled(word, rest)).is_some();
    match spelled(word, syllables) {
        Some(many) if many + ending >= syllables.len() => Some(Fit::Whole),
        Some(_) => Some(Fit::Beginning),
        // Everything ends on 街道 or 镇, which finds nothing.
        None if (1..syllables.len().saturating_sub(ending)).any(within) => Some(Fit::Within),
        None => {
            let area = |area: &Area| spelled(word, &[area.syllables.as_slice(), syllables].concat()).is_some();
            entry.areas.iter().any(area).then_some(Fit::Area)
        }
    }
}

/// Whether the characters stand in the name in this order, whatever is between them: 武侯桂溪 in 武侯区桂溪街道.
fn stands_in(word: &str, name: &str) -> bool {
    let mut left = name.chars();
    word.chars().all(|c| left.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::division::Zone;

    fn names(written: &str) -> Vec<&'static str> {
        find(written).into_iter().map(|street| street.name).collect()
    }

    #[test]
    fn initials_whole_pinyin_and_parts_of_the_name_find_a_street() {
        for written in ["gx", "guixi", "guix", "GX", " ｇｘ ", "gui'xi", "gui xi", "gxjd", "桂溪", "桂溪街道"] {
            assert_eq!(names(written).first(), Some(&"桂溪街道"), "{written}");
        }
        for (written, name) in [
            ("dujiangyan", "奎光塔街道"),
            ("xindu", "新都街道"),
            ("xipu", "犀浦街道"),
            ("pitong", "郫筒街道"),
            ("chongyang", "崇阳街道"),
            ("cyh", "朝阳湖镇"),
            ("cj", "䢺江镇"),
        ] {
            assert!(names(written).contains(&name), "{written}");
        }
    }

    #[test]
    fn a_whole_name_comes_before_a_beginning_and_that_before_the_middle() {
        assert_eq!(names("石羊"), ["石羊街道", "石羊镇"]);
        // The list has them the other way round.
        for written in ["丹景", "danjing", "dj"] {
            let found = names(written);
            let at = |name: &str| found.iter().position(|found| *found == name);
            assert!(at("丹景街道") < at("丹景山镇"), "{written}: {found:?}");
        }
        let found = names("hl");
        let at = |name: &str| found.iter().position(|found| *found == name);
        assert!(at("海螺镇").is_some() && at("海螺镇") < at("黄龙溪镇"), "{found:?}");
        assert_eq!(
            names("石"),
            ["石羊街道", "石板滩街道", "石羊镇", "石桥街道", "石盘街道", "石板凳街道", "石钟镇", "五块石街道"]
        );
        assert_eq!(names("jinyuan"), ["晋原街道"]);
        assert_eq!(names("yuan").first_chunk(), Some(&["元通镇", "书院街街道", "沙河源街道"]));
    }

    #[test]
    fn district_and_zone_find_what_lies_in_them_and_narrow_a_name() {
        for written in ["武侯桂溪", "武侯区桂溪街道", "武侯 桂溪", "wuhou guixi", "whqgx", "高新区桂溪", "gaoxin guixi"]
        {
            assert_eq!(names(written), ["桂溪街道"], "{written}");
        }
        // 高新区 has the same initials.
        assert_eq!(names("wuhou gx"), ["桂溪街道", "芳草街街道", "肖家河街道", "石羊街道"]);
        let zone = |written| find(written).iter().filter(|street| street.zone == Some(Zone::Gaoxin)).count();
        assert_eq!((zone("高新区"), find("高新区").len()), (7, 7));
        assert_eq!(find("tianfuxinqu").iter().filter(|street| street.zone == Some(Zone::Tianfu)).count(), 9);
        assert_eq!(names("石羊 dujiangyan"), ["石羊镇"]);
    }

    #[test]
    fn every_street_is_found_by_its_name_its_pinyin_and_its_initials() {
        for street in streets() {
            let syllables = syllables(street.name);
            let initials: String = syllables.iter().filter_map(|syllable| syllable.get(..1)).collect();
            for written in [street.name.to_owned(), syllables.concat(), syllables.join(" "), initials] {
                assert!(find(&written).contains(&street), "{} by {written}", street.name);
            }
            assert_eq!(find(street.name).first().map(|found| found.name), Some(street.name));
        }
    }

    #[test]
    fn nothing_is_found_by_nothing_by_endings_or_by_what_is_elsewhere() {
        for written in ["", "   ", "jiedao", "朝阳区", "zzz", "桂 zzz", "12", "\u{1F3E0}"] {
            assert_eq!(names(written), [""; 0], "{written}");
        }
    }
}
