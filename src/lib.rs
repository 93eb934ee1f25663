//! The applicant's app. `main.rs` mounts it in the browser, `bin/prerender.rs` renders its home page at build time.
//!
//! Who may import whom is drawn in docs/ARCHITECTURE.md and checked by `cargo xtask test lint`.

// The types of whole pages nest deeper than the compiler follows by default.
#![recursion_limit = "256"]

pub mod app;
mod client;
pub mod components;
mod device;
#[cfg(feature = "gallery")]
pub mod gallery;
mod locales;
pub mod pages;
mod wizard;
