//! A JPEG's segments (ITU-T T.81), walked to the end-of-image marker without decoding any of them.
//!
//! The walk tells a whole file from a truncated one, which decoders commonly paint grey, and notes which segments
//! matter for the pixels. Only these are given to the decoder, so that no other part of the file can mislead it.

use std::ops::Range;

use super::{Header, Kind, Orientation};
use crate::PictureError;

/// More scans than any camera or tool makes; a file of few bytes can announce thousands and keep a decoder busy.
const MAX_SCANS: usize = 64;

/// More segments that matter than any camera or tool makes; a list of them is kept.
const MAX_KEPT: usize = 1024;

/// Of the samples of a block, one is kept at least, their mean.
const SAMPLES_OF_BLOCK: u64 = 64;

/// What the first segment of a profile begins with (ICC.1, B.4); the number of segments follows.
const PROFILE: &[u8] = b"ICC_PROFILE\0\x01";

/// Where things are in a JPEG.
#[derive(Debug)]
pub(crate) struct Layout {
    frame: Frame,
    orientation: Orientation,
    /// What makes the pixels, in its order.
    #[cfg_attr(not(feature = "jpeg"), expect(dead_code, reason = "only the decoder reads it"))]
    kept: Vec<Segment>,
}

/// A segment that matters for the pixels.
#[derive(Clone, Debug)]
#[cfg_attr(not(feature = "jpeg"), expect(dead_code, reason = "only the decoder reads it"))]
pub(crate) struct Segment {
    /// What it is; see [`marker`].
    pub(crate) marker: u8,
    /// From its marker to its end, the entropy-coded data after a scan header included.
    whole: Range<usize>,
    /// What follows its length.
    body: Range<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Frame {
    width: u16,
    height: u16,
    components: u8,
    progressive: bool,
}

impl Layout {
    /// Walks the file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, PictureError> {
        let mut frame = None;
        let mut orientation = None;
        let mut kept = Vec::new();
        let mut keep = |marker, whole, body| {
            if kept.len() == MAX_KEPT {
                return Err(PictureError::UnsupportedEncoding);
            }
            kept.push(Segment { marker, whole, body });
            Ok(())
        };
        let mut scans = 0;
        let mut coded_bytes = 0;
        let mut at = 2;
        loop {
            let marker_at = find_marker(bytes, at).ok_or(PictureError::Truncated)?;
            let marker = bytes[marker_at + 1];
            at = marker_at + 2;
            if marker == marker::EOI {
                break;
            }
            if marker == marker::SOI || marker == marker::TEM || marker::RST.contains(&marker) {
                continue;
            }
            let body = segment(bytes, at)?;
            at = body.end;
            match marker {
                marker::DHT | marker::DQT | marker::DRI => keep(marker, marker_at..at, body)?,
                marker::SOS => {
                    scans += 1;
                    if frame.is_none() {
                        return Err(PictureError::Damaged);
                    }
                    if scans > MAX_SCANS {
                        return Err(PictureError::UnsupportedEncoding);
                    }
                    let coded_end = find_scan_end(bytes, at).ok_or(PictureError::Truncated)?;
                    coded_bytes += coded_end - at;
                    at = coded_end;
                    keep(marker, marker_at..at, body)?;
                }
                marker::APP0 if bytes[body.clone()].starts_with(b"JFIF\0") => keep(marker, marker_at..at, body)?,
                marker::APP1 => {
                    if let Some(tiff) = bytes[body].strip_prefix(b"Exif\0\0") {
                        orientation.get_or_insert_with(|| Orientation::from_tiff(tiff));
                    }
                }
                marker::APP2 if bytes[body.clone()].starts_with(PROFILE) => keep(marker, marker_at..at, body)?,
                // Adobe's segment says whether colours are stored as they are or as YCbCr, and inverted for print.
                marker::APP14 if bytes[body.clone()].starts_with(b"Adobe") => keep(marker, marker_at..at, body)?,
                0xC0..=0xCF => {
                    if frame.replace(Frame::read(marker, &bytes[body.clone()])?).is_some() {
                        return Err(PictureError::Damaged);
                    }
                    keep(marker, marker_at..at, body)?;
                }
                _ => {}
            }
        }
        let frame = frame.filter(|_| scans > 0).ok_or(PictureError::Damaged)?;
        frame.check_coded_bytes(coded_bytes)?;
        Ok(Self { frame, orientation: orientation.unwrap_or_default(), kept })
    }

    /// What is announced.
    pub(crate) fn header(&self) -> Header {
        let (width, height) = (u32::from(self.frame.width), u32::from(self.frame.height));
        let pixels = u64::from(width) * u64::from(height);
        Header {
            kind: Kind::Jpeg,
            width,
            height,
            orientation: self.orientation,
            decoded_bytes: pixels * u64::from(self.frame.components) / SAMPLES_OF_BLOCK,
        }
    }

    /// The segments that matter for the pixels, in their order.
    #[cfg(feature = "jpeg")]
    pub(crate) fn segments(&self) -> &[Segment] {
        &self.kept
    }

