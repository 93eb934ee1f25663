//! What a file says of itself, of the kinds that browsers decode: how large it is, so that a giant is refused before one
//! tries, and so is what has an end missing, of which some browsers show the rest; and how a WebP must be turned, for which
//! none of them looks.

use super::{Kind, Orientation};
use crate::{Limits, PictureError};

/// Refuses a file of `length` bytes, that a browser would decode, by what its start announces.
///
/// # Errors
/// [`PictureError::TooManyPixels`], [`PictureError::Truncated`].
pub fn check_announced(start: &[u8], length: u64, limits: &Limits) -> Result<(), PictureError> {
    announced(start).map_or(Ok(()), |(width, height)| limits.check_bitmap(width, height))?;
    if announced_bytes(start).is_some_and(|bytes| bytes > length) { Err(PictureError::Truncated) } else { Ok(()) }
}

/// Pixels across and down that the start of a file announces, before any turning; `None` where that isn't to be found.
fn announced(start: &[u8]) -> Option<(u32, u32)> {
    match Kind::of(start)? {
        Kind::Webp => webp(start),
        Kind::Heic | Kind::Avif => heif(start),
        // The screen of all frames, after six bytes of name.
        Kind::Gif => Some((little(start, 6, 2)?, little(start, 8, 2)?)),
        // Rows may be counted from below, as a negative number.
        Kind::Bmp => Some((little(start, 18, 4)?, little(start, 22, 4)?.cast_signed().unsigned_abs())),
        _ => None,
    }
}

/// How many bytes the start of a file announces at least; `None` where that isn't to be found.
fn announced_bytes(start: &[u8]) -> Option<u64> {
    match Kind::of(start)? {
        // All but the name and the length itself (RFC 9649, 2.3).
        Kind::Webp => Some(u64::from(little(start, 4, 4)?) + 8),
        // Some write nothing there.
        Kind::Bmp => Some(u64::from(little(start, 2, 4)?)),
        Kind::Heic | Kind::Avif => Some(heif_bytes(start)),
        Kind::Gif => Some(gif_bytes(start) as u64),
        _ => None,
    }
}

/// The end of the last block of the first frame that begins within the start (GIF89a, 15 to 22).
fn gif_bytes(start: &[u8]) -> usize {
    const COLOURS_FOLLOW: u8 = 0x80;
    /// Bytes of a table of colours, by what says whether there is one and how long it is.
    const fn table(flags: u8) -> usize {
        if flags & COLOURS_FOLLOW == 0 { 0 } else { 3 << ((flags & 7) + 1) }
    }
    let at = |place: usize| start.get(place).copied();
    // One more than there is where something must follow.
    let blocks = |mut place: usize| {
        while let Some(length) = at(place).filter(|&length| length > 0) {
            place += 1 + usize::from(length);
        }
        place + 1
    };
    let mut place = 13 + table(at(10).unwrap_or(0));
    loop {
        match at(place) {
            // An extension: two bytes that say so, and blocks.
            Some(0x21) => place = blocks(place + 2),
            // The frame: ten bytes, its own colours, a byte of how it is coded, and blocks.
            Some(0x2C) => return blocks(place + 11 + table(at(place + 9).unwrap_or(0))),
            _ => return place + 1,
        }
    }
}

/// The end of the last box that begins within the start.
fn heif_bytes(start: &[u8]) -> u64 {
    let mut end = 0_u64;
    while let Some(&[s0, s1, s2, s3, ..]) = usize::try_from(end).ok().and_then(|at| start.get(at..)?.first_chunk::<8>())
    {
        let length = match u32::from_be_bytes([s0, s1, s2, s3]) {
            // As far as there is something.
            0 => break,
            // Eight more bytes say it.
            1 => {
                let long = usize::try_from(end).ok().and_then(|at| start.get(at + 8..)?.first_chunk::<8>());
                long.map_or(0, |long| u64::from_be_bytes(*long))
            }
            length => length.into(),
        };
        // A box is never shorter than what says its length.
        let Some(next) = Some(length).filter(|&length| length >= 8).and_then(|length| end.checked_add(length)) else {
            break;
        };
        end = next;
    }
    end
}

