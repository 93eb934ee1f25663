//! What a file says about itself, read before any pixel is decoded.

mod announced;
mod exif;
pub(crate) mod jpeg;
mod kind;
mod png;

pub use announced::{check_announced, webp_has_profile, webp_orientation};
pub use exif::Orientation;
pub use kind::Kind;

use crate::PictureError;

/// What a picture's header announces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// What the file is. [`read`] takes [`Kind::Jpeg`] and [`Kind::Png`]; others are decoded by browsers.
    pub kind: Kind,
    /// Width as stored, before turning.
    pub width: u32,
    /// Height as stored, before turning.
    pub height: u32,
    /// How the stored pixels must be turned.
    pub orientation: Orientation,
    /// Bytes that decoding takes at least, all buffers together: how much more a JPEG takes depends on how far it is reduced.
    pub decoded_bytes: u64,
}

impl Header {
    /// Width and height once the picture is upright.
    #[must_use]
    pub const fn upright_size(&self) -> (u32, u32) {
        if self.orientation.swaps_sides() { (self.height, self.width) } else { (self.width, self.height) }
    }
}

/// Reads the header and walks the file's structure to its end. No pixel is decoded and nothing is allocated by the
/// sizes that the file announces.
///
/// # Errors
/// [`PictureError::Empty`], [`NotAPicture`](PictureError::NotAPicture),
/// [`UnsupportedKind`](PictureError::UnsupportedKind), [`UnsupportedEncoding`](PictureError::UnsupportedEncoding),
/// [`Truncated`](PictureError::Truncated), [`Damaged`](PictureError::Damaged); [`TooManyPixels`](PictureError::TooManyPixels)
/// for more than can be counted.
pub fn read(bytes: &[u8]) -> Result<Header, PictureError> {
    if bytes.is_empty() {
        return Err(PictureError::Empty);
    }
    match Kind::of(bytes) {
        Some(Kind::Jpeg) => jpeg::Layout::read(bytes).map(|layout| layout.header()),
        Some(Kind::Png) => png::read(bytes),
        Some(kind) => Err(PictureError::UnsupportedKind { kind }),
        None => Err(PictureError::NotAPicture),
    }
}
