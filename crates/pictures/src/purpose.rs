//! What a picture is for, and what its receiver asks of it.

use serde::{Deserialize, Serialize};

use crate::{PictureError, PictureFinding, Region};

/// What a picture is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A document to be read: lease, certificate, permit.
    Document,
    /// The same, an identity card's side with the portrait (人像面).
    PortraitSide,
    /// The same, an identity card's side with the national emblem (国徽面).
    EmblemSide,
    /// The applicant's face for the card (本人相片), as GA 461-2004 wants it: 358×441 pixels, 350 dpi, white ground.
    Face,
}

/// Face: width in pixels (GA 461-2004).
pub const FACE_WIDTH: u32 = 358;
/// Face: height in pixels (GA 461-2004).
pub const FACE_HEIGHT: u32 = 441;
/// Face: width over height.
pub const FACE_RATIO: f32 = FACE_WIDTH as f32 / FACE_HEIGHT as f32;
/// Face: print resolution (GA 461-2004), which makes 26×32 mm.
#[cfg(feature = "jpeg")]
pub const FACE_DPI: u16 = 350;
/// Face: how far width:height may be from 358:441 before cutting is worth a word, in percent.
const FACE_RATIO_TOLERANCE: u64 = 2;
/// Documents: fewer pixels on the short side leave the print of an A4 page at 100 dpi, where strokes run together.
pub const DOCUMENT_MIN_SIDE: u32 = 800;
/// Documents: 2000 pixels along an A4 page are 171 dpi; 8-point print stays readable. More only costs time on the line.
const DOCUMENT_LONG_EDGE: u32 = 2000;
/// Documents: where a picture too rich for the budget may shrink to (A4 at 137 dpi).
const DOCUMENT_LONG_EDGE_LEAST: u32 = 1600;

/// How many bytes the result may have, and what may be given up for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// What is aimed at, in bytes.
    pub target: usize,
    /// What the receiver takes at most, in bytes.
    pub hard: usize,
    /// JPEG quality to begin with.
    pub best_quality: u8,
    /// JPEG quality below which artefacts do more harm than a smaller picture.
    pub least_quality: u8,
}

/// What is cut from the upright picture and how large the result is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Part of the upright original: width and height, centred.
    pub crop: (u32, u32),
    /// Result: width and height.
    pub size: (u32, u32),
    /// A smaller result, if the budget cannot be kept at `size`.
    pub smaller: Option<(u32, u32)>,
    /// What is to be said about the plan.
    pub finding: Option<PictureFinding>,
}

impl Purpose {
    /// Whether it is to be read, whatever kind of document it is.
    #[must_use]
    pub const fn is_document(self) -> bool {
        !matches!(self, Self::Face)
    }

    /// Whether it is one side of an identity card.
    #[must_use]
    pub const fn is_card_side(self) -> bool {
        matches!(self, Self::PortraitSide | Self::EmblemSide)
    }

    /// The byte budget of the result. Kilo is 1000 here, so that it holds for either reading of "40 KB" and "5 MB".
    #[must_use]
    pub const fn budget(self) -> Budget {
        if self.is_document() {
            // 800 kB are four seconds on a line of 1.6 Mbit/s; a photographed page at quality 85 is mostly below.
            Budget { target: 800_000, hard: 5_000_000, best_quality: 85, least_quality: 60 }
        } else {
            Budget { target: 40_000, hard: 40_000, best_quality: 90, least_quality: 20 }
        }
    }

    /// The least width and height of an upright picture, in pixels.
    #[must_use]
    pub const fn least_size(self) -> (u32, u32) {
        if self.is_document() { (DOCUMENT_MIN_SIDE, DOCUMENT_MIN_SIDE) } else { (FACE_WIDTH, FACE_HEIGHT) }
    }

    /// What becomes of an upright picture of this size.
    ///
    /// # Errors
    /// [`PictureError::TooSmall`]: a picture is never enlarged.
    pub fn plan(self, width: u32, height: u32) -> Result<Plan, PictureError> {
        let (min_width, min_height) = self.least_size();
        if width < min_width || height < min_height {
            return Err(PictureError::TooSmall { width, height, min_width, min_height });
        }
        Ok(if self.is_document() { plan_document(width, height) } else { plan_face(width, height) })
    }
}

fn plan_document(width: u32, height: u32) -> Plan {
    let size = fit_document(width, height, DOCUMENT_LONG_EDGE);
    let smaller = fit_document(width, height, DOCUMENT_LONG_EDGE_LEAST);
    Plan { crop: (width, height), size, smaller: (smaller != size).then_some(smaller), finding: None }
}

