//! A PNG's chunks (ISO/IEC 15948), walked without inflating any of them.

use super::{Header, Kind, Orientation};
use crate::PictureError;

const SIGNATURE_LEN: usize = 8;

/// Reads the header chunk and walks to the end chunk.
pub(super) fn read(bytes: &[u8]) -> Result<Header, PictureError> {
    let mut chunks = Chunks { rest: bytes.get(SIGNATURE_LEN..).ok_or(PictureError::Truncated)? };
    let (name, data) = chunks.next()?;
    if name != *b"IHDR" {
        return Err(PictureError::Damaged);
    }
    let [w0, w1, w2, w3, h0, h1, h2, h3, depth, colour, _, _, interlaced] = *data else {
        return Err(PictureError::Damaged);
    };
    let (width, height) = (u32::from_be_bytes([w0, w1, w2, w3]), u32::from_be_bytes([h0, h1, h2, h3]));
    if width == 0 || height == 0 {
        return Err(PictureError::Damaged);
    }
    let mut orientation = Orientation::default();
    let mut has_pixels = false;
    loop {
        match chunks.next()? {
            (name, _) if name == *b"IEND" => break,
            (name, _) if name == *b"IDAT" => has_pixels = true,
            // The decoder trusts in it.
            (name, data) if name == *b"PLTE" && !is_palette(data) => return Err(PictureError::Damaged),
            (name, data) if name == *b"eXIf" => orientation = Orientation::from_tiff(data),
            _ => {}
        }
    }
    if !has_pixels {
        return Err(PictureError::Damaged);
    }
    Ok(Header {
        kind: Kind::Png,
        width,
        height,
        orientation,
        decoded_bytes: decoded_bytes(width, height, depth, colour, interlaced == 1)?,
    })
}

/// Whether there are whole colours, 256 at most (11.2.2).
const fn is_palette(data: &[u8]) -> bool {
    !data.is_empty() && data.len().is_multiple_of(3) && data.len() <= 3 * 256
}

/// What the planes take at most that pixels are brought to row by row; and, where the rows of a picture lie scattered over
/// the file, its channels, at one or two bytes each.
fn decoded_bytes(width: u32, height: u32, depth: u8, colour: u8, interlaced: bool) -> Result<u64, PictureError> {
    let channels: u64 = match colour {
        0 => 1,
        // A palette may carry transparency, and is decoded to four channels then.
        3 | 6 => 4,
        2 => 3,
        4 => 2,
        _ => return Err(PictureError::Damaged),
    };
    let pixels = u64::from(width) * u64::from(height);
    let scattered = if interlaced { channels * if depth == 16 { 2 } else { 1 } } else { 0 };
    let per_pixel = 3 + scattered;
    pixels.checked_mul(per_pixel).ok_or(PictureError::TooManyPixels { width, height })
}

struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Chunks<'a> {
    /// The next chunk's name and data; its checksum is left to the decoder.
    fn next(&mut self) -> Result<([u8; 4], &'a [u8]), PictureError> {
        let (head, rest) = self.rest.split_first_chunk::<8>().ok_or(PictureError::Truncated)?;
        let &[l0, l1, l2, l3, n0, n1, n2, n3] = head;
        let length = usize::try_from(u32::from_be_bytes([l0, l1, l2, l3])).map_err(|_| PictureError::Damaged)?;
        let name = [n0, n1, n2, n3];
        if !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(PictureError::Damaged);
        }
        let (data, rest) = rest.split_at_checked(length).ok_or(PictureError::Truncated)?;
        self.rest = rest.get(4..).ok_or(PictureError::Truncated)?;
        Ok((name, data))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        [&(data.len() as u32).to_be_bytes(), name.as_slice(), data, &[0; 4]].concat()
    }

    #[test]
    fn a_palette_has_whole_colours_and_no_more_than_there_are_numbers_for() {
        let with = |palette: usize| {
            let header = [9_u32.to_be_bytes(), 9_u32.to_be_bytes()].concat();
            let header = chunk(b"IHDR", &[&header[..], &[8, 3, 0, 0, 0]].concat());
            let rest = [chunk(b"PLTE", &vec![7; palette]), chunk(b"IDAT", &[1]), chunk(b"IEND", b"")].concat();
            read(&[&[0; SIGNATURE_LEN][..], &header, &rest].concat()).map(|header| header.width)
        };
        assert_eq!([with(3), with(768)], [Ok(9), Ok(9)]);
        assert_eq!([with(0), with(4), with(767), with(771)], [const { Err(PictureError::Damaged) }; 4]);
    }
}
