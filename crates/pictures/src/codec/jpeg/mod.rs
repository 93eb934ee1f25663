//! Sequential JPEGs straight to a reduced size (ITU-T T.81): every block's codes are read, but only as many of its
//! frequencies as are wanted are transformed. Brightness and colours stay apart; no buffer is of the picture's full size.
//!
//! Takes what cameras and phones make: 8 bits, Huffman codes, grey or YCbCr of any sampling, one scan or several. The rest
//! is left to another decoder.

mod bits;
mod frame;
mod huffman;
mod idct;
mod plane;
mod scan;
mod tables;

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod damage;

pub(super) use frame::Colours;
use frame::{Frame, Kept};

pub(super) use plane::Plane;
use scan::Scan;
pub(super) use scan::ZIGZAG;
use tables::Tables;

use crate::PictureError;
use crate::header::jpeg::{Layout, marker};

/// Planes of brightness (Y) and, unless the picture is grey, of colours (Cb, Cr), as in JFIF (ITU-T T.871).
pub(super) type Planes = Vec<Plane>;

/// How many to keep of the eight samples of a block, across and down, and how much larger than the result the picture must
/// still be then, in halves. One sample a block is its mean, which is as blurred as it sounds: pages that are to be reduced
/// by no more than that come 16 to 20 dB nearer to a full decoding with four samples a block.
const CHOICES: [(Kept, u32); 3] = [(1, 3), (2, 2), (4, 2)];

/// The fewest samples to keep of the eight of a block, across and down, so that enough is left to reduce `crop` to `size`.
pub(super) fn kept_for(crop: (u32, u32), size: (u32, u32)) -> Kept {
    let is_enough = |crop: u32, size: u32, kept: Kept, reserve: u32| {
        2 * (crop as usize * kept).div_ceil(8) >= size as usize * reserve as usize
    };
    CHOICES
        .into_iter()
        .find(|&(kept, reserve)| is_enough(crop.0, size.0, kept, reserve) && is_enough(crop.1, size.1, kept, reserve))
        .map_or(8, |(kept, _)| kept)
}

/// Decodes the picture to `kept` eighths of its size: 1, 2, 4 or 8, with as many samples of colours as are wanted. Gives `None`, without decoding anything, for those
/// that this decoder doesn't take: progressive ones, and colours that are not YCbCr.
///
/// # Errors
/// [`PictureError::Truncated`], [`PictureError::Damaged`], [`PictureError::OutOfMemory`].
pub(super) fn decode(
    file: &[u8],
    layout: &Layout,
    kept: Kept,
    colours: Colours,
) -> Result<Option<Planes>, PictureError> {
    let Some(mut frame) = frame(file, layout) else { return Ok(None) };
    frame.reduce(kept, colours);
    let mut planes: Planes =
        frame.components.iter().map(|component| frame.plane(component)).collect::<Result<_, _>>()?;
    let mut is_decoded = vec![false; planes.len()];
    let mut tables = Tables::default();
    for segment in layout.segments() {
        let body = segment.body(file);
        let defined = match segment.marker {
            marker::DQT => tables.define_quantisation(body),
            marker::DHT => tables.define_codes(body),
            marker::DRI => tables.define_restarts(body),
            marker::SOS => {
                let scan = Scan::read(body, &frame, &tables).ok_or(PictureError::Damaged)?;
                // Each component has one scan; a second one would paint over it.
                for component in scan.components() {
                    if std::mem::replace(&mut is_decoded[component], true) {
                        return Err(PictureError::Damaged);
                    }
                }
                scan.decode(segment.coded(file), &mut planes)?;
                Some(())
            }
            _ => Some(()),
        };
        defined.ok_or(PictureError::Damaged)?;
    }
    if is_decoded.contains(&false) {
        return Err(PictureError::Truncated);
    }
    Ok(Some(planes))
}

/// The frame, if this decoder takes it.
fn frame(file: &[u8], layout: &Layout) -> Option<Frame> {
    let mut frame = None;
    let (mut is_jfif, mut adobe) = (false, None);
    for segment in layout.segments() {
        let body = segment.body(file);
        match segment.marker {
            // Baseline and extended sequential; the walk has seen to 8 bits and that there is no other frame.
            marker::SOF0 | marker::SOF1 => frame = Frame::read(body),
            marker::APP0 => is_jfif = true,
            // After the name, a version and two flags.
            marker::APP14 => adobe = body.get(11).copied().or(adobe),
            _ => {}
        }
    }
    frame.filter(|frame| {
        let ids = frame.components.iter().map(|component| component.id);
        match adobe {
            _ if frame.components.len() == 1 => true,
            // Adobe's 1 is YCbCr; its 0 leaves colours as they are, and 2 is YCCK.
            Some(transform) => is_jfif || transform == 1,
            None => is_jfif || !ids.eq(*b"RGB"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_samples_are_kept_that_leave_enough_for_the_result() {
        assert_eq!(kept_for((4000, 3000), (2000, 1500)), 4);
        assert_eq!(kept_for((3999, 2999), (2000, 1500)), 4, "the last sample is only partly within");
        assert_eq!(kept_for((3998, 2999), (2000, 1500)), 8);
        assert_eq!(kept_for((8064, 6048), (2000, 1500)), 2);
        assert_eq!(kept_for((3000, 3696), (358, 441)), 2, "an eighth would do, but is too blurred");
        assert_eq!(kept_for((4800, 5913), (358, 441)), 1);
        assert_eq!(kept_for((1600, 1200), (1600, 1200)), 8);
        assert_eq!(kept_for((8000, 900), (8000, 900)), 8);
        assert_eq!(kept_for((8000, 1600), (4000, 1000)), 8, "the shorter side decides");
    }

    /// A picture of 4:4:4 with its application segments replaced and its components renamed.
    fn with(segments: &[u8], ids: [u8; 3]) -> Vec<u8> {
        let sample = agreement::corpus().iter().find(|sample| sample.sampling == "4:4:4").unwrap();
        // After the first marker and JFIF's segment of 18 bytes.
        let mut file = [&sample.file[..2], segments, &sample.file[20..]].concat();
        let at = |file: &[u8], marker| file.windows(2).position(|pair| pair == [0xFF, marker]).unwrap();
        let (frame, scan) = (at(&file, marker::SOF0), at(&file, marker::SOS));
        for (index, id) in ids.into_iter().enumerate() {
            file[frame + 10 + 3 * index] = id;
            file[scan + 5 + 2 * index] = id;
        }
        file
    }

    #[test]
    fn colours_that_are_not_ycbcr_are_left_to_the_other_decoder() {
        let adobe = |transform| [b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0".as_slice(), &[transform]].concat();
        let is_taken =
            |file: Vec<u8>| decode(&file, &Layout::read(&file).unwrap(), 4, Colours::Whole).unwrap().is_some();
        assert!(is_taken(with(b"", [1, 2, 3])));
        assert!(is_taken(with(&adobe(1), *b"RGB")));
        assert!(!is_taken(with(b"", *b"RGB")));
        assert!(!is_taken(with(&adobe(0), [1, 2, 3])));
    }
}
