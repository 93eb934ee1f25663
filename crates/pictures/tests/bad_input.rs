//! Files that are refused, each by name.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which the configuration does not recognize as such")]

mod common;

use std::sync::OnceLock;

use common::{jpeg, jpeg_with, page, png};
use image::ExtendedColorType;
use pictures::header::Header;
use pictures::{Fit, Kind, Limits, PictureError, Purpose, header, prepare, recheck};
use proptest::prelude::*;

fn refused(bytes: &[u8]) -> PictureError {
    prepare(bytes, Purpose::Document, &Limits::DEVICE).unwrap_err()
}

fn small_jpeg() -> &'static [u8] {
    static JPEG: OnceLock<Vec<u8>> = OnceLock::new();
    JPEG.get_or_init(|| jpeg_with(&page(800, 800), 92, |encoder| encoder.add_exif_metadata(&common::exif(6)).unwrap()))
}

fn small_progressive() -> &'static [u8] {
    static JPEG: OnceLock<Vec<u8>> = OnceLock::new();
    JPEG.get_or_init(|| jpeg_with(&page(800, 800), 92, |encoder| encoder.set_progressive(true)))
}

fn small_png() -> &'static [u8] {
    static PNG: OnceLock<Vec<u8>> = OnceLock::new();
    PNG.get_or_init(|| png(&page(800, 800), 800, 800, ExtendedColorType::Rgb8))
}

#[test]
fn an_empty_file_is_named_empty() {
    assert_eq!(refused(b""), PictureError::Empty);
}

#[test]
fn a_text_named_as_picture_is_not_a_picture() {
    assert_eq!(refused(b"This is no picture at all, whatever its name says."), PictureError::NotAPicture);
}

#[test]
fn a_progressive_coefficient_without_room_for_its_later_bits_is_damaged() {
    // Eight by eight pixels in three scans; the second brings −4 with thirteen bits left, the third one bit more of it.
    let mut file = b"\xff\xd8\xff\xdb\0\x43\0".to_vec();
    file.extend([1; 64]);
    file.extend(b"\xff\xc2\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0");
    file.extend([0xFF, 0xC4, 0, 39, 0, 1].into_iter().chain([0; 16]));
    file.extend([0x10, 1, 1].into_iter().chain([0; 14]).chain([0, 3]));
    file.extend(b"\xff\xda\0\x08\x01\x01\0\0\0\0\x7f\xff\xda\0\x08\x01\x01\0\x01\x01\x0d\x9f");
    file.extend(b"\xff\xda\0\x08\x01\x01\0\x01\x01\xdc\x7f\xff\xd9");
    let fit = Fit { width: 8, height: 8, quality: 80, budget: 100_000 };
    assert_eq!(pictures::fit(&file, &fit, &Limits::DEVICE), Err(PictureError::Damaged));
}

#[test]
fn other_kinds_are_refused_by_their_name() {
    let cases: [(&[u8], Kind); 4] = [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Kind::Heic),
        (b"RIFF\x24\0\0\0WEBPVP8 ", Kind::Webp),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Kind::Pdf),
        (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Kind::Svg),
    ];
    for (bytes, kind) in cases {
        assert_eq!(refused(bytes), PictureError::UnsupportedKind { kind });
    }
}

#[test]
fn four_inks_are_taken_with_all_their_dots_and_refused_otherwise() {
    let inks = |sampling| {
        let mut jpeg = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
        encoder.set_sampling_factor(sampling);
        encoder.encode(&vec![60; 900 * 900 * 4], 900, 900, jpeg_encoder::ColorType::Cmyk).unwrap();
        prepare(&jpeg, Purpose::Document, &Limits::DEVICE)
    };
    assert!(inks(jpeg_encoder::SamplingFactor::F_1_1).is_ok());
    for sampling in [jpeg_encoder::SamplingFactor::F_2_2, jpeg_encoder::SamplingFactor::F_4_1] {
        assert_eq!(inks(sampling).unwrap_err(), PictureError::UnsupportedEncoding);
    }
}

#[test]
fn a_file_cut_at_any_sixteenth_is_refused() {
    for whole in [small_jpeg(), small_progressive(), small_png()] {
        assert!(prepare(whole, Purpose::Document, &Limits::DEVICE).is_ok());
        for sixteenth in 1..16 {
            let cut = &whole[..whole.len() * sixteenth / 16];
            assert_eq!(refused(cut), PictureError::Truncated, "cut at {sixteenth}/16");
        }
        assert_eq!(refused(&whole[..whole.len() - 1]), PictureError::Truncated, "the last byte is missing");
    }
}

#[test]
fn a_jpeg_cut_short_and_closed_again_far_too_early_is_refused() {
    let whole = small_jpeg();
    let mut cut = whole[..1200].to_vec();
    cut.extend([0xFF, 0xD9]);
    assert_eq!(refused(&cut), PictureError::Truncated);
}

#[test]
fn giants_are_refused_by_their_header_alone() {
    let mut bomb = small_png().to_vec();
    bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    assert_eq!(refused(&bomb), PictureError::TooManyPixels { width: 60_000, height: 60_000 });
    bomb[16..24].copy_from_slice(&[0xFF; 8]);
    assert_eq!(refused(&bomb).code(), "too_many_pixels");

    // The same in a JPEG: too little data for so many pixels is noticed even before their number.
    let mut bomb = small_progressive().to_vec();
    let frame = bomb.windows(2).position(|pair| pair == [0xFF, 0xC2]).unwrap();
    bomb[frame + 5..frame + 9].copy_from_slice(&[0xFF; 4]);
    assert_eq!(refused(&bomb), PictureError::TooManyPixels { width: 65_535, height: 65_535 });
    let mut bomb = small_jpeg().to_vec();
    let frame = bomb.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    bomb[frame + 5..frame + 9].copy_from_slice(&[0xFF; 4]);
    assert_eq!(refused(&bomb), PictureError::Truncated);
}

