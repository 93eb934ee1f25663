//! Documents on tables, as a phone's camera sees them: made from numbers, so that every corner is known.

use std::path::Path;

use fastrand::Rng;
use image::{Rgb, RgbImage, imageops};
use pictures::{Corners, Point};

use super::papers::Paper;

/// What lies under the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// One colour, such as a table's white or a desk's black.
    Plain([u8; 3]),
    /// Planks with their grain.
    Wood([u8; 3]),
    /// A woven cloth.
    Cloth([u8; 3]),
    /// Tiles with joints, whose lines are as straight as a page's.
    Tiles,
    /// A photograph of `e2e/photographs`, as if it were a poster on the table.
    Photograph(&'static str),
}

/// How the document lies before the camera.
#[derive(Clone, Copy, Debug)]
pub struct Pose {
    /// Where its middle is seen, in fractions of the picture.
    pub middle: (f64, f64),
    /// Its longer side, over the picture's longer side, as if seen straight from above.
    pub size: f64,
    /// Turned in its own plane, in degrees.
    pub turn: f64,
    /// Leaned back and to the side, in degrees.
    pub lean: (f64, f64),
    /// Distance of the picture plane from the lens, in diagonals of the picture.
    pub lens: f64,
}

impl Pose {
    /// Flat, upright and in the middle, as large as `size`.
    pub const fn flat(size: f64) -> Self {
        Self { middle: (0.5, 0.5), size, turn: 0.0, lean: (0.0, 0.0), lens: 0.6 }
    }

    /// As people hold a phone over a table.
    pub fn by_hand(rng: &mut Rng, size: f64) -> Self {
        let mut about = |middle: f64, by: f64| middle + by * (2.0 * rng.f64() - 1.0);
        Self {
            middle: (about(0.5, 0.03), about(0.5, 0.03)),
            size,
            turn: about(0.0, 12.0),
            lean: (about(0.0, 22.0), about(0.0, 14.0)),
            lens: about(0.62, 0.06),
        }
    }

    /// Where the corners of a paper of this size are seen in a picture of that size.
    pub fn corners(&self, paper: (f64, f64), picture: (f64, f64)) -> Corners {
        View::of(self, paper, picture).corners
    }
}

/// A document on a table.
#[derive(Clone, Copy, Debug)]
pub struct Scene {
    pub paper: Paper,
    pub ground: Ground,
    pub pose: Pose,
    /// How much darker the far end of the picture is: 0 to 1.
    pub falloff: f64,
    /// The direction of the light, in degrees.
    pub light_from: f64,
    /// Standard deviation of the sensor's noise, in levels.
    pub noise: f64,
    pub seed: u64,
}

/// A picture, and where the document's corners are in it; they may lie outside.
pub struct Shot {
    pub picture: RgbImage,
    pub corners: Corners,
}

impl Scene {
    pub fn shot(&self, width: u32, height: u32) -> Shot {
        let view = View::of(&self.pose, self.paper.size(), (f64::from(width), f64::from(height)));
        let ground = GroundTexture::of(self.ground, width, height);
        let (light_x, light_y) = (self.light_from.to_radians().cos(), self.light_from.to_radians().sin());
        let mut rng = Rng::with_seed(self.seed);
        let picture = RgbImage::from_fn(width, height, |x, y| {
            let mut sum = [0.0; 3];
            // Four looks a pixel, so that strokes have soft edges as behind a lens.
            for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                let (px, py) = (f64::from(x) + dx, f64::from(y) + dy);
                let (across, down) = view.on_paper(px, py);
                let seen = self.paper.colour(across, down).unwrap_or_else(|| ground.colour(x, y));
                sum.iter_mut().zip(seen).for_each(|(sum, seen)| *sum += seen / 4.0);
            }
            let (fx, fy) = (f64::from(x) / f64::from(width) - 0.5, f64::from(y) / f64::from(height) - 0.5);
            let light = 1.0 - self.falloff * (0.5 + 0.7 * (fx * light_x + fy * light_y)).clamp(0.0, 1.0);
            // The sum of four evenly spread numbers is near enough to a normal one.
            let grain = (rng.f64() + rng.f64() + rng.f64() + rng.f64() - 2.0) * 1.73 * self.noise;
            Rgb(sum.map(|c| (c * light + grain).round().clamp(0.0, 255.0) as u8))
        });
        Shot { picture, corners: view.corners }
    }
}

/// A pinhole camera over a sheet.
struct View {
    corners: Corners,
    middle: (f64, f64),
    lens: f64,
    /// Across and down on the paper over depth, as sums over a ray.
    across: [f64; 3],
    down: [f64; 3],
    depth: [f64; 3],
    half: (f64, f64),
}

