//! Chengdu's districts with what lies in them, as lists to choose from. Names of places are Chinese in every language.

use rules::{
    division::{districts, street, streets_of},
    station,
};

use crate::components::choice::Choice;

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
}
