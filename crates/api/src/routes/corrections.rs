//! Answers to corrections.

use axum::extract::State;
use wire::{
    application::{Application, SubmitCorrection},
    endpoint,
};

use super::extract::{Json, Named};
use crate::{
    App,
    access::Applicant,
    cases::{self, Key},
    problem::Refusal,
};

/// Submits the corrected draft. The same key again gives the same answer.
#[utoipa::path(post, path = endpoint::CORRECTION, tag = "applications", params(
    ("number" = String, Path),
    ("idempotency-key" = String, Header, description = "16 to 64 letters, digits and hyphens, made once a submission"),
), request_body = SubmitCorrection, responses(
    (status = 200, body = Application),
    (status = 400, description = "malformed_body, missing_header", body = wire::Problem),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "cross_site", body = wire::Problem),
    (status = 404, description = "not_found, also for somebody else's", body = wire::Problem),
    (status = 409, description = "illegal_transition, key_reused", body = wire::Problem),
    (status = 413, description = "too_large", body = wire::Problem),
    (status = 415, description = "unsupported_media_type", body = wire::Problem),
    (status = 422, description = "correction_incomplete, pictures_not_uploaded (`subjects`), check_failed (`findings`)",
        body = wire::Problem),
))]
pub async fn correct(
    State(app): State<App>,
    who: Applicant,
    Named(number): Named<String>,
    key: Key,
    Json(body): Json<SubmitCorrection>,
) -> Result<axum::Json<Application>, Refusal> {
    Ok(axum::Json(cases::correct(&app, who.id(), &number, body.draft, key).await?))
}
