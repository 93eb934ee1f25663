//! From a file to the JPEG that is sent: decode → reduce → turn → look at → encode.

mod colour;
mod decode;
mod encode;
mod jpeg;
mod judge;
mod memory;
mod resize;
mod thumbnail;
mod turn;

use decode::Decoded;
use sha2::{Digest, Sha256};
pub use thumbnail::{THUMBNAIL_SIDE, thumbnail};

use crate::purpose::Plan;
use crate::{Kind, Limits, PictureError, PictureFinding, Purpose, header};

/// Decoded pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Red, green and blue of each, rows from top to bottom without padding.
    pub rgb: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// A picture as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// A baseline JPEG without metadata.
    pub jpeg: Vec<u8>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// SHA-256 of `jpeg` in lower-case hexadecimal.
    pub sha256: String,
    /// Advice for the applicant.
    pub findings: Vec<PictureFinding>,
}

/// Decodes a file, as far as its purpose needs pixels, cuts it to the purpose's shape and turns it upright: the first half
/// of [`prepare`].
///
/// # Errors
/// Any [`PictureError`]. Sizes are checked before anything is decoded.
pub fn reduce(file: &[u8], purpose: Purpose, limits: &Limits) -> Result<Pixels, PictureError> {
    reduce_by_plan(file, purpose, limits).map(|(pixels, _)| pixels)
}

fn reduce_by_plan(file: &[u8], purpose: Purpose, limits: &Limits) -> Result<(Pixels, Plan), PictureError> {
    limits.check_bytes(file.len() as u64)?;
    let header = header::read(file)?;
    limits.check_header(&header)?;
    let (width, height) = header.upright_size();
    let plan = purpose.plan(width, height)?;

    // Reduced first and turned then: turning a few pixels is cheap, turning twelve megapixels is not.
    let as_stored = |(w, h)| if header.orientation.swaps_sides() { (h, w) } else { (w, h) };
    let (crop, size) = (as_stored(plan.crop), as_stored(plan.size));
    let reduced = match decode::decode(file, &header, limits, crop, size)? {
        Decoded::Pixels(pixels) => resize::resize(pixels, crop, size)?,
        Decoded::Planes(planes) => resize::resize_planes(planes, (header.width, header.height), crop, size)?,
    };
    Ok((turn::turn(reduced, header.orientation), plan))
}

/// Makes of a file what its receiver wants: upright, no larger than useful, within the byte budget of its purpose,
/// without metadata.
///
/// # Errors
/// Any [`PictureError`]. Sizes are checked before anything is decoded.
pub fn prepare(file: &[u8], purpose: Purpose, limits: &Limits) -> Result<Prepared, PictureError> {
    let (upright, plan) = reduce_by_plan(file, purpose, limits)?;
    let findings = plan.finding.into_iter().chain(judge::judge(&upright, purpose)).collect();
    let (jpeg, (width, height)) = encode::encode(upright, purpose, plan.smaller)?;
    let sha256 = Sha256::digest(&jpeg).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Prepared { jpeg, width, height, sha256, findings })
}

/// What the API server makes of an upload, whoever sent it: checked within the limits of an upload, then prepared as
/// the worker would have done. What is stored is this result, never the bytes that arrived.
///
/// # Errors
/// Any [`PictureError`]; faces are taken as JPEG only.
pub fn recheck(file: &[u8], purpose: Purpose) -> Result<Prepared, PictureError> {
    match (purpose, Kind::of(file)) {
        (Purpose::Face, Some(kind)) if kind != Kind::Jpeg => Err(PictureError::UnsupportedKind { kind }),
        _ => prepare(file, purpose, &Limits::upload(purpose)),
    }
}
