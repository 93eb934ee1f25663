//! Fewer pixels.

use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};

use super::Pixels;
use super::memory::zeroed;
use crate::PictureError;

/// Cuts the centred part of size `crop` and reduces it to `size`.
pub(super) fn resize(pixels: Pixels, crop: (u32, u32), size: (u32, u32)) -> Result<Pixels, PictureError> {
    let Pixels { ref rgb, width, height } = pixels;
    if crop == (width, height) && size == crop {
        return Ok(pixels);
    }
    // Typed for RGB: the untyped call would compile every pixel format there is, and carry them all to the browser.
    let source = TypedImageRef::<U8x3>::from_buffer(width, height, rgb).map_err(|_| PictureError::Damaged)?;
    let mut reduced = zeroed(size.0 as usize * size.1 as usize * 3)?;
    let mut target =
        TypedImage::<U8x3>::from_buffer(size.0, size.1, &mut reduced).map_err(|_| PictureError::Damaged)?;
    // Lanczos keeps the strokes of small print apart, where box filters and bilinear ones run them together.
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3)).crop(
        f64::from((width - crop.0) / 2),
        f64::from((height - crop.1) / 2),
        f64::from(crop.0),
        f64::from(crop.1),
    );
    Resizer::new().resize_typed(&source, &mut target, &options).map_err(|_| PictureError::Damaged)?;
    Ok(Pixels { rgb: reduced, width: size.0, height: size.1 })
}
