//! A JPEG's segments (ITU-T T.81), walked to the end-of-image marker without decoding any of them.
//!
//! The walk tells a whole file from a truncated one, which decoders commonly paint grey, and notes which segments
//! matter for the pixels. Only these are given to the decoder, so that no other part of the file can mislead it.

use std::ops::Range;

use super::{Header, Kind, Orientation};
use crate::PictureError;

/// More scans than any camera or tool makes; a file of few bytes can announce thousands and keep a decoder busy.
const MAX_SCANS: usize = 64;

/// Where things are in a JPEG.
#[derive(Debug)]
pub(crate) struct Layout {
    frame: Frame,
    orientation: Orientation,
    /// Segments and entropy-coded data that make the pixels, in their order.
    #[cfg_attr(not(feature = "codec"), expect(dead_code, reason = "only the decoder reads it"))]
    kept: Vec<Range<usize>>,
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
        let mut kept: Vec<Range<usize>> = Vec::new();
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
                marker::DHT | marker::DQT | marker::DRI => keep(&mut kept, marker_at..at),
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
                    keep(&mut kept, marker_at..at);
                }
                marker::APP0 if bytes[body.clone()].starts_with(b"JFIF\0") => keep(&mut kept, marker_at..at),
                marker::APP1 => {
                    if let Some(tiff) = bytes[body].strip_prefix(b"Exif\0\0") {
                        orientation.get_or_insert_with(|| Orientation::from_tiff(tiff));
                    }
                }
                // Adobe's segment says whether colours are stored as they are or as YCbCr, and inverted for print.
                marker::APP14 if bytes[body.clone()].starts_with(b"Adobe") => keep(&mut kept, marker_at..at),
                0xC0..=0xCF => {
                    if frame.replace(Frame::read(marker, &bytes[body])?).is_some() {
                        return Err(PictureError::Damaged);
                    }
                    keep(&mut kept, marker_at..at);
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
        // RGB, and for progressive pictures the coefficients of all components, two bytes each.
        let coefficients = if self.frame.progressive { 2 * u64::from(self.frame.components) } else { 0 };
        Header {
            kind: Kind::Jpeg,
            width,
            height,
            orientation: self.orientation,
            decoded_bytes: pixels * (3 + coefficients),
        }
    }

    /// The same picture without anything but its pixels: no EXIF, no thumbnail, nothing after its end.
    #[cfg(feature = "codec")]
    pub(crate) fn bare(&self, bytes: &[u8]) -> Vec<u8> {
        let length: usize = self.kept.iter().map(ExactSizeIterator::len).sum();
        let mut bare = Vec::with_capacity(length + 4);
        bare.extend([0xFF, marker::SOI]);
        for range in &self.kept {
            bare.extend_from_slice(&bytes[range.clone()]);
        }
        bare.extend([0xFF, marker::EOI]);
        bare
    }
}

impl Frame {
    fn read(marker: u8, body: &[u8]) -> Result<Self, PictureError> {
        // Baseline, extended and progressive with Huffman codes; the others are lossless, hierarchical or arithmetic.
        if !(0xC0..=0xC2).contains(&marker) {
            return Err(PictureError::UnsupportedEncoding);
        }
        let &[precision, h0, h1, w0, w1, components, ref table @ ..] = body else {
            return Err(PictureError::Damaged);
        };
        let frame = Self {
            width: u16::from_be_bytes([w0, w1]),
            height: u16::from_be_bytes([h0, h1]),
            components,
            progressive: marker == 0xC2,
        };
        if frame.width == 0 || table.len() < usize::from(components) * 3 {
            return Err(PictureError::Damaged);
        }
        // A height of 0 would follow only after the first scan.
        if precision != 8 || frame.height == 0 || !matches!(components, 1 | 3 | 4) {
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

/// Adds a range, or lengthens the last one where it is adjacent.
fn keep(kept: &mut Vec<Range<usize>>, range: Range<usize>) {
    match kept.last_mut() {
        Some(last) if last.end == range.start => last.end = range.end,
        _ => kept.push(range),
    }
}

/// Where the next marker begins at or after `at`, whatever lies between.
fn find_marker(bytes: &[u8], at: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    rest.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF)).map(|found| at + found)
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

mod marker {
    use std::ops::RangeInclusive;

    pub(super) const TEM: u8 = 0x01;
    pub(super) const DHT: u8 = 0xC4;
    pub(super) const RST: RangeInclusive<u8> = 0xD0..=0xD7;
    pub(super) const SOI: u8 = 0xD8;
    pub(super) const EOI: u8 = 0xD9;
    pub(super) const SOS: u8 = 0xDA;
    pub(super) const DQT: u8 = 0xDB;
    pub(super) const DRI: u8 = 0xDD;
    pub(super) const APP0: u8 = 0xE0;
    pub(super) const APP1: u8 = 0xE1;
    pub(super) const APP14: u8 = 0xEE;
}
