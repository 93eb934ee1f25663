//! How files are broken: by chance, and partly by the rules of their formats.

use fastrand::Rng;
use miniz_oxide::{deflate::compress_to_vec_zlib, inflate::decompress_to_vec_zlib_with_limit};

use crate::{
    choice, common,
    parts::{BETWEEN, JPEG_START, PNG_SIGNATURE, Part, chunk, hexadecimal, parts, put_segment, repair_checksums},
    seeds::{Specimen, jpeg_by_chance, png_by_chance},
};

/// One of the pool, or one that is made up, after some changes.
pub(crate) fn broken(random: &mut Rng, pool: &[Specimen]) -> Specimen {
    let (mut specimen, least) = match random.u8(..16) {
        0 | 1 => (jpeg_by_chance(random), 0),
        2 => (png_by_chance(random), 0),
        _ => (chosen(random, pool).clone(), 1),
    };
    for _ in 0..*choice(random, &[least, least, 1, 1, 2, 3, 5]) {
        let other = chosen(random, pool);
        let change = change(random, &mut specimen.file, &other.file);
        specimen.made_by = format!("{}\n{change}", specimen.made_by);
    }
    // Else nearly every change of a chunk would end at its checksum.
    if random.u8(..8) > 0 {
        repair_checksums(&mut specimen.file);
    }
    specimen
}

/// One of the pool: of the kinds of which there are few more often than that, and a large one seldom.
fn chosen<'a>(random: &mut Rng, pool: &'a [Specimen]) -> &'a Specimen {
    let is_wanted = match random.u8(..16) {
        0..4 => |file: &[u8]| file.starts_with(PNG_SIGNATURE),
        4 => |file: &[u8]| !file.starts_with(PNG_SIGNATURE) && !file.starts_with(JPEG_START),
        _ => |file: &[u8]| file.starts_with(JPEG_START),
    };
    loop {
        let specimen = choice(random, pool);
        if is_wanted(&specimen.file) && (!specimen.is_large || random.u8(..6) == 0) {
            return specimen;
        }
    }
}

/// Bytes that mean something in one of the formats, or lie at the edge of what a number holds.
const BYTES: &[u8] =
    &[0x00, 0x01, 0x02, 0x03, 0x04, 0x07, 0x08, 0x10, 0x11, 0x22, 0x3F, 0x40, 0x44, 0x7F, 0x80, 0xFE, 0xFF];

/// Markers that a decoder meets, and some that it doesn't.
const MARKERS: &[u8] = &[
    0x00, 0x01, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC8, 0xC9, 0xCC, 0xD0, 0xD1, 0xD2, 0xD5, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB,
    0xDC, 0xDD, 0xE0, 0xE1, 0xEE, 0xFE, 0xFF,
];

/// Sides of a picture at which something changes.
const SIDES: &[u32] = &[
    0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 47, 48, 64, 65, 100, 319, 357, 358, 359, 440, 441, 799, 800, 801, 1080, 1081,
    1600, 2000, 2001, 4000, 65535, 65536, 0x7FFFFFFF, 0x80000000, !0,
];

