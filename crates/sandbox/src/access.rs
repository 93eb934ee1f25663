//! Who may call what: machines show a bearer token, and forms of the pages are taken from the pages alone.

use axum::{
    Json,
    extract::{Request, State},
    http::{Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::Sandbox;

/// Lets a machine through that shows `Authorization: Bearer <RONGJU_OUTSIDE_TOKEN>`; anybody else gets 401.
pub async fn machines_only(State(sandbox): State<Sandbox>, request: Request, next: Next) -> Response {
    let shown = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    if shown.is_some_and(|token| same(token.as_bytes(), sandbox.config().outside_token.as_bytes())) {
        next.run(request).await
    } else {
        let body = json!({"code": 401, "error": "unauthorized", "message": "a bearer token is needed"});
        (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Bearer")], Json(body)).into_response()
    }
}

/// Refuses a form that a page of another origin sends with this browser. Browsers say where a request comes from;
/// programs without the header (tests, xtask) are let through.
pub async fn own_forms_only(request: Request, next: Next) -> Response {
    let from = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    if request.method() == Method::POST && from.is_some_and(|site| site != "same-origin" && site != "none") {
        return (StatusCode::FORBIDDEN, "这个表单不是从本页面提交的").into_response();
    }
    next.run(request).await
}

/// Compares without telling by its duration where the first difference is.
fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.iter().zip(right).fold(0, |seen, (a, b)| seen | (a ^ b)) == 0
}
