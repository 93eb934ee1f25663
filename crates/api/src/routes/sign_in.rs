//! To the identity provider and back. Both are places the browser goes to, so they answer with redirects alone; what went
//! wrong is told to the page `/sign-in`.

use axum::{extract::State, response::Redirect};
use serde::Deserialize;
use tower_sessions::Session;
use url::form_urlencoded;
use wire::{ErrorCode, endpoint};

use super::extract::Query;
use crate::{
    App, cases,
    problem::Refusal,
    session::{self, SignInBegun},
};

#[derive(Deserialize, utoipa::IntoParams)]
pub struct Begin {
    /// The page to come back to: a path of our own, `/` where it is none.
    #[serde(default)]
    return_to: Option<String>,
}

/// Sends the browser to the identity provider.
#[utoipa::path(get, path = endpoint::SIGN_IN, tag = "session", params(Begin), responses(
    (status = 303, description = "To the identity provider, or to /sign-in?error=… where it does not answer."),
))]
pub async fn begin(State(app): State<App>, session: Session, Query(query): Query<Begin>) -> Redirect {
    let return_to = query.return_to.filter(|path| is_own_page(path)).unwrap_or_else(|| "/".to_owned());
    match begun(&app, &session, &return_to).await {
        Ok(there) => Redirect::to(&there),
        Err(refusal) => failed(&refusal, &return_to),
    }
}

async fn begun(app: &App, session: &Session, return_to: &str) -> Result<String, Refusal> {
    let begun = app.identity().begin().await?;
    let there = begun.address.to_string();
    session::remember(session, &SignInBegun { begun, return_to: return_to.to_owned() }).await?;
    Ok(there)
}

#[derive(Deserialize, utoipa::IntoParams)]
pub struct ComeBack {
    /// The code to redeem.
    #[serde(default)]
    code: Option<String>,
    /// What we sent.
    #[serde(default)]
    state: Option<String>,
    /// Why there is no code.
    #[serde(default)]
    error: Option<String>,
}

/// Where the identity provider sends the browser back to.
#[utoipa::path(get, path = endpoint::SIGN_IN_CALLBACK, tag = "session", params(ComeBack), responses(
    (status = 303, description = "To the page the sign-in began on, or to /sign-in?error=…&return_to=…"),
))]
pub async fn come_back(State(app): State<App>, session: Session, Query(query): Query<ComeBack>) -> Redirect {
    let begun = match session::take_begun(&session).await {
        Ok(Some(begun)) => begun,
        Ok(None) => return failed(&ErrorCode::SignInRequired.into(), "/"),
        Err(error) => return failed(&error.into(), "/"),
    };
    match redeem(&app, &session, &begun, query).await {
        Ok(()) => Redirect::to(&begun.return_to),
        Err(refusal) => failed(&refusal, &begun.return_to),
    }
}

async fn redeem(app: &App, session: &Session, begun: &SignInBegun, answer: ComeBack) -> Result<(), Refusal> {
    if answer.state.as_deref() != Some(begun.begun.state.as_str()) {
        return Err(ErrorCode::SignInRequired.into());
    }
    let Some(code) = answer.code.filter(|_| answer.error.is_none()) else {
        return Err(ErrorCode::SignInCancelled.into());
    };
    let vouched = app.identity().finish(&begun.begun, code).await?;
    let (person, checked_by) = cases::admit(app, vouched).await?;
    Ok(session::sign_in(session, person, checked_by, app.clock().now()).await?)
}

fn failed(refusal: &Refusal, return_to: &str) -> Redirect {
    let code = refusal.code().id();
    tracing::warn!(code, error = %refusal, "sign-in failed");
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("error", code)
        .append_pair("return_to", return_to)
        .finish();
    Redirect::to(&format!("/sign-in?{query}"))
}

/// Whether an address leads to one of our own pages: a path, and nothing that a browser could read as another host.
fn is_own_page(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.starts_with("/api")
        && path.len() <= 512
        && !path.contains(|c: char| c == '\\' || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_leads_to_our_own_pages_alone() {
        for path in ["/", "/apply/first_issue", "/applications/CDJZ-1?from=sms#status"] {
            assert!(is_own_page(path), "{path}");
        }
        for path in [
            "",
            "https://another.example/",
            "//another.example/",
            "/\\another.example",
            "/\t/another.example",
            "javascript:alert(1)",
            "apply",
            "/api/sign-out",
        ] {
            assert!(!is_own_page(path), "{path}");
        }
    }
}
