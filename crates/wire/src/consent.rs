//! Consents (个人信息保护法 Art. 14, 23, 29): one a purpose, never bundled, logged and revocable.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a consent is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ConsentScope {
    /// Reading the government records that prefill the form and prove eligibility.
    Records,
    /// Giving name, address and number to the post.
    Post,
}

impl ConsentScope {
    /// Every scope.
    pub const ALL: &'static [Self] = &[Self::Records, Self::Post];

    /// The identifier, as in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Post => "post",
        }
    }
}

/// The version of the consent texts that the app shows now. A consent to an older text is asked for again.
pub const CONSENT_TEXT_VERSION: u32 = 3;

/// `PUT /api/consents/{scope}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GiveConsent {
    /// The version of the text that was shown.
    pub text_version: u32,
}

/// An entry of `GET /api/consents`: consents that stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consent {
    /// What for.
    pub scope: ConsentScope,
    /// The version of the text that was shown.
    pub text_version: u32,
    /// When.
    pub given_at: Timestamp,
}
