//! Upright.

use super::Pixels;
use crate::header::Orientation;

/// Turns stored pixels upright.
pub(super) fn turn(pixels: Pixels, orientation: Orientation) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    // For each pixel of the result, row by row: where it is stored.
    match orientation {
        Orientation::Upright => pixels,
        Orientation::FlipHorizontal => gather(&pixels, (w, h), |x, y| (w - 1 - x, y)),
        Orientation::Rotate180 => gather(&pixels, (w, h), |x, y| (w - 1 - x, h - 1 - y)),
        Orientation::FlipVertical => gather(&pixels, (w, h), |x, y| (x, h - 1 - y)),
        Orientation::Transpose => gather(&pixels, (h, w), |x, y| (y, x)),
        Orientation::Rotate90 => gather(&pixels, (h, w), |x, y| (y, h - 1 - x)),
        Orientation::Transverse => gather(&pixels, (h, w), |x, y| (w - 1 - y, h - 1 - x)),
        Orientation::Rotate270 => gather(&pixels, (h, w), |x, y| (w - 1 - y, x)),
    }
}

fn gather(stored: &Pixels, (width, height): (usize, usize), from: impl Fn(usize, usize) -> (usize, usize)) -> Pixels {
    let stride = stored.width as usize;
    let mut rgb = Vec::with_capacity(stored.rgb.len());
    for y in 0..height {
        for x in 0..width {
            let (from_x, from_y) = from(x, y);
            let at = (from_y * stride + from_x) * 3;
            rgb.extend_from_slice(&stored.rgb[at..at + 3]);
        }
    }
    Pixels { rgb, width: width as u32, height: height as u32 }
}
