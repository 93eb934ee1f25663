//! Files to pixels.

use super::Pixels;
use super::jpeg::{self, Colours, Planes};
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

/// Decodes a file whose header was read and found within the limits. Of a JPEG no more is decoded than it takes to
/// reduce `crop` to `size`, both in pixels as stored, with that many samples of colours.
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
            return jpeg::decode(file, &layout, jpeg::kept_for(crop, size), colours, limits).map(Decoded::Planes);
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
