//! Chengdu's divisions: 20 districts, cities and counties, their 261 streets and towns, and the three zones that manage
//! streets coded under districts (domain facts §2.7).
//!
//! The table is `data/chengdu_streets.csv`: codes of the National Bureau of Statistics of 2022-10-31. Always look a
//! street up by its nine-digit code: 石羊 and five other names exist twice, and 天府街道 is not in 天府新区.

use std::sync::LazyLock;

use crate::term::{Term, terms};

terms! {
    /// A functional zone, which has its own police bureau but no code of GB/T 2260.
    Zone, "zone" {
        /// Seven streets of 武侯区, 双流区 and 郫都区.
        Gaoxin = "gaoxin", "成都高新区", "Chengdu Hi-tech Zone";
        /// Nine streets of 双流区.
        Tianfu = "tianfu", "四川天府新区成都直管区", "Sichuan Tianfu New Area, Chengdu";
        /// Fifteen streets and towns of 简阳市.
        Dongbu = "dongbu", "成都东部新区", "Chengdu Eastern New Area";
    }
}

/// A district (区), a city at county level (县级市) or a county (县).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct District {
    /// Six digits by GB/T 2260.
    pub code: &'static str,
    /// Its name with 区, 市 or 县.
    pub name: &'static str,
}

impl District {
    /// Its name in English, for example Jinjiang District; the Chinese name for a code that is none of Chengdu's.
    pub fn english_name(&self) -> &'static str {
        match self.code {
            "510104" => "Jinjiang District",
            "510105" => "Qingyang District",
            "510106" => "Jinniu District",
            "510107" => "Wuhou District",
            "510108" => "Chenghua District",
            "510112" => "Longquanyi District",
            "510113" => "Qingbaijiang District",
            "510114" => "Xindu District",
            "510115" => "Wenjiang District",
            "510116" => "Shuangliu District",
            "510117" => "Pidu District",
            "510118" => "Xinjin District",
            "510121" => "Jintang County",
            "510129" => "Dayi County",
            "510131" => "Pujiang County",
            "510181" => "Dujiangyan City",
            "510182" => "Pengzhou City",
            "510183" => "Qionglai City",
            "510184" => "Chongzhou City",
            "510185" => "Jianyang City",
            _ => self.name,
        }
    }
}

/// A street (街道) or town (镇).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Street {
    /// Nine digits.
    pub code: &'static str,
    /// Its name with 街道 or 镇.
    pub name: &'static str,
    /// The division it is coded under.
    pub district: District,
    /// The zone that manages it, where one does.
    pub zone: Option<Zone>,
}

const TABLE: &str = include_str!("../data/chengdu_streets.csv");

static STREETS: LazyLock<Vec<Street>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(read_row).collect());

static DISTRICTS: LazyLock<Vec<District>> = LazyLock::new(|| {
    let mut districts: Vec<District> = streets().iter().map(|street| street.district).collect();
    districts.dedup();
    districts
});

/// A row of the table; a test sees to it that every one can be read.
fn read_row(row: &'static str) -> Option<Street> {
    let mut cells = row.split(',');
    let (code, name) = (cells.next()?, cells.next()?);
    let district = District { code: cells.next()?, name: cells.next()? };
    let zone = match cells.next()? {
        "" => None,
        name => Some(*Zone::ALL.iter().find(|zone| zone.zh() == name)?),
    };
    Some(Street { code, name, district, zone })
}

/// Every street and town, by code.
pub fn streets() -> &'static [Street] {
    &STREETS
}

/// Every district, city and county, by code.
pub fn districts() -> &'static [District] {
    &DISTRICTS
}

/// The streets and towns coded under a division.
pub fn streets_of(district_code: &str) -> impl Iterator<Item = &'static Street> {
    streets().iter().filter(move |street| street.district.code == district_code)
}

/// The street or town with that nine-digit code.
pub fn street(code: &str) -> Option<&'static Street> {
    let at = streets().binary_search_by(|street| street.code.cmp(code)).ok()?;
    streets().get(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read_and_in_order() {
        assert_eq!(TABLE.lines().count(), 1 + 261);
        assert_eq!(streets().len(), 261);
        assert!(streets().is_sorted_by(|a, b| a.code < b.code));
        for street in streets() {
            assert!(street.code.len() == 9 && street.code.starts_with(street.district.code), "{street:?}");
            assert!(street.name.ends_with("街道") || street.name.ends_with('镇'), "{street:?}");
        }
    }

    #[test]
    fn there_are_12_districts_5_cities_and_3_counties() {
        let count = |suffix| districts().iter().filter(|district| district.name.ends_with(suffix)).count();
        assert_eq!((count('区'), count('市'), count('县'), districts().len()), (12, 5, 3, 20));
        assert_eq!(districts().iter().map(|district| streets_of(district.code).count()).sum::<usize>(), 261);
    }

    #[test]
    fn every_division_has_an_english_name_of_its_kind() {
        for district in districts() {
            let english = district.english_name();
            let kind = match district.name.chars().last() {
                Some('区') => " District",
                Some('市') => " City",
                _ => " County",
            };
            assert!(english.is_ascii() && english.ends_with(kind), "{english}");
        }
    }

    #[test]
    fn the_zones_manage_7_9_and_15_streets() {
        let count = |zone| streets().iter().filter(|street| street.zone == Some(zone)).count();
        assert_eq!((count(Zone::Gaoxin), count(Zone::Tianfu), count(Zone::Dongbu)), (7, 9, 15));
    }

    #[test]
    fn tianfu_street_is_in_wenjiang_and_not_in_the_tianfu_area() {
        let street = street("510115004").unwrap();
        assert_eq!((street.name, street.district.name, street.zone), ("天府街道", "温江区", None));
    }

    #[test]
    fn names_that_exist_twice_are_told_apart_by_code() {
        let hi_tech = street("510107063").unwrap();
        assert_eq!((hi_tech.name, hi_tech.zone), ("石羊街道", Some(Zone::Gaoxin)));
        let dujiangyan = street("510181106").unwrap();
        assert_eq!((dujiangyan.name, dujiangyan.district.name, dujiangyan.zone), ("石羊镇", "都江堰市", None));
    }

    #[test]
    fn a_code_that_is_none_of_chengdus_finds_nothing() {
        for code in ["", "510107", "510107999", "5101070630", "石羊街道", "110101001"] {
            assert_eq!(street(code), None, "{code}");
        }
    }
}
