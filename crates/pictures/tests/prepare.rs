//! What comes out of good pictures.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which the configuration does not recognize as such")]

mod common;

use common::{decode, difference, jpeg, noise, page, png, portrait, quarters, stored, with_exif};
use image::imageops::{self, FilterType};
use image::{ExtendedColorType, Rgb};
use pictures::header::Orientation;
use pictures::protocol::{FromWorker, ToWorker};
use pictures::{
    BrowserPixels, Fit, Kind, Limits, PictureError, PixelAccess, Prepared, Purpose, Source, answer, fit, prepare,
    recheck,
};

fn document(bytes: &[u8]) -> Prepared {
    prepare(bytes, Purpose::Document, &Limits::DEVICE).unwrap()
}

fn face(bytes: &[u8]) -> Prepared {
    prepare(bytes, Purpose::Face, &Limits::DEVICE).unwrap()
}

/// Marker codes of all segments before the pixels.
fn markers(jpeg: &[u8]) -> Vec<u8> {
    let mut found = Vec::new();
    let mut at = 2;
    while jpeg[at + 1] != 0xDA {
        found.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    found
}

#[test]
fn a_photograph_of_twelve_megapixels_becomes_a_page_within_the_budget() {
    let original = page(4000, 3000);
    let prepared = document(&jpeg(&original));
    assert_eq!((prepared.width, prepared.height), (2000, 1500));
    assert!(prepared.jpeg.len() <= 800_000, "{} bytes", prepared.jpeg.len());
    let expected = imageops::resize(&original, 2000, 1500, FilterType::Lanczos3);
    let off = difference(&decode(&prepared.jpeg), &expected);
    assert!(off < 4.0, "off by {off} on average");
    assert_eq!(prepared.findings, []);
}

#[test]
fn all_eight_orientations_end_upright() {
    let upright = quarters(1600, 1000);
    for orientation in 1..=8 {
        let prepared = document(&with_exif(&stored(&upright, orientation), orientation));
        let decoded = decode(&prepared.jpeg);
        assert_eq!(decoded.dimensions(), (1600, 1000), "orientation {orientation}");
        let off = difference(&decoded, &upright);
        assert!(off < 2.0, "orientation {orientation} is off by {off}");
    }
}

#[test]
fn a_turned_picture_of_odd_size_is_cut_and_reduced_along_the_right_sides() {
    let upright = portrait(1203, 1601, [250; 3]);
    let stored = imageops::rotate270(&upright);
    let turned = decode(&face(&with_exif(&stored, 6)).jpeg);
    let straight = decode(&face(&jpeg(&upright)).jpeg);
    let off = difference(&turned, &straight);
    assert!(off < 2.0, "off by {off}");
}

#[test]
fn a_png_is_turned_by_its_exif_chunk_too() {
    let upright = quarters(1600, 1000);
    let stored = imageops::rotate90(&upright);
    let plain = png(&stored, 1000, 1600, ExtendedColorType::Rgb8);
    let tiff = common::exif(8);
    // After the signature (8) and the header chunk (25).
    let bytes = [&plain[..33], &chunk(b"eXIf", &tiff), &plain[33..]].concat();
    let decoded = decode(&document(&bytes).jpeg);
    assert_eq!(decoded.dimensions(), (1600, 1000));
    assert!(difference(&decoded, &upright) < 2.0);
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name, data].concat();
    [&(data.len() as u32).to_be_bytes(), named.as_slice(), &crc32(&named).to_be_bytes()].concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[test]
fn nothing_of_the_metadata_is_left() {
    let stored = with_exif(&page(1600, 1200), 6);
    assert!(stored.windows(8).any(|window| window == b"Longquan"));
    let prepared = document(&stored);
    assert!(!prepared.jpeg.windows(8).any(|window| window == b"Longquan"));
    // JFIF's own header is all there is beside tables and frame.
    assert!(markers(&prepared.jpeg).iter().all(|marker| [0xE0, 0xC0, 0xC4, 0xDB].contains(marker)));
    assert!(prepared.jpeg.ends_with(&[0xFF, 0xD9]));
}

#[test]
fn what_follows_the_end_of_a_picture_is_not_carried_along() {
    let mut stored = jpeg(&page(1200, 900));
    stored.extend_from_slice(b"<script>alert(1)</script>");
    assert!(!document(&stored).jpeg.windows(7).any(|window| window == b"<script"));
}

#[test]
fn a_face_is_exactly_358_by_441_at_350_dpi_and_at_most_40_kb() {
    for picture in [portrait(1080, 1330, [250; 3]), portrait(3000, 4000, [250; 3]), noise(900, 1100)] {
        let prepared = face(&jpeg(&picture));
        assert_eq!((prepared.width, prepared.height), (358, 441));
        assert_eq!(decode(&prepared.jpeg).dimensions(), (358, 441));
        assert!(prepared.jpeg.len() <= 40_000, "{} bytes", prepared.jpeg.len());
        // JFIF: units 1 = per inch, 350 × 350.
        assert_eq!(prepared.jpeg[13..18], [1, 0x01, 0x5E, 0x01, 0x5E]);
    }
}

#[test]
fn a_picture_too_rich_for_the_budget_gives_up_quality_and_then_size() {
    let rich = document(&jpeg(&noise(2000, 1500)));
    assert_eq!((rich.width, rich.height), (1600, 1200));
    assert!(rich.jpeg.len() <= 5_000_000);
    let plain = document(&jpeg(&page(2000, 1500)));
    assert_eq!((plain.width, plain.height), (2000, 1500));
}

#[test]
fn grey_progressive_and_every_sampling_are_decoded() {
    use jpeg_encoder::SamplingFactor as S;
    let original = page(1200, 900);
    let samplings = [S::R_4_4_4, S::R_4_2_2, S::R_4_2_0, S::R_4_4_0, S::R_4_1_1];
    for progressive in [false, true] {
        for sampling in samplings {
            let stored = common::jpeg_with(&original, 92, |encoder| {
                encoder.set_sampling_factor(sampling);
                encoder.set_progressive(progressive);
                encoder.set_restart_interval(if progressive { 0 } else { 7 });
            });
            let off = difference(&decode(&document(&stored).jpeg), &original);
            assert!(off < 6.0, "{sampling:?}, progressive {progressive}: off by {off}");
        }
    }
    let grey = image::DynamicImage::ImageRgb8(original.clone()).into_luma8();
    let mut stored = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut stored, 90);
    encoder.encode(&grey, 1200, 900, jpeg_encoder::ColorType::Luma).unwrap();
    let expected = image::DynamicImage::ImageLuma8(grey).into_rgb8();
    assert!(difference(&decode(&document(&stored).jpeg), &expected) < 4.0);
}

