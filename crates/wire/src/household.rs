//! The people whom somebody who is signed in applies for: themselves, and their children under sixteen.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{application, draft::DraftSummary};

/// `GET` and the answer of `POST /api/household`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Household {
    /// The person who is signed in, then the children by age, the oldest first.
    pub members: Vec<Member>,
    /// When the register of households was asked for the children, where that was within thirty days: what it showed
    /// before is gone by no longer.
    pub looked_up_at: Option<Timestamp>,
}

/// Somebody with applications of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    /// Opaque identifier of the person with this service: the owner of drafts, and the value of
    /// [`crate::endpoint::ACTING_FOR`].
    pub owner: String,
    /// Name as on the identity card or in the register.
    pub name: String,
    /// The identity number with its middle hidden.
    pub identity_number_masked: String,
    /// What was submitted, newest first.
    pub applications: Vec<application::Summary>,
    /// What was begun and not submitted.
    pub drafts: Vec<DraftSummary>,
}