/// The first chunk says it, in one of three ways (RFC 9649, 2.5 to 2.7, and RFC 6386, 9.1).
fn webp(start: &[u8]) -> Option<(u32, u32)> {
    match start.get(12..16)? {
        b"VP8X" => Some((little(start, 24, 3)? + 1, little(start, 27, 3)? + 1)),
        b"VP8L" => {
            let bits = little(start, 21, 4)?;
            Some(((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1))
        }
        // Two bits of each say how a player would enlarge it.
        b"VP8 " => Some((little(start, 26, 2)? & 0x3FFF, little(start, 28, 2)? & 0x3FFF)),
        _ => None,
    }
}

/// Whether a WebP has a profile of its colours (RFC 9649, 2.7).
#[must_use]
pub fn webp_has_profile(start: &[u8]) -> bool {
    const HAS_PROFILE: u8 = 0x20;
    start.get(12..16) == Some(b"VP8X") && start.get(20).is_some_and(|flags| flags & HAS_PROFILE != 0)
}

/// More chunks come before the EXIF of pictures that move only.
const MOST_CHUNKS: usize = 16;

/// How the pixels of a WebP must be turned (RFC 9649, 2.7.1.5): by an EXIF that lies behind them. Whatever is broken there
/// counts as upright.
#[must_use]
pub fn webp_orientation(file: &[u8]) -> Orientation {
    webp_exif(file).map_or(Orientation::Upright, |exif| {
        // Some write it with the name that it has in JPEGs.
        Orientation::from_tiff(exif.strip_prefix(b"Exif\0\0").unwrap_or(exif))
    })
}

fn webp_exif(file: &[u8]) -> Option<&[u8]> {
    const HAS_EXIF: u8 = 0x08;
    if file.get(12..16)? != b"VP8X" || file.get(20)? & HAS_EXIF == 0 {
        return None;
    }
    let mut rest = &file[12..];
    for _ in 0..MOST_CHUNKS {
        let (head, body) = rest.split_first_chunk::<8>()?;
        let length = usize::try_from(little(head, 4, 4)?).ok()?;
        let (body, behind) = body.split_at_checked(length)?;
        if head.starts_with(b"EXIF") {
            return Some(body);
        }
        rest = behind.get(length % 2..)?;
    }
    None
}

fn little(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    Some(bytes.get(at..at + count)?.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte)))
}

/// The largest of the sizes that items have (ISO/IEC 23008-12, 6.5.3): a picture of tiles has that of a tile too, and most
/// have that of a preview.
fn heif(start: &[u8]) -> Option<(u32, u32)> {
    // After the contents of a box of a longer kind, four bytes of version and flags.
    let meta = Boxes(start).find(|(name, _)| name == b"meta")?.1.get(4..)?;
    let properties = Boxes(meta).find(|(name, _)| name == b"iprp")?.1;
    let properties = Boxes(properties).find(|(name, _)| name == b"ipco")?.1;
    let sizes = Boxes(properties).filter(|(name, _)| name == b"ispe").filter_map(|(_, body)| {
        let &[_, _, _, _, w0, w1, w2, w3, h0, h1, h2, h3] = body.first_chunk::<12>()?;
        Some((u32::from_be_bytes([w0, w1, w2, w3]), u32::from_be_bytes([h0, h1, h2, h3])))
    });
    sizes.max_by_key(|&(width, height)| u64::from(width) * u64::from(height))
}

/// The boxes of an ISO base media file (ISO/IEC 14496-12, 4.2), each with its name and what is there of its body.
struct Boxes<'a>(&'a [u8]);

