//! The systems behind the service: one narrow trait for what we need of each, and a client over HTTP that keeps the
//! other side's JSON to itself. No business words.

mod http;
pub mod identity;
pub mod police;
pub mod post;
pub mod records;
pub mod sms;

pub use http::Outside;

/// A system behind the service did not do what it was asked. Carries no address, no body and no personal data.
#[derive(Debug, thiserror::Error)]
pub enum UpstreamError {
    /// No answer.
    #[error("{system} does not answer: {reason}")]
    Unreachable {
        /// Which system.
        system: &'static str,
        /// Why, in the HTTP client's words.
        reason: String,
    },
    /// An answer that says no.
    #[error("{system} answers {status}")]
    Refused {
        /// Which system.
        system: &'static str,
        /// The HTTP status, or the system's own code.
        status: u16,
    },
    /// An answer of another shape than agreed.
    #[error("{system} answers in an unexpected shape")]
    Malformed {
        /// Which system.
        system: &'static str,
    },
    /// Our side can't make the request.
    #[error("the client for {system} can't be used: {reason}")]
    Unusable {
        /// Which system.
        system: &'static str,
        /// Why.
        reason: String,
    },
}
