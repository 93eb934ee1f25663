//! What the government already knows.

use axum::{Json, extract::State};
use rules::records::Records;
use wire::{ErrorCode, endpoint};

use crate::{App, access::Applicant, cases, problem::Refusal, store::person};

/// Reads the records, each service within a few seconds; one that is silent is `unavailable`.
#[utoipa::path(get, path = endpoint::RECORDS, tag = "person", responses(
    (status = 200, body = Records),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 403, description = "consent_required", body = wire::Problem),
))]
pub async fn records(State(app): State<App>, who: Applicant) -> Result<Json<Records>, Refusal> {
    let person = person::find(app.store().connection(), who.id()).await?.ok_or(ErrorCode::SignInRequired)?;
    Ok(Json(cases::records(&app, who.id(), &person).await?.ok_or(ErrorCode::ConsentRequired)?))
}
