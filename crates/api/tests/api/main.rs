//! The service from outside: over HTTP, on a real database file, with the systems around it answering as they do.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test can't do without fails it")]

mod access;
mod applications;
mod clocks;
mod consents_and_records;
mod corrections;
mod drafts;
mod household;
mod life;
mod notices;
mod pictures;
mod receipts;
mod record_checks;
mod services;
mod sign_in;
mod static_files;
mod support;
