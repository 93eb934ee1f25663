//! What is noticed in a reduced, upright picture. All of it is advice: a person looks at the picture afterwards, so
//! thresholds are set where a person would agree, not where the last doubtful case is caught.

use super::Pixels;
use crate::purpose::per_mille;
use crate::{PictureFinding, Purpose, Region};

/// Side of the squares that are looked at one by one, in pixels: a line of small print is about as high.
const TILE: usize = 32;

/// Standard deviation of brightness from which a tile has something in it to be sharp or not. Paper and walls stay
/// below 6, faint grey print reaches 15.
const TEXTURED_DEVIATION: f32 = 10.0;

/// Of the tiles with something in them, the sharpest tenth decides: background may be out of focus, print may not.
const SHARPEST_SHARE: f32 = 0.1;

/// Variance of the Laplacian divided by the variance of brightness, so that faint print is not taken for blurred. It is
/// near 1 for print and hair in focus, 0.1 for an edge spread over five pixels and 0.03 over ten, which is where 8-point
/// characters become unreadable.
const SHARP: f32 = 0.08;

/// Brightness that 98 % of the pixels stay below. A white card in a dim room still reaches it at half the exposure.
const DARK_TOP: u8 = 95;

/// A picture is washed out when half of it is at least this bright …
const BRIGHT_MIDDLE: u8 = 250;
/// … and not even 2 % are darker than this; black print keeps a scan well below.
const BRIGHT_BOTTOM: u8 = 160;

/// Brightness from which a sensor holds nothing but light.
const CLIPPED: u8 = 252;
/// A mirrored light is a patch in a picture that is not white itself: with the middle brightness above this, white is
/// the paper.
const GLARE_MIDDLE: u8 = 215;
/// Smaller patches cover a character or two (‰ of the picture) …
const GLARE_LEAST: usize = 10;
/// … and larger ones are a page in full light.
const GLARE_MOST: usize = 250;

/// Face: a pixel counts as white from this value in its darkest channel. White paper in shadow measures 190 to 210.
const WHITE_LEAST: u8 = 185;
/// Face: and with channels no further apart than this; lamps tint white by up to 30.
const WHITE_TINT: u8 = 36;
/// Face: how much of the border must be white, in percent; loose hair may reach into it.
const WHITE_SHARE: usize = 90;

/// Looks at a picture.
pub(super) fn judge(pixels: &Pixels, purpose: Purpose) -> Vec<PictureFinding> {
    let plane = Plane::of(pixels);
    let light = Light::of(&plane);
    let mut findings = Vec::new();
    if is_blurred(&plane) {
        findings.push(PictureFinding::Blurred);
    }
    if light.top < DARK_TOP {
        findings.push(PictureFinding::TooDark);
    }
    if light.middle >= BRIGHT_MIDDLE && light.bottom >= BRIGHT_BOTTOM {
        findings.push(PictureFinding::TooBright);
    }
    match purpose {
        Purpose::Document => {
            let glare = (light.middle <= GLARE_MIDDLE).then(|| glare(&plane)).flatten();
            findings.extend(glare.map(|region| PictureFinding::Glare { region }));
        }
        Purpose::Face => {
            let white_percent = white_border_percent(pixels);
            if white_percent < WHITE_SHARE {
                findings.push(PictureFinding::BackgroundNotWhite { white_percent: white_percent as u8 });
            }
        }
    }
    findings
}

/// Brightness alone, one byte a pixel.
struct Plane {
    luma: Vec<u8>,
    width: usize,
    height: usize,
}

impl Plane {
    fn of(pixels: &Pixels) -> Self {
        // ITU-R BT.601 weights in 256ths, as JPEG uses them.
        let luma = |&[r, g, b]: &[u8; 3]| ((77 * u32::from(r) + 150 * u32::from(g) + 29 * u32::from(b)) >> 8) as u8;
        let luma = pixels.rgb.as_chunks::<3>().0.iter().map(luma).collect();
        Self { luma, width: pixels.width as usize, height: pixels.height as usize }
    }

    fn row(&self, y: usize) -> &[u8] {
        &self.luma[y * self.width..(y + 1) * self.width]
    }

    /// Whole tiles across and down.
    const fn tiles(&self) -> (usize, usize) {
        (self.width / TILE, self.height / TILE)
    }
}

/// How brightness is distributed.
struct Light {
    /// 2 % of the pixels are darker.
    bottom: u8,
    /// Half of the pixels are darker.
    middle: u8,
    /// 98 % of the pixels are darker.
    top: u8,
}

