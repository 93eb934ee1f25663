//! Taking an application back.

use axum::{Json, extract::State};
use wire::{application::Status, endpoint};

use super::extract::Named;
use crate::{App, access::Applicant, cases, problem::Refusal};

/// Takes it back, while it is not decided. Doing so again changes nothing.
#[utoipa::path(post, path = endpoint::WITHDRAWAL, tag = "applications", params(("number" = String, Path)), responses(
    (status = 200, body = Status),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "cross_site", body = wire::Problem),
    (status = 404, description = "not_found, also for somebody else's", body = wire::Problem),
    (status = 409, description = "illegal_transition: it is decided", body = wire::Problem),
))]
pub async fn withdraw(
    State(app): State<App>,
    who: Applicant,
    Named(number): Named<String>,
) -> Result<Json<Status>, Refusal> {
    Ok(Json(cases::withdraw(&app, who.id(), &number).await?))
}
