//! Which police station (派出所) a street belongs to (domain facts §2.8).
//!
//! **Demonstration data.** No open list of Chengdu's stations and the streets they serve was found, so there is one
//! station a street, named after it by rule. The bureaus above them follow the real order. Whoever shows a station
//! says that it is a demonstration.

use std::sync::LazyLock;

use crate::division::{District, Street, Zone, streets};

/// The bureau (公安局 or 分局) above a station: the public security organ at county level that issues the permit
/// (居住证暂行条例 Art. 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bureau {
    /// A district's branch of the city's bureau.
    DistrictBranch(District),
    /// A zone's branch of the city's bureau.
    ZoneBranch(Zone),
    /// The bureau of a county or of a city at county level.
    Local(District),
}

impl Bureau {
    /// The bureau in whose area a street lies: the zone's before the district's.
    pub fn of(street: &Street) -> Self {
        match street.zone {
            Some(zone) => Self::ZoneBranch(zone),
            None if street.district.name.ends_with('区') => Self::DistrictBranch(street.district),
            None => Self::Local(street.district),
        }
    }

    /// Its official name, for example 成都市公安局锦江区分局.
    pub fn name(&self) -> String {
        match self {
            Self::DistrictBranch(district) => format!("成都市公安局{}分局", district.name),
            Self::ZoneBranch(Zone::Gaoxin) => "成都市公安局高新区分局".to_owned(),
            Self::ZoneBranch(Zone::Tianfu) => "成都市公安局天府新区分局".to_owned(),
            Self::ZoneBranch(Zone::Dongbu) => "成都市公安局东部新区分局".to_owned(),
            Self::Local(district) => format!("{}公安局", district.name),
        }
    }
}

/// A police station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// Stable identifier: `ps-` and the code of its street.
    pub id: String,
    /// Short name, for example 春熙路派出所; not unique in the city.
    pub name: String,
    /// The bureau above it.
    pub bureau: Bureau,
    /// The street it serves.
    pub street: &'static Street,
}

impl Station {
    fn of(street: &'static Street) -> Self {
        Self {
            id: format!("ps-{}", street.code),
            name: format!("{}派出所", base_name(street.name)),
            bureau: Bureau::of(street),
            street,
        }
    }

    /// The bureau's name and its own, unique in the city.
    pub fn full_name(&self) -> String {
        format!("{}{}", self.bureau.name(), self.name)
    }
}

/// A street's name as stations carry it: without 街道 or 镇, but 彭镇 stays whole.
fn base_name(street: &str) -> &str {
    let town = || street.strip_suffix('镇').filter(|base| base.chars().nth(1).is_some());
    street.strip_suffix("街道").or_else(town).unwrap_or(street)
}

/// In the order of [`streets`], so that both are found at the same place.
static STATIONS: LazyLock<Vec<Station>> = LazyLock::new(|| streets().iter().map(Station::of).collect());

/// Every station, by the code of its street.
pub fn stations() -> &'static [Station] {
    &STATIONS
}

/// The station with that identifier.
pub fn by_id(id: &str) -> Option<&'static Station> {
    by_street(id.strip_prefix("ps-")?)
}

/// The station that serves the street with that nine-digit code.
pub fn by_street(code: &str) -> Option<&'static Station> {
    let at = stations().binary_search_by(|station| station.street.code.cmp(code)).ok()?;
    stations().get(at)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_street_has_a_station_that_is_found_by_its_identifier() {
        for street in streets() {
            let found = by_street(street.code).unwrap();
            assert_eq!(found.street, street);
            assert_eq!(by_id(&found.id), Some(found));
        }
        assert_eq!(by_id("510104022"), None);
        assert_eq!(by_id("ps-510104999"), None);
    }

    #[test]
    fn full_names_are_unique_and_short_names_keep_two_characters() {
        let names: HashSet<String> = stations().iter().map(Station::full_name).collect();
        assert_eq!(names.len(), stations().len());
        for (code, name) in [
            ("510104022", "春熙路派出所"),
            ("510104023", "书院街派出所"),
            ("510106042", "天回镇派出所"),
            ("510116108", "彭镇派出所"),
            ("510181106", "石羊派出所"),
        ] {
            assert_eq!(by_street(code).unwrap().name, name);
        }
    }

    #[test]
    fn the_bureau_follows_the_zone_before_the_district() {
        for (code, bureau) in [
            ("510104022", "成都市公安局锦江区分局"),
            ("510107063", "成都市公安局高新区分局"),
            ("510116003", "成都市公安局天府新区分局"),
            ("510185013", "成都市公安局东部新区分局"),
            ("510181106", "都江堰市公安局"),
            ("510121001", "金堂县公安局"),
        ] {
            assert_eq!(by_street(code).unwrap().bureau.name(), bureau);
        }
    }
}
