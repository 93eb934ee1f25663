//! Police stations.

use axum::Json;
use rules::station;
use serde::Deserialize;
use wire::{endpoint, station::Station};

use super::extract::Query;

#[derive(Deserialize, utoipa::IntoParams)]
pub struct Filter {
    /// Six digits of a district; every station where absent.
    #[serde(default)]
    district: Option<String>,
}

/// The stations of a district.
#[utoipa::path(get, path = endpoint::STATIONS, tag = "service", params(Filter), responses(
    (status = 200, body = Vec<Station>),
))]
pub async fn list(Query(filter): Query<Filter>) -> Json<Vec<Station>> {
    let in_district = |station: &&station::Station| {
        filter.district.as_deref().is_none_or(|code| station.street.district.code == code)
    };
    let stations = station::stations().iter().filter(in_district).map(|station| Station {
        id: station.id.clone(),
        name: station.name.clone(),
        bureau: station.bureau.name(),
        street_codes: vec![station.street.code.to_owned()],
        demonstration: true,
    });
    Json(stations.collect())
}
