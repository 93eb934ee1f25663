//! From a file to the JPEG that is sent: decode → reduce → turn → look at → encode.

mod answer;
mod colour;
mod document;
mod encode;
mod encoder;
mod gamut;
mod grey;
mod jpeg;
mod judge;
mod memory;
mod picture;
mod planar;
#[cfg(feature = "codec")]
mod png;
mod projection;
mod resample;
mod resize;
mod rows;
mod select;
mod sine;
mod source;
mod straighten;
#[cfg(feature = "codec")]
mod thumbnail;
mod turn;
mod vectors;
#[cfg(feature = "watch")]
mod watch;

pub use answer::{answer, refused};
use document::Sighting;
use jpeg::Colours;
use judge::Judged;
use picture::Picture;
pub use source::{BrowserPixels, PixelAccess, Source};
#[cfg(feature = "codec")]
pub use thumbnail::{THUMBNAIL_SIDE, thumbnail};
#[cfg(feature = "watch")]
pub use watch::{Stage, StageName, Watched, watch};

use crate::corners::Corners;
use crate::header::Header;
use crate::purpose::Plan;
use crate::{Fit, Kind, Limits, PictureError, PictureFinding, Purpose};

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

impl Pixels {
    /// The pixels of a row from left to right.
    fn row(&self, y: usize) -> &[[u8; 3]] {
        let width = self.width as usize;
        &self.rgb.as_chunks().0[y * width..(y + 1) * width]
    }
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
    /// Advice for the applicant.
    pub findings: Vec<PictureFinding>,
}

/// Decodes a file, as far as its purpose needs pixels, cuts it to the purpose's shape and turns it upright: the first half
/// of [`prepare`].
///
/// # Errors
/// Any [`PictureError`]. Sizes are checked before anything is decoded.
pub fn reduce(file: &[u8], purpose: Purpose, limits: &Limits) -> Result<Pixels, PictureError> {
    reduce_by_plan(&mut Source::File(file), purpose, limits)?.0.to_pixels()
}

fn reduce_by_plan(source: &mut Source, purpose: Purpose, limits: &Limits) -> Result<(Picture, Plan), PictureError> {
    let header = source.header_within(limits)?;
    let (width, height) = header.upright_size();
    let plan = purpose.plan(width, height)?;
    Ok((upright(source, &header, limits, plan.crop, plan.size)?, plan))
}

/// The centred part of the upright picture of size `crop`, reduced to `size`.
fn upright(
    source: &mut Source,
    header: &Header,
    limits: &Limits,
    crop: (u32, u32),
    size: (u32, u32),
) -> Result<Picture, PictureError> {
    Ok(as_stored(source, header, limits, crop, size)?.upright(header.orientation))
}

/// The same before it is turned. Reduced first and turned then: turning a few pixels is cheap, turning twelve megapixels is
/// not.
fn as_stored(
    source: &mut Source,
    header: &Header,
    limits: &Limits,
    crop: (u32, u32),
    size: (u32, u32),
) -> Result<Picture, PictureError> {
    let as_stored = |(w, h)| if header.orientation.swaps_sides() { (h, w) } else { (w, h) };
    let (crop, size) = (as_stored(crop), as_stored(size));
    let planes = source.planes(header, limits, crop, size, Colours::Halved)?;
    Picture::of_planes(planes, (header.width, header.height), crop, size)
}

/// Makes of a file what its receiver wants: upright, no larger than useful, within the byte budget of its purpose,
/// without metadata.
///
/// # Errors
/// Any [`PictureError`]. Sizes are checked before anything is decoded.
pub fn prepare(file: &[u8], purpose: Purpose, limits: &Limits) -> Result<Prepared, PictureError> {
    prepare_from(&mut Source::File(file), purpose, limits)
}

fn prepare_from(source: &mut Source, purpose: Purpose, limits: &Limits) -> Result<Prepared, PictureError> {
    prepare_seen(source, purpose, limits, &mut |_| ())
}

