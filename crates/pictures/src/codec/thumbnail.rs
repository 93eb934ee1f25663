//! A small picture for lists, with words across it that say what it is for.

use super::picture::Picture;
use super::resize::{fitting, reduced};
use super::source::Source;
use super::{Pixels, encoder, png};
use crate::{Limits, PictureError, Purpose};

/// The longer side of a thumbnail, in pixels: a list shows it at about 120 px, and telephones have three dots to a pixel.
pub const THUMBNAIL_SIDE: u32 = 320;
/// Words at this size survive it; a document's small print does not.
const QUALITY: u8 = 70;
/// How much of the mark covers the picture, of 255: both can be read.
const OPACITY: u32 = 140;
/// “仅供居住证办理使用”, slanted, white with a dark edge, to be laid side by side without a seam. Drawn once with Noto Sans
/// CJK SC Bold (SIL Open Font License) at 17 px, so that neither a font nor its shaping is needed here.
const MARK: &[u8] = include_bytes!("watermark.png");
/// Pixels across the mark.
const MARK_WIDTH: usize = 224;
/// More bytes than reading the mark takes.
const MARK_BYTES: u64 = 1 << 20;

/// A thumbnail of a picture that [`recheck`](super::recheck) made, in the words of which a copy is of no other use.
///
/// # Errors
/// Any [`PictureError`]: what is not such a picture is judged as an upload is.
pub fn thumbnail(file: &[u8]) -> Result<Vec<u8>, PictureError> {
    let limits = Limits::upload(Purpose::Document);
    let mut source = Source::File(file);
    let header = source.header_within(&limits)?;
    let size = fitting((header.width, header.height), THUMBNAIL_SIDE);
    let mut small = reduced(&mut source, &header, &limits, size)?;
    mark(&mut small)?;
    encoder::encode(&Picture::of_pixels(&small)?, QUALITY, None)
}

fn mark(pixels: &mut Pixels) -> Result<(), PictureError> {
    let (mark, _) = png::samples(MARK, MARK_BYTES)?;
    let mark: Vec<&[[u8; 2]]> = mark.as_chunks::<2>().0.chunks_exact(MARK_WIDTH).collect();
    let width = pixels.width.max(1) as usize;
    for (nth, pixel) in pixels.rgb.chunks_exact_mut(3).enumerate() {
        let [grey, alpha] = mark[nth / width % mark.len()][nth % width % MARK_WIDTH];
        let over = u32::from(alpha) * OPACITY / 255;
        for channel in pixel {
            *channel = ((u32::from(*channel) * (255 - over) + u32::from(grey) * over) / 255) as u8;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header;

    /// A grey picture, of which the mark is all there is to see.
    fn grey(width: u32, height: u32) -> Vec<u8> {
        let pixels = Pixels { rgb: vec![128; (width * height * 3) as usize], width, height };
        encoder::encode(&Picture::of_pixels(&pixels).unwrap(), QUALITY, None).unwrap()
    }

    fn seen(jpeg: &[u8]) -> Pixels {
        super::super::reduce(jpeg, Purpose::Document, &Limits::upload(Purpose::Document)).unwrap()
    }

    #[test]
    fn a_thumbnail_fits_its_side_and_keeps_the_shape() {
        let thumbnail_of = |width, height| fitting((width, height), THUMBNAIL_SIDE);
        assert_eq!(thumbnail_of(1600, 1200), (320, 240));
        assert_eq!(thumbnail_of(900, 1600), (180, 320));
        assert_eq!(thumbnail_of(200, 100), (200, 100), "what is small is not blown up");
        assert_eq!(thumbnail_of(5000, 1), (320, 1));
        let header = header::read(&thumbnail(&grey(1600, 1200)).unwrap()).unwrap();
        assert_eq!((header.width, header.height), (320, 240));
    }

    #[test]
    fn a_thumbnail_bears_the_mark_in_every_part() {
        let small = thumbnail(&grey(1600, 1200)).unwrap();
        // As large as the checks want a document to be, so that it can be looked at.
        let pixels = {
            let header = header::read(&small).unwrap();
            let size = (header.width, header.height);
            reduced(&mut Source::File(&small), &header, &Limits::upload(Purpose::Document), size).unwrap()
        };
        let (columns, rows) = (4, 3);
        for (column, row) in (0..columns).flat_map(|column| (0..rows).map(move |row| (column, row))) {
            let (width, height) = (pixels.width / columns, pixels.height / rows);
            let part = (0..height).flat_map(|y| (0..width).map(move |x| (column * width + x, row * height + y)));
            let bright = part.map(|(x, y)| pixels.rgb[((y * pixels.width + x) * 3) as usize]);
            let (least, most) = bright.fold((255, 0), |(least, most), it| (it.min(least), it.max(most)));
            assert!(least < 100 && most > 160, "part {column}, {row}: {least} to {most}");
        }
        assert!(seen(&grey(1600, 1200)).rgb.iter().all(|it| it.abs_diff(128) < 8), "the picture itself has none");
    }

    #[test]
    fn what_is_no_picture_has_no_thumbnail() {
        assert!(thumbnail(b"not a picture").is_err());
        let whole = grey(1600, 1200);
        assert!(thumbnail(&whole[..whole.len() / 2]).is_err());
    }
}
