//! The API from the page's side: one function an endpoint, over `wire`.
//!
//! Stations are asked of `rules`, which has them all. Every function resolves to what the endpoint answers or to a [`ClientError`]; [`client_error_text`] has the words
//! for each. A future that is dropped, because its page is left, takes its request back. Nothing here keeps anything:
//! drafts and answers belong to `wizard` and the pages.

pub mod applications;
pub mod consents;
pub mod drafts;
pub mod employers;
mod error;
pub mod household;
pub mod me;
pub mod pictures;
pub mod receipts;
pub mod record_checks;
pub mod records;
pub mod regions;
mod request;
mod retry;
pub mod session;
mod words;

pub use error::ClientError;
pub use words::client_error_text;
