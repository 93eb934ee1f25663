//! Pictures made by code, so that the repository carries none.
#![allow(dead_code, reason = "each test file uses another part")]

pub mod labelled;
pub mod papers;
pub mod scenes;

use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage, imageops};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// A page photographed on a table: dark wood around, paper with lines of "characters", each a few strokes. No randomness
/// but a hash of the place, so that every run sees the same picture.
pub fn page(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let grain = (hash(x, y) % 7) as u8;
        let (margin_x, margin_y) = (width / 12, height / 12);
        if x < margin_x || x >= width - margin_x || y < margin_y || y >= height - margin_y {
            return Rgb([70 + grain, 50 + grain, 40 + grain]);
        }
        if is_ink(x - margin_x, y - margin_y, width / 100) { Rgb([45 + grain; 3]) } else { Rgb([222 + grain; 3]) }
    })
}

/// Whether a page of characters with `size` pixels a side has ink here.
fn is_ink(x: u32, y: u32, size: u32) -> bool {
    let pitch = size * 3 / 2;
    let (column, row) = (x / pitch, y / (size * 2));
    let (in_x, in_y) = (x % pitch, y % (size * 2));
    let character = hash(column, row);
    if in_x >= size || in_y >= size || character.is_multiple_of(9) {
        return false;
    }
    let stroke = (size / 7).max(2);
    // Three horizontal and three vertical strokes, of which a character has some.
    let across = (0..3).any(|i| character >> i & 1 == 1 && in_y / stroke == i * 3);
    let down = (0..3).any(|i| character >> (i + 3) & 1 == 1 && in_x / stroke == i * 3);
    across || down
}

/// A head before a ground of this colour, in the proportions of GA 461.
pub fn portrait(width: u32, height: u32, ground: [u8; 3]) -> RgbImage {
    portrait_with(width, height, ground, 1.0, 0.0)
}

/// The same with a head of another size, beside the middle by a part of the width.
pub fn portrait_with(width: u32, height: u32, ground: [u8; 3], scale: f64, shift: f64) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let (fx, fy) = (f64::from(x) / f64::from(width) - 0.5 - shift, f64::from(y) / f64::from(height) - 0.04);
        let grain = (hash(x, y) % 5) as u8;
        Rgb(match person_at(fx / scale, fy / scale + 0.04) {
            Some(Part::Hair) => [25 + (hash(x, y / 6) % 40) as u8; 3],
            Some(Part::Eye) => [30 + grain; 3],
            Some(Part::Skin) => [205 + grain, 165 + grain, 140 + grain],
            Some(Part::Clothes) => [40 + grain, 60 + grain, 110 + grain],
            None => ground.map(|c| c.saturating_sub(grain)),
        })
    })
}

/// What of a person is seen.
pub enum Part {
    Hair,
    Eye,
    Skin,
    Clothes,
}

/// What of a person is at a place of a portrait, in fractions of its width from its middle and of its height from its top.
pub fn person_at(x: f64, y: f64) -> Option<Part> {
    let in_ellipse = |cy: f64, rx: f64, ry: f64| (x / rx).powi(2) + ((y - cy) / ry).powi(2) < 1.0;
    if in_ellipse(0.46, 0.27, 0.38) && y > 0.22 {
        let is_eye = (x.abs() - 0.11).abs() < 0.035 && (y - 0.45).abs() < 0.012;
        Some(if is_eye { Part::Eye } else { Part::Skin })
    } else if in_ellipse(0.42, 0.30, 0.38) {
        Some(Part::Hair)
    } else {
        (in_ellipse(1.05, 0.48, 0.28) || y > 1.05 && x.abs() < 0.48).then_some(Part::Clothes)
    }
}

