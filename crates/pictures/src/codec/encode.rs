//! A picture to a JPEG within a byte budget.

use super::encoder;
use super::picture::Picture;
use crate::purpose::{Budget, FACE_DPI};
use crate::{Fit, PictureError, Purpose};

/// Below this quality a smaller picture shows more, where a page asks for few bytes.
const LEAST_QUALITY: u8 = 40;
/// Pixels of the shorter side below which a picture shows nothing that anybody would want to see.
const LEAST_SIDE: u32 = 48;

/// Encodes at the best quality that keeps the budget; if none does, at the smaller size. Gives the JPEG and its size in
/// pixels.
pub(super) fn encode(
    picture: Picture,
    purpose: Purpose,
    smaller: Option<(u32, u32)>,
) -> Result<(Vec<u8>, (u32, u32)), PictureError> {
    let budget = purpose.budget();
    let dpi = (purpose == Purpose::Face).then_some(FACE_DPI);
    let mut size = picture.size();
    let mut jpeg = search(&picture, &budget, dpi)?;
    if let Some(smaller) = smaller.filter(|_| jpeg.len() > budget.target) {
        let picture = picture.reduced(smaller)?;
        size = smaller;
        jpeg = search(&picture, &budget, dpi)?;
    }
    if jpeg.len() > budget.hard {
        return Err(PictureError::BudgetOutOfReach { limit: budget.hard as u64 });
    }
    Ok((jpeg, size))
}

/// Encodes within the bytes of a fit: first quality is given up for them, then size. Gives the JPEG and its size in pixels.
pub(super) fn encode_to_fit(mut picture: Picture, fit: &Fit) -> Result<(Vec<u8>, (u32, u32)), PictureError> {
    let most = fit.budget as usize;
    let best_quality = fit.quality.clamp(1, 100);
    let budget = Budget { target: most, hard: most, best_quality, least_quality: best_quality.min(LEAST_QUALITY) };
    loop {
        let size = picture.size();
        let jpeg = search(&picture, &budget, None)?;
        if jpeg.len() <= most {
            return Ok((jpeg, size));
        }
        // Bytes go with the area, nearly; a tenth less each time at least, so that there is an end.
        let scale = (most as f64 / jpeg.len() as f64).sqrt().min(0.9);
        let smaller = (f64::from(size.0) * scale) as u32;
        let smaller = (smaller, (u64::from(smaller) * u64::from(size.1) / u64::from(size.0)) as u32);
        if smaller.0.min(smaller.1) < LEAST_SIDE {
            return Err(PictureError::BudgetOutOfReach { limit: most as u64 });
        }
        picture = picture.reduced(smaller)?;
    }
}

/// The JPEG of the best quality within the target, found by halving; that of the least quality if none is.
fn search(picture: &Picture, budget: &Budget, dpi: Option<u16>) -> Result<Vec<u8>, PictureError> {
    // Nearly always this is all: the search below is for pictures of gravel and leaves.
    let best = encoder::encode(picture, budget.best_quality, dpi)?;
    if best.len() <= budget.target {
        return Ok(best);
    }
    drop(best);
    let mut kept = encoder::encode(picture, budget.least_quality, dpi)?;
    let (mut fits, mut exceeds) = (budget.least_quality, budget.best_quality);
    while kept.len() <= budget.target && exceeds - fits > 1 {
        let quality = fits.midpoint(exceeds);
        let tried = encoder::encode(picture, quality, dpi)?;
        if tried.len() <= budget.target {
            fits = quality;
            kept = tried;
        } else {
            exceeds = quality;
        }
    }
    Ok(kept)
}
