//! Employers, as the register of enterprises knows them.

use serde::{Deserialize, Serialize};

/// `GET /api/employers/{code}`: who has that unified social credit code (统一社会信用代码). The register is public, so no
/// consent is asked for; 404 where nobody has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Employer {
    /// The full name, as on the business licence.
    pub name: String,
}
