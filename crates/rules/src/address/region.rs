//! The front of an address, which people leave out: province, city, district, street.

use super::tokens::Piece;
use crate::{
    division::{self, Zone},
    term::Term,
};

/// The zones as addresses name them, the longer name before one it starts with.
const ZONES: &[(&str, Zone)] = &[
    ("四川天府新区成都直管区", Zone::Tianfu),
    ("四川天府新区", Zone::Tianfu),
    ("天府新区成都直管区", Zone::Tianfu),
    ("天府新区", Zone::Tianfu),
    ("高新技术产业开发区", Zone::Gaoxin),
    ("高新区", Zone::Gaoxin),
    ("东部新区", Zone::Dongbu),
];

const MUNICIPALITIES: &[&str] = &["北京市", "上海市", "天津市", "重庆市"];

/// Province and city, where they are not Sichuan and Chengdu, and what follows. Chengdu need not be named: every address
/// of residence lies in it.
pub fn city(text: &str) -> (Option<Piece>, &str) {
    if let Some(named) = MUNICIPALITIES.iter().find(|city| text.starts_with(**city)) {
        return (Some(as_written(named)), text.get(named.len()..).unwrap_or_default());
    }
    let rest = match through(text, '省', 2..=3) {
        Some((province, rest)) => {
            let rest = chengdu(rest);
            if province == "四川省" && (rest.len() < text.len() - province.len() || district(rest).0.is_some()) {
                return (None, rest);
            }
            return match through(rest, '市', 2..=5) {
                Some((city, after)) => (Some(as_written(&format!("{province}{city}"))), after),
                None if province == "四川省" => (None, rest),
                None => (Some(as_written(province)), rest),
            };
        }
        None => text.strip_prefix("四川").filter(|rest| rest.starts_with("成都")).unwrap_or(text),
    };
    (None, chengdu(rest))
}

/// Without the city's name: 成都 alone only before a district, since a road may be called so.
fn chengdu(text: &str) -> &str {
    let short = || text.strip_prefix("成都").filter(|rest| district(rest).0.is_some());
    text.strip_prefix("成都市").or_else(short).unwrap_or(text)
}

/// A district, city or county of Chengdu or one of its zones, and what follows.
pub fn district(text: &str) -> (Option<Piece>, &str) {
    let zones = ZONES.iter().map(|(name, zone)| (*name, zone.zh()));
    let districts = division::districts().iter().map(|district| (district.name, district.name));
    for (name, official) in zones.chain(districts) {
        if let Some(rest) = text.strip_prefix(name) {
            return (Some(Piece { key: official.to_owned(), shown: name.to_owned() }), rest);
        }
    }
    (None, text)
}

/// A street or town of Chengdu, and what follows.
pub fn street(text: &str) -> (Option<Piece>, &str) {
    // No name starts with another.
    match division::streets().iter().find_map(|street| Some((street.name, text.strip_prefix(street.name)?))) {
        Some((name, rest)) => (Some(as_written(name)), rest),
        None => (None, text),
    }
}

/// Whether a zone and a district name one place: a zone manages streets that are coded under a district, so 高新区石羊街道
/// and 武侯区石羊街道 are the same.
pub fn is_same_place(one: &str, other: &str, street: &str) -> bool {
    let manages = |zone: &str, district: &str| {
        let mut streets = division::streets().iter().filter(|known| known.name == street);
        streets.any(|known| known.zone.is_some_and(|of| of.zh() == zone) && known.district.name == district)
    };
    one == other || manages(one, other) || manages(other, one)
}

/// A piece that has only one form.
pub fn as_written(text: &str) -> Piece {
    Piece { key: text.to_owned(), shown: text.to_owned() }
}

/// The text through the first `last`, where that many characters stand before it, and what follows.
fn through(text: &str, last: char, before: std::ops::RangeInclusive<usize>) -> Option<(&str, &str)> {
    let (_, (at, found)) = text
        .char_indices()
        .enumerate()
        .take(before.end() + 1)
        .find(|(count, (_, c))| *c == last && before.contains(count))?;
    text.split_at_checked(at + found.len_utf8())
}
