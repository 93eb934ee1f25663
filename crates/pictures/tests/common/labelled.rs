//! Pictures with what is wrong with them, known because it was done to them: a set to measure findings on. The same at
//! every run.

use fastrand::Rng;
use image::{Rgb, RgbImage, imageops};
use pictures::Purpose;

use super::papers::Paper;
use super::scenes::{Ground, Pose, Scene, photograph};
use super::{jpeg_with, page, portrait_with};

/// How much of a defect there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// None.
    Good,
    /// A person would hesitate.
    Slight,
    /// A person would take it again.
    Plain,
    /// Nobody could use it.
    Strong,
}

/// One picture of the set.
#[derive(Clone, Debug)]
pub struct Labelled {
    pub name: String,
    pub purpose: Purpose,
    /// The code of the finding that it should have; none for good ones.
    pub code: Option<&'static str>,
    pub strength: Strength,
    recipe: Recipe,
}

#[derive(Clone, Debug)]
enum Recipe {
    Document {
        scene: Scene,
        defect: Defect,
        quality: u8,
    },
    /// A page that fills the picture, as scanners make it.
    Scan,
    Photograph(&'static str),
    Landscape,
    Face {
        ground: [u8; 3],
        scale: f64,
        shift: f64,
        blur: f32,
        quality: u8,
    },
}

#[derive(Clone, Copy, Debug)]
enum Defect {
    None,
    /// Out of focus: standard deviation in pixels.
    Blur(f32),
    /// Moved sideways during the exposure, in pixels.
    Motion(u32),
    /// The light that is left.
    Dark(f64),
    /// A mirrored lamp: its radius over the picture's height.
    Glare(f64),
    /// Too much light: everything but deep black is white.
    Washed,
    /// Turned by a quarter, to the right or to the left.
    Sideways,
    /// Turned by a half.
    UpsideDown,
    /// In the light of a lamp, which leaves so much of red, green and blue.
    Lamp([f64; 3]),
    /// A grey copy.
    Copy,
}

/// Pixels of the pictures: what a photograph of twelve megapixels is reduced to.
const SIZE: (u32, u32) = (2000, 1500);

impl Labelled {
    /// The picture as a file.
    pub fn file(&self) -> Vec<u8> {
        let (width, height) = SIZE;
        let (picture, quality) = match &self.recipe {
            Recipe::Document { scene, defect, quality } => {
                (harmed(scene.shot(width, height).picture, *defect, scene.seed), *quality)
            }
            Recipe::Scan => (page_alone(1500, 2000), 90),
            Recipe::Photograph(name) => (photograph(name, 640, 427), 90),
            Recipe::Landscape => (super::photograph(width, height), 90),
            Recipe::Face { ground, scale, shift, blur, quality } => {
                let face = portrait_with(895, 1102, *ground, *scale, *shift);
                (if *blur > 0.0 { imageops::fast_blur(&face, *blur) } else { face }, *quality)
            }
        };
        let picture = if picture.width() < 800 { enlarged(&picture) } else { picture };
        jpeg_with(&picture, quality, |_| {})
    }
}

/// Photographs of the journeys are small; sharp pixels are better than soft ones for what is to look like a photograph.
fn enlarged(picture: &RgbImage) -> RgbImage {
    imageops::resize(picture, SIZE.0, SIZE.1, imageops::FilterType::Nearest)
}

fn page_alone(width: u32, height: u32) -> RgbImage {
    let table = page(width * 6 / 5, height * 6 / 5);
    imageops::crop_imm(&table, width / 10, height / 10, width, height).to_image()
}

fn harmed(mut picture: RgbImage, defect: Defect, seed: u64) -> RgbImage {
    let (width, height) = picture.dimensions();
    match defect {
        Defect::None => picture,
        Defect::Blur(by) => imageops::fast_blur(&picture, by),
        Defect::Motion(by) => RgbImage::from_fn(width, height, |x, y| {
            let sum = (0..by).fold([0_u32; 3], |sum, step| {
                let pixel = picture.get_pixel((x + step).min(width - 1), y).0;
                [0, 1, 2].map(|c| sum[c] + u32::from(pixel[c]))
            });
            Rgb(sum.map(|c| (c / by) as u8))
        }),
        Defect::Dark(light) => {
            picture.iter_mut().for_each(|c| *c = (f64::from(*c) * light) as u8);
            picture
        }
        Defect::Glare(radius) => {
            let mut rng = Rng::with_seed(seed);
            let (at_x, at_y) = (0.4 + 0.2 * rng.f64(), 0.4 + 0.2 * rng.f64());
            for (x, y, pixel) in picture.enumerate_pixels_mut() {
                let (fx, fy) = (f64::from(x) / f64::from(width) - at_x, f64::from(y) / f64::from(height) - at_y);
                let from = (fx * f64::from(width) / f64::from(height)).hypot(fy) / radius;
                // All light within, and fading to nothing at half as far again.
                let light = ((1.5 - from) * 2.0).clamp(0.0, 1.0);
                pixel.0 = pixel.0.map(|c| (f64::from(c) + light * (255.0 - f64::from(c))) as u8);
            }
            picture
        }
        Defect::Sideways if seed.is_multiple_of(2) => imageops::rotate90(&picture),
        Defect::Sideways => imageops::rotate270(&picture),
        Defect::UpsideDown => imageops::rotate180(&picture),
        Defect::Lamp(light) => {
            picture.pixels_mut().for_each(|pixel| {
                pixel.0 = [0, 1, 2].map(|at| (f64::from(pixel.0[at]) * light[at]) as u8);
            });
            picture
        }
        Defect::Copy => image::DynamicImage::ImageLuma8(imageops::grayscale(&picture)).into_rgb8(),
        Defect::Washed => {
            picture.iter_mut().for_each(|c| *c = (170 + u16::from(*c) * 2 / 3).min(255) as u8);
            picture
        }
    }
}

const GROUNDS: [Ground; 6] = [
    Ground::Plain([70, 66, 62]),
    Ground::Plain([176, 174, 168]),
    Ground::Wood([120, 84, 56]),
    Ground::Cloth([84, 96, 120]),
    Ground::Tiles,
    Ground::Photograph("coffee"),
];

/// How a kind of paper is brought before the camera.
type Aim = fn(&mut Pose, &mut Rng, Paper);

/// The whole set.
pub fn set() -> Vec<Labelled> {
    use Strength::{Good, Plain, Slight, Strong};
    let mut rng = Rng::with_seed(20_260_715);
    let mut set = Vec::new();
    let mut document = |set: &mut Vec<Labelled>, nth: usize, code, strength, defect, aim: Aim| {
        let paper = Paper::ALL[nth % Paper::ALL.len()];
        // Not the same ground for the same paper every time.
        let ground = GROUNDS[(nth + nth / GROUNDS.len()) % GROUNDS.len()];
        let mut pose = Pose::by_hand(&mut rng, 0.6);
        aim(&mut pose, &mut rng, paper);
        let (falloff, light_from) = (0.3 * rng.f64(), 360.0 * rng.f64());
        let scene = Scene { paper, ground, pose, falloff, light_from, noise: 1.0 + 3.0 * rng.f64(), seed: rng.u64(..) };
        let quality = *rng.choice(&[92_u8, 80, 60][..]).unwrap_or(&92);
        let name = format!("{paper:?} on {ground:?}, {defect:?}, {pose:?}");
        let recipe = Recipe::Document { scene, defect, quality };
        let purpose = if code == Some("wrong_side") { other_side(paper) } else { paper.purpose() };
        set.push(Labelled { name, purpose, code, strength, recipe });
    };
    let as_held: Aim = |_, _, _| ();
    for nth in 0..48 {
        document(&mut set, nth, None, Good, Defect::None, as_held);
    }
    for (strength, blur, motion, light, radius) in
        [(Slight, 2.0, 7, 0.45, 0.04), (Plain, 4.0, 16, 0.3, 0.09), (Strong, 7.0, 30, 0.16, 0.18)]
    {
        for nth in 0..10 {
            document(&mut set, nth, Some("blurred"), strength, Defect::Blur(blur), as_held);
            document(&mut set, nth, Some("blurred"), strength, Defect::Motion(motion), as_held);
            document(&mut set, nth, Some("too_dark"), strength, Defect::Dark(light), as_held);
            document(&mut set, nth, Some("glare"), strength, Defect::Glare(radius), as_held);
        }
    }
    for nth in 0..6 {
        document(&mut set, nth, Some("too_bright"), Strong, Defect::Washed, as_held);
    }
    let slight: Aim = |pose, rng, paper| cut_off(pose, rng, paper, 0.1);
    let plain: Aim = |pose, rng, paper| cut_off(pose, rng, paper, 0.25);
    let strong: Aim = |pose, rng, paper| cut_off(pose, rng, paper, 0.45);
    for (strength, aim) in [(Slight, slight), (Plain, plain), (Strong, strong)] {
        for nth in 0..12 {
            document(&mut set, nth, Some("cut_off"), strength, Defect::None, aim);
        }
    }
    let nearer: Aim = |pose, _, _| pose.size = 0.34;
    let far: Aim = |pose, _, _| pose.size = 0.24;
    for nth in 0..12 {
        document(&mut set, nth, Some("too_far"), Slight, Defect::None, nearer);
        document(&mut set, nth, Some("too_far"), Plain, Defect::None, far);
    }
    // Covers have no print, or hardly any: which way round they are is not told.
    for nth in (0..30).filter(|nth| Paper::ALL[nth % Paper::ALL.len()] != Paper::Cover) {
        document(&mut set, nth, Some("sideways"), Plain, Defect::Sideways, as_held);
    }
    let is_card = |nth: &usize| Paper::ALL[nth % Paper::ALL.len()].purpose().is_card_side();
    for nth in (0..36).filter(is_card) {
        document(&mut set, nth, Some("upside_down"), Plain, Defect::UpsideDown, as_held);
        document(&mut set, nth, Some("wrong_side"), Plain, Defect::None, as_held);
        document(&mut set, nth, Some("wrong_side"), Plain, Defect::UpsideDown, as_held);
        // In the light of a lamp of 2700 K for which the camera allows by half, and of a tube that is green.
        document(&mut set, nth, Some("wrong_side"), Slight, Defect::Lamp([1.0, 0.84, 0.62]), as_held);
        document(&mut set, nth, None, Good, Defect::Lamp([1.0, 0.84, 0.62]), as_held);
        document(&mut set, nth, None, Good, Defect::Lamp([0.86, 1.0, 0.88]), as_held);
        document(&mut set, nth, None, Good, Defect::Copy, as_held);
    }
    let other = |name: &str, code, strength, recipe| Labelled {
        name: name.to_owned(),
        purpose: Purpose::Document,
        code,
        strength,
        recipe,
    };
    set.push(other("scan", None, Good, Recipe::Scan));
    for name in ["coffee", "rocket", "astronaut"] {
        set.push(other(name, Some("no_document"), Strong, Recipe::Photograph(name)));
    }
    set.push(other("landscape", Some("no_document"), Strong, Recipe::Landscape));
    faces(&mut set);
    set
}

/// What the other side of an identity card is photographed for.
const fn other_side(paper: Paper) -> Purpose {
    match paper.purpose() {
        Purpose::PortraitSide => Purpose::EmblemSide,
        Purpose::EmblemSide => Purpose::PortraitSide,
        other => other,
    }
}

/// Moves a document so that its lower or its right part is beyond the picture's edge, `by` of its height or width.
fn cut_off(pose: &mut Pose, rng: &mut Rng, paper: Paper, by: f64) {
    (pose.size, pose.turn) = (0.6, pose.turn / 2.0);
    pose.lean = (pose.lean.0 / 2.0, pose.lean.1 / 2.0);
    let (width, height) = paper.size();
    let part = |side: f64, whole: u32| {
        let length = pose.size * f64::from(SIZE.0) * side / width.max(height) / f64::from(whole);
        1.0 + length * (by - 0.5)
    };
    let (right, down) = (part(width, SIZE.0), part(height, SIZE.1));
    if rng.bool() { pose.middle.1 = down } else { pose.middle.0 = right }
}

fn faces(set: &mut Vec<Labelled>) {
    use Strength::{Good, Plain, Slight, Strong};
    let white = [245; 3];
    let mut face = |code, strength, ground: [u8; 3], scale, shift, blur| {
        let name = format!("face on {ground:?}, scale {scale}, shift {shift}, blur {blur}");
        let recipe = Recipe::Face { ground, scale, shift, blur, quality: 88 };
        set.push(Labelled { name, purpose: Purpose::Face, code, strength, recipe });
    };
    for ground in [white, [255; 3], [232, 230, 226], [225, 218, 205]] {
        for (scale, shift) in [(1.0, 0.0), (0.92, 0.02), (0.88, -0.03)] {
            face(None, Good, ground, scale, shift, 0.0);
        }
    }
    for (strength, grounds) in [
        (Slight, [[198, 186, 160], [186, 186, 178]]),
        (Plain, [[170, 190, 214], [168, 168, 168]]),
        (Strong, [[70, 120, 200], [190, 50, 46]]),
    ] {
        for ground in grounds {
            face(Some("background_not_white"), strength, ground, 1.0, 0.0, 0.0);
            face(Some("background_not_white"), strength, ground, 0.9, 0.02, 0.0);
        }
    }
    for (strength, scale, shift, blur) in
        [(Slight, 0.75, 0.08, 2.5), (Plain, 0.58, 0.14, 6.0), (Strong, 0.42, 0.2, 10.0)]
    {
        for ground in [white, [232, 230, 226], [225, 218, 205]] {
            face(Some("head_too_small"), strength, ground, scale, 0.0, 0.0);
            face(Some("head_off_centre"), strength, ground, 0.9, shift, 0.0);
            face(Some("blurred"), strength, ground, 1.0, 0.0, blur);
        }
    }
}