/// Changes a file in one way, by chance and partly by the rules of its format, and says how.
fn change(random: &mut Rng, file: &mut Vec<u8>, other: &[u8]) -> String {
    let at = random.usize(..=file.len());
    let end = (at + *choice(random, &[1, 2, 3, 8, 30, 300])).min(file.len());
    let parts = parts(file);
    let part = if parts.is_empty() { Part::default() } else { choice(random, &parts).clone() };
    let second = if parts.is_empty() { Part::default() } else { choice(random, &parts).clone() };
    match random.u8(..22) {
        0 if at < file.len() => {
            let bit = random.u8(..8);
            file[at] ^= 1 << bit;
            format!("bit {bit} turned at {at}")
        }
        1 if at < file.len() => {
            file[at] = *choice(random, BYTES);
            format!("{:#04x} put at {at}", file[at])
        }
        2 => {
            let marker = *choice(random, MARKERS);
            let end = if random.bool() { at } else { (at + 2).min(file.len()) };
            file.splice(at..end, [0xFF, marker]);
            format!("marker {marker:#04x} put in place of {at}..{end}")
        }
        3 => {
            file.drain(at..end);
            format!("{at}..{end} taken out")
        }
        4 => {
            let doubled = file[at..end].to_vec();
            file.splice(at..at, doubled);
            format!("{at}..{end} doubled")
        }
        5 => {
            // Closed again by what ends the file.
            let last =
                parts.last().filter(|_| random.bool()).map_or(Vec::new(), |last| file[last.whole.clone()].to_vec());
            file.truncate(at);
            file.extend_from_slice(&last);
            format!("cut at {at}, closed by {} bytes", last.len())
        }
        6 => {
            file.drain(part.whole.clone());
            format!("{part} taken out")
        }
        7 => {
            let copy = file[part.whole.clone()].to_vec();
            file.splice(second.whole.start..second.whole.start, copy);
            format!("{part} doubled before {second}")
        }
        8 => {
            let (first, second) = if part.whole.start <= second.whole.start { (part, second) } else { (second, part) };
            if first.whole.end <= second.whole.start {
                let swapped = [
                    &file[second.whole.clone()],
                    &file[first.whole.end..second.whole.start],
                    &file[first.whole.clone()],
                ]
                .concat();
                file.splice(first.whole.start..second.whole.end, swapped);
            }
            format!("{first} and {second} swapped")
        }
        9 => {
            let theirs = self::parts(other);
            let Some(theirs) = random.choice(&theirs) else { return "nothing taken from an empty file".into() };
            let end = if random.bool() { part.whole.start } else { part.whole.end };
            file.splice(part.whole.start..end, other[theirs.whole.clone()].iter().copied());
            format!("another file's {theirs} put in place of {}..{end}", part.whole.start)
        }
        10 => {
            let theirs = self::parts(other);
            let from = random.choice(&theirs).map_or(0, |theirs| theirs.whole.start);
            file.splice(part.whole.start.., other[from..].iter().copied());
            format!("another file from {from} on put in place of all from {part} on")
        }
        11 | 12 => change_size(random, file, &parts),
        13 | 14 => change_length(random, file, &part),
        15 => insert_segment(random, file, &parts),
        16 | 17 => change_coded(random, file, &parts),
        // A byte of what all else depends on.
        _ => {
            let heads: Vec<&Part> = parts.iter().filter(|part| part.is_head()).collect();
            let Some(head) = random.choice(heads) else { return "nothing changed where no heads are".into() };
            // Mostly near the start, which says what the rest is.
            let reach = if random.bool() { head.body.len() } else { head.body.len().min(24) };
            let at = head.body.start + random.usize(..reach);
            file[at] = match random.u8(..4) {
                0 => random.u8(..),
                1 => file[at].wrapping_add(1),
                2 => file[at].wrapping_sub(1),
                _ => *choice(random, BYTES),
            };
            format!("{:#04x} put at {at} in {head}", file[at])
        }
    }
}

/// Makes the frame header of a JPEG, or the first chunk of a PNG, say another size.
fn change_size(random: &mut Rng, file: &mut [u8], parts: &[Part]) -> String {
    let is_height = random.bool();
    let is_near = random.bool();
    let near = random.u32(..3).wrapping_sub(1);
    let far = *choice(random, SIDES);
    let side = |old: u32| if is_near { old.wrapping_add(near) } else { far };
    for part in parts {
        match (part.name, file.get_mut(part.body.clone())) {
            ([0xFF, 0xC0..=0xC2, ..], Some([_, h0, h1, w0, w1, ..])) => {
                let (high, low) = if is_height { (h0, h1) } else { (w0, w1) };
                let side = side(u16::from_be_bytes([*high, *low]).into());
                [*high, *low] = (side as u16).to_be_bytes();
                return format!("{side} said to be the {} of {part}", if is_height { "height" } else { "width" });
            }
            ([b'I', b'H', b'D', b'R'], Some([w0, w1, w2, w3, h0, h1, h2, h3, ..])) => {
                let [a, b, c, d] = if is_height { [h0, h1, h2, h3] } else { [w0, w1, w2, w3] };
                let side = side(u32::from_be_bytes([*a, *b, *c, *d]));
                [*a, *b, *c, *d] = side.to_be_bytes();
                return format!("{side} said to be the {} of {part}", if is_height { "height" } else { "width" });
            }
            _ => {}
        }
    }
    "no size to change".into()
}

