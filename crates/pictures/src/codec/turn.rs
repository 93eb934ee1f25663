//! Upright.

use crate::header::Orientation;

/// Turns the samples of a stored plane upright.
pub(super) fn turned(samples: &[u8], (w, h): (usize, usize), orientation: Orientation) -> Vec<u8> {
    // For each sample of the result, row by row: where it is stored.
    match orientation {
        Orientation::Upright => samples.to_vec(),
        Orientation::FlipHorizontal => gather(samples, w, (w, h), |x, y| (w - 1 - x, y)),
        Orientation::Rotate180 => gather(samples, w, (w, h), |x, y| (w - 1 - x, h - 1 - y)),
        Orientation::FlipVertical => gather(samples, w, (w, h), |x, y| (x, h - 1 - y)),
        Orientation::Transpose => gather(samples, w, (h, w), |x, y| (y, x)),
        Orientation::Rotate90 => gather(samples, w, (h, w), |x, y| (y, h - 1 - x)),
        Orientation::Transverse => gather(samples, w, (h, w), |x, y| (w - 1 - y, h - 1 - x)),
        Orientation::Rotate270 => gather(samples, w, (h, w), |x, y| (w - 1 - y, x)),
    }
}

fn gather(
    stored: &[u8],
    stride: usize,
    (width, height): (usize, usize),
    from: impl Fn(usize, usize) -> (usize, usize),
) -> Vec<u8> {
    let mut upright = Vec::with_capacity(stored.len());
    for y in 0..height {
        upright.extend((0..width).map(|x| {
            let (from_x, from_y) = from(x, y);
            stored[from_y * stride + from_x]
        }));
    }
    upright
}