/// Something like a photograph of a landscape: shapes of every size, coarse ones stronger than fine ones, in colour.
pub fn photograph(width: u32, height: u32) -> RgbImage {
    // Noise on a grid of this pitch, interpolated.
    let noise = |x: u32, y: u32, pitch: u32, salt: u32| {
        let at = |column: u32, row: u32| f64::from(hash(column ^ salt, row) & 0xFF) - 127.5;
        let (column, row) = (x / pitch, y / pitch);
        let smooth = |rest: u32| {
            let part = f64::from(rest) / f64::from(pitch);
            part * part * (3.0 - 2.0 * part)
        };
        let (fx, fy) = (smooth(x % pitch), smooth(y % pitch));
        let upper = at(column, row) * (1.0 - fx) + at(column + 1, row) * fx;
        let lower = at(column, row + 1) * (1.0 - fx) + at(column + 1, row + 1) * fx;
        upper * (1.0 - fy) + lower * fy
    };
    RgbImage::from_fn(width, height, |x, y| {
        let shape = [(width / 3, 0.5), (width / 11, 0.3), (width / 40, 0.2), (width / 150, 0.12), (5, 0.07), (2, 0.05)];
        let light: f64 = shape.iter().map(|&(pitch, share)| noise(x, y, pitch.max(2), 0) * share).sum();
        let tint = |salt| noise(x, y, width / 7, salt) * 0.25 + noise(x, y, width / 90, salt) * 0.1;
        let channel = |salt| (120.0 + light + tint(salt)).clamp(0.0, 255.0) as u8;
        Rgb([channel(0x55), channel(0xAA00), channel(0x7_0000)])
    })
}

/// What no encoder can make small.
pub fn noise(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let h = hash(x, y);
        Rgb([h as u8, (h >> 8) as u8, (h >> 16) as u8])
    })
}

/// Four quarters of different colours and a mark in the upper left one: which way is up can be told from any corner.
pub fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        if x < width / 8 && y < height / 8 {
            return Rgb([250, 250, 250]);
        }
        match (x < width / 2, y < height / 2) {
            (true, true) => Rgb([200, 40, 40]),
            (false, true) => Rgb([40, 180, 40]),
            (true, false) => Rgb([40, 40, 200]),
            (false, false) => Rgb([220, 200, 40]),
        }
    })
}

fn hash(x: u32, y: u32) -> u32 {
    let mut h = x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77);
    h ^= h >> 15;
    h = h.wrapping_mul(0xC2B2_AE3D);
    h ^ (h >> 13)
}

pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    jpeg_with(picture, 92, |_| {})
}

pub fn jpeg_with(picture: &RgbImage, quality: u8, adjust: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
    adjust(&mut encoder);
    let (width, height) = (picture.width() as u16, picture.height() as u16);
    encoder.encode(picture, width, height, ColorType::Rgb).unwrap();
    bytes
}

pub fn png(data: &[u8], width: u32, height: u32, colour: ExtendedColorType) -> Vec<u8> {
    let mut bytes = Vec::new();
    image::codecs::png::PngEncoder::new(&mut bytes).write_image(data, width, height, colour).unwrap();
    bytes
}

/// An EXIF block with this orientation and a place, as a phone writes it.
pub fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation as u8, 0, 0]);
    // GPSInfo, pointing at a directory of one entry: GPSLatitudeRef "N".
    tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend_from_slice(b"Longquan East Road");
    tiff
}

/// The picture as a camera held that way stores it.
pub fn stored(upright: &RgbImage, orientation: u16) -> RgbImage {
    match orientation {
        2 => imageops::flip_horizontal(upright),
        3 => imageops::rotate180(upright),
        4 => imageops::flip_vertical(upright),
        5 => imageops::flip_horizontal(&imageops::rotate90(upright)),
        6 => imageops::rotate270(upright),
        7 => imageops::flip_horizontal(&imageops::rotate270(upright)),
        8 => imageops::rotate90(upright),
        _ => upright.clone(),
    }
}

pub fn with_exif(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    jpeg_with(picture, 92, |encoder| encoder.add_exif_metadata(&exif(orientation)).unwrap())
}

/// Decodes a JPEG leniently and independently of the crate under test.
pub fn decode(bytes: &[u8]) -> RgbImage {
    let mut decoder = zune_jpeg::JpegDecoder::new(zune_core::bytestream::ZCursor::new(bytes));
    let rgb = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    RgbImage::from_raw(u32::from(info.width), u32::from(info.height), rgb).unwrap()
}

/// The mean absolute difference of two pictures of one size, per channel.
pub fn difference(a: &RgbImage, b: &RgbImage) -> f64 {
    assert_eq!(a.dimensions(), b.dimensions());
    let sum: u64 = a.iter().zip(b.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / a.len() as f64
}
