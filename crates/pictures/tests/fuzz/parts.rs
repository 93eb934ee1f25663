//! How files are built: what parts they have, and how a part is written.

use std::ops::Range;

pub(crate) const JPEG_START: &[u8] = b"\xff\xd8";
pub(crate) const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Names of parts of a JPEG: the second byte of its marker.
pub(crate) const fn jpeg_name(marker: u8) -> [u8; 4] {
    [0xFF, marker, 0, 0]
}

/// Name of what is no segment of a JPEG: coded data, and whatever else lies between.
pub(crate) const BETWEEN: [u8; 4] = jpeg_name(0);

/// What is moved and changed as one: a segment of a JPEG, what lies between two of them, a chunk of a PNG.
#[derive(Clone, Default)]
pub(crate) struct Part {
    pub(crate) name: [u8; 4],
    pub(crate) whole: Range<usize>,
    /// Where the length of its body is said; nowhere, if it has none.
    pub(crate) length: Range<usize>,
    pub(crate) body: Range<usize>,
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {:?}", self.name.escape_ascii(), self.whole)
    }
}

impl Part {
    /// One that has no length of its own.
    fn bare(name: [u8; 4], whole: Range<usize>) -> Self {
        Self { name, length: whole.start..whole.start, body: whole.clone(), whole }
    }

    /// Whether it says something about others, and has something to be changed.
    pub(crate) fn is_head(&self) -> bool {
        !self.length.is_empty() && !self.body.is_empty() && self.name != *b"IDAT"
    }
}

/// The parts that a file is made of, one after the other and without a gap; of a broken file as far as they can be told.
pub(crate) fn parts(file: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < file.len() {
        let part = if file.starts_with(PNG_SIGNATURE) {
            png_part(file, at)
        } else if file.starts_with(JPEG_START) {
            jpeg_part(file, at, parts.last())
        } else {
            // Of others only the start is looked at.
            Part::bare(*b"rest", at..file.len())
        };
        at = part.whole.end;
        parts.push(part);
    }
    parts
}

fn png_part(file: &[u8], at: usize) -> Part {
    if at < PNG_SIGNATURE.len() {
        return Part::bare(*b"sign", 0..PNG_SIGNATURE.len());
    }
    let Some(&[l0, l1, l2, l3, n0, n1, n2, n3]) = file[at..].first_chunk::<8>() else {
        return Part::bare(*b"rest", at..file.len());
    };
    let body_end = (at + 8).saturating_add(u32::from_be_bytes([l0, l1, l2, l3]) as usize).min(file.len());
    let end = (body_end + 4).min(file.len());
    Part { name: [n0, n1, n2, n3], whole: at..end, length: at..at + 4, body: at + 8..body_end }
}

fn jpeg_part(file: &[u8], at: usize, before: Option<&Part>) -> Part {
    let is_marker = |at: usize| file[at] == 0xFF && !matches!(file.get(at + 1), None | Some(0x00 | 0xFF));
    let is_coded = before.is_some_and(|before| before.name == jpeg_name(0xDA));
    // Restarts belong to the coded data, which is changed at any place.
    let is_end = |at: &usize| is_marker(*at) && !(is_coded && matches!(file[at + 1], 0xD0..=0xD7));
    if !is_end(&at) {
        let end = (at + 1..file.len()).find(is_end).unwrap_or(file.len());
        return Part::bare(BETWEEN, at..end);
    }
    let marker = file[at + 1];
    let has_body = !matches!(marker, 0x01 | 0xD0..=0xD9);
    let Some(&[high, low]) = file[at + 2..].first_chunk::<2>().filter(|_| has_body) else {
        return Part::bare(jpeg_name(marker), at..at + 2);
    };
    let end = (at + 2 + usize::from(u16::from_be_bytes([high, low]).max(2))).min(file.len());
    Part { name: jpeg_name(marker), whole: at..end, length: at + 2..at + 4, body: at + 4..end }
}

/// Makes every chunk of a PNG have the checksum of what it holds.
pub(crate) fn repair_checksums(file: &mut [u8]) {
    if !file.starts_with(PNG_SIGNATURE) {
        return;
    }
    for Part { whole, body, length, .. } in parts(file) {
        // A chunk that is cut has no room for it.
        if !length.is_empty() && whole.end == body.end + 4 {
            let checksum = crc32(&file[whole.start + 4..body.end]);
            file[body.end..whole.end].copy_from_slice(&checksum.to_be_bytes());
        }
    }
}

/// The checksum of a chunk's name and data (ISO/IEC 15948, annex D).
fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), |crc, _| shift(crc)))
}

pub(crate) fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name.as_slice(), data].concat();
    [&(data.len() as u32).to_be_bytes(), named.as_slice(), &crc32(&named).to_be_bytes()].concat()
}

pub(crate) fn put_segment(file: &mut Vec<u8>, marker: u8, body: &[u8]) {
    let [high, low] = (body.len() as u16 + 2).to_be_bytes();
    file.extend([0xFF, marker, high, low]);
    file.extend_from_slice(body);
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
