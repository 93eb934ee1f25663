//! Where the document is in a picture.
//!
//! The picture is reduced until print is grey and only large shapes are left; the longest straight edges are found by
//! Hough's transform; and of all quadrilaterals between them the one is taken whose sides are edges along most of their
//! length, end at their corners, and enclose most. Lines and not contours, since a finger over an edge, a shadow or a
//! glossy spot breaks a contour and only shortens a line.

mod edges;
mod lines;
mod quadrilateral;
mod trace;

use edges::Edges;

use super::grey::Grey;
use crate::PictureError;
use crate::corners::{Corners, Point};

/// The long edge, in pixels, at which documents are looked for: small print is grey there, a card that fills a quarter of
/// the picture still has sides of 80 pixels, and it takes few milliseconds.
const LOOKED_AT: usize = 320;

/// In a picture that is then narrower than so many pixels, nothing is looked for.
const LEAST_SIDE: usize = 32;

/// A sighting of which less was seen is unsure: of 108 documents of six kinds on six grounds, those whose corners were right
/// within 2 % of the picture's long side reached 0.68 or more, and wrong ones stayed below 0.6.
const LEAST_CONFIDENCE: f32 = 0.65;

/// What was seen of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sighting {
    /// Its corners in the picture, those beyond its edges moved onto them.
    pub(super) corners: Corners,
    /// How much of its sides was seen, the worst one counting most: 0 to 1. Sides that are cut off don't count.
    pub(super) confidence: f32,
    /// A part of it is not in the picture.
    pub(super) is_cut_off: bool,
}

impl Sighting {
    /// Sure enough to be proposed, or to be talked about.
    pub(super) fn is_sure(&self) -> bool {
        self.confidence >= LEAST_CONFIDENCE
    }
}

/// Looks for the one document in an upright picture.
///
/// # Errors
/// [`PictureError::OutOfMemory`].
pub(super) fn find(grey: &Grey) -> Result<Option<Sighting>, PictureError> {
    let longer = grey.width.max(grey.height);
    let scaled = |side: usize| side * LOOKED_AT.min(longer) / longer.max(1);
    if scaled(grey.width) < LEAST_SIDE || scaled(grey.height) < LEAST_SIDE {
        return Ok(None);
    }
    // By means as long as they leave enough, which is quick, and by the resampler for the rest.
    let mut halved = None;
    while let Some(large) = Some(halved.as_ref().unwrap_or(grey)).filter(|it| it.width.max(it.height) >= 2 * LOOKED_AT)
    {
        halved = Some(large.halved());
    }
    let small = halved.as_ref().unwrap_or(grey).reduced(LOOKED_AT)?;
    let edges = Edges::of(&small);
    let found = quadrilateral::best(&edges, &lines::lines(&edges));
    Ok(found.map(|found| {
        // The middle of the first pixel is half a pixel from the picture's edge.
        let part = |at: f32, side: usize| ((at + 0.5) / side as f32).clamp(0.0, 1.0);
        let point = |(x, y)| Point { x: part(x, small.width), y: part(y, small.height) };
        let least = found.support.iter().flatten().copied().fold(1.0, f32::min);
        let seen = found.support.iter().flatten().count().max(1);
        let mean = found.support.iter().flatten().sum::<f32>() / seen as f32;
        Sighting {
            corners: from_upper_left(found.corners.map(point)),
            confidence: f32::midpoint(least, mean),
            is_cut_off: found.is_cut_off,
        }
    }))
}

/// Names corners that are clockwise on the screen, beginning with the one nearest to the upper left of the picture.
fn from_upper_left(mut corners: [Point; 4]) -> Corners {
    let nearness = |corner: &Point| corner.x + corner.y;
    let first = (0..4).min_by(|&a, &b| nearness(&corners[a]).total_cmp(&nearness(&corners[b]))).unwrap_or(0);
    corners.rotate_left(first);
    Corners::from_clockwise(corners)
}
