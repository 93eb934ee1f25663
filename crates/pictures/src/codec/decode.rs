//! Files to pixels.

use std::io::{Cursor, ErrorKind};
use std::panic::catch_unwind;

use image::codecs::png::PngDecoder;
use image::{DynamicImage, ImageDecoder, ImageError};
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::Pixels;
use super::jpeg::{self, Planes};
use super::memory::zeroed;
use crate::header::Header;
use crate::header::jpeg::Layout;
use crate::{Kind, Limits, PictureError};

/// What decoders make of a file.
#[derive(Debug)]
pub(super) enum Decoded {
    /// All pixels.
    Pixels(Pixels),
    /// A reduced picture whose colours are still apart from its brightness.
    Planes(Planes),
}

/// Decodes a file whose header was read and found within the limits. Of a JPEG that allows for it no more is decoded than
/// it takes to reduce `crop` to `size`, both in pixels as stored.
pub(super) fn decode(
    file: &[u8],
    header: &Header,
    limits: &Limits,
    crop: (u32, u32),
    size: (u32, u32),
) -> Result<Decoded, PictureError> {
    let rgb = match header.kind {
        Kind::Jpeg => {
            let layout = Layout::read(file)?;
            match jpeg::decode(file, &layout, jpeg::kept_for(crop, size))? {
                Some(planes) => return Ok(Decoded::Planes(planes)),
                None => {
                    let bare = layout.bare(file);
                    // zune-jpeg 0.5.15 panics over some damaged files. In the browser this ends the worker, which the
                    // page starts anew; here nothing of the decoder outlives the call.
                    catch_unwind(|| decode_rare_jpeg(&bare, header)).map_err(|_| PictureError::Damaged)??
                }
            }
        }
        Kind::Png => decode_png(file, limits)?,
        kind => return Err(PictureError::UnsupportedKind { kind }),
    };
    let Header { width, height, .. } = *header;
    if rgb.len() as u64 != u64::from(width) * u64::from(height) * 3 {
        return Err(PictureError::Damaged);
    }
    Ok(Decoded::Pixels(Pixels { rgb, width, height }))
}

/// Progressive JPEGs, and colours that are not YCbCr.
fn decode_rare_jpeg(bare: &[u8], header: &Header) -> Result<Vec<u8>, PictureError> {
    // Strict: missing or broken data is an error, not grey.
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(header.width as usize)
        .set_max_height(header.height as usize)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bare), options);
    decoder.decode_headers().map_err(|_| PictureError::Damaged)?;
    let size = decoder.output_buffer_size().ok_or(PictureError::Damaged)?;
    let mut rgb = zeroed(size)?;
    decoder.decode_into(&mut rgb).map_err(|_| PictureError::Damaged)?;
    Ok(rgb)
}

fn decode_png(file: &[u8], limits: &Limits) -> Result<Vec<u8>, PictureError> {
    let mut decoder_limits = image::Limits::no_limits();
    decoder_limits.max_alloc = Some(limits.max_decoded_bytes);
    let decoder = PngDecoder::with_limits(Cursor::new(file), decoder_limits).map_err(png_error)?;
    let has_alpha = decoder.color_type().has_alpha();
    let decoded = DynamicImage::from_decoder(decoder).map_err(png_error)?;
    Ok(if has_alpha { over_white(&decoded.into_rgba8()) } else { decoded.into_rgb8().into_raw() })
}

/// What is transparent becomes paper.
fn over_white(rgba: &[u8]) -> Vec<u8> {
    let blend = |colour: u8, alpha: u8| {
        let (colour, alpha) = (u16::from(colour), u16::from(alpha));
        // At most 255, since the weights add up to 255.
        ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
    };
    rgba.as_chunks::<4>().0.iter().flat_map(|&[r, g, b, a]| [blend(r, a), blend(g, a), blend(b, a)]).collect()
}

fn png_error(error: ImageError) -> PictureError {
    match error {
        ImageError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => PictureError::Truncated,
        ImageError::Limits(_) => PictureError::OutOfMemory,
        _ => PictureError::Damaged,
    }
}
