//! What is noticed, and what is not.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which the configuration does not recognize as such"
)]

mod common;

use common::labelled::{Strength, set};
use common::papers::Paper;
use common::scenes::{Ground, Pose, Scene};
use common::{jpeg, page, png, portrait};
use image::{ExtendedColorType, Rgb, RgbImage, imageops};
use pictures::{Corners, Limits, PictureFinding, Purpose, prepare};

fn codes(picture: &RgbImage, purpose: Purpose) -> Vec<&'static str> {
    findings(picture, purpose).iter().map(PictureFinding::code).collect()
}

fn findings(picture: &RgbImage, purpose: Purpose) -> Vec<PictureFinding> {
    prepare(&jpeg(picture), purpose, &Limits::DEVICE).unwrap().findings
}

fn scaled(picture: &RgbImage, light: f32) -> RgbImage {
    let mut scaled = picture.clone();
    scaled.iter_mut().for_each(|c| *c = (f32::from(*c) * light) as u8);
    scaled
}

#[test]
fn a_good_page_and_a_good_portrait_are_left_in_peace() {
    assert_eq!(codes(&page(2400, 1800), Purpose::Document), [""; 0]);
    assert_eq!(codes(&portrait(1074, 1323, [245; 3]), Purpose::Face), [""; 0]);
}

#[test]
fn a_page_that_was_taken_sideways_is_noticed_also_once_it_is_cut() {
    let scene = Scene {
        paper: Paper::Page,
        ground: Ground::Wood([120, 84, 56]),
        pose: Pose::flat(0.9),
        falloff: 0.1,
        light_from: 40.0,
        noise: 2.0,
        seed: 3,
    };
    let upright = scene.shot(1500, 2000).picture;
    let cut = |picture: &RgbImage| {
        let corners = Corners::rectangle(0.2, 0.2, 0.8, 0.8);
        let cut = pictures::cut(&jpeg(picture), &corners, Purpose::Document, &Limits::DEVICE).unwrap();
        cut.findings.iter().map(PictureFinding::code).collect::<Vec<_>>()
    };
    assert_eq!((codes(&upright, Purpose::Document), cut(&upright)), (vec![], vec![]));
    for sideways in [imageops::rotate90(&upright), imageops::rotate270(&upright)] {
        assert_eq!((codes(&sideways, Purpose::Document), cut(&sideways)), (vec!["sideways"], vec!["sideways"]));
    }
}

/// A card that fills most of the picture, seen straight from above.
fn card(paper: Paper) -> RgbImage {
    Scene {
        paper,
        ground: Ground::Plain([70, 66, 62]),
        pose: Pose::flat(0.8),
        falloff: 0.1,
        light_from: 40.0,
        noise: 2.0,
        seed: 5,
    }
    .shot(2000, 1500)
    .picture
}

#[test]
fn the_other_side_of_an_identity_card_is_noticed_and_so_is_one_that_stands_on_its_head() {
    let [portrait, emblem] = [card(Paper::CardFront), card(Paper::CardBack)];
    let turned = |card: &RgbImage| imageops::rotate180(card);
    for (picture, purpose, found) in [
        (&portrait, Purpose::PortraitSide, &[][..]),
        (&emblem, Purpose::EmblemSide, &[]),
        (&portrait, Purpose::EmblemSide, &["wrong_side"]),
        (&emblem, Purpose::PortraitSide, &["wrong_side"]),
        (&turned(&emblem), Purpose::PortraitSide, &["wrong_side"]),
        (&turned(&portrait), Purpose::PortraitSide, &["upside_down"]),
        (&turned(&emblem), Purpose::EmblemSide, &["upside_down"]),
        (&imageops::rotate90(&portrait), Purpose::PortraitSide, &["sideways"]),
        (&imageops::rotate270(&emblem), Purpose::PortraitSide, &["wrong_side"]),
        // Which side of what is wanted isn't known.
        (&emblem, Purpose::Document, &[]),
    ] {
        assert_eq!(codes(picture, purpose), found, "{purpose:?}");
    }
}

#[test]
fn what_was_cut_out_of_a_card_is_known_by_its_colours_and_a_grey_copy_is_not() {
    let corners = Pose::flat(0.8).corners(Paper::CardBack.size(), (2000.0, 1500.0));
    let emblem = card(Paper::CardBack);
    let cut = pictures::cut(&jpeg(&emblem), &corners, Purpose::PortraitSide, &Limits::DEVICE).unwrap();
    assert_eq!(cut.findings, [PictureFinding::WrongSide]);
    // The same as a file of its own, as somebody keeps it in an album.
    let again = prepare(&cut.jpeg, Purpose::PortraitSide, &Limits::DEVICE).unwrap();
    assert_eq!(again.findings, [PictureFinding::WrongSide]);
    let grey = image::DynamicImage::ImageLuma8(imageops::grayscale(&emblem)).into_rgb8();
    assert_eq!(codes(&grey, Purpose::PortraitSide), [""; 0]);
}

