//! The draft on the server, so that another device can go on with it.

use jiff::Timestamp;
use rules::{draft::Draft, service::Service};
use serde::{Deserialize, Serialize};

/// `GET` and the answer of `PUT /api/drafts/{service}`. The version is also the ETag, quoted; `PUT` wants it back in
/// If-Match, or `If-None-Match: *` for the first time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SavedDraft {
    /// The draft.
    pub draft: Draft,
    /// Counts up by one at every save.
    pub version: u64,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// When it is deleted if nobody touches it: 30 days after the last save.
    pub expires_at: Timestamp,
}

/// An entry of `GET /api/drafts`: something begun and not submitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftSummary {
    /// What is applied for.
    pub service: Service,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// When it is deleted if nobody touches it.
    pub expires_at: Timestamp,
}

impl From<&SavedDraft> for DraftSummary {
    fn from(saved: &SavedDraft) -> Self {
        Self { service: saved.draft.service, saved_at: saved.saved_at, expires_at: saved.expires_at }
    }
}