#[test]
fn a_cmyk_picture_keeps_its_colours() {
    let original = quarters(1000, 900);
    // As printers' programs store it: inverted, with Adobe's segment.
    let cmyk: Vec<u8> = original.pixels().flat_map(|p| [255 - p[0], 255 - p[1], 255 - p[2], 0]).collect();
    for colour in [jpeg_encoder::ColorType::Cmyk, jpeg_encoder::ColorType::CmykAsYcck] {
        let mut stored = Vec::new();
        jpeg_encoder::Encoder::new(&mut stored, 95).encode(&cmyk, 1000, 900, colour).unwrap();
        let off = difference(&decode(&document(&stored).jpeg), &original);
        assert!(off < 4.0, "{colour:?}: off by {off}");
    }
}

#[test]
fn what_is_transparent_becomes_white_paper() {
    let rgba: Vec<u8> =
        (0..1000 * 900).flat_map(|i| if i % 1000 < 500 { [0, 0, 0, 0] } else { [10, 20, 200, 255] }).collect();
    let decoded = decode(&document(&png(&rgba, 1000, 900, ExtendedColorType::Rgba8)).jpeg);
    assert!(decoded.get_pixel(100, 450).0.iter().all(|&c| c >= 253));
    assert!(decoded.get_pixel(900, 450).0.iter().zip([10, 20, 200]).all(|(&c, wanted)| c.abs_diff(wanted) < 6));
}

