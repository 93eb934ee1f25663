//! Receipts: made for their owner, verified for whoever was shown one.

use axum::{
    extract::State,
    http::{HeaderName, header},
    response::IntoResponse,
};
use wire::{
    endpoint,
    receipt::{VerifiedReceipt, VerifyReceipt},
};

use super::extract::{Json, Named};
use crate::{App, access::Applicant, cases, problem::Refusal};

/// The receipt of one's own application, to be kept.
#[utoipa::path(get, path = endpoint::RECEIPT, tag = "applications", params(("number" = String, Path)), responses(
    (status = 200, body = Vec<u8>, content_type = "application/pdf", headers(("content-disposition" = String))),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 404, description = "not_found, also for somebody else's", body = wire::Problem),
    (status = 503, description = "receipt_unavailable", body = wire::Problem),
))]
pub async fn read(
    State(app): State<App>,
    who: Applicant,
    Named(number): Named<String>,
) -> Result<impl IntoResponse, Refusal> {
    let pdf = cases::receipts::pdf(&app, who.id(), &number).await?;
    // The number is that of an application, so it is letters, digits and hyphens.
    let headers: [(HeaderName, String); 3] = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("inline; filename=\"{number}.pdf\"")),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, pdf))
}

/// What a receipt with that number and that code says. Number and code stand in the body, so that no log has them.
#[utoipa::path(post, path = endpoint::VERIFY_RECEIPT, tag = "service", request_body = VerifyReceipt, responses(
    (status = 200, body = VerifiedReceipt),
    (status = 400, description = "malformed_body", body = wire::Problem),
    (status = 403, description = "cross_site", body = wire::Problem),
    (status = 404, description = "not_found: no receipt has that number and that code", body = wire::Problem),
    (status = 413, description = "too_large", body = wire::Problem),
    (status = 415, description = "unsupported_media_type", body = wire::Problem),
))]
pub async fn verify(
    State(app): State<App>,
    Json(typed): Json<VerifyReceipt>,
) -> Result<axum::Json<VerifiedReceipt>, Refusal> {
    Ok(axum::Json(cases::receipts::verify(&app, &typed).await?))
}
