//! The applicant's app. `main.rs` mounts it in the browser, `bin/prerender.rs` renders its home page at build time.
//!
//! Who may import whom is drawn in docs/ARCHITECTURE.md and checked by `cargo xtask test lint`.

// The types of whole pages nest deeper than the compiler follows by default.
#![recursion_limit = "256"]

// The designers' page is made of components alone. In its wasm nothing else is compiled: the split points of the app's
// pages would ask for chunks that nobody builds for it.
#[cfg(not(all(feature = "gallery", target_arch = "wasm32")))]
pub mod app;
#[cfg(not(all(feature = "gallery", target_arch = "wasm32")))]
mod client;
pub mod components;
#[cfg(not(all(feature = "gallery", target_arch = "wasm32")))]
mod device;
#[cfg(feature = "gallery")]
pub mod gallery;
#[cfg(not(all(feature = "gallery", target_arch = "wasm32")))]
mod locales;
#[cfg(not(all(feature = "gallery", target_arch = "wasm32")))]
pub mod pages;
#[cfg(not(all(feature = "gallery", target_arch = "wasm32")))]
mod wizard;
