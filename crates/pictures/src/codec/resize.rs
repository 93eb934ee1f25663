//! Fewer pixels.

use super::jpeg::{Colours, Plane, Planes};
use super::resample::resample;
use super::source::Source;
use super::{Pixels, colour};
use crate::header::Header;
use crate::{Limits, PictureError};

/// A rectangle in the samples of a buffer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Cut {
    /// The centred part of size `crop`, in whole pixels.
    pub(super) fn centred((width, height): (u32, u32), crop: (u32, u32)) -> Self {
        Self {
            left: f64::from((width - crop.0) / 2),
            top: f64::from((height - crop.1) / 2),
            width: f64::from(crop.0),
            height: f64::from(crop.1),
        }
    }

    /// The same part in samples of a plane, whose first sample begins where the first pixel begins.
    fn of_plane(self, (across, down): (f64, f64)) -> Self {
        Self { left: self.left * across, top: self.top * down, width: self.width * across, height: self.height * down }
    }
}

/// The size with this long edge and the same shape, never larger than it is.
pub(super) fn fitting((width, height): (u32, u32), long_edge: u32) -> (u32, u32) {
    let longer = width.max(height).max(long_edge);
    let scaled = |side: u32| (u64::from(side) * u64::from(long_edge) / u64::from(longer)).max(1) as u32;
    (scaled(width), scaled(height))
}

/// The whole picture as stored, decoded and reduced to `size`.
pub(super) fn reduced(
    source: &mut Source,
    header: &Header,
    limits: &Limits,
    size: (u32, u32),
) -> Result<Pixels, PictureError> {
    let whole = (header.width, header.height);
    let planes = source.planes(header, limits, whole, size, Colours::Whole)?;
    resize_planes(planes, whole, size)
}

/// Reduces planes of a picture of `full` pixels to `size` and puts its pixels together.
pub(super) fn resize_planes(planes: Planes, full: (u32, u32), size: (u32, u32)) -> Result<Pixels, PictureError> {
    let cut = Cut::centred(full, full);
    let resized = planes.into_iter().map(|plane| resize_plane(plane, cut, size));
    let rgb = colour::to_rgb(&resized.collect::<Result<Vec<_>, _>>()?)?;
    Ok(Pixels { rgb, width: size.0, height: size.1 })
}

/// Cuts a part, given in pixels of the picture, out of one plane and brings it to `size`.
pub(super) fn resize_plane(plane: Plane, cut: Cut, size: (u32, u32)) -> Result<Vec<u8>, PictureError> {
    let Plane { samples, width, height, scale } = plane;
    let cut = cut.of_plane(scale);
    let size = (size.0 as usize, size.1 as usize);
    if size == (width, height) && (cut.width, cut.height) == (size.0 as f64, size.1 as f64) {
        return Ok(samples);
    }
    resample(&samples, (width, height), cut, size)
}