#[test]
fn grey_and_16_bit_pngs_are_decoded() {
    let grey = vec![200_u8; 1000 * 900];
    let decoded = decode(&document(&png(&grey, 1000, 900, ExtendedColorType::L8)).jpeg);
    assert!(decoded.get_pixel(3, 3).0.iter().all(|&c| c.abs_diff(200) < 3));
    let deep: Vec<u8> = std::iter::repeat_n(200_u16 * 257, 1000 * 900 * 3).flat_map(u16::to_ne_bytes).collect();
    let decoded = decode(&document(&png(&deep, 1000, 900, ExtendedColorType::Rgb16)).jpeg);
    assert!(decoded.get_pixel(3, 3).0.iter().all(|&c| c.abs_diff(200) < 3));
}

#[test]
fn the_server_takes_what_the_worker_made_and_makes_the_same_of_it_again() {
    for (prepared, purpose) in [
        (document(&jpeg(&page(4000, 3000))), Purpose::Document),
        (face(&jpeg(&portrait(3000, 4000, [250; 3]))), Purpose::Face),
    ] {
        let again = recheck(&prepared.jpeg, purpose).unwrap();
        assert_eq!((again.width, again.height), (prepared.width, prepared.height));
        let off = difference(&decode(&again.jpeg), &decode(&prepared.jpeg));
        assert!(off < 1.0, "{purpose:?}: re-encoding moved pixels by {off}");
    }
}

#[test]
fn the_same_file_becomes_the_same_picture_every_time() {
    let stored = jpeg(&page(1200, 900));
    assert_eq!(document(&stored), document(&stored));
}

#[test]
fn a_png_whose_rows_lie_scattered_over_the_file_is_the_same_picture() {
    let original = page(900, 850);
    let plain = png(&original, 900, 850, ExtendedColorType::Rgb8);
    // ISO/IEC 15948, 8.2: where each of the seven passes begins, and its steps, across and down.
    let passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
    let mut scattered = Vec::new();
    for (left, top, across, down) in passes {
        for y in (top..850).step_by(down) {
            scattered.push(0);
            scattered.extend((left..900).step_by(across).flat_map(|x| original.get_pixel(x, y).0));
        }
    }
    let mut header = plain[16..29].to_vec();
    header[12] = 1;
    let data = miniz_oxide::deflate::compress_to_vec_zlib(&scattered, 6);
    let chunks = [chunk(b"IHDR", &header), chunk(b"IDAT", &data), chunk(b"IEND", &[])].concat();
    assert_eq!(document(&[&plain[..8], &chunks].concat()), document(&plain));
}

type CopyRows<'a> = &'a mut dyn FnMut(usize, u32, &mut [u8]) -> bool;

fn browser_pixels(size: (u32, u32), orientation: Orientation, rows: CopyRows) -> BrowserPixels {
    BrowserPixels { kind: Kind::Webp, size, orientation, access: PixelAccess::Rows(rows) }
}

#[test]
fn pixels_that_a_browser_decodes_become_what_the_same_pixels_in_a_file_become() {
    let original = page(1203, 901);
    let file = png(&original, 1203, 901, ExtendedColorType::Rgb8);
    let rgba: Vec<u8> = original.pixels().flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255]).collect();
    let fit = Fit { width: 1000, height: 1000, quality: 80, budget: 1_000_000 };
    for request in [
        ToWorker::Prepare { id: 3, purpose: Purpose::Document },
        ToWorker::Propose { id: 4 },
        ToWorker::Cut { id: 5, purpose: Purpose::Document, corners: pictures::Corners::rectangle(0.0, 0.0, 1.0, 0.9) },
        ToWorker::Fit { id: 6, fit },
    ] {
        let mut rows = |from: usize, by: u32, strip: &mut [u8]| {
            assert_eq!(by, 1);
            strip.copy_from_slice(&rgba[from * 1203 * 4..][..strip.len()]);
            true
        };
        let pixels = browser_pixels((1203, 901), Orientation::Upright, &mut rows);
        let by_browser = answer(&request, &mut Source::Pixels(pixels), &Limits::DEVICE);
        assert!(matches!(by_browser, (FromWorker::Prepared { .. } | FromWorker::Proposed { .. }, Some(_))));
        assert_eq!(by_browser, answer(&request, &mut Source::File(&file), &Limits::DEVICE));
    }
}

