//! Where a picture's pixels come from.

use super::gamut::Gamut;
use super::jpeg::{self, Colours, Planes};
use super::memory::zeroed;
use super::planar;
#[cfg(feature = "codec")]
use super::png;
use super::rows::{Rows, square_for};
use crate::header::jpeg::Layout;
use crate::header::{self, Header, Orientation};
use crate::{Kind, Limits, PictureError};

/// Where a picture's pixels come from.
pub enum Source<'a> {
    /// A file that is decoded here: a JPEG, or with the feature `codec`, a PNG.
    File(&'a [u8]),
    /// Pixels of a file that the browser decodes.
    Pixels(BrowserPixels<'a>),
}

/// Pixels of a file that the browser has decoded.
pub struct BrowserPixels<'a> {
    /// What the file is.
    pub kind: Kind,
    /// Width and height in pixels, before any turning.
    pub size: (u32, u32),
    /// How they must be turned still: browsers turn all kinds but WebPs.
    pub orientation: Orientation,
    /// How they are had.
    pub access: PixelAccess<'a>,
}

/// How the pixels are had that a browser has decoded. Each fills a buffer, or gives `false` where that fails.
pub enum PixelAccess<'a> {
    /// With whole rows, from the one with this number on: red, green, blue and opacity of every pixel. They are those of the
    /// picture reduced to one of so many pixels, across and down, 1 or 2; what is left over of it is left out.
    Rows(&'a mut dyn FnMut(usize, u32, &mut [u8]) -> bool),
    /// With samples, from this place on, of brightness and colours in planes: I420 of limited range (ITU-R BT.601), as a WebP
    /// has them, one plane after the other and each without padding.
    Planes(&'a mut dyn FnMut(usize, &mut [u8]) -> bool),
}

/// How many rows of a browser's pixels are fetched at once.
pub(super) const STRIP: usize = 64;

impl Source<'_> {
    /// What the picture says of itself, if that is within the limits.
    pub(super) fn header_within(&self, limits: &Limits) -> Result<Header, PictureError> {
        let header = match self {
            Source::File(file) => {
                limits.check_bytes(file.len() as u64)?;
                header::read(file)?
            }
            Source::Pixels(pixels) => pixels.header(),
        };
        limits.check_header(&header)?;
        Ok(header)
    }

    /// Decodes a picture whose header was read and found within the limits: no more than it takes to reduce the centred
    /// part of size `crop` to `size`, both in pixels as stored, with that many samples of colours.
    pub(super) fn planes(
        &mut self,
        header: &Header,
        limits: &Limits,
        crop: (u32, u32),
        size: (u32, u32),
        colours: Colours,
    ) -> Result<Planes, PictureError> {
        match (self, header.kind) {
            (Source::File(file), Kind::Jpeg) => {
                let layout = Layout::read(file)?;
                let mut planes = jpeg::decode(file, &layout, jpeg::kept_for(crop, size), colours, limits)?;
                if let Some(gamut) = layout.profile(file).and_then(Gamut::of_profile) {
                    gamut.bring_to_srgb(&mut planes);
                }
                Ok(planes)
            }
            #[cfg(feature = "codec")]
            (Source::File(file), Kind::Png) => {
                let rows = Rows::new((header.width, header.height), crop, size, colours)?;
                png::decode(file, limits.max_decoded_bytes, rows)
            }
            (Source::Pixels(pixels), _) => pixels.planes(crop, size, colours),
            (_, kind) => Err(PictureError::UnsupportedKind { kind }),
        }
    }
}

impl BrowserPixels<'_> {
    fn header(&self) -> Header {
        let (width, height) = self.size;
        // The browser's own buffer is not ours to count.
        let decoded_bytes = 3 * u64::from(width) * u64::from(height);
        Header { kind: self.kind, width, height, orientation: self.orientation, decoded_bytes }
    }

    fn planes(&mut self, crop: (u32, u32), size: (u32, u32), colours: Colours) -> Result<Planes, PictureError> {
        // Every browser's canvas makes means of four when it halves, and does so quickly. By more they reduce each in its own
        // way, some by leaving pixels out.
        let by = if square_for(crop, size) > 1 { 2 } else { 1 };
        let copy_rows = match &mut self.access {
            PixelAccess::Rows(copy) => copy,
            PixelAccess::Planes(copy) => return planar::planes(self.size, by as usize, colours, copy),
        };
        let part = |(width, height): (u32, u32)| (width / by, height / by);
        let mut rows = Rows::new(part(self.size), part(crop), size, colours)?;
        let (line, height) = (part(self.size).0 as usize * 4, part(self.size).1 as usize);
        let mut strip = zeroed(line * STRIP)?;
        for from in (0..height).step_by(STRIP) {
            let strip = &mut strip[..line * STRIP.min(height - from)];
            if !copy_rows(from, by, strip) {
                return Err(PictureError::Damaged);
            }
            strip.chunks_exact(line).for_each(|row| rows.push_rgba(row));
        }
        let mut planes = rows.finish()?;
        for plane in &mut planes {
            plane.scale = (plane.scale.0 / f64::from(by), plane.scale.1 / f64::from(by));
        }
        Ok(planes)
    }
}
