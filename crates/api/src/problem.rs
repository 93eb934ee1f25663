//! How a request ends that is not done: our errors as problem details (RFC 9457).

use axum::{
    body::Body,
    extract::rejection::BytesRejection,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use pictures::PictureError;
use receipt::{FontError, PrintError};
use rules::{field::Subject, verdict::Finding};
use wire::{ErrorCode, Problem, draft::SavedDraft, picture::PdfError, problem::PROBLEM_JSON};

use crate::{picture_files::FilesError, store::StoreError, telemetry, upstream::UpstreamError};

/// After how many seconds to try again what a silent system kept from being done.
const RETRY_AFTER_SECONDS: u32 = 30;

/// Why a request was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// For a reason that its code says in full.
    #[error("{}", .0.id())]
    Code(ErrorCode),
    /// Checks fail.
    #[error("check_failed")]
    Checks(Vec<Finding>),
    /// Something is wrong with these fields or pictures.
    #[error("{}", .0.id())]
    Subjects(ErrorCode, Vec<Subject>),
    /// The picture is refused.
    #[error("picture_refused: {}", .0.code())]
    Picture(PictureError),
    /// The PDF is refused.
    #[error("picture_refused: {}", .0.code())]
    Pdf(PdfError),
    /// Somebody was faster; this is how it is now, where anything is left.
    #[error("stale_version")]
    Stale(Option<Box<SavedDraft>>),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder of pictures.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The sessions.
    #[error("session: {0}")]
    Session(#[from] tower_sessions::session::Error),
    /// A system behind the service.
    #[error(transparent)]
    Upstream(#[from] UpstreamError),
    /// The font of the receipts.
    #[error(transparent)]
    Font(#[from] FontError),
    /// A receipt.
    #[error(transparent)]
    Print(#[from] PrintError),
    /// Something of ours that can't be; says what.
    #[error("broken: {0}")]
    Broken(&'static str),
}

impl From<ErrorCode> for Refusal {
    fn from(code: ErrorCode) -> Self {
        Self::Code(code)
    }
}

impl From<BytesRejection> for Refusal {
    fn from(rejection: BytesRejection) -> Self {
        Self::Code(match rejection.status() {
            StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::TooLarge,
            _ => ErrorCode::MalformedBody,
        })
    }
}

impl Refusal {
    /// Its code on the wire.
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Code(code) | Self::Subjects(code, _) => *code,
            Self::Checks(_) => ErrorCode::CheckFailed,
            Self::Picture(_) | Self::Pdf(_) => ErrorCode::PictureRefused,
            Self::Stale(_) => ErrorCode::StaleVersion,
            Self::Upstream(_) => ErrorCode::UpstreamUnavailable,
            Self::Font(_) => ErrorCode::ReceiptUnavailable,
            Self::Print(_) | Self::Store(_) | Self::Files(_) | Self::Session(_) | Self::Broken(_) => {
                ErrorCode::Internal
            }
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let code = self.code();
        if code.status() >= 500 {
            tracing::error!(code = code.id(), error = %self, "not done");
        }
        let mut problem = Problem::new(code);
        problem.trace_id = telemetry::request_id();
        match self {
            Self::Checks(findings) => problem.findings = findings,
            Self::Subjects(_, subjects) => problem.subjects = subjects,
            Self::Picture(error) => problem.picture = Some(error.code().to_owned()),
            Self::Pdf(error) => problem.picture = Some(error.code().to_owned()),
            Self::Stale(current) => problem.current = current,
            _ => {}
        }
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        if matches!(code, ErrorCode::UpstreamUnavailable | ErrorCode::TooManyRequests) {
            headers.insert(header::RETRY_AFTER, RETRY_AFTER_SECONDS.into());
        }
        response
    }
}
