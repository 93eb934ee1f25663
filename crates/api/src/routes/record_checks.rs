//! Requests to check a record that is wrong.

use axum::extract::State;
use wire::{
    endpoint,
    record_check::{AskRecordCheck, RecordCheck},
};

use super::extract::Json;
use crate::{App, access::Applicant, cases, problem::Refusal};

/// The requests, newest first, with the answers of the records' keepers.
#[utoipa::path(get, path = endpoint::RECORD_CHECKS, tag = "person", responses(
    (status = 200, body = Vec<RecordCheck>),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn list(State(app): State<App>, who: Applicant) -> Result<axum::Json<Vec<RecordCheck>>, Refusal> {
    Ok(axum::Json(cases::record_check::list(&app, who.id()).await?))
}

/// Asks for a check. Where one of that record is open, it is the answer, and nothing is asked again.
#[utoipa::path(post, path = endpoint::RECORD_CHECKS, tag = "person", request_body = AskRecordCheck, responses(
    (status = 200, body = RecordCheck),
    (status = 400, description = "malformed_body", body = wire::Problem),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "consent_required, cross_site", body = wire::Problem),
    (status = 413, description = "too_large", body = wire::Problem),
    (status = 415, description = "unsupported_media_type", body = wire::Problem),
))]
pub async fn ask(
    State(app): State<App>,
    who: Applicant,
    Json(body): Json<AskRecordCheck>,
) -> Result<axum::Json<RecordCheck>, Refusal> {
    Ok(axum::Json(cases::record_check::ask(&app, who.id(), body).await?))
}