#[test]
fn deep_pngs_count_with_all_their_bytes() {
    let mut deep = small_png().to_vec();
    deep[16..20].copy_from_slice(&6_000_u32.to_be_bytes());
    deep[20..24].copy_from_slice(&8_000_u32.to_be_bytes());
    // 48 megapixels of 16-bit RGBA, whose rows are scattered over the file; others come row by row.
    deep[24..26].copy_from_slice(&[16, 6]);
    deep[28] = 1;
    assert_eq!(refused(&deep).code(), "too_many_pixels");
}

#[test]
fn the_file_size_is_limited_before_the_header_is_read() {
    let limits = Limits { max_bytes: 1000, ..Limits::DEVICE };
    let error = prepare(&[0; 1001], Purpose::Document, &limits).unwrap_err();
    assert_eq!(error, PictureError::TooManyBytes { bytes: 1001, limit: 1000 });
}

#[test]
fn too_few_pixels_are_refused_with_the_numbers_of_the_upright_picture() {
    let narrow = jpeg_with(&page(1000, 700), 92, |encoder| encoder.add_exif_metadata(&common::exif(6)).unwrap());
    let expected = PictureError::TooSmall { width: 700, height: 1000, min_width: 800, min_height: 800 };
    assert_eq!(refused(&narrow), expected);
}

#[test]
fn rare_encodings_are_refused_by_name() {
    let whole = jpeg(&page(800, 800));
    let frame = whole.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    // Lossless, differential, arithmetic.
    for marker in [0xC3, 0xC5, 0xC9] {
        let mut rare = whole.clone();
        rare[frame + 1] = marker;
        assert_eq!(refused(&rare), PictureError::UnsupportedEncoding);
    }
    let mut twelve_bits = whole.clone();
    twelve_bits[frame + 4] = 12;
    assert_eq!(refused(&twelve_bits), PictureError::UnsupportedEncoding);
}

#[test]
fn thousands_of_scans_are_refused_before_any_is_decoded() {
    let whole = small_progressive();
    let scan = whole.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).unwrap();
    let mut many = whole[..whole.len() - 2].to_vec();
    for _ in 0..2000 {
        many.extend_from_slice(&whole[scan..whole.len() - 2]);
    }
    many.extend([0xFF, 0xD9]);
    assert_eq!(refused(&many), PictureError::UnsupportedEncoding);
}

#[test]
fn a_jpeg_with_a_hole_in_its_tables_is_damaged() {
    let mut holed = small_jpeg().to_vec();
    let table = holed.windows(2).position(|pair| pair == [0xFF, 0xC4]).unwrap();
    holed[table + 5..table + 21].fill(0xAA);
    assert_eq!(refused(&holed), PictureError::Damaged);
}

#[test]
fn a_png_with_a_changed_byte_is_damaged() {
    let mut changed = small_png().to_vec();
    let middle = changed.len() / 2;
    changed[middle] ^= 0x10;
    assert_eq!(refused(&changed), PictureError::Damaged);
}

#[test]
fn the_server_takes_faces_as_jpeg_only_and_keeps_the_upload_limits() {
    assert_eq!(recheck(small_png(), Purpose::Face), Err(PictureError::UnsupportedKind { kind: Kind::Png }));
    assert_eq!(recheck(&[0; 1_000_001], Purpose::Face).unwrap_err().code(), "too_many_bytes");
    assert!(recheck(small_png(), Purpose::Document).is_ok());
}

#[test]
fn broken_exif_leaves_a_picture_that_is_taken_as_upright() {
    let stored = jpeg_with(&page(1000, 800), 92, |encoder| {
        encoder.add_exif_metadata(b"MM\0*\xff\xff\xff\xffnonsense").unwrap();
    });
    let Header { width, height, .. } = header::read(&stored).unwrap();
    assert_eq!((width, height), (1000, 800));
    assert_eq!(prepare(&stored, Purpose::Document, &Limits::DEVICE).unwrap().width, 1000);
}

/// Small limits, so that a mutation which announces a giant costs nothing.
const SMALL: Limits = Limits { max_bytes: 1_000_000, max_pixels: 2_000_000, max_decoded_bytes: 32 << 20 };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn random_bytes_never_panic(
        start in prop::sample::select(vec![
            b"".as_slice(), b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"\0\0\0\x18ftyp",
            b"\xff\xd8\xff\xe1\0\x40Exif\0\0MM\0*", b"\xff\xd8\xff\xc0\0\x11\x08",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..2000),
    ) {
        let bytes = [start, &rest].concat();
        prop_assert!(prepare(&bytes, Purpose::Document, &SMALL).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn mutated_pictures_never_panic_and_keep_every_promise(
        which in 0..3_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        near_the_start in any::<bool>(),
    ) {
        let mut bytes = [small_jpeg(), small_progressive(), small_png()][which].to_vec();
        let reach = if near_the_start { 700 } else { bytes.len() };
        for (index, value) in changes {
            let at = index.index(reach);
            bytes[at] = value;
        }
        if let Ok(prepared) = prepare(&bytes, Purpose::Document, &SMALL) {
            prop_assert!(prepared.width.min(prepared.height) >= 800);
            prop_assert!(prepared.jpeg.starts_with(&[0xFF, 0xD8]) && prepared.jpeg.ends_with(&[0xFF, 0xD9]));
        }
    }
}
