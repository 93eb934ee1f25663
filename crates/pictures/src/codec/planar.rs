//! Brightness and colours as a browser's decoder leaves them, in planes and of limited range, where no pixels were made of them.

use super::PIECE;
use super::grey::add_means;
use super::jpeg::{Colours, Plane, Planes};
use super::memory::zeroed;
use super::source::STRIP;
use crate::PictureError;

/// Where a limited range has its zero, and how much of 255 it has (ITU-R BT.601): brightness from 16 to 235, colours from 16 to
/// 240 around 128.
const BRIGHTNESS: (i32, i32) = (16, 219);
const COLOUR: (i32, i32) = (128, 224);

/// The planes, of means of `by` samples across and down (1 or 2), or, of colours where as many are wanted as of brightness, as
/// many as there are. `copy` is that of [`PixelAccess::Planes`](super::PixelAccess::Planes).
///
/// # Errors
/// [`PictureError::Damaged`] where they are not given, [`PictureError::OutOfMemory`].
pub(super) fn planes(
    (width, height): (u32, u32),
    by: usize,
    colours: Colours,
    copy: &mut dyn FnMut(usize, &mut [u8]) -> bool,
) -> Result<Planes, PictureError> {
    let (width, height) = (width as usize, height as usize);
    let half = (width.div_ceil(2), height.div_ceil(2));
    let of_colours = if colours == Colours::Halved { by } else { 1 };
    let mut from = 0;
    let mut plane = |(width, height): (usize, usize), by: usize, part: usize, range: (i32, i32)| {
        let scale = 1.0 / (by * part) as f64;
        let mut plane = Plane { samples: Vec::new(), width: width / by, height: height / by, scale: (scale, scale) };
        let room = plane.samples.try_reserve_exact(plane.width * plane.height);
        room.map_err(|_| PictureError::OutOfMemory)?;
        let mut strip = zeroed(width * STRIP)?;
        for first in (0..height).step_by(STRIP) {
            let strip = &mut strip[..width * STRIP.min(height - first)];
            if !copy(from, strip) {
                return Err(PictureError::Damaged);
            }
            from += strip.len();
            if by == 1 {
                plane.samples.extend_from_slice(strip);
            } else {
                let pairs = strip.chunks_exact(2 * width).map(|rows| rows.split_at(width));
                pairs.for_each(|(upper, lower)| add_means(upper, lower, &mut plane.samples));
            }
        }
        plane.samples.chunks_mut(PIECE).for_each(|piece| stretch(piece, range));
        Ok(plane)
    };
    Ok(vec![
        plane((width, height), by, 1, BRIGHTNESS)?,
        plane(half, of_colours, 2, COLOUR)?,
        plane(half, of_colours, 2, COLOUR)?,
    ])
}

/// From a limited range to all of it. A call for each, see [`PIECE`].
#[inline(never)]
fn stretch(samples: &mut [u8], (zero, range): (i32, i32)) {
    const SHIFT: u32 = 16;
    // Brightness begins at nothing.
    let to = if range == BRIGHTNESS.1 { 0 } else { zero };
    let factor = ((255 << SHIFT) + range / 2) / range;
    for sample in samples {
        let stretched = ((i32::from(*sample) - zero) * factor + (1 << (SHIFT - 1))) >> SHIFT;
        *sample = (stretched + to).clamp(0, 255) as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The planes of a picture of 5 × 4 pixels.
    fn given(by: usize, colours: Colours) -> Planes {
        let brightness: Vec<u8> = (0..20).map(|at| [16, 235, 16, 235, 126][at % 5]).collect();
        let frame = [brightness, vec![16, 128, 240, 16, 128, 240], vec![128; 6]].concat();
        planes((5, 4), by, colours, &mut |at, buffer| {
            buffer.copy_from_slice(&frame[at..][..buffer.len()]);
            true
        })
        .unwrap()
    }

    #[test]
    fn a_limited_range_is_stretched_to_all_of_it() {
        let [luma, cb, cr] = given(1, Colours::Halved).try_into().unwrap();
        assert_eq!((luma.width, luma.height, luma.scale), (5, 4, (1.0, 1.0)));
        assert_eq!(luma.samples[..5], [0, 255, 0, 255, 128]);
        assert_eq!((cb.width, cb.height, cb.scale), (3, 2, (0.5, 0.5)));
        assert_eq!(cb.samples, [0, 128, 255, 0, 128, 255]);
        assert_eq!(cr.samples, [128; 6]);
    }

    #[test]
    fn means_are_taken_of_what_is_to_be_reduced_and_colours_are_kept_that_are_wanted() {
        let [luma, cb, _] = given(2, Colours::Halved).try_into().unwrap();
        assert_eq!((luma.samples, luma.scale), (vec![128; 4], (0.5, 0.5)));
        assert_eq!((cb.samples, cb.scale), (vec![64], (0.25, 0.25)));
        let [_, cb, _] = given(2, Colours::Whole).try_into().unwrap();
        assert_eq!((cb.width, cb.height, cb.scale), (3, 2, (0.5, 0.5)));
    }

    #[test]
    fn a_browser_that_gives_no_planes_has_a_damaged_picture() {
        assert_eq!(planes((5, 4), 1, Colours::Whole, &mut |_, _| false), Err(PictureError::Damaged));
    }
}