impl<'a> Iterator for Boxes<'a> {
    type Item = ([u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (&[s0, s1, s2, s3, n0, n1, n2, n3], body) = self.0.split_first_chunk::<8>()?;
        let body_length = match u32::from_be_bytes([s0, s1, s2, s3]) {
            // To the end; or a length of eight bytes, which only what holds the coded data has.
            0 | 1 => body.len(),
            length => usize::try_from(length).ok()?.checked_sub(8)?,
        };
        let (body, rest) = body.split_at(body_length.min(body.len()));
        self.0 = rest;
        Some(([n0, n1, n2, n3], body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
        [&(body.len() as u32 + 8).to_be_bytes(), name.as_slice(), body].concat()
    }

    fn size(width: u32, height: u32) -> Vec<u8> {
        named(b"ispe", &[[0; 4], width.to_be_bytes(), height.to_be_bytes()].concat())
    }

    /// As an iPhone lays a file out: tiles and a preview beside the whole.
    fn heic() -> Vec<u8> {
        let sizes = [size(512, 512), size(4032, 3024), named(b"hvcC", &[1; 9]), size(320, 240)].concat();
        let properties = named(b"iprp", &[named(b"ipco", &sizes), named(b"ipma", &[0; 5])].concat());
        let meta = [[0; 4].as_slice(), &named(b"hdlr", &[0; 20]), &properties].concat();
        let start = named(b"ftyp", b"heic\0\0\0\0mif1heic");
        [start, named(b"meta", &meta), named(b"mdat", &[7; 99])].concat()
    }

    #[test]
    fn the_size_of_every_kind_is_found() {
        let cases: [(&[u8], (u32, u32)); 6] = [
            (b"RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xbf\x0f\0\xcf\x0b\0", (4032, 3024)),
            (b"RIFF\x24\0\0\0WEBPVP8L\x24\0\0\0\x2f\xbf\xcf\xf3\x02", (4032, 3024)),
            (b"RIFF\x24\0\0\0WEBPVP8 \x24\0\0\0\x30\x01\x00\x9d\x01\x2a\xc0\x4f\xd0\x0b", (4032, 3024)),
            (b"GIF89a\x80\x02\xe0\x01", (640, 480)),
            (b"BM\x36\0\x0c\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x80\x02\0\0\x20\xfe\xff\xff", (640, 480)),
            (&heic(), (4032, 3024)),
        ];
        for (start, size) in cases {
            assert_eq!(announced(start), Some(size), "{:?}", Kind::of(start));
        }
    }

    #[test]
    fn a_file_that_is_shorter_than_it_says_is_known_by_its_start() {
        let heic = heic();
        assert_eq!(announced_bytes(&heic), Some(heic.len() as u64));
        // The last box begins here, with its length.
        assert_eq!(announced_bytes(&heic[..heic.len() - 99]), Some(heic.len() as u64));
        let long = [named(b"ftyp", b"avif\0\0\0\0"), b"\0\0\0\x01mdat\0\0\0\x01\0\0\0\0".to_vec()].concat();
        assert_eq!(announced_bytes(&long), Some((1 << 32) + 16));
        assert_eq!(announced_bytes(b"RIFF\x24\x01\0\0WEBPVP8X"), Some(0x12C));
        assert_eq!(announced_bytes(b"BM\x36\0\x0c\0\0\0\0\0\x36"), Some(0x000C_0036));
        // A length that can't be leads nowhere, and not round in circles.
        assert_eq!(announced_bytes(b"\0\0\0\x10ftypheic\0\0\0\0\0\0\0\x03meta"), Some(16));
        assert_eq!(
            announced_bytes(b"\0\0\0\x10ftypheic\0\0\0\0\0\0\0\x01mdat\xff\xff\xff\xff\xff\xff\xff\xff"),
            Some(16)
        );
    }

    #[test]
    fn a_gif_is_read_to_the_end_of_its_first_frame() {
        let frame = |flags: u8, colours: usize| {
            [&[0x2C, 0, 0, 0, 0, 2, 0, 2, 0, flags][..], &vec![9; colours], &[2, 2, 0x4C, 1, 1, 7, 0]].concat()
        };
        let extension = b"\x21\xf9\x04\0\0\0\0\0";
        let with = |frame: &[u8]| [b"GIF89a\x02\0\x02\0\x80\0\0", &[5; 6][..], extension, frame].concat();
        for frame in [frame(0, 0), frame(0x81, 12)] {
            let first = with(&frame);
            assert_eq!(announced_bytes(&first), Some(first.len() as u64));
            let animated = [first.as_slice(), extension, &frame, b"\x3b"].concat();
            assert_eq!(announced_bytes(&animated), Some(first.len() as u64));
            for end in 6..first.len() {
                assert!(announced_bytes(&first[..end]) > Some(end as u64), "cut at {end}");
            }
        }
    }

    /// A WebP with an EXIF of this body behind its pixels, of which there is an odd number of bytes.
    fn webp(exif: &[u8]) -> Vec<u8> {
        let chunk = |name: &[u8; 4], body: &[u8]| {
            let padding = vec![0; body.len() % 2];
            [name.as_slice(), &(body.len() as u32).to_le_bytes(), body, &padding].concat()
        };
        let chunks = [
            chunk(b"VP8X", &[8, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
            chunk(b"VP8 ", &[0; 77]),
            chunk(b"EXIF", exif),
            chunk(b"XMP ", b"<x/>"),
        ];
        let body = chunks.concat();
        [b"RIFF", (body.len() as u32 + 4).to_le_bytes().as_slice(), b"WEBP", &body].concat()
    }

    #[test]
    fn a_webp_is_turned_by_the_exif_behind_its_pixels() {
        let tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let whole = webp(tiff);
        assert_eq!(webp_orientation(&whole), Orientation::Rotate90);
        assert_eq!(webp_orientation(&webp(&[b"Exif\0\0", tiff.as_slice()].concat())), Orientation::Rotate90);
        assert!(!webp_has_profile(&whole));
        let mut with_profile = whole.clone();
        with_profile[20] |= 0x20;
        assert!(webp_has_profile(&with_profile));
        assert_eq!(webp_orientation(&with_profile), Orientation::Rotate90);
        // The flag says that there is none.
        let mut without = whole.clone();
        without[20] = 0;
        assert_eq!(webp_orientation(&without), Orientation::Upright);
        for end in 0..whole.len() - 12 {
            assert_eq!(webp_orientation(&whole[..end]), Orientation::Upright, "cut at {end}");
        }
        let mut endless = whole;
        endless[34..38].fill(0xFF);
        assert_eq!(webp_orientation(&endless), Orientation::Upright);
    }

    #[test]
    fn a_start_that_is_cut_says_nothing_and_breaks_nothing() {
        let heic = heic();
        for end in 0..heic.len() {
            let found = announced(&heic[..end]);
            assert!(matches!(found, None | Some((512, 512) | (4032, 3024))), "{found:?} at {end}");
        }
        for start in [b"RIFF\x24\0\0\0WEBPVP8X".as_slice(), b"GIF89a\x80", b"\xff\xd8\xff\xe0", b"\0\0\0\0ftypheic"] {
            assert_eq!(announced(start), None);
        }
    }
}
