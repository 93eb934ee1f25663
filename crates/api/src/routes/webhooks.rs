//! What other systems report, signed by Standard Webhooks.

use axum::{
    body::Bytes,
    extract::{State, rejection::BytesRejection},
    http::{HeaderMap, StatusCode},
};
use serde::de::DeserializeOwned;
use standardwebhooks::HEADER_WEBHOOK_ID;
use wire::{
    ErrorCode, endpoint,
    webhook::{PoliceNotice, PostNotice},
};

use crate::{
    App,
    cases::notice::{Notice, take},
    problem::Refusal,
};

/// A verified body; a signature is good for five minutes.
fn verified<T: DeserializeOwned>(
    app: &App,
    headers: &HeaderMap,
    body: &[u8],
    id: impl Fn(&T) -> &str,
) -> Result<T, Refusal> {
    app.webhook().verify(body, headers).map_err(|error| {
        tracing::warn!(%error, "a notice without a good signature");
        ErrorCode::SignInRequired
    })?;
    let notice: T = serde_json::from_slice(body).map_err(|_| ErrorCode::MalformedBody)?;
    let signed_as = headers.get(HEADER_WEBHOOK_ID).and_then(|value| value.to_str().ok());
    if signed_as == Some(id(&notice)) { Ok(notice) } else { Err(ErrorCode::MalformedBody.into()) }
}

/// What the police desk reports. The same `webhook-id` again changes nothing and gets the same answer.
#[utoipa::path(post, path = endpoint::POLICE_WEBHOOK, tag = "webhooks", params(
    ("webhook-id" = String, Header), ("webhook-timestamp" = i64, Header), ("webhook-signature" = String, Header),
), request_body = PoliceNotice, responses(
    (status = 204, description = "Taken."),
    (status = 400, description = "malformed_body", body = wire::Problem),
    (status = 401, description = "sign_in_required: the signature is not good", body = wire::Problem),
    (status = 404, description = "not_found", body = wire::Problem),
    (status = 409, description = "illegal_transition", body = wire::Problem),
))]
pub async fn police(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<StatusCode, Refusal> {
    let notice = verified(&app, &headers, &body?, |notice: &PoliceNotice| &notice.id)?;
    take(&app, &Notice::Police(notice)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What the post reports. The same `webhook-id` again changes nothing and gets the same answer.
#[utoipa::path(post, path = endpoint::POST_WEBHOOK, tag = "webhooks", params(
    ("webhook-id" = String, Header), ("webhook-timestamp" = i64, Header), ("webhook-signature" = String, Header),
), request_body = PostNotice, responses(
    (status = 204, description = "Taken."),
    (status = 400, description = "malformed_body", body = wire::Problem),
    (status = 401, description = "sign_in_required: the signature is not good", body = wire::Problem),
    (status = 404, description = "not_found", body = wire::Problem),
    (status = 409, description = "illegal_transition", body = wire::Problem),
))]
pub async fn post(
    State(app): State<App>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<StatusCode, Refusal> {
    let notice = verified(&app, &headers, &body?, |notice: &PostNotice| &notice.id)?;
    take(&app, &Notice::Post(notice)).await?;
    Ok(StatusCode::NO_CONTENT)
}