#[test]
fn a_clean_scan_is_neither_glare_nor_too_bright() {
    let scan = RgbImage::from_fn(1600, 2200, |x, y| {
        let ink = y % 40 < 20 && x % 24 < 14 && (x / 3 + y / 3) % 2 == 0 && (200..1400).contains(&x);
        Rgb([if ink { 0 } else { 255 }; 3])
    });
    let bytes = png(&scan, 1600, 2200, ExtendedColorType::Rgb8);
    assert_eq!(prepare(&bytes, Purpose::Document, &Limits::DEVICE).unwrap().findings, []);
}

#[test]
fn a_page_out_of_focus_is_blurred_and_a_dim_but_sharp_one_is_not() {
    let sharp = page(2000, 1500);
    assert_eq!(codes(&imageops::blur(&sharp, 6.0), Purpose::Document), ["blurred"]);
    assert_eq!(codes(&scaled(&sharp, 0.55), Purpose::Document), [""; 0]);
}

#[test]
fn a_page_moved_sideways_during_the_exposure_is_blurred() {
    let sharp = page(2000, 1500);
    let moved = RgbImage::from_fn(2000, 1500, |x, y| {
        let sum = (0..24).fold([0_u32; 3], |sum, step| {
            let pixel = sharp.get_pixel((x + step).min(1999), y).0;
            [0, 1, 2].map(|c| sum[c] + u32::from(pixel[c]))
        });
        Rgb(sum.map(|c| (c / 24) as u8))
    });
    assert_eq!(codes(&moved, Purpose::Document), ["blurred"]);
}

#[test]
fn a_soft_portrait_is_taken_and_a_blurred_one_is_named() {
    let sharp = portrait(716, 882, [245; 3]);
    assert_eq!(codes(&imageops::blur(&sharp, 1.5), Purpose::Face), [""; 0]);
    assert_eq!(codes(&imageops::blur(&sharp, 8.0), Purpose::Face), ["blurred"]);
}

#[test]
fn a_page_photographed_in_the_dark_is_too_dark() {
    assert_eq!(codes(&scaled(&page(2000, 1500), 0.3), Purpose::Document), ["too_dark"]);
}

#[test]
fn a_washed_out_page_is_too_bright() {
    let mut washed = page(2000, 1500);
    washed.iter_mut().for_each(|c| *c = (170 + u16::from(*c) * 2 / 3).min(255) as u8);
    assert!(codes(&washed, Purpose::Document).contains(&"too_bright"));
}

#[test]
fn a_mirrored_lamp_is_found_where_it_is() {
    let mut shiny = page(2000, 1500);
    shiny.iter_mut().for_each(|c| *c = (f32::from(*c) * 0.85) as u8);
    for (x, y, pixel) in shiny.enumerate_pixels_mut() {
        if (f64::from(x) - 1400.0).hypot(f64::from(y) - 500.0) < 170.0 {
            *pixel = Rgb([255; 3]);
        }
    }
    let found = findings(&shiny, Purpose::Document);
    let [PictureFinding::Glare { region }] = found.as_slice() else { panic!("{found:?}") };
    let (centre_x, centre_y) = (region.left + region.width / 2, region.top + region.height / 2);
    assert!(centre_x.abs_diff(700) < 15 && centre_y.abs_diff(333) < 15, "{region:?}");
}

#[test]
fn a_coloured_or_dark_ground_behind_a_face_is_named_and_an_off_white_one_is_not() {
    for ground in [[90, 140, 210], [200, 60, 50], [120, 120, 120]] {
        let found = findings(&portrait(1074, 1323, ground), Purpose::Face);
        assert_eq!(found, [PictureFinding::BackgroundNotWhite { white_percent: 0 }], "{ground:?}");
    }
    assert_eq!(codes(&portrait(1074, 1323, [225, 218, 205]), Purpose::Face), [""; 0]);
}

#[test]
fn a_face_in_another_shape_is_cut_and_says_so() {
    assert_eq!(codes(&portrait(1200, 1600, [245; 3]), Purpose::Face), ["cropped_to_ratio"]);
}

/// The whole set is measured by `cargo xtask bench findings`.
#[test]
fn of_a_part_of_the_labelled_set_what_is_plain_is_noticed_and_nearly_nothing_else_is() {
    let (mut plain, mut missed, mut without_reason) = (0, Vec::new(), Vec::new());
    for labelled in set().into_iter().step_by(13) {
        let prepared = prepare(&labelled.file(), labelled.purpose, &Limits::DEVICE).unwrap();
        let found: Vec<_> = prepared.findings.iter().map(PictureFinding::code).collect();
        if labelled.strength >= Strength::Plain {
            plain += 1;
            let noticed = labelled.code.is_some_and(|code| found.contains(&code));
            missed.extend((!noticed).then(|| labelled.name.clone()));
        }
        let others = found.iter().filter(|&&code| Some(code) != labelled.code);
        without_reason.extend(others.map(|code| format!("{code}: {}", labelled.name)));
    }
    assert!(plain >= 8 && missed.len() <= 1, "missed of {plain}: {missed:#?}");
    assert!(without_reason.len() <= 1, "{without_reason:#?}");
}
