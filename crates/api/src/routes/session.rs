//! Who is signed in, and signing out.

use axum::{
    Json,
    extract::{OriginalUri, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use tower_sessions::Session as ServerSession;
use wire::{
    endpoint,
    session::{Session, SignedIn, SignedOut},
};

use crate::{App, access, cases, problem::Refusal, session};

/// Who is signed in, if anybody: the person whose things are seen, so for a parent who acts for a child, the child.
#[utoipa::path(get, path = endpoint::SESSION, tag = "session", params(
    ("acting-for" = Option<String>, Header, description = "The child whom the person who is signed in acts for"),
), responses(
    (status = 200, body = Session),
    (status = 403, description = "not_your_child", body = wire::Problem),
))]
pub async fn session(
    State(app): State<App>,
    session: ServerSession,
    headers: HeaderMap,
    OriginalUri(address): OriginalUri,
) -> Result<Json<Session>, Refusal> {
    let demonstration = app.config().demonstration;
    let Some(known) = access::applicant(&app, &session, access::acting_for(&headers, &address)).await? else {
        return Ok(Json(Session { demonstration, signed_in: None }));
    };
    let person = cases::household::applicant(&app, known.id(), known.agent()).await?;
    let signed_in = SignedIn {
        owner: known.id().to_string(),
        identity_number_masked: person.identity_number.masked(),
        name: person.name,
        checked_by: known.session().checked_by,
        agent: person.agent.map(|agent| agent.name),
        expires_at: known.session().ends(),
    };
    Ok(Json(Session { demonstration, signed_in: Some(signed_in) }))
}

/// A `__Host-` cookie can only be taken back under the same conditions as it was given.
const COOKIE_GONE: &str = "__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax";

/// Ends the session, and says where the browser ends the one at the identity provider.
#[utoipa::path(post, path = endpoint::SIGN_OUT, tag = "session", responses(
    (status = 200, body = SignedOut),
    (status = 403, description = "cross_site", body = wire::Problem),
))]
pub async fn sign_out(State(app): State<App>, session: ServerSession) -> Result<Response, Refusal> {
    session::end(&session).await?;
    // Whoever wants to leave is let go, whether or not the provider answers.
    let there = match app.identity().sign_out().await {
        Ok(there) => there,
        Err(error) => {
            tracing::warn!(%error, "signed out here alone");
            None
        }
    };
    let redirect_to = there.map_or_else(|| "/".to_owned(), String::from);
    let mut response = Json(SignedOut { redirect_to }).into_response();
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static(COOKIE_GONE));
    Ok(response)
}
