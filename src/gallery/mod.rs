//! The designers' page: every component alone, in every theme, language and width, with its props to play with.
//!
//! It is built from `gallery.html` into a wasm of its own (`cargo xtask gallery`) and is no part of what applicants
//! load. What there is to show comes from the folders of `src/components` (`index.rs`, generated) and their stories.
//! The page around (`desk`) shows each story in a frame (`canvas`), so that widths and themes are those of a page of its
//! own; both hold the same [`address`].

pub mod address;
pub mod canvas;
mod catalog;
pub mod desk;
#[rustfmt::skip]
mod index;
mod message;
mod probe;
mod screens;
pub mod story;
mod usage;

#[cfg(feature = "csr")]
use leptos::{mount::mount_to_body, prelude::*};

/// Mounts the gallery, or one story alone where the address asks for it with `?canvas`.
#[cfg(feature = "csr")]
pub fn start() {
    let alone = window().location().search().is_ok_and(|search| search.starts_with("?canvas"));
    if alone {
        mount_to_body(canvas::Canvas);
    } else {
        mount_to_body(desk::Desk);
    }
}
