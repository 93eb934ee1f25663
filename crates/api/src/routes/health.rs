//! Whether the service can do its work.

use axum::{extract::State, http::StatusCode};
use wire::endpoint;

use crate::{App, problem::Refusal};

/// Answers while the database does.
#[utoipa::path(get, path = endpoint::HEALTH, tag = "service", responses(
    (status = 200, description = "It can."),
    (status = 500, description = "It can't.", body = wire::Problem),
))]
pub async fn health(State(app): State<App>) -> Result<StatusCode, Refusal> {
    app.store().ping().await?;
    Ok(StatusCode::OK)
}
