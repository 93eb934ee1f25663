//! JPEGs straight to a reduced size (ITU-T T.81): every block's codes are read, but only as many of its frequencies as are
//! wanted are transformed. Brightness and colours stay apart; no buffer is of the picture's full size.
//!
//! Takes 8 bits and Huffman codes, sequential and progressive: what cameras, phones and programs make.

mod bits;
mod frame;
mod huffman;
mod idct;
mod lines;
mod plane;
mod progressive;
mod reduction;
mod scan;
mod scheme;
mod sequential;
mod tables;

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod damage;

pub(super) use frame::Colours;
use frame::{Frame, Kept};

pub(super) use plane::Plane;
use progressive::Progress;
pub(super) use reduction::ZIGZAG;
use scan::Scan;
use scheme::Scheme;
use sequential::Sequential;
use tables::Tables;

use crate::header::jpeg::{Layout, marker};
use crate::{Limits, PictureError};

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

/// Decodes the picture to `kept` eighths of its size: 1, 2, 4 or 8, with as many samples of colours as are wanted.
///
/// # Errors
/// [`PictureError::Truncated`], [`PictureError::Damaged`], [`PictureError::OutOfMemory`];
/// [`PictureError::TooManyPixels`] where its planes, and what is collected of a progressive picture, take more than the limits
/// allow;
/// [`PictureError::UnsupportedEncoding`] for colours that are not brightness and colours and not sampled alike.
pub(super) fn decode(
    file: &[u8],
    layout: &Layout,
    kept: Kept,
    colours: Colours,
    limits: &Limits,
) -> Result<Planes, PictureError> {
    let mut frame = layout.frame_body(file).and_then(Frame::read).ok_or(PictureError::Damaged)?;
    let scheme = Scheme::of(&frame, file, layout);
    if scheme != Scheme::Jfif && !frame.is_sampled_alike() {
        return Err(PictureError::UnsupportedEncoding);
    }
    frame.reduce(kept, if scheme == Scheme::Jfif { colours } else { Colours::Whole });
    let collected = if layout.is_progressive() { frame.collected_bytes() } else { 0 };
    limits.check_decoded_bytes(&layout.header(), frame.plane_bytes() + collected)?;
    let planes = if layout.is_progressive() {
        let mut progress = Progress::new(&frame);
        each_scan(file, layout, &frame, |scan, coded, tables| progress.decode(scan, coded, &frame, tables))?;
        progress.into_planes(&frame)?
    } else {
        sequential(file, layout, &frame)?
    };
    Ok(scheme.to_jfif(planes))
}

/// The planes of a sequential picture, each of which has one scan.
fn sequential(file: &[u8], layout: &Layout, frame: &Frame) -> Result<Planes, PictureError> {
    let mut planes: Planes =
        frame.components.iter().map(|component| frame.plane(component)).collect::<Result<_, _>>()?;
    let mut is_decoded = vec![false; planes.len()];
    each_scan(file, layout, frame, |scan, coded, tables| {
        for part in &scan.parts {
            // A second one would paint over the first.
            if std::mem::replace(&mut is_decoded[part.component], true) {
                return Err(PictureError::Damaged);
            }
        }
        let mut units = Sequential::new(scan, frame, tables, &mut planes).ok_or(PictureError::Damaged)?;
        scan.decode(coded, &mut units)
    })?;
    if is_decoded.contains(&false) { Err(PictureError::Truncated) } else { Ok(planes) }
}

/// Goes through the scans with their coded data and the tables that are in force then.
fn each_scan(
    file: &[u8],
    layout: &Layout,
    frame: &Frame,
    mut decode: impl FnMut(&Scan, &[u8], &Tables) -> Result<(), PictureError>,
) -> Result<(), PictureError> {
    let mut tables = Tables::of(layout.is_progressive());
    for segment in layout.segments() {
        let body = segment.body(file);
        let defined = match segment.marker {
            marker::DQT => tables.define_quantisation(body),
            marker::DHT => tables.define_codes(body),
            marker::DRI => tables.define_restarts(body),
            marker::SOS => {
                let scan = Scan::read(body, frame, &tables).ok_or(PictureError::Damaged)?;
                decode(&scan, segment.coded(file), &tables)?;
                Some(())
            }
            _ => Some(()),
        };
        defined.ok_or(PictureError::Damaged)?;
    }
    Ok(())
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

    fn planes(file: &[u8]) -> Planes {
        decode(file, &Layout::read(file).unwrap(), 4, Colours::Whole, &Limits::DEVICE).unwrap()
    }

    #[test]
    fn colours_that_are_not_ycbcr_become_so() {
        let adobe = |transform| [b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0".as_slice(), &[transform]].concat();
        let stored = planes(&with(b"", [1, 2, 3]));
        assert_eq!(planes(&with(&adobe(1), *b"RGB")), stored);
        let [r, g, b] = [0, 1, 2].map(|plane: usize| &stored[plane].samples);
        for file in [with(b"", *b"RGB"), with(&adobe(0), [1, 2, 3])] {
            let made = planes(&file);
            for at in 0..r.len() {
                let sample = [0, 1, 2].map(|plane: usize| made[plane].samples[at]);
                let back = super::super::colour::pixel_of(sample[0], sample[1], sample[2]);
                let off = back.into_iter().zip([r[at], g[at], b[at]]).map(|(a, b)| a.abs_diff(b)).max();
                // Colours that are beyond all others don't come back; those of the corpus are milder.
                assert!(off <= Some(2), "{back:?} for {:?}", [r[at], g[at], b[at]]);
            }
        }
    }

    #[test]
    fn red_green_and_blue_with_unlike_numbers_of_samples_are_refused() {
        let sample = agreement::corpus().iter().find(|sample| sample.sampling == "4:2:0").unwrap();
        let renamed = [&sample.file[..2], b"\xff\xee\0\x0eAdobe\0\x64\0\0\0\0\0", &sample.file[20..]].concat();
        let layout = Layout::read(&renamed).unwrap();
        let refused = decode(&renamed, &layout, 4, Colours::Whole, &Limits::DEVICE).unwrap_err();
        assert_eq!(refused, PictureError::UnsupportedEncoding);
    }
}
