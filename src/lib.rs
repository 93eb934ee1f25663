//! The applicant's app. `main.rs` mounts it in the browser, `bin/prerender.rs` renders its home page at build time.
//!
//! Who may import whom is drawn in docs/ARCHITECTURE.md and checked by `cargo xtask test lint`.

pub mod app;
pub mod components;
pub mod pages;
