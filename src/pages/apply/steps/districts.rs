//! Chengdu's districts with what lies in them, as lists to choose from. Names of places are Chinese in every language.

use leptos::prelude::*;
use rules::{
    Term,
    division::{Street, districts, street, streets_of},
    station, street_search,
};

use super::super::answer::{Finder, Found};
use crate::{
    components::choice::Choice,
    locales::{t, text},
};

/// The districts, cities and counties.
pub fn district_choices() -> Vec<Choice> {
    districts().iter().map(|district| Choice::new(district.code, district.name)).collect()
}

/// The streets and towns of a district.
pub fn street_choices(district: &str) -> Vec<Choice> {
    streets_of(district).map(|street| Choice::new(street.code, street.name)).collect()
}

/// The district of a street.
pub fn district_of_street(code: &str) -> Option<String> {
    street(code).map(|street| street.district.code.to_owned())
}

/// What finds a street or town by its name, in characters or Pinyin.
pub fn street_finder() -> Finder {
    Finder {
        find: |written| street_search::find(written).into_iter().map(found).collect(),
        name_of: |code| street(code).map(|street| street.name),
        label: Signal::derive(t!(apply.residence.find)),
        hint: Signal::derive(t!(apply.residence.find_hint)),
        list_label: Signal::derive(t!(apply.residence.find_list)),
        found: |count| match i32::try_from(count).unwrap_or(i32::MAX) {
            0 => text!(apply.residence.found_none),
            count => text!(apply.residence.found, count = count),
        },
    }
}

/// A street with its district and, where one manages it, its zone.
fn found(street: &Street) -> Found {
    let zone = street.zone.map(|zone| format!(" · {}", zone.zh())).unwrap_or_default();
    Found { value: street.code.to_owned(), name: street.name, detail: format!("{}{zone}", street.district.name) }
}

/// The stations of a district.
pub fn station_choices(district: &str) -> Vec<Choice> {
    let here = station::stations().iter().filter(|station| station.street.district.code == district);
    here.map(|station| Choice::new(station.id.clone(), station.name.clone())).collect()
}

/// The district of a station.
pub fn district_of_station(id: &str) -> Option<String> {
    station::by_id(id).map(|station| station.street.district.code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_street_and_station_is_found_in_the_list_of_its_district() {
        assert_eq!(district_choices().len(), 20);
        let streets: usize = district_choices().iter().map(|district| street_choices(&district.value).len()).sum();
        assert_eq!(streets, 261);
        for station in station::stations() {
            let district = district_of_station(&station.id).unwrap();
            assert!(station_choices(&district).iter().any(|choice| choice.value == station.id));
            assert_eq!(district_of_street(station.street.code), Some(district));
        }
        assert_eq!(district_of_street(""), None);
    }

    #[test]
    fn a_street_that_was_found_is_told_from_others_by_its_district_and_zone() {
        let found = (street_finder().find)("gx");
        assert_eq!(found[0].value, "510107064");
        assert_eq!((found[0].name, found[0].detail.as_str()), ("桂溪街道", "武侯区 · 成都高新区"));
        let names = (street_finder().find)("石羊").into_iter().map(|found| found.detail).collect::<Vec<_>>();
        assert_eq!(names, ["武侯区 · 成都高新区", "都江堰市"]);
        assert_eq!((street_finder().name_of)("510107064"), Some("桂溪街道"));
    }
}
