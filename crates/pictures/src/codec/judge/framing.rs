//! Whether the camera looked at a document, at the right side of it, at all of it, from near enough, and upright.

use super::super::document;
use super::super::picture::Picture;
use super::card::{self, Card};
use super::texture::Texture;
use crate::corners::Corners;
use crate::{PictureError, PictureFinding, Purpose};

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
pub(in super::super) fn framing(
    picture: &Picture,
    texture: &Texture,
    purpose: Purpose,
) -> Result<Vec<PictureFinding>, PictureError> {
    let seen = document::find(&picture.grey)?;
    let (aim, corners) = match seen {
        Some(seen) if seen.is_sure() && seen.is_cut_off => (Some(PictureFinding::CutOff), None),
        Some(seen) if seen.is_sure() => {
            let is_far = seen.corners.area() < LEAST_SHARE;
            (is_far.then_some(PictureFinding::TooFar), Some(seen.corners))
        }
        // A dark cover on a dark table shows little of its edges and has no print.
        Some(_) => (None, None),
        // What somebody has cut out before has no edges; whether it is a card is told by its shape.
        None => {
            let is_something = texture.print_per_mille() >= LEAST_PRINT;
            ((!is_something).then_some(PictureFinding::NoDocument), is_something.then_some(Corners::WHOLE))
        }
    };
    Ok(aim.into_iter().chain(lying(picture, corners.as_ref(), texture, purpose)).collect())
}

/// What is wrong with how a document lies, whose corners were found: turned, or an identity card with the other side up.
pub(in super::super) fn lying(
    picture: &Picture,
    corners: Option<&Corners>,
    texture: &Texture,
    purpose: Purpose,
) -> Option<PictureFinding> {
    match corners.filter(|_| purpose.is_card_side()).and_then(|corners| card::seen(picture, corners)) {
        Some(Card { side, .. }) if side != purpose => Some(PictureFinding::WrongSide),
        Some(Card { quarters: 0, .. }) => None,
        Some(Card { quarters: 2, .. }) => Some(PictureFinding::UpsideDown),
        Some(_) => Some(PictureFinding::Sideways),
        None => texture.is_sideways().then_some(PictureFinding::Sideways),
    }
}