/// What is there after each step of [`prepare`].
#[cfg_attr(not(feature = "watch"), allow(dead_code, reason = "looked at by those who watch"))]
enum Seen<'a> {
    /// Nothing is decoded yet.
    Header(&'a Header),
    /// Decoded to the size that is wanted, as it lies in the file.
    Reduced(&'a Picture),
    /// Turned as it was held.
    Turned(&'a Picture),
    /// How it is lit and how sharp it is.
    Judged(&'a [PictureFinding]),
    /// Whether a document is in it, and all of that.
    Framed(&'a [PictureFinding]),
    /// The result.
    Encoded(&'a Prepared),
}

fn prepare_seen(
    source: &mut Source,
    purpose: Purpose,
    limits: &Limits,
    seen: &mut impl FnMut(Seen),
) -> Result<Prepared, PictureError> {
    let header = source.header_within(limits)?;
    seen(Seen::Header(&header));
    let (width, height) = header.upright_size();
    let plan = purpose.plan(width, height)?;
    let reduced = as_stored(source, &header, limits, plan.crop, plan.size)?;
    seen(Seen::Reduced(&reduced));
    let upright = reduced.upright(header.orientation);
    seen(Seen::Turned(&upright));
    let Judged { mut findings, seen: texture } = judge::judge(&upright, purpose)?;
    seen(Seen::Judged(&findings));
    if let Some(texture) = texture.filter(|_| purpose.is_document()) {
        findings.extend(judge::framing(&upright, &texture, purpose)?);
        seen(Seen::Framed(&findings));
    }
    let prepared = finish(upright, plan, purpose, findings)?;
    seen(Seen::Encoded(&prepared));
    Ok(prepared)
}

/// The same of what lies between four corners of the upright picture: a document seen from straight above, or the part
/// that shows a face.
///
/// # Errors
/// Any [`PictureError`]; [`PictureError::BadCorners`] where nothing can be cut out between them.
pub fn cut(file: &[u8], corners: &Corners, purpose: Purpose, limits: &Limits) -> Result<Prepared, PictureError> {
    cut_from(&mut Source::File(file), corners, purpose, limits)
}

fn cut_from(
    source: &mut Source,
    corners: &Corners,
    purpose: Purpose,
    limits: &Limits,
) -> Result<Prepared, PictureError> {
    let (straight, plan) = straighten::straighten(source, corners, purpose, limits)?;
    let straight = Picture::of_pixels(&straight)?;
    let Judged { mut findings, seen } = judge::judge(&straight, purpose)?;
    if let Some(texture) = seen.filter(|_| purpose.is_document()) {
        findings.extend(judge::lying(&straight, Some(&Corners::WHOLE), &texture, purpose));
    }
    finish(straight, plan, purpose, findings)
}

fn finish(
    upright: Picture,
    plan: Plan,
    purpose: Purpose,
    findings: Vec<PictureFinding>,
) -> Result<Prepared, PictureError> {
    let findings = plan.finding.into_iter().chain(findings).collect();
    let (jpeg, (width, height)) = encode::encode(upright, purpose, plan.smaller)?;
    Ok(Prepared { jpeg, width, height, findings })
}

/// How much is done within one call of a hot function. Engines begin with code that is quick to make, and go over to code
/// that is quick to run at the next call: of a page's first picture, whatever is one long loop is done in the slow one.
const PIECE: usize = 1 << 12;

/// Makes a file upright and fit into a box and into a number of bytes, without metadata. What is found is how the picture
/// is lit and how sharp it is; what it should show is not known here.
///
/// # Errors
/// Any [`PictureError`] that reading the file can end in; [`PictureError::BudgetOutOfReach`] where hardly anything would be
/// left of it.
pub fn fit(file: &[u8], fit: &Fit, limits: &Limits) -> Result<Prepared, PictureError> {
    fit_from(&mut Source::File(file), fit, limits)
}

fn fit_from(source: &mut Source, fit: &Fit, limits: &Limits) -> Result<Prepared, PictureError> {
    let header = source.header_within(limits)?;
    let whole = header.upright_size();
    let upright = upright(source, &header, limits, whole, fit.size(whole.0, whole.1))?;
    let findings = judge::judge(&upright, Purpose::Document)?.findings;
    let (jpeg, (width, height)) = encode::encode_to_fit(upright, fit)?;
    Ok(Prepared { jpeg, width, height, findings })
}

/// A picture as it is shown to whoever cuts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The whole picture upright, as large as a phone can show it.
    pub jpeg: Vec<u8>,
    /// Pixels across the upright original.
    pub width: u32,
    /// Pixels down the upright original.
    pub height: u32,
    /// Where a document seems to be; `None` where that is not sure enough.
    pub corners: Option<Corners>,
}

/// The long edge of a picture that is shown to be cut: 360 px of a telephone with three dots to a pixel.
const SHOWN_AT: u32 = 1080;
/// JPEG quality of the same; nobody keeps it.
const SHOWN_QUALITY: u8 = 80;

/// Looks for a document in a file, for a person to see and to correct what was found.
///
/// # Errors
/// Any [`PictureError`] that reading the file can end in.
pub fn propose(file: &[u8], limits: &Limits) -> Result<Proposal, PictureError> {
    propose_from(&mut Source::File(file), limits)
}

fn propose_from(source: &mut Source, limits: &Limits) -> Result<Proposal, PictureError> {
    let header = source.header_within(limits)?;
    let (width, height) = header.upright_size();
    let size = resize::fitting((width, height), SHOWN_AT);
    let shown = upright(source, &header, limits, (width, height), size)?;
    let sighting = document::find(&shown.grey)?;
    let jpeg = encoder::encode(&shown, SHOWN_QUALITY, None)?;
    Ok(Proposal { jpeg, width, height, corners: sighting.filter(Sighting::is_sure).map(|seen| seen.corners) })
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
