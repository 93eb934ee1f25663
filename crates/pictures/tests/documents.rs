//! Where documents are found, and what becomes of them when they are straightened.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which the configuration does not recognize as such"
)]

mod common;

use common::papers::Paper;
use common::scenes::{Ground, Pose, Scene, photograph};
use common::{decode, difference, jpeg, with_exif};
use fastrand::Rng;
use image::{Rgb, RgbImage};
use pictures::{Corners, CornersError, Limits, PictureError, Point, Purpose, cut, propose};

const SIZE: (u32, u32) = (1600, 1200);

fn scene(rng: &mut Rng, paper: Paper, ground: Ground) -> Scene {
    Scene {
        paper,
        ground,
        pose: Pose::by_hand(rng, 0.6),
        falloff: 0.2,
        light_from: 40.0,
        noise: 2.0,
        seed: rng.u64(..),
    }
}

/// How far corners are from where they should be, at most, as a share of the picture's longer side.
fn off(found: &Corners, wanted: &Corners) -> f32 {
    let scale = |side: u32| side as f32 / SIZE.0.max(SIZE.1) as f32;
    let pairs = found.clockwise().into_iter().zip(wanted.clockwise());
    pairs.map(|(a, b)| ((a.x - b.x) * scale(SIZE.0)).hypot((a.y - b.y) * scale(SIZE.1))).fold(0.0, f32::max)
}

/// The document as it is, without a camera.
fn flat(paper: Paper, (width, height): (u32, u32)) -> RgbImage {
    let (across, down) = paper.size();
    RgbImage::from_fn(width, height, |x, y| {
        let mut sum = [0.0; 3];
        for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
            let at = |at: u32, by: f64, side: u32, length: f64| (f64::from(at) + by) / f64::from(side) * length;
            let colour = paper.colour(at(x, dx, width, across), at(y, dy, height, down)).unwrap_or([128.0; 3]);
            sum.iter_mut().zip(colour).for_each(|(sum, colour)| *sum += colour / 4.0);
        }
        Rgb(sum.map(|c| c.round() as u8))
    })
}

#[test]
fn on_a_plain_ground_every_corner_is_found_within_one_and_a_half_percent() {
    let mut rng = Rng::with_seed(3);
    for paper in Paper::ALL {
        for ground in [Ground::Plain([70, 66, 62]), Ground::Plain([176, 174, 168]), Ground::Cloth([84, 96, 120])] {
            let shot = scene(&mut rng, paper, ground).shot(SIZE.0, SIZE.1);
            let found = propose(&jpeg(&shot.picture), &Limits::DEVICE).unwrap().corners;
            let found = found.unwrap_or_else(|| panic!("{paper:?} on {ground:?} is not found"));
            let off = off(&found, &shot.corners);
            assert!(off < 0.015, "{paper:?} on {ground:?}: {off}");
        }
    }
}

#[test]
fn where_there_is_no_document_none_is_proposed() {
    let (width, height) = SIZE;
    let nothing = RgbImage::from_pixel(width, height, Rgb([180, 176, 170]));
    for picture in
        [nothing, common::photograph(width, height), common::noise(width, height), photograph("coffee", width, height)]
    {
        assert_eq!(propose(&jpeg(&picture), &Limits::DEVICE).unwrap().corners, None);
    }
}

#[test]
fn a_proposal_shows_the_whole_picture_upright_and_small() {
    let picture = common::quarters(2400, 1600);
    let proposal = propose(&with_exif(&picture, 6), &Limits::DEVICE).unwrap();
    assert_eq!((proposal.width, proposal.height), (1600, 2400));
    let shown = decode(&proposal.jpeg);
    assert_eq!(shown.dimensions(), (720, 1080));
    let Rgb([r, g, b]) = *shown.get_pixel(700, 20);
    assert!(r > 230 && g > 230 && b > 230, "turned by a quarter, the mark is in the upper right corner");
}

#[test]
fn what_is_straightened_is_the_document() {
    let mut rng = Rng::with_seed(5);
    for paper in [Paper::Page, Paper::CardFront, Paper::Certificate, Paper::Cover] {
        let mut scene = scene(&mut rng, paper, Ground::Wood([120, 84, 56]));
        (scene.pose.size, scene.falloff, scene.noise) = (0.6, 0.0, 1.0);
        // As many pixels as a phone has, so that nothing is too small.
        let shot = scene.shot(2400, 1800);
        let straight = cut(&jpeg(&shot.picture), &shot.corners, Purpose::Document, &Limits::DEVICE).unwrap();
        let (wide, high) = paper.size();
        let ratio = f64::from(straight.width) / f64::from(straight.height) / (wide / high);
        assert!((ratio - 1.0).abs() < 0.01, "{paper:?}: the shape is off by {ratio}");
        let wanted = flat(paper, (straight.width, straight.height));
        let off = difference(&decode(&straight.jpeg), &wanted);
        assert!(off < 7.0, "{paper:?}: {off} levels");
    }
}

