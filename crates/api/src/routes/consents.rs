//! Consents: given, listed, withdrawn.

use axum::{extract::State, http::StatusCode};
use wire::{
    ErrorCode,
    consent::{CONSENT_TEXT_VERSION, Consent, ConsentScope, GiveConsent},
    endpoint,
};

use super::extract::{Json, Named};
use crate::{App, access::Applicant, cases::keep_at_station, problem::Refusal, store::consent};

/// A scope as it stands in addresses.
pub struct Scope(ConsentScope);

impl std::str::FromStr for Scope {
    type Err = ErrorCode;

    fn from_str(text: &str) -> Result<Self, ErrorCode> {
        let scope = ConsentScope::ALL.iter().find(|scope| scope.id() == text);
        scope.map(|scope| Self(*scope)).ok_or(ErrorCode::NotFound)
    }
}

/// The consents that stand.
#[utoipa::path(get, path = endpoint::CONSENTS, tag = "person", responses(
    (status = 200, body = Vec<Consent>),
    (status = 401, description = "sign_in_required", body = wire::Problem),
))]
pub async fn list(State(app): State<App>, who: Applicant) -> Result<axum::Json<Vec<Consent>>, Refusal> {
    let standing = consent::standing_of(app.store().connection(), who.id()).await?;
    let consents = standing.into_iter().map(|standing| standing.consent);
    Ok(axum::Json(consents.filter(|consent| consent.text_version == CONSENT_TEXT_VERSION).collect()))
}

/// Gives a consent, by the words shown today.
#[utoipa::path(put, path = endpoint::CONSENT, tag = "person", params(("scope" = ConsentScope, Path)),
    request_body = GiveConsent, responses(
    (status = 200, body = Consent),
    (status = 400, description = "malformed_body, also for words that are no longer shown", body = wire::Problem),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 404, description = "not_found", body = wire::Problem),
))]
pub async fn give(
    State(app): State<App>,
    who: Applicant,
    Named(Scope(scope)): Named<Scope>,
    Json(body): Json<GiveConsent>,
) -> Result<axum::Json<Consent>, Refusal> {
    if body.text_version != CONSENT_TEXT_VERSION {
        return Err(ErrorCode::MalformedBody.into());
    }
    let db = app.store().begin().await?;
    let given = consent::give(&db, who.id(), scope, body.text_version, app.clock().now()).await?;
    db.commit().await.map_err(crate::store::StoreError::from)?;
    Ok(axum::Json(given))
}

/// Withdraws a consent; nothing where none stands. Without that to the post, a permit not yet posted waits at the station.
#[utoipa::path(delete, path = endpoint::CONSENT, tag = "person", params(("scope" = ConsentScope, Path)), responses(
    (status = 204, description = "It does not stand any more."),
    (status = 401, description = "sign_in_required", body = wire::Problem),
    (status = 404, description = "not_found", body = wire::Problem),
))]
pub async fn withdraw(
    State(app): State<App>,
    who: Applicant,
    Named(Scope(scope)): Named<Scope>,
) -> Result<StatusCode, Refusal> {
    let db = app.store().begin().await?;
    consent::withdraw(&db, who.id(), scope, app.clock().now()).await?;
    if scope == ConsentScope::Post {
        keep_at_station(&app, &db, who.id()).await?;
    }
    db.commit().await.map_err(crate::store::StoreError::from)?;
    Ok(StatusCode::NO_CONTENT)
}
