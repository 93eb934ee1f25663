//! From PNG to pixels.

use std::io::{Cursor, ErrorKind};

use png::{ColorType, Decoder, DecodingError, Limits, Reader, Transformations};

use super::colour::over_white;
use super::jpeg::Planes;
use super::memory::zeroed;
use super::rows::Rows;
use crate::PictureError;

/// The picture row by row, what is transparent laid over white paper.
///
/// # Errors
/// [`PictureError::Truncated`], [`PictureError::Damaged`], [`PictureError::OutOfMemory`].
pub(super) fn decode(file: &[u8], max_decoded_bytes: u64, mut rows: Rows) -> Result<Planes, PictureError> {
    let mut reader = reader(file, max_decoded_bytes)?;
    let (colour, width) = (reader.output_color_type().0, reader.info().width as usize);
    if reader.info().interlaced {
        // Each row comes in parts, the last of them at the end.
        for row in all_samples(&mut reader, max_decoded_bytes)?.chunks_exact(width * colour.samples()) {
            push(row, colour, &mut rows);
        }
    } else {
        while let Some(row) = reader.next_row().map_err(error)? {
            push(row.data(), colour, &mut rows);
        }
    }
    reader.finish().map_err(error)?;
    rows.finish()
}

/// All samples of the picture as a PNG has them, in eight bits each, and what they stand for.
///
/// # Errors
/// As [`decode`].
pub(super) fn samples(file: &[u8], max_decoded_bytes: u64) -> Result<(Vec<u8>, ColorType), PictureError> {
    let mut reader = reader(file, max_decoded_bytes)?;
    Ok((all_samples(&mut reader, max_decoded_bytes)?, reader.output_color_type().0))
}

type FileReader<'a> = Reader<Cursor<&'a [u8]>>;

fn reader(file: &[u8], max_decoded_bytes: u64) -> Result<FileReader<'_>, PictureError> {
    let bytes = usize::try_from(max_decoded_bytes).unwrap_or(usize::MAX);
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.read_info().map_err(error)
}

fn all_samples(reader: &mut FileReader, max_decoded_bytes: u64) -> Result<Vec<u8>, PictureError> {
    let is_within = |size: &usize| *size as u64 <= max_decoded_bytes;
    let size = reader.output_buffer_size().filter(is_within).ok_or(PictureError::OutOfMemory)?;
    let mut samples = zeroed(size)?;
    reader.next_frame(&mut samples).map_err(error)?;
    Ok(samples)
}

fn push(row: &[u8], colour: ColorType, rows: &mut Rows) {
    match colour {
        ColorType::Rgba => rows.push_rgba(row),
        ColorType::GrayscaleAlpha => {
            rows.push(row.as_chunks().0.iter().map(|&[grey, alpha]| [over_white(grey, alpha); 3]));
        }
        ColorType::Grayscale => rows.push(row.iter().map(|&grey| [grey; 3])),
        // Palettes are looked up by the decoder.
        ColorType::Rgb | ColorType::Indexed => rows.push_line(row.as_chunks().0),
    }
}

fn error(error: DecodingError) -> PictureError {
    match error {
        DecodingError::IoError(error) if error.kind() == ErrorKind::UnexpectedEof => PictureError::Truncated,
        DecodingError::LimitsExceeded => PictureError::OutOfMemory,
        _ => PictureError::Damaged,
    }
}