#[test]
fn the_shape_of_a_document_of_no_known_format_is_told_within_six_percent() {
    let mut rng = Rng::with_seed(11);
    let picture = jpeg(&RgbImage::new(1000, 750));
    for _ in 0..200 {
        let (wide, high) = (60.0 + 100.0 * rng.f64(), 60.0 + 100.0 * rng.f64());
        let mut pose = Pose::by_hand(&mut rng, 0.6);
        pose.lean = (pose.lean.0 * 0.8, pose.lean.1 * 0.8);
        let corners = pose.corners((wide, high), (1000.0, 750.0));
        if corners.check().is_err() {
            continue;
        }
        // Too small to be kept, but the size that is refused is the one it would have.
        let Err(PictureError::TooSmall { width, height, .. }) =
            cut(&picture, &corners, Purpose::Document, &Limits::DEVICE)
        else {
            panic!("750 pixels are enough")
        };
        let ratio = f64::from(width) / f64::from(height) / (wide / high);
        assert!((ratio - 1.0).abs() < 0.06, "{wide} × {high}: {ratio} at {pose:?}");
    }
}

#[test]
fn a_cut_is_the_same_however_the_camera_was_held() {
    let picture = common::quarters(1800, 1800);
    // Within the upper left quarter of the upright picture and the ones beside it.
    for orientation in 1..=8 {
        let stored = with_exif(&common::stored(&picture, orientation), orientation);
        let corners = Corners::rectangle(0.02, 0.02, 0.9, 0.6);
        let straight = cut(&stored, &corners, Purpose::Document, &Limits::DEVICE).unwrap();
        let seen = decode(&straight.jpeg);
        let at = |x: f64, y: f64| {
            seen.get_pixel((x * f64::from(straight.width)) as u32, (y * f64::from(straight.height)) as u32).0
        };
        assert!(at(0.03, 0.03).iter().all(|&c| c > 200), "{orientation}: the mark is in its corner");
        assert!(at(0.3, 0.6)[0] > 150 && at(0.8, 0.6)[1] > 130 && at(0.3, 0.95)[2] > 150, "{orientation}");
    }
}

#[test]
fn a_face_is_cut_to_the_size_of_the_card() {
    let picture = common::portrait(1600, 2000, [245; 3]);
    let frame = Corners::rectangle(0.04, 0.03, 0.96, 0.03 + 0.92 * 1600.0 * 441.0 / 358.0 / 2000.0);
    let face = cut(&jpeg(&picture), &frame, Purpose::Face, &Limits::DEVICE).unwrap();
    assert_eq!((face.width, face.height), (358, 441));
    assert!(face.jpeg.len() <= 40_000);
    assert_eq!(face.findings, []);
}

#[test]
fn corners_between_which_nothing_can_be_cut_out_are_refused_by_name() {
    let picture = jpeg(&common::page(1600, 1200));
    let refusal = |corners: Corners| cut(&picture, &corners, Purpose::Document, &Limits::DEVICE).unwrap_err();
    let [a, b, c, d] = Corners::WHOLE.clockwise();
    let outside = Corners::from_clockwise([a, Point { x: 1.5, y: 0.0 }, c, d]);
    for (corners, problem) in [
        (outside, CornersError::Outside),
        (Corners::from_clockwise([b, a, c, d]), CornersError::Crossed),
        (Corners::from_clockwise([a; 4]), CornersError::TooSmall),
    ] {
        assert_eq!(refusal(corners), PictureError::BadCorners { problem });
    }
    assert_eq!(refusal(Corners::rectangle(0.2, 0.2, 0.5, 0.5)).code(), "too_small");
    // A splinter between corners that are far from each other in a picture that is hardly wide.
    let thin = jpeg(&common::page(4000, 20));
    let splinter = Corners::from_clockwise([Point { x: 0.3, y: 0.0 }, b, c, Point { x: 0.0, y: 0.95 }]);
    let refused = cut(&thin, &splinter, Purpose::Document, &Limits::DEVICE).unwrap_err();
    assert_eq!(refused, PictureError::BadCorners { problem: CornersError::TooSmall });
}
