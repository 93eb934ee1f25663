//! Logs: what was asked, how it ended, how long it took. Never a path as typed, a query, a header, a body or a name: what
//! is written about a request is its route's pattern and its identifier.

use std::{future::Future, io::IsTerminal};

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tokio::time::Instant;
use tracing::Instrument;
use tracing_subscriber::{EnvFilter, fmt, util::SubscriberInitExt};
use uuid::Uuid;

use crate::config::{Config, LogFormat};

/// The header that names the request in the answer; the logs name it too.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

tokio::task_local! {
    static CURRENT: String;
}

/// Begins to write logs to standard output.
///
/// # Errors
/// Where the filter can't be read, or somebody writes logs already.
pub fn begin(config: &Config) -> Result<(), TelemetryError> {
    let filter = EnvFilter::try_new(&config.log_filter).map_err(|_| TelemetryError::Filter)?;
    let begun = match config.log_format {
        LogFormat::Json => fmt().json().flatten_event(true).with_env_filter(filter).finish().try_init(),
        LogFormat::Pretty => {
            let is_terminal = std::io::stdout().is_terminal();
            fmt().compact().with_ansi(is_terminal).with_env_filter(filter).finish().try_init()
        }
    };
    begun.map_err(|_| TelemetryError::Begun)
}

/// Why no logs are written.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The filter is not one.
    #[error("`log_filter` is not a tracing filter")]
    Filter,
    /// Only once a process.
    #[error("logs are written already")]
    Begun,
}

/// The identifier of the request being answered.
pub fn request_id() -> Option<String> {
    CURRENT.try_with(Clone::clone).ok()
}

/// Gives the request an identifier, and writes a line once it is answered.
pub async fn observe(request: Request, next: Next) -> Response {
    let id = Uuid::new_v4().simple().to_string();
    let route = request.extensions().get::<MatchedPath>().map_or("(static)", MatchedPath::as_str).to_owned();
    let method = request.method().clone();
    let begun = Instant::now();
    let span = tracing::info_span!("request", id, %method, route);
    let mut response = scope(id.clone(), next.run(request)).instrument(span.clone()).await;
    let ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    let status = response.status().as_u16();
    span.in_scope(|| tracing::info!(status, ms, "answered"));
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

async fn scope<F: Future>(id: String, work: F) -> F::Output {
    CURRENT.scope(id, work).await
}