impl Light {
    fn of(plane: &Plane) -> Self {
        let mut counts = [0_usize; 256];
        for &value in &plane.luma {
            counts[usize::from(value)] += 1;
        }
        let below = |percent: usize| {
            let mut left = plane.luma.len() * percent / 100;
            let found = counts.iter().position(|&count| {
                let here = left < count;
                left = left.saturating_sub(count);
                here
            });
            found.unwrap_or(255) as u8
        };
        Self { bottom: below(2), middle: below(50), top: below(98) }
    }
}

/// Whether nothing in the picture is sharp. A picture with nothing in it counts as blurred: there is nothing to read.
fn is_blurred(plane: &Plane) -> bool {
    sharpness(plane).is_none_or(|sharpness| sharpness < SHARP)
}

fn sharpness(plane: &Plane) -> Option<f32> {
    let (across, down) = plane.tiles();
    let mut found: Vec<f32> = (0..down)
        .flat_map(|y| (0..across).map(move |x| (x, y)))
        .filter_map(|(x, y)| tile_sharpness(plane, x * TILE, y * TILE))
        .collect();
    if found.is_empty() {
        return None;
    }
    found.sort_unstable_by(|a, b| b.total_cmp(a));
    found.get((found.len() as f32 * SHARPEST_SHARE) as usize).copied()
}

/// The variance of the Laplacian over that of brightness, if there is anything in the tile.
fn tile_sharpness(plane: &Plane, left: usize, top: usize) -> Option<f32> {
    let (mut brightness, mut edges) = (Moments::default(), Moments::default());
    // The outermost ring has no neighbours within the tile.
    for y in top + 1..top + TILE - 1 {
        let side = left..left + TILE;
        let (above, here, below) =
            (&plane.row(y - 1)[side.clone()], &plane.row(y)[side.clone()], &plane.row(y + 1)[side]);
        for x in 1..TILE - 1 {
            let centre = i32::from(here[x]);
            brightness.add(centre);
            let around = i32::from(above[x]) + i32::from(below[x]) + i32::from(here[x - 1]) + i32::from(here[x + 1]);
            edges.add(4 * centre - around);
        }
    }
    let variance = brightness.variance();
    (variance >= TEXTURED_DEVIATION * TEXTURED_DEVIATION).then(|| edges.variance() / variance)
}

#[derive(Default)]
struct Moments {
    count: i32,
    sum: i32,
    squares: i32,
}

impl Moments {
    /// A tile's sums stay below 900 × 1020², which fits.
    const fn add(&mut self, value: i32) {
        self.count += 1;
        self.sum += value;
        self.squares += value * value;
    }

    fn variance(&self) -> f32 {
        let count = self.count as f32;
        let mean = self.sum as f32 / count;
        self.squares as f32 / count - mean * mean
    }
}

/// The box around all clipped tiles, if they are as many as a mirrored light covers.
fn glare(plane: &Plane) -> Option<Region> {
    // Half a tile is fine enough to see the patch and coarse enough to pass over white gaps between characters.
    const SIDE: usize = TILE / 2;
    let (across, down) = (plane.width / SIDE, plane.height / SIDE);
    let clipped = |x: usize, y: usize| {
        (y * SIDE..(y + 1) * SIDE).all(|row| plane.row(row)[x * SIDE..(x + 1) * SIDE].iter().all(|&v| v >= CLIPPED))
    };
    let mut count = 0;
    let (mut left, mut top, mut right, mut bottom) = (across, down, 0, 0);
    for y in 0..down {
        for x in (0..across).filter(|&x| clipped(x, y)) {
            count += 1;
            (left, right) = (left.min(x), right.max(x + 1));
            (top, bottom) = (top.min(y), bottom.max(y + 1));
        }
    }
    let share = count * 1000 / (across * down).max(1);
    let part = |tiles: usize, side: usize| per_mille((tiles * SIDE) as u32, side as u32);
    (GLARE_LEAST..=GLARE_MOST).contains(&share).then(|| Region {
        left: part(left, plane.width),
        top: part(top, plane.height),
        width: part(right - left, plane.width),
        height: part(bottom - top, plane.height),
    })
}

/// How much of the border is white: a strip along the top and down the upper half of both sides, where shoulders do not
/// reach.
fn white_border_percent(pixels: &Pixels) -> usize {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let strip = (width / 20).max(1);
    let (mut white, mut all) = (0, 0);
    for y in 0..height / 2 {
        for x in (0..width).filter(|&x| y < strip || x < strip || x >= width - strip) {
            let at = (y * width + x) * 3;
            let [r, g, b] = [pixels.rgb[at], pixels.rgb[at + 1], pixels.rgb[at + 2]];
            let (least, most) = (r.min(g).min(b), r.max(g).max(b));
            all += 1;
            white += usize::from(least >= WHITE_LEAST && most - least <= WHITE_TINT);
        }
    }
    white * 100 / all.max(1)
}
