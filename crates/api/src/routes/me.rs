//! The person who is signed in, in full, for the form alone.

use axum::{Json, extract::State};
use rules::records::Person;
use wire::{ErrorCode, endpoint};

use crate::{App, access::Applicant, problem::Refusal, store::person};

/// Name, identity number and mobile number.
#[utoipa::path(get, path = endpoint::ME, tag = "person", responses(
    (status = 200, body = Person),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn me(State(app): State<App>, who: Applicant) -> Result<Json<Person>, Refusal> {
    let person = person::find(app.store().connection(), who.id()).await?;
    Ok(Json(person.ok_or(ErrorCode::SignInRequired)?))
}
