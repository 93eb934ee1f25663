//! Files to pixels.

use std::panic::catch_unwind;

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::Pixels;
use super::jpeg::{self, Colours, Planes};
use super::memory::zeroed;
use super::png;
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
/// it takes to reduce `crop` to `size`, both in pixels as stored, with that many samples of colours.
pub(super) fn decode(
    file: &[u8],
    header: &Header,
    limits: &Limits,
    crop: (u32, u32),
    size: (u32, u32),
    colours: Colours,
) -> Result<Decoded, PictureError> {
    let rgb = match header.kind {
        Kind::Jpeg => {
            let layout = Layout::read(file)?;
            match jpeg::decode(file, &layout, jpeg::kept_for(crop, size), colours)? {
                Some(planes) => return Ok(Decoded::Planes(planes)),
                None => {
                    let bare = layout.bare(file);
                    // zune-jpeg 0.5.15 panics over some damaged files. In the browser this ends the worker, which the
                    // page starts anew; here nothing of the decoder outlives the call.
                    catch_unwind(|| decode_rare_jpeg(&bare, header)).map_err(|_| PictureError::Damaged)??
                }
            }
        }
        Kind::Png => png::decode(file, limits.max_decoded_bytes)?,
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
