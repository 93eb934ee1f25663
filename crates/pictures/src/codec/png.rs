//! From PNG to pixels.

use std::io::{Cursor, ErrorKind};

use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

use super::memory::zeroed;
use crate::PictureError;

/// Red, green and blue of every pixel, what is transparent laid over white paper.
///
/// # Errors
/// [`PictureError::Truncated`], [`PictureError::Damaged`], [`PictureError::OutOfMemory`].
pub(super) fn decode(file: &[u8], max_decoded_bytes: u64) -> Result<Vec<u8>, PictureError> {
    let (mut samples, colour) = samples(file, max_decoded_bytes)?;
    match colour {
        ColorType::Rgba => {
            // Three bytes are written where four were read, so there is no second buffer of this size.
            for pixel in 0..samples.len() / 4 {
                let [r, g, b, alpha] = [0, 1, 2, 3].map(|channel| samples[4 * pixel + channel]);
                for (channel, value) in [r, g, b].into_iter().enumerate() {
                    samples[3 * pixel + channel] = over_white(value, alpha);
                }
            }
            samples.truncate(samples.len() / 4 * 3);
            Ok(samples)
        }
        ColorType::GrayscaleAlpha => grey(samples.as_chunks().0.iter().map(|&[grey, alpha]| over_white(grey, alpha))),
        ColorType::Grayscale => grey(samples.iter().copied()),
        // Palettes are looked up by the decoder.
        ColorType::Rgb | ColorType::Indexed => Ok(samples),
    }
}

/// All samples of the picture as a PNG has them, in eight bits each, and what they stand for.
///
/// # Errors
/// As [`decode`].
pub(super) fn samples(file: &[u8], max_decoded_bytes: u64) -> Result<(Vec<u8>, ColorType), PictureError> {
    let bytes = usize::try_from(max_decoded_bytes).unwrap_or(usize::MAX);
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().map_err(error)?;
    let size = reader.output_buffer_size().filter(|&size| size <= bytes).ok_or(PictureError::OutOfMemory)?;
    let mut samples = zeroed(size)?;
    reader.next_frame(&mut samples).map_err(error)?;
    Ok((samples, reader.output_color_type().0))
}

fn grey(values: impl ExactSizeIterator<Item = u8>) -> Result<Vec<u8>, PictureError> {
    let mut rgb = zeroed(values.len() * 3)?;
    for (pixel, value) in rgb.as_chunks_mut::<3>().0.iter_mut().zip(values) {
        *pixel = [value; 3];
    }
    Ok(rgb)
}

/// What is transparent becomes paper.
fn over_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u16::from(colour), u16::from(alpha));
    // At most 255, since the weights add up to 255.
    ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

fn error(error: DecodingError) -> PictureError {
    match error {
        DecodingError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => PictureError::Truncated,
        DecodingError::LimitsExceeded => PictureError::OutOfMemory,
        _ => PictureError::Damaged,
    }
}
