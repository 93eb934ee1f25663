//! Who applies, in full, for the form alone.

use axum::{Json, extract::State};
use rules::records::Person;
use wire::{endpoint, session::PhoneKey};

use crate::{App, access::Applicant, cases, problem::Refusal, store::person};

/// Name, identity number and mobile number; of whoever acts for a child, too.
#[utoipa::path(get, path = endpoint::ME, tag = "person", responses(
    (status = 200, body = Person),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn me(State(app): State<App>, who: Applicant) -> Result<Json<Person>, Refusal> {
    Ok(Json(cases::household::applicant(&app, who.id(), who.agent()).await?))
}

/// The key under which a phone keeps the person's drafts and pictures; a child's own where a parent acts for it.
#[utoipa::path(get, path = endpoint::PHONE_KEY, tag = "person", responses(
    (status = 200, body = PhoneKey),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn phone_key(State(app): State<App>, who: Applicant) -> Result<Json<PhoneKey>, Refusal> {
    let key = person::phone_key(app.store().connection(), who.id()).await?;
    Ok(Json(PhoneKey { owner: who.id().to_string(), key }))
}
