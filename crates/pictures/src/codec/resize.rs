//! Fewer pixels.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::{U8, U8x3};
use fast_image_resize::{FilterType, PixelTrait, ResizeAlg, ResizeOptions, Resizer};

use super::decode::{self, Decoded};
use super::jpeg::{Colours, Plane, Planes};
use super::memory::zeroed;
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
pub(super) fn reduced(file: &[u8], header: &Header, limits: &Limits, size: (u32, u32)) -> Result<Pixels, PictureError> {
    let whole = (header.width, header.height);
    match decode::decode(file, header, limits, whole, size, Colours::Whole)? {
        Decoded::Pixels(pixels) => resize(pixels, whole, size),
        Decoded::Planes(planes) => resize_planes(planes, whole, whole, size),
    }
}

/// Cuts the centred part of size `crop` and reduces it to `size`.
pub(super) fn resize(pixels: Pixels, crop: (u32, u32), size: (u32, u32)) -> Result<Pixels, PictureError> {
    let Pixels { rgb, width, height } = pixels;
    let cut = Cut::centred((width, height), crop);
    let rgb = resample::<U8x3>(rgb, (width, height), cut, size)?;
    Ok(Pixels { rgb, width: size.0, height: size.1 })
}

/// The same for planes of a picture of `full` pixels, whose pixels are put together on the way: before, where that is a
/// matter of one resizing instead of three, or after, where colours have fewer samples still.
pub(super) fn resize_planes(
    planes: Planes,
    full: (u32, u32),
    crop: (u32, u32),
    size: (u32, u32),
) -> Result<Pixels, PictureError> {
    let cut = Cut::centred(full, crop);
    let Some(&Plane { width, height, scale, .. }) = planes.first() else { return Err(PictureError::Damaged) };
    let rgb = if planes.iter().all(|plane| plane.scale == scale) {
        let rgb = colour::to_rgb(&planes.into_iter().map(|plane| plane.samples).collect::<Vec<_>>())?;
        resample::<U8x3>(rgb, (width as u32, height as u32), cut.of_plane(scale), size)?
    } else {
        let resized = planes.into_iter().map(|plane| resize_plane(plane, cut, size));
        colour::to_rgb(&resized.collect::<Result<Vec<_>, _>>()?)?
    };
    Ok(Pixels { rgb, width: size.0, height: size.1 })
}

/// Cuts a part, given in pixels of the picture, out of one plane and brings it to `size`.
pub(super) fn resize_plane(plane: Plane, cut: Cut, size: (u32, u32)) -> Result<Vec<u8>, PictureError> {
    let Plane { samples, width, height, scale } = plane;
    resample::<U8>(samples, (width as u32, height as u32), cut.of_plane(scale), size)
}

fn resample<P: PixelTrait>(
    samples: Vec<u8>,
    (width, height): (u32, u32),
    cut: Cut,
    size: (u32, u32),
) -> Result<Vec<u8>, PictureError> {
    let wanted = (f64::from(size.0), f64::from(size.1));
    if size == (width, height) && (cut.width, cut.height) == wanted {
        return Ok(samples);
    }
    // Lanczos keeps the strokes of small print apart, where box filters and bilinear ones run them together. Colours that
    // are stored at half of the wanted size are enlarged as they are by every decoder, without ringing.
    let filter = if cut.width + 1.0 < wanted.0 || cut.height + 1.0 < wanted.1 {
        FilterType::Bilinear
    } else {
        FilterType::Lanczos3
    };
    // Typed: the untyped call would compile every pixel format there is, and carry them all to the browser.
    let source = TypedImageRef::<P>::from_buffer(width, height, &samples).map_err(|_| PictureError::Damaged)?;
    let mut resized = zeroed(size.0 as usize * size.1 as usize * size_of::<P>())?;
    let mut target = TypedImage::<P>::from_buffer(size.0, size.1, &mut resized).map_err(|_| PictureError::Damaged)?;
    let options =
        ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter)).crop(cut.left, cut.top, cut.width, cut.height);
    Resizer::new().resize_typed(&source, &mut target, &options).map_err(|_| PictureError::Damaged)?;
    Ok(resized)
}