/// The size with this long edge, but with no side below [`DOCUMENT_MIN_SIDE`] and never enlarged.
fn fit_document(width: u32, height: u32, long_edge: u32) -> (u32, u32) {
    let (long, short) = (width.max(height), width.min(height));
    // As fractions of the original: wanted / long, or DOCUMENT_MIN_SIDE / short where that is more.
    let (numerator, denominator) =
        if u64::from(long_edge) * u64::from(short) >= u64::from(DOCUMENT_MIN_SIDE) * u64::from(long) {
            (long_edge, long)
        } else {
            (DOCUMENT_MIN_SIDE, short)
        };
    if numerator >= denominator {
        return (width, height);
    }
    (scale(width, numerator, denominator), scale(height, numerator, denominator))
}

fn plan_face(width: u32, height: u32) -> Plan {
    let (w, h) = (u64::from(width), u64::from(height));
    let (face_w, face_h) = (u64::from(FACE_WIDTH), u64::from(FACE_HEIGHT));
    let crop = if w * face_h > h * face_w {
        (scale(height, FACE_WIDTH, FACE_HEIGHT), height)
    } else {
        (width, scale(width, FACE_HEIGHT, FACE_WIDTH))
    };
    // w/h against face_w/face_h, cross-multiplied.
    let off = (w * face_h).abs_diff(h * face_w) * 100;
    let finding = (off > h * face_w * FACE_RATIO_TOLERANCE).then(|| PictureFinding::CroppedToRatio {
        kept: Region {
            left: per_mille((width - crop.0) / 2, width),
            top: per_mille((height - crop.1) / 2, height),
            width: per_mille(crop.0, width),
            height: per_mille(crop.1, height),
        },
    });
    Plan { crop, size: (FACE_WIDTH, FACE_HEIGHT), smaller: None, finding }
}

/// `value * numerator / denominator`, rounded.
fn scale(value: u32, numerator: u32, denominator: u32) -> u32 {
    let scaled = (u64::from(value) * u64::from(numerator) + u64::from(denominator) / 2) / u64::from(denominator);
    u32::try_from(scaled).unwrap_or(u32::MAX)
}

/// `part` of `whole` in thousandths; 0 of nothing.
pub(crate) fn per_mille(part: u32, whole: u32) -> u16 {
    u16::try_from((u64::from(part) * 1000).checked_div(u64::from(whole)).unwrap_or(0)).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_reduced_to_its_long_edge_and_never_enlarged() {
        assert_eq!(Purpose::Document.plan(4000, 3000).unwrap().size, (2000, 1500));
        assert_eq!(Purpose::Document.plan(3000, 4000).unwrap().size, (1500, 2000));
        assert_eq!(Purpose::Document.plan(4000, 3000).unwrap().smaller, Some((1600, 1200)));
        assert_eq!(Purpose::Document.plan(1000, 900).unwrap().size, (1000, 900));
        assert_eq!(Purpose::Document.plan(1000, 900).unwrap().smaller, None);
    }

    #[test]
    fn a_long_strip_keeps_its_short_side_readable() {
        assert_eq!(Purpose::Document.plan(1080, 8000).unwrap().size, (800, 5926));
        assert_eq!(Purpose::Document.plan(800, 8000).unwrap().size, (800, 8000));
    }

    #[test]
    fn a_document_below_800_pixels_is_refused_with_the_numbers() {
        let refused = PictureError::TooSmall { width: 2000, height: 799, min_width: 800, min_height: 800 };
        assert_eq!(Purpose::Document.plan(2000, 799), Err(refused));
    }

    #[test]
    fn a_face_within_two_percent_of_the_ratio_is_cut_silently_and_beyond_with_a_word() {
        let exact = Purpose::Face.plan(716, 882).unwrap();
        assert_eq!((exact.crop, exact.size, exact.finding), ((716, 882), (358, 441), None));
        assert_eq!(Purpose::Face.plan(728, 882).unwrap().finding, None);
        let wide = Purpose::Face.plan(1200, 900).unwrap();
        assert_eq!(wide.crop, (731, 900));
        let kept = Region { left: 195, top: 0, width: 609, height: 1000 };
        assert_eq!(wide.finding, Some(PictureFinding::CroppedToRatio { kept }));
        assert_eq!(Purpose::Face.plan(3000, 4000).unwrap().crop, (3000, 3696));
    }

    #[test]
    fn a_face_smaller_than_its_print_is_refused() {
        assert_eq!(Purpose::Face.plan(357, 441).unwrap_err().code(), "too_small");
        assert_eq!(Purpose::Face.plan(358, 440).unwrap_err().code(), "too_small");
        assert!(Purpose::Face.plan(358, 441).is_ok());
    }
}