    /// The profile of its colours, or as much of it as is in its first segment: of a camera's, all.
    #[cfg(feature = "jpeg")]
    pub(crate) fn profile<'a>(&self, bytes: &'a [u8]) -> Option<&'a [u8]> {
        let segment = self.kept.iter().find(|segment| segment.marker == marker::APP2)?;
        segment.body(bytes).get(PROFILE.len() + 1..)
    }

    /// Whether its scans bring a part of every block each.
    #[cfg(feature = "jpeg")]
    pub(crate) const fn is_progressive(&self) -> bool {
        self.frame.progressive
    }

    /// The body of the frame header.
    #[cfg(feature = "jpeg")]
    pub(crate) fn frame_body<'a>(&self, file: &'a [u8]) -> Option<&'a [u8]> {
        let frame = self.kept.iter().find(|segment| marker::SOF.contains(&segment.marker))?;
        Some(frame.body(file))
    }
}

#[cfg(feature = "jpeg")]
impl Segment {
    /// What follows the segment's length; `file` is the file that the walk went through.
    pub(crate) fn body<'a>(&self, file: &'a [u8]) -> &'a [u8] {
        file.get(self.body.clone()).unwrap_or_default()
    }

    /// The entropy-coded data after a scan header, without the marker that ends it.
    pub(crate) fn coded<'a>(&self, file: &'a [u8]) -> &'a [u8] {
        file.get(self.body.end..self.whole.end).unwrap_or_default()
    }
}

impl Frame {
    fn read(marker: u8, body: &[u8]) -> Result<Self, PictureError> {
        // The others are lossless, hierarchical or arithmetic.
        if !marker::SOF.contains(&marker) {
            return Err(PictureError::UnsupportedEncoding);
        }
        let &[precision, h0, h1, w0, w1, components, ref table @ ..] = body else {
            return Err(PictureError::Damaged);
        };
        let frame = Self {
            width: u16::from_be_bytes([w0, w1]),
            height: u16::from_be_bytes([h0, h1]),
            components,
            progressive: marker == marker::SOF2,
        };
        if frame.width == 0 || table.len() < usize::from(components) * 3 {
            return Err(PictureError::Damaged);
        }
        // A height of 0 would follow only after the first scan.
        if precision != 8 || frame.height == 0 || !matches!(components, 1 | 3 | 4) {
            return Err(PictureError::UnsupportedEncoding);
        }
        // Four inks of unlike sampling: nobody makes them.
        let is_sampled_alike = table.chunks_exact(3).take(4).all(|component| component[1] == 0x11);
        if components == 4 && !is_sampled_alike {
            return Err(PictureError::UnsupportedEncoding);
        }
        Ok(frame)
    }

    /// Without progression every 8×8 block takes two codes, so at least two bits. A file far below that is either cut
    /// short and closed again, or announces a giant to make a decoder allocate it.
    fn check_coded_bytes(&self, coded_bytes: usize) -> Result<(), PictureError> {
        let blocks = usize::from(self.width.div_ceil(8)) * usize::from(self.height.div_ceil(8));
        if !self.progressive && coded_bytes < blocks / 4 {
            return Err(PictureError::Truncated);
        }
        Ok(())
    }
}

/// Where the next marker begins at or after `at`, whatever lies between.
fn find_marker(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at;
    loop {
        at += ones(bytes.get(at..)?)?;
        if !matches!(bytes.get(at + 1)?, 0x00 | 0xFF) {
            return Some(at);
        }
        at += 1;
    }
}

/// Where the first byte of ones is. Coded data has few, so sixteen bytes are asked at once.
fn ones(bytes: &[u8]) -> Option<usize> {
    let has_ones = |chunk: &[u8; 16]| chunk.iter().fold(false, |found, &byte| found | (byte == 0xFF));
    let (chunks, _) = bytes.as_chunks::<16>();
    let start = 16 * chunks.iter().position(has_ones).unwrap_or(chunks.len());
    bytes.get(start..)?.iter().position(|&byte| byte == 0xFF).map(|found| start + found)
}

/// Where the marker that ends entropy-coded data begins: any but a restart.
fn find_scan_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at;
    loop {
        let found = find_marker(bytes, at)?;
        if !marker::RST.contains(&bytes[found + 1]) {
            return Some(found);
        }
        at = found + 2;
    }
}

/// The body of the segment whose length field is at `at`.
fn segment(bytes: &[u8], at: usize) -> Result<Range<usize>, PictureError> {
    let length = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>()).ok_or(PictureError::Truncated)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if length < 2 {
        return Err(PictureError::Damaged);
    }
    if at + length > bytes.len() {
        return Err(PictureError::Truncated);
    }
    Ok(at + 2..at + length)
}

/// Second bytes of markers (table B.1).
pub(crate) mod marker {
    use std::ops::RangeInclusive;

    pub(crate) const TEM: u8 = 0x01;
    /// The frames that are taken: baseline, extended sequential and progressive, with Huffman codes.
    pub(crate) const SOF: RangeInclusive<u8> = 0xC0..=0xC2;
    /// The first of them, which our encoder makes.
    #[cfg(feature = "jpeg")]
    pub(crate) const SOF0: u8 = 0xC0;
    /// The last of them.
    pub(crate) const SOF2: u8 = 0xC2;
    pub(crate) const DHT: u8 = 0xC4;
    pub(crate) const RST: RangeInclusive<u8> = 0xD0..=0xD7;
    pub(crate) const SOI: u8 = 0xD8;
    pub(crate) const EOI: u8 = 0xD9;
    pub(crate) const SOS: u8 = 0xDA;
    pub(crate) const DQT: u8 = 0xDB;
    pub(crate) const DRI: u8 = 0xDD;
    pub(crate) const APP0: u8 = 0xE0;
    pub(crate) const APP1: u8 = 0xE1;
    pub(crate) const APP2: u8 = 0xE2;
    pub(crate) const APP14: u8 = 0xEE;
}