#[test]
fn a_browser_is_asked_to_halve_what_is_to_be_reduced_by_more() {
    let original = page(2407, 1805);
    let file = png(&original, 2407, 1805, ExtendedColorType::Rgb8);
    // As its canvas does: means of four, and what is left over is left out.
    let mut rows = |from: usize, by: u32, strip: &mut [u8]| {
        assert_eq!(by, 2);
        for (nth, pixel) in strip.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            let (x, y) = ((nth % 1203) as u32, (from + nth / 1203) as u32);
            let four =
                [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(right, down)| original.get_pixel(2 * x + right, 2 * y + down));
            let mean =
                |channel: usize| ((four.map(|pixel| u16::from(pixel[channel])).iter().sum::<u16>() + 2) / 4) as u8;
            *pixel = [mean(0), mean(1), mean(2), 255];
        }
        true
    };
    let fit = Fit { width: 900, height: 900, quality: 80, budget: 1_000_000 };
    let pixels = browser_pixels((2407, 1805), Orientation::Upright, &mut rows);
    let (_, by_browser) = answer(&ToWorker::Fit { id: 1, fit }, &mut Source::Pixels(pixels), &Limits::DEVICE);
    let (_, by_file) = answer(&ToWorker::Fit { id: 1, fit }, &mut Source::File(&file), &Limits::DEVICE);
    let (by_browser, by_file) = (decode(&by_browser.unwrap()), decode(&by_file.unwrap()));
    assert_eq!(by_browser.dimensions(), (900, 675));
    let off = difference(&by_browser, &by_file);
    assert!(off < 1.0, "off by {off}");
}

#[test]
fn pixels_that_a_browser_leaves_as_they_are_stored_are_turned() {
    let upright = quarters(900, 1200);
    let rgba: Vec<u8> = stored(&upright, 6).pixels().flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255]).collect();
    let mut rows = |from: usize, _: u32, strip: &mut [u8]| {
        strip.copy_from_slice(&rgba[from * 1200 * 4..][..strip.len()]);
        true
    };
    let pixels = browser_pixels((1200, 900), Orientation::Rotate90, &mut rows);
    let request = ToWorker::Prepare { id: 1, purpose: Purpose::Document };
    let (_, turned) = answer(&request, &mut Source::Pixels(pixels), &Limits::DEVICE);
    let turned = decode(&turned.unwrap());
    assert_eq!(turned.dimensions(), (900, 1200));
    let off = difference(&turned, &upright);
    assert!(off < 2.0, "off by {off}");
}

