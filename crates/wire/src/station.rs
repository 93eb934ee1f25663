//! Police stations.

use serde::{Deserialize, Serialize};

/// An entry of `GET /api/stations?district=510104`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Station {
    /// Stable identifier.
    pub id: String,
    /// Its name, for example 桂溪派出所.
    pub name: String,
    /// The bureau it belongs to.
    pub bureau: String,
    /// Nine-digit codes of the streets it serves.
    pub street_codes: Vec<String>,
    /// Whether the entry is made up for the demonstration, since no open list of stations exists.
    pub demonstration: bool,
}