impl View {
    fn of(pose: &Pose, paper: (f64, f64), (width, height): (f64, f64)) -> Self {
        let lens = pose.lens * width.hypot(height);
        let turn = |degrees: f64| (degrees.to_radians().sin(), degrees.to_radians().cos());
        let ((sz, cz), (sx, cx), (sy, cy)) = (turn(pose.turn), turn(pose.lean.0), turn(pose.lean.1));
        // Turned in its plane, then leaned back, then to the side.
        let rotated = |[x, y, z]: [f64; 3]| {
            let (x, y) = (x * cz - y * sz, x * sz + y * cz);
            let (y, z) = (y * cx - z * sx, y * sx + z * cx);
            [x * cy + z * sy, y, z * cy - x * sy]
        };
        let far = lens * paper.0.max(paper.1) / (pose.size * width.max(height));
        let middle = (width / 2.0, height / 2.0);
        let place =
            [(pose.middle.0 * width - middle.0) * far / lens, (pose.middle.1 * height - middle.1) * far / lens, far];
        let (right, below, normal) = (rotated([1.0, 0.0, 0.0]), rotated([0.0, 1.0, 0.0]), rotated([0.0, 0.0, 1.0]));
        let half = (paper.0 / 2.0, paper.1 / 2.0);
        let seen = |u: f64, v: f64| {
            let [x, y, z] = [0, 1, 2].map(|at| place[at] + u * half.0 * right[at] + v * half.1 * below[at]);
            let part = |at: f64, from: f64, side: f64| ((at * lens / z + from) / side) as f32;
            Point { x: part(x, middle.0, width), y: part(y, middle.1, height) }
        };
        let corners = Corners::from_clockwise([seen(-1.0, -1.0), seen(1.0, -1.0), seen(1.0, 1.0), seen(-1.0, 1.0)]);
        let dot = |a: [f64; 3], b: [f64; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        let along = |axis: [f64; 3]| [0, 1, 2].map(|at| dot(normal, place) * axis[at] - dot(place, axis) * normal[at]);
        Self { corners, middle, lens, across: along(right), down: along(below), depth: normal, half }
    }

    /// The place on the paper's plane, from its upper left corner, that is seen at this place of the picture.
    fn on_paper(&self, x: f64, y: f64) -> (f64, f64) {
        let ray = [x - self.middle.0, y - self.middle.1, self.lens];
        let dot = |a: [f64; 3]| a[0] * ray[0] + a[1] * ray[1] + a[2] * ray[2];
        let depth = dot(self.depth);
        (dot(self.across) / depth + self.half.0, dot(self.down) / depth + self.half.1)
    }
}

enum GroundTexture {
    Made(Ground),
    Photograph(RgbImage),
}

impl GroundTexture {
    fn of(ground: Ground, width: u32, height: u32) -> Self {
        match ground {
            Ground::Photograph(name) => Self::Photograph(photograph(name, width, height)),
            made => Self::Made(made),
        }
    }

    fn colour(&self, x: u32, y: u32) -> [f64; 3] {
        match self {
            Self::Photograph(picture) => picture.get_pixel(x, y).0.map(f64::from),
            Self::Made(Ground::Plain(colour)) => colour.map(f64::from),
            Self::Made(Ground::Wood(colour)) => {
                // Grain along the planks, and a dark joint between them.
                let plank = y / 230;
                let grain = f64::from(super::hash(plank, y) % 23) - 11.0 + f64::from(super::hash(x / 90, y) % 7);
                let joint = if y % 230 < 4 { -35.0 } else { 0.0 };
                colour.map(|c| f64::from(c) + grain * 0.7 + joint)
            }
            Self::Made(Ground::Cloth(colour)) => {
                let thread = if (x / 6 + y / 6).is_multiple_of(2) { 14.0 } else { -14.0 };
                let fibre = f64::from(super::hash(x, y) % 15) - 7.0;
                colour.map(|c| f64::from(c) + thread + fibre)
            }
            Self::Made(Ground::Tiles) => {
                let joint = x % 420 < 9 || y % 420 < 9;
                let shade = f64::from(super::hash(x / 420, y / 420) % 12);
                if joint { [118.0; 3] } else { [176.0 + shade, 170.0 + shade, 160.0 + shade] }
            }
            Self::Made(Ground::Photograph(_)) => [0.0; 3],
        }
    }
}

/// A photograph of the journeys, enlarged to fill a picture of this size.
pub fn photograph(name: &str, width: u32, height: u32) -> RgbImage {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../e2e/photographs");
    let picture = super::decode(&std::fs::read(folder.join(name).with_extension("jpg")).unwrap());
    let (w, h) = picture.dimensions();
    let scale = (f64::from(width) / f64::from(w)).max(f64::from(height) / f64::from(h));
    let cut = |side: u32, whole: u32| ((f64::from(side) / scale) as u32).clamp(1, whole);
    let (w2, h2) = (cut(width, w), cut(height, h));
    let part = imageops::crop_imm(&picture, (w - w2) / 2, (h - h2) / 2, w2, h2).to_image();
    imageops::resize(&part, width, height, imageops::FilterType::CatmullRom)
}
