//! Employers by their codes.

use axum::{Json, extract::State};
use rules::credit_code;
use wire::{ErrorCode, employer::Employer, endpoint};

use super::extract::Named;
use crate::{App, access::Applicant, problem::Refusal};

/// The employer with that unified social credit code, for whoever is signed in: the register is public, but it isn't ours to
/// hand out to everybody.
#[utoipa::path(get, path = endpoint::EMPLOYER, tag = "service", params(("code" = String, Path)), responses(
    (status = 200, body = Employer),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 404, description = "not_found: nobody has it, or it is no code", body = wire::Problem),
    (status = 503, description = "upstream_unavailable", body = wire::Problem),
))]
pub async fn read(
    State(app): State<App>,
    _who: Applicant,
    Named(code): Named<String>,
) -> Result<Json<Employer>, Refusal> {
    let code = code.to_ascii_uppercase();
    if !credit_code::is_valid(&code) {
        return Err(ErrorCode::NotFound.into());
    }
    let name = app.records().employer(&code).await?.ok_or(ErrorCode::NotFound)?;
    Ok(Json(Employer { name }))
}
