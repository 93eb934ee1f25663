//! Whether the camera looked at a document, at all of it, from near enough, and upright.

use super::super::document;
use super::super::grey::Grey;
use super::texture::Texture;
use crate::{PictureError, PictureFinding};

/// A document that covers less of the picture, in fractions, loses its small print when the picture is reduced. Of twelve
/// whose long side was 24 % of the picture's ten are below, of 266 larger ones none.
const LEAST_SHARE: f32 = 0.12;

/// Without a document's edges, a picture with at least so much print, in thousandths, is a page that fills it. Of 286
/// pictures with something in them eight have less and no edges: dark covers without print, on a photograph full of
/// shapes.
const LEAST_PRINT: usize = 30;

/// What is wrong with how a document was aimed at, in a picture that is lit and sharp.
///
/// # Errors
/// [`PictureError::OutOfMemory`].
pub(in super::super) fn framing(grey: &Grey, texture: &Texture) -> Result<Vec<PictureFinding>, PictureError> {
    let aim = match document::find(grey)? {
        Some(seen) if seen.is_sure() && seen.is_cut_off => Some(PictureFinding::CutOff),
        Some(seen) if seen.is_sure() && seen.corners.area() < LEAST_SHARE => Some(PictureFinding::TooFar),
        // A dark cover on a dark table shows little of its edges and has no print.
        Some(_) => None,
        None => (texture.print_per_mille() < LEAST_PRINT).then_some(PictureFinding::NoDocument),
    };
    Ok(aim.into_iter().chain(sideways(texture)).collect())
}

/// Whether a document is turned by a quarter.
pub(in super::super) fn sideways(texture: &Texture) -> Option<PictureFinding> {
    texture.is_sideways().then_some(PictureFinding::Sideways)
}
