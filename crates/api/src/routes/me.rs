//! Who applies, in full, for the form alone.

use axum::{Json, extract::State};
use rules::records::Person;
use wire::endpoint;

use crate::{App, access::Applicant, cases, problem::Refusal};

/// Name, identity number and mobile number; of whoever acts for a child, too.
#[utoipa::path(get, path = endpoint::ME, tag = "person", responses(
    (status = 200, body = Person),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn me(State(app): State<App>, who: Applicant) -> Result<Json<Person>, Refusal> {
    Ok(Json(cases::household::applicant(&app, who.id(), who.agent()).await?))
}
