//! How the machine interfaces of desk, post and SMS say no: a status, a stable `error` and a sentence without personal data.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::store::StoreError;

/// Why a machine's request was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Nothing under this name.
    #[error("not found")]
    NotFound,
    /// The request contradicts what is already there.
    #[error("{0}")]
    Conflict(&'static str),
    /// The request is understood but not acceptable.
    #[error("{1}")]
    Unacceptable(&'static str, &'static str),
    /// The sandbox's own disk.
    #[error("the sandbox could not keep it: {0}")]
    Store(#[from] StoreError),
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, error) = match &self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not_found"),
            Self::Conflict(_) => (StatusCode::CONFLICT, "conflict"),
            Self::Unacceptable(error, _) => (StatusCode::UNPROCESSABLE_ENTITY, *error),
            Self::Store(error) => {
                tracing::error!(%error, "store");
                (StatusCode::INTERNAL_SERVER_ERROR, "store")
            }
        };
        (status, Json(json!({"error": error, "message": self.to_string()}))).into_response()
    }
}