/// Makes a segment or chunk say another length, and mostly be as long.
fn change_length(random: &mut Rng, file: &mut Vec<u8>, part: &Part) -> String {
    let old = part.body.len();
    let new = if random.bool() { (old + random.usize(..7)).saturating_sub(3) } else { random.usize(..=2 * old) };
    // That of a JPEG's segment counts itself.
    let right = new + if part.length.len() == 2 { 2 } else { 0 };
    let said = *choice(random, &[right, right, right, right, right, right, 0, 1, 2, usize::MAX]);
    let bytes = &said.to_be_bytes()[size_of::<usize>() - part.length.len()..];
    file[part.length.clone()].copy_from_slice(bytes);
    let is_kept = part.length.is_empty() || random.u8(..4) == 0;
    if !is_kept {
        let mut body = file[part.body.clone()].to_vec();
        body.resize(new, random.u8(..));
        file.splice(part.body.clone(), body);
    }
    format!("{said} said to be the length of {part}, which is now {}", if is_kept { old } else { new })
}

/// Puts in how a camera was held, how Adobe's programs store colours, or after how many units there are restarts.
fn insert_segment(random: &mut Rng, file: &mut Vec<u8>, parts: &[Part]) -> String {
    let Some(first) = parts.get(1) else { return "no place for a segment".into() };
    let mut exif = common::exif(random.u16(..10));
    if random.u8(..4) == 0 {
        let at = random.usize(..exif.len());
        exif[at] = *choice(random, BYTES);
    }
    let (at, segment) = if file.starts_with(PNG_SIGNATURE) {
        (first.whole.end, chunk(b"eXIf", &exif))
    } else {
        let (marker, body) = match random.u8(..3) {
            0 => (0xE1, [b"Exif\0\0".as_slice(), &exif].concat()),
            1 => (0xEE, [b"Adobe\0\x64\0\0\0\0".as_slice(), &[random.u8(..4)]].concat()),
            _ => (0xDD, vec![0, random.u8(..6)]),
        };
        let mut segment = Vec::new();
        put_segment(&mut segment, marker, &body);
        (first.whole.start, segment)
    };
    let told = hexadecimal(&segment);
    file.splice(at..at, segment);
    format!("{told} put in at {at}")
}

/// Changes coded data so that it is still read as such: in a JPEG no byte becomes a marker, and in a PNG the changed data
/// are packed anew.
fn change_coded(random: &mut Rng, file: &mut Vec<u8>, parts: &[Part]) -> String {
    if file.starts_with(PNG_SIGNATURE) {
        return change_packed(random, file, parts);
    }
    let coded: Vec<&Part> = parts.iter().filter(|part| part.name == BETWEEN && !part.whole.is_empty()).collect();
    let Some(coded) = random.choice(coded) else { return "no coded data to change".into() };
    let mut changed = Vec::new();
    for _ in 0..random.usize(1..4) {
        let at = coded.whole.start + random.usize(..coded.whole.len());
        let is_marked = file[at] == 0xFF || file[at - 1] == 0xFF;
        let value = if random.bool() { file[at] ^ 1 << random.u8(..8) } else { random.u8(..) };
        if !is_marked && value != 0xFF {
            file[at] = value;
            changed.push((at, value));
        }
    }
    format!("coded data changed: {changed:?}")
}

fn change_packed(random: &mut Rng, file: &mut Vec<u8>, parts: &[Part]) -> String {
    let packed: Vec<&Part> = parts.iter().filter(|part| part.name == *b"IDAT").collect();
    let [first, .., last] = packed[..] else { return "too little packed data to change".into() };
    let data: Vec<u8> = packed.iter().flat_map(|part| &file[part.body.clone()]).copied().collect();
    let Ok(mut rows) = decompress_to_vec_zlib_with_limit(&data, 8 << 20) else { return "not to be unpacked".into() };
    let mut changed = Vec::new();
    for _ in 0..random.usize(1..4) {
        if rows.is_empty() {
            break;
        }
        let at = random.usize(..rows.len());
        match random.u8(..8) {
            0 => rows.truncate(at),
            1 => rows.extend_from_within(at..),
            _ => rows[at] = *choice(random, &[0, 1, 2, 3, 4, 5, 0x7F, 0xFF]),
        }
        changed.push(at);
    }
    let mut data = compress_to_vec_zlib(&rows, *choice(random, &[0, 1, 6]));
    let rest = data.split_off(random.usize(..=data.len()));
    file.splice(first.whole.start..last.whole.end, [chunk(b"IDAT", &data), chunk(b"IDAT", &rest)].concat());
    format!("packed rows changed at {changed:?} and packed into {} and {} bytes", data.len(), rest.len())
}
