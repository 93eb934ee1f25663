//! Verifying a receipt (回执), by whoever was shown it.

use jiff::civil::Date;
use rules::service::Service;
use serde::{Deserialize, Serialize};

/// `POST /api/receipts/verify`, by anybody; a POST, so that neither stands in an address or a log. Answers 200 with
/// [`VerifiedReceipt`], and 404 `not_found` alike where the number is unknown and where the code is another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerifyReceipt {
    /// Case number (办件编号), as typed.
    pub number: String,
    /// Verification code (查验码), as typed.
    pub code: String,
}

/// What a genuine receipt says, and nothing that it does not say but whether the case still goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VerifiedReceipt {
    /// Case number (办件编号).
    pub number: String,
    /// What was applied for.
    pub service: Service,
    /// The applicant's name, all but its first character hidden.
    pub applicant_masked: String,
    /// The station that decides.
    pub station_name: String,
    /// The day it was submitted, in Asia/Shanghai.
    pub submitted_on: Date,
    /// Whether the case is still under way: neither decided nor taken back.
    pub under_way: bool,
}
