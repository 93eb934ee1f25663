//! Applications: submitted, listed, read.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use wire::{
    ErrorCode,
    application::{Application, Submit, Summary},
    endpoint,
};

use super::extract::{Json, Named};
use crate::{
    App,
    access::Applicant,
    cases::{self, Key},
    problem::Refusal,
    store::application,
};

/// Submits an application. The same key again gives the same answer.
#[utoipa::path(post, path = endpoint::APPLICATIONS, tag = "applications", params(
    ("idempotency-key" = String, Header, description = "16 to 64 letters, digits and hyphens, made once a submission"),
), request_body = Submit, responses(
    (status = 201, body = Application, headers(("location" = String))),
    (status = 400, description = "malformed_body, missing_header", body = wire::Problem),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "cross_site", body = wire::Problem),
    (status = 409, description = "already_open, key_reused", body = wire::Problem),
    (status = 413, description = "too_large", body = wire::Problem),
    (status = 415, description = "unsupported_media_type", body = wire::Problem),
    (status = 422, description = "check_failed (`findings`), pictures_not_uploaded (`subjects`)", body = wire::Problem),
))]
pub async fn submit(
    State(app): State<App>,
    who: Applicant,
    key: Key,
    Json(body): Json<Submit>,
) -> Result<impl IntoResponse, Refusal> {
    let application = cases::submit(&app, who.id(), who.agent(), body.draft, key).await?;
    let location = endpoint::fill(endpoint::APPLICATION, &application.number);
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], axum::Json(application)))
}

/// One's own applications, newest first.
#[utoipa::path(get, path = endpoint::APPLICATIONS, tag = "applications", responses(
    (status = 200, body = Vec<Summary>),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn list(State(app): State<App>, who: Applicant) -> Result<axum::Json<Vec<Summary>>, Refusal> {
    let kept = application::all_of_person(app.store().connection(), who.id()).await?;
    Ok(axum::Json(kept.into_iter().map(cases::summary).collect()))
}

/// One's own application, all of it.
#[utoipa::path(get, path = endpoint::APPLICATION, tag = "applications", params(("number" = String, Path)), responses(
    (status = 200, body = Application),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 404, description = "not_found, also for somebody else's", body = wire::Problem),
))]
pub async fn read(
    State(app): State<App>,
    who: Applicant,
    Named(number): Named<String>,
) -> Result<axum::Json<Application>, Refusal> {
    let db = app.store().connection();
    let kept = application::of_person(db, who.id(), &number).await?.ok_or(ErrorCode::NotFound)?;
    Ok(axum::Json(cases::application(db, &kept).await?))
}
