//! What is noticed in a reduced, upright picture. All of it is advice: a person looks at the picture afterwards, so
//! thresholds are set where a person would agree, not where the last doubtful case is caught.

use super::Pixels;
use super::grey::Grey;
use crate::purpose::per_mille;
use crate::{PictureFinding, Purpose, Region};

/// Side of the squares that are looked at one by one, in pixels: a line of small print is about as high.
const TILE: usize = 32;

/// Pictures with a long edge from here on are judged at half their size, which takes most of the sensor's noise away;
/// strokes that are lost by it are too thin to be read anyway.
const HALVED_FROM: usize = 1200;

/// Standard deviation of brightness from which a tile has something in it to be sharp or not. Paper and walls stay
/// below 6, faint grey print reaches 20.
const TEXTURED_DEVIATION: f32 = 15.0;

/// Of the tiles with something in them, the sharpest tenth decides: background may be out of focus, print may not.
const SHARPEST_SHARE: f32 = 0.1;

/// Of all tiles, the flattest tenth shows how much of the second differences is noise.
const FLATTEST_SHARE: f32 = 0.1;

/// Documents: variance of the second differences over that of brightness, so that faint print is not taken for blurred.
/// Pages and cards on five grounds, in print of 8 to 12 points: sharp ones reach 0.5 or more, in half the light 0.12,
/// slightly soft ones 0.3. Out of focus by 2.5 pixels they stay below 0.09, moved by 15 pixels below 0.06.
const SHARP_DOCUMENT: f32 = 0.1;

/// Faces: skin and a plain ground have softer edges than print. Reduced photographs reach 0.4, the same softened by one
/// pixel 0.03 to 0.08, by two, which is seen in print, below 0.012.
const SHARP_FACE: f32 = 0.02;

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
    let grey = Grey::of(pixels);
    let light = Light::of(&grey);
    let mut findings = Vec::new();
    if light.top < DARK_TOP {
        findings.push(PictureFinding::TooDark);
    } else if is_blurred(&grey, purpose) {
        // In the dark noise and motion look alike; light helps against both.
        findings.push(PictureFinding::Blurred);
    }
    if light.middle >= BRIGHT_MIDDLE && light.bottom >= BRIGHT_BOTTOM {
        findings.push(PictureFinding::TooBright);
    }
    match purpose {
        Purpose::Document => {
            let glare = (light.middle <= GLARE_MIDDLE).then(|| glare(&grey)).flatten();
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
    fn of(grey: &Grey) -> Self {
        let mut counts = [0_usize; 256];
        for &value in &grey.luma {
            counts[usize::from(value)] += 1;
        }
        let below = |percent: usize| {
            let mut left = grey.luma.len() * percent / 100;
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
fn is_blurred(grey: &Grey, purpose: Purpose) -> bool {
    let sharp = match purpose {
        Purpose::Document => SHARP_DOCUMENT,
        Purpose::Face => SHARP_FACE,
    };
    let halved = (grey.width.max(grey.height) >= HALVED_FROM).then(|| grey.halved());
    sharpness(halved.as_ref().unwrap_or(grey)).is_none_or(|sharpness| sharpness < sharp)
}

/// How sharp the sharpest parts are, in the direction in which they are least: a moved picture keeps its edges along the
/// movement.
fn sharpness(grey: &Grey) -> Option<f32> {
    let (across, down) = (grey.width / TILE, grey.height / TILE);
    let tiles: Vec<Tile> = (0..down)
        .flat_map(|y| (0..across).map(move |x| (x, y)))
        .map(|(x, y)| Tile::of(grey, x * TILE, y * TILE))
        .collect();
    let along = |second_difference: fn(&Tile) -> f32| {
        let noise = quantile(tiles.iter().map(second_difference).collect(), FLATTEST_SHARE)?;
        let textured = tiles.iter().filter(|tile| tile.brightness >= TEXTURED_DEVIATION * TEXTURED_DEVIATION);
        let ratios = textured.map(|tile| (second_difference(tile) - noise) / tile.brightness).collect();
        quantile(ratios, 1.0 - SHARPEST_SHARE)
    };
    Some(along(|tile| tile.across)?.min(along(|tile| tile.down)?))
}

/// The value that this share of the others is below.
fn quantile(mut values: Vec<f32>, share: f32) -> Option<f32> {
    let last = values.len().checked_sub(1)?;
    let at = (last as f32 * share).round() as usize;
    Some(*values.select_nth_unstable_by(at.min(last), f32::total_cmp).1)
}

/// Variances within a tile.
struct Tile {
    brightness: f32,
    /// Of the second difference from left to right.
    across: f32,
    /// Of the second difference from top to bottom.
    down: f32,
}

impl Tile {
    fn of(grey: &Grey, left: usize, top: usize) -> Self {
        let [mut brightness, mut across, mut down] = [const { Moments::new() }; 3];
        // The outermost ring has no neighbours within the tile.
        for y in top + 1..top + TILE - 1 {
            let tile = |row: usize| &grey.row(row)[left..left + TILE];
            let (above, here, below) = (tile(y - 1), tile(y), tile(y + 1));
            for x in 1..TILE - 1 {
                let centre = i32::from(here[x]);
                brightness.add(centre);
                across.add(2 * centre - i32::from(here[x - 1]) - i32::from(here[x + 1]));
                down.add(2 * centre - i32::from(above[x]) - i32::from(below[x]));
            }
        }
        Self { brightness: brightness.variance(), across: across.variance(), down: down.variance() }
    }
}

struct Moments {
    count: i32,
    sum: i32,
    squares: i32,
}

impl Moments {
    const fn new() -> Self {
        Self { count: 0, sum: 0, squares: 0 }
    }

    /// A tile's sums stay below 900 × 510², which fits.
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
fn glare(grey: &Grey) -> Option<Region> {
    // Half a tile is fine enough to see the patch and coarse enough to pass over white gaps between characters.
    const SIDE: usize = TILE / 2;
    let (across, down) = (grey.width / SIDE, grey.height / SIDE);
    let clipped = |x: usize, y: usize| {
        (y * SIDE..(y + 1) * SIDE).all(|row| grey.row(row)[x * SIDE..(x + 1) * SIDE].iter().all(|&v| v >= CLIPPED))
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
        left: part(left, grey.width),
        top: part(top, grey.height),
        width: part(right - left, grey.width),
        height: part(bottom - top, grey.height),
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
