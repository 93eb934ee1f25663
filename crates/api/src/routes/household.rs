//! The people whom somebody who is signed in applies for.

use axum::{Json, extract::State};
use wire::{endpoint, household::Household};

use crate::{App, access::Applicant, cases, problem::Refusal};

/// Whoever is signed in and the children whom they act for, each with what was submitted and begun.
#[utoipa::path(get, path = endpoint::HOUSEHOLD, tag = "person", responses(
    (status = 200, body = Household),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn read(State(app): State<App>, who: Applicant) -> Result<Json<Household>, Refusal> {
    Ok(Json(cases::household::household(&app, who.signed_in()).await?))
}

/// Asks the register of households for the children under sixteen of whoever is signed in.
#[utoipa::path(post, path = endpoint::HOUSEHOLD, tag = "person", responses(
    (status = 200, body = Household),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "consent_required, cross_site", body = wire::Problem),
    (status = 503, description = "upstream_unavailable", body = wire::Problem),
))]
pub async fn look_up(State(app): State<App>, who: Applicant) -> Result<Json<Household>, Refusal> {
    Ok(Json(cases::household::look_up(&app, who.signed_in()).await?))
}
