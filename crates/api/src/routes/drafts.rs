//! Drafts, each save on the version it was read in.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rules::{draft::Draft, service::Service};
use wire::{
    ErrorCode,
    draft::{DraftSummary, SavedDraft},
    endpoint,
};

use super::extract::{Json, Named, etag, text};
use crate::{App, access::Applicant, cases, problem::Refusal, store::draft};

fn answer(status: StatusCode, saved: SavedDraft) -> Response {
    let tag = etag(saved.version);
    (status, [(header::ETAG, tag)], axum::Json(saved)).into_response()
}

/// What was begun and not submitted; the one saved last comes first.
#[utoipa::path(get, path = endpoint::DRAFTS, tag = "drafts", responses(
    (status = 200, body = Vec<DraftSummary>),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn list(State(app): State<App>, who: Applicant) -> Result<axum::Json<Vec<DraftSummary>>, Refusal> {
    Ok(axum::Json(cases::drafts::begun(&app, who.id()).await?))
}

/// The draft of a service.
#[utoipa::path(get, path = endpoint::DRAFT, tag = "drafts", params(("service" = Service, Path)), responses(
    (status = 200, body = SavedDraft, headers(("etag" = String, description = "The version, quoted"))),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 404, description = "not_found", body = wire::Problem),
))]
pub async fn read(State(app): State<App>, who: Applicant, Named(service): Named<Service>) -> Result<Response, Refusal> {
    let saved = draft::find(app.store().connection(), who.id(), service, app.clock().now()).await?;
    Ok(answer(StatusCode::OK, saved.ok_or(ErrorCode::NotFound)?))
}

/// Which version a save goes over; `None` for the first.
fn over(headers: &HeaderMap) -> Result<Option<u64>, ErrorCode> {
    if text(headers, &header::IF_NONE_MATCH) == Some("*") {
        return Ok(None);
    }
    let tag = text(headers, &header::IF_MATCH).ok_or(ErrorCode::MissingHeader)?;
    let version = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"')).ok_or(ErrorCode::MissingHeader)?;
    version.parse().map(Some).map_err(|_| ErrorCode::MissingHeader)
}

/// Saves a draft: the first with `If-None-Match: *`, every other with the version it goes over in If-Match.
#[utoipa::path(put, path = endpoint::DRAFT, tag = "drafts", params(
    ("service" = Service, Path),
    ("if-match" = Option<String>, Header, description = "The version it goes over, quoted"),
    ("if-none-match" = Option<String>, Header, description = "`*` for the first save"),
), request_body = Draft, responses(
    (status = 200, body = SavedDraft, headers(("etag" = String, description = "The new version, quoted"))),
    (status = 201, body = SavedDraft, headers(("etag" = String, description = "The first version, quoted"))),
    (status = 400, description = "malformed_body, missing_header", body = wire::Problem),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "cross_site", body = wire::Problem),
    (status = 404, description = "not_found", body = wire::Problem),
    (status = 412, description = "stale_version; `current` holds the newer one", body = wire::Problem),
    (status = 413, description = "too_large", body = wire::Problem),
    (status = 415, description = "unsupported_media_type", body = wire::Problem),
))]
pub async fn save(
    State(app): State<App>,
    who: Applicant,
    Named(service): Named<Service>,
    headers: HeaderMap,
    Json(body): Json<Draft>,
) -> Result<Response, Refusal> {
    if body.service != service {
        return Err(ErrorCode::MalformedBody.into());
    }
    let over = over(&headers)?;
    let status = if over.is_none() { StatusCode::CREATED } else { StatusCode::OK };
    match cases::drafts::save(&app, who.id(), &body, over).await? {
        Some(saved) => Ok(answer(status, saved)),
        None => {
            let newer = draft::find(app.store().connection(), who.id(), service, app.clock().now()).await?;
            Err(Refusal::Stale(newer.map(Box::new)))
        }
    }
}

/// Deletes the draft with its pictures; nothing where none is kept.
#[utoipa::path(delete, path = endpoint::DRAFT, tag = "drafts", params(("service" = Service, Path)), responses(
    (status = 204, description = "There is none any more."),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "cross_site", body = wire::Problem),
    (status = 404, description = "not_found", body = wire::Problem),
))]
pub async fn delete(
    State(app): State<App>,
    who: Applicant,
    Named(service): Named<Service>,
) -> Result<StatusCode, Refusal> {
    cases::drafts::forget(&app, who.id(), service).await?;
    Ok(StatusCode::NO_CONTENT)
}
