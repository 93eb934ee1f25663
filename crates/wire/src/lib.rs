//! What travels between the app and the API, and between the API and the systems that call it back.
//!
//! Types, error codes and addresses, and nothing that decides: both sides compile against this crate, so they can't
//! drift apart. Dates and times: `Date` is a date in Asia/Shanghai, `Timestamp` an instant (RFC 3339, UTC).

pub mod application;
pub mod consent;
pub mod draft;
pub mod employer;
pub mod endpoint;
pub mod household;
pub mod picture;
pub mod problem;
pub mod receipt;
pub mod record_check;
pub mod session;
pub mod station;
pub mod webhook;

pub use problem::{ErrorCode, Problem};
