//! Pixels to a JPEG within a byte budget.

use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, PixelDensity, SamplingFactor};

use super::{Pixels, resize};
use crate::purpose::{Budget, FACE_DPI};
use crate::{PictureError, Purpose};

/// Encodes at the best quality that keeps the budget; if none does, at the smaller size. Gives the JPEG and its size in
/// pixels.
pub(super) fn encode(
    pixels: Pixels,
    purpose: Purpose,
    smaller: Option<(u32, u32)>,
) -> Result<(Vec<u8>, (u32, u32)), PictureError> {
    let budget = purpose.budget();
    let mut size = (pixels.width, pixels.height);
    let mut jpeg = search(&pixels, purpose, &budget)?;
    if let Some(smaller) = smaller.filter(|_| jpeg.len() > budget.target) {
        let pixels = resize::resize(pixels, size, smaller)?;
        size = smaller;
        jpeg = search(&pixels, purpose, &budget)?;
    }
    if jpeg.len() > budget.hard {
        return Err(PictureError::BudgetOutOfReach { limit: budget.hard as u64 });
    }
    Ok((jpeg, size))
}

/// The JPEG of the best quality within the target, found by halving; that of the least quality if none is.
fn search(pixels: &Pixels, purpose: Purpose, budget: &Budget) -> Result<Vec<u8>, PictureError> {
    // Nearly always this is all: the search below is for pictures of gravel and leaves.
    let best = encode_at(pixels, purpose, budget.best_quality)?;
    if best.len() <= budget.target {
        return Ok(best);
    }
    drop(best);
    let mut kept = encode_at(pixels, purpose, budget.least_quality)?;
    let (mut fits, mut exceeds) = (budget.least_quality, budget.best_quality);
    while kept.len() <= budget.target && exceeds - fits > 1 {
        let quality = fits.midpoint(exceeds);
        let tried = encode_at(pixels, purpose, quality)?;
        if tried.len() <= budget.target {
            fits = quality;
            kept = tried;
        } else {
            exceeds = quality;
        }
    }
    Ok(kept)
}

/// Encodes at this JPEG quality, however many bytes it takes.
pub(super) fn encode_at(pixels: &Pixels, purpose: Purpose, quality: u8) -> Result<Vec<u8>, PictureError> {
    let (Ok(width), Ok(height)) = (u16::try_from(pixels.width), u16::try_from(pixels.height)) else {
        return Err(PictureError::TooManyPixels { width: pixels.width, height: pixels.height });
    };
    let mut jpeg = Vec::new();
    let mut encoder = Encoder::new(&mut jpeg, quality);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
    if purpose == Purpose::Face {
        encoder.set_density(PixelDensity::dpi(FACE_DPI));
    }
    // The pixels' length is right by construction, and a vector takes all that is written: only memory can fail.
    encoder.encode(&pixels.rgb, width, height, ColorType::Rgb).map_err(|_| PictureError::OutOfMemory)?;
    Ok(jpeg)
}
