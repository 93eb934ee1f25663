//! The backend of the Chengdu residence permit's online service.
//!
//! A request comes in through [`routes`] (HTTP and nothing else), which ask [`cases`] (what happens to an application;
//! the law itself is in the crate `rules`), which use `store`, `upstream` and `jobs`. [`App`] holds what they share;
//! `main.rs` is configuration, wiring and a graceful stop.

mod access;
mod app;
mod cases;
pub mod clock;
pub mod config;
mod jobs;
mod picture_files;
mod problem;
mod routes;
mod security;
mod session;
mod static_files;
mod store;
pub mod telemetry;
mod upstream;

pub use app::{App, StartError};
pub use routes::openapi::document as openapi;