#[test]
fn planes_that_a_browser_leaves_become_what_the_same_pixels_in_a_file_become() {
    let original = page(2000, 1500);
    // As a WebP has them: limited, and a colour for four pixels.
    let limited = |weights: [f32; 3], at: f32, pixels: &[Rgb<u8>]| {
        let sum: f32 = pixels.iter().map(|pixel| (0..3).map(|c| weights[c] * f32::from(pixel[c])).sum::<f32>()).sum();
        (at + sum / pixels.len() as f32).round() as u8
    };
    let luma = original.pixels().map(|&pixel| limited([0.2568, 0.5041, 0.0979], 16.0, &[pixel]));
    let colour = |weights: [f32; 3]| {
        let fours = (0..750).flat_map(|y| (0..1000).map(move |x| (2 * x, 2 * y)));
        let pixels =
            fours.map(|(x, y)| [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(a, b)| *original.get_pixel(x + a, y + b)));
        pixels.map(|four| limited(weights, 128.0, &four)).collect::<Vec<_>>()
    };
    let [cb, cr] = [[-0.1482, -0.291, 0.4392], [0.4392, -0.3678, -0.0714]].map(colour);
    let frame = [luma.collect(), cb, cr].concat();
    let file = png(&original, 2000, 1500, ExtendedColorType::Rgb8);
    let fit = Fit { width: 700, height: 700, quality: 80, budget: 1_000_000 };
    let corners = pictures::Corners::rectangle(0.0, 0.0, 1.0, 0.9);
    for request in [
        ToWorker::Prepare { id: 3, purpose: Purpose::Document },
        ToWorker::Cut { id: 5, purpose: Purpose::Document, corners },
        ToWorker::Fit { id: 6, fit },
    ] {
        let mut copy = |from: usize, samples: &mut [u8]| {
            samples.copy_from_slice(&frame[from..][..samples.len()]);
            true
        };
        let pixels = BrowserPixels {
            kind: Kind::Webp,
            size: (2000, 1500),
            orientation: Orientation::Upright,
            access: PixelAccess::Planes(&mut copy),
        };
        let (_, by_browser) = answer(&request, &mut Source::Pixels(pixels), &Limits::DEVICE);
        let (_, by_file) = answer(&request, &mut Source::File(&file), &Limits::DEVICE);
        let off = difference(&decode(&by_browser.unwrap()), &decode(&by_file.unwrap()));
        assert!(off < 1.5, "{request:?}: off by {off}");
    }
}

#[test]
fn a_browser_that_stops_giving_rows_has_a_damaged_picture() {
    let mut rows = |from: usize, _: u32, _: &mut [u8]| from < 500;
    let pixels = browser_pixels((1200, 900), Orientation::Upright, &mut rows);
    let request = ToWorker::Prepare { id: 3, purpose: Purpose::Document };
    let (answer, jpeg) = answer(&request, &mut Source::Pixels(pixels), &Limits::DEVICE);
    assert_eq!((answer, jpeg), (FromWorker::Refused { id: 3, error: PictureError::Damaged }, None));
}

/// The most pixels and bytes that another page asks for, at quality 80.
const fn box_of(width: u32, height: u32, budget: u32) -> Fit {
    Fit { width, height, quality: 80, budget }
}

#[test]
fn a_turned_picture_fits_into_the_box_that_another_page_gives() {
    let upright = quarters(1500, 2000);
    let file = with_exif(&stored(&upright, 6), 6);
    let fitted = fit(&file, &box_of(600, 600, 1_000_000), &Limits::DEVICE).unwrap();
    assert_eq!((fitted.width, fitted.height), (450, 600));
    let expected = imageops::resize(&upright, 450, 600, FilterType::Lanczos3);
    let off = difference(&decode(&fitted.jpeg), &expected);
    assert!(off < 2.0, "off by {off}");
    assert!(!markers(&fitted.jpeg).contains(&0xE1));
}

#[test]
fn bytes_that_another_page_gives_are_kept_by_quality_first_and_by_size_then() {
    let file = jpeg(&noise(1200, 900));
    let within = |budget| fit(&file, &box_of(1000, 1000, budget), &Limits::DEVICE);
    let whole = within(10_000_000).unwrap();
    let less = within(whole.jpeg.len() as u32 * 3 / 4).unwrap();
    assert!(less.jpeg.len() <= whole.jpeg.len() * 3 / 4);
    assert_eq!((less.width, less.height), (1000, 750));
    let least = within(60_000).unwrap();
    assert!(least.jpeg.len() <= 60_000 && least.width < 1000);
    assert_eq!(least.width * 3 / 4, least.height);
    assert_eq!(within(500).unwrap_err(), PictureError::BudgetOutOfReach { limit: 500 });
}
