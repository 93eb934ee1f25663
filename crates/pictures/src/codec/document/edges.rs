//! Where brightness changes, how much, and in which direction.

use super::super::grey::Grey;
use super::super::select;

/// The least change of brightness, in levels a pixel, that may be an edge: white paper on a pale table makes 4 to 6 once
/// reduced and smoothed, a sensor's noise 1.
const FAINTEST: f32 = 3.0;

/// In pictures full of texture, as of cloth or gravel, an edge is what changes more than this many times the middle of
/// all changes.
const ABOVE_MIDDLE: f32 = 2.0;

/// How far to both sides of an edge brightness is compared, in pixels: past a printed rule or the joint of two tiles, which
/// have the same brightness on either side, while paper and table have not.
const EITHER_SIDE: f32 = 4.0;
/// How much they differ at least, in levels.
const LEAST_STEP: f32 = 6.0;

/// The change of brightness at each pixel.
pub(super) struct Edges {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Brightness, smoothed.
    smooth: Vec<f32>,
    /// Rise of brightness to the right and downwards, in levels a pixel.
    rise: Vec<(f32, f32)>,
    /// How much that is along its own direction.
    sizes: Vec<f32>,
    /// What changes less is no edge.
    least: f32,
}

/// A pixel on an edge.
#[derive(Clone, Copy, Debug)]
pub(super) struct EdgePixel {
    pub(super) x: f32,
    pub(super) y: f32,
    /// The direction in which it becomes brighter, of length 1.
    pub(super) normal: (f32, f32),
}

impl Edges {
    pub(super) fn of(grey: &Grey) -> Self {
        let (width, height) = (grey.width, grey.height);
        let smooth = smoothed(grey);
        let row = |y: usize| &smooth[y * width..(y + 1) * width];
        let mut rise = vec![(0.0, 0.0); width * height];
        for (y, rise) in rise.chunks_exact_mut(width).enumerate().take(height.saturating_sub(1)).skip(1) {
            let (above, here, below) = (row(y - 1), row(y), row(y + 1));
            // Sobel's weights: a difference in one direction, smoothed in the other.
            let column = |x: usize| above[x] + 2.0 * here[x] + below[x];
            let across = |row: &[f32], x: usize| row[x - 1] + 2.0 * row[x] + row[x + 1];
            for (x, rise) in rise.iter_mut().enumerate().take(width.saturating_sub(1)).skip(1) {
                *rise = ((column(x + 1) - column(x - 1)) / 8.0, (across(below, x) - across(above, x)) / 8.0);
            }
        }
        let sizes: Vec<f32> = rise.iter().map(|&(x, y)| (x * x + y * y).sqrt()).collect();
        // A quarter of them says as much.
        let mut some: Vec<f32> = sizes.iter().copied().step_by(4).collect();
        let half = some.len() / 2;
        let middle = select::nth(&mut some, half);
        Self { width, height, smooth, rise, sizes, least: FAINTEST.max(ABOVE_MIDDLE * middle) }
    }

    /// The pixels on the crest of an edge: those that change more than their neighbours across it. Strokes of print and
    /// other thin lines are none.
    pub(super) fn crest(&self) -> Vec<EdgePixel> {
        let mut crest = Vec::new();
        for y in 1..self.height.saturating_sub(1) {
            for x in 1..self.width.saturating_sub(1) {
                let size = self.sizes[y * self.width + x];
                if size < self.least {
                    continue;
                }
                let (right, down) = self.rise[y * self.width + x];
                let normal = (right / size, down / size);
                let (step_x, step_y) = (normal.0.round_ties_even() as isize, normal.1.round_ties_even() as isize);
                let neighbour = |sign: isize| {
                    let (x, y) = (x.wrapping_add_signed(sign * step_x), y.wrapping_add_signed(sign * step_y));
                    self.sizes[y * self.width + x]
                };
                let is_crest = size >= neighbour(1) && size > neighbour(-1);
                if is_crest && self.across(x as f32, y as f32, normal) == 1 {
                    crest.push(EdgePixel { x: x as f32, y: y as f32, normal });
                }
            }
        }
        crest
    }

    /// Whether an edge along a line with this normal passes here: 1 where it becomes brighter along the normal, −1 where
    /// darker, 0 where there is none. Looks a pixel to both sides of the line.
    pub(super) fn across(&self, x: f32, y: f32, normal: (f32, f32)) -> i32 {
        // Within 30° of the normal: a pixel's direction is that exact on a faint edge.
        const ALONG: f32 = 0.866;
        let seen = [0.0, 1.0, -1.0].into_iter().filter_map(|step| {
            let (x, y) = (x + step * normal.0, y + step * normal.1);
            let (column, row) = (x.round_ties_even(), y.round_ties_even());
            if column < 0.0 || row < 0.0 || column >= self.width as f32 || row >= self.height as f32 {
                return None;
            }
            let at = row as usize * self.width + column as usize;
            let (right, down) = self.rise[at];
            let along = right * normal.0 + down * normal.1;
            (along.abs() >= self.least && along.abs() >= ALONG * self.sizes[at]).then_some(along)
        });
        let Some(strongest) = seen.max_by(|a, b| a.abs().total_cmp(&b.abs())) else { return 0 };
        let on_side = |by: f32| {
            let within = |at: f32, side: usize| (at.round_ties_even().max(0.0) as usize).min(side - 1);
            let (x, y) = (within(x + by * normal.0, self.width), within(y + by * normal.1, self.height));
            self.smooth[y * self.width + x]
        };
        let step = on_side(EITHER_SIDE) - on_side(-EITHER_SIDE);
        match strongest > 0.0 {
            true if step >= LEAST_STEP => 1,
            false if step <= -LEAST_STEP => -1,
            _ => 0,
        }
    }
}

/// Brightness with weights 1 2 1 in both directions, which makes grey of what small print is left.
fn smoothed(grey: &Grey) -> Vec<f32> {
    let (width, height) = (grey.width, grey.height);
    let weigh = |before: f32, here: f32, after: f32| (before + 2.0 * here + after) / 4.0;
    let mut across = vec![0.0; width * height];
    for (y, target) in across.chunks_exact_mut(width).enumerate() {
        let row = grey.row(y);
        let at = |x: usize| f32::from(row[x.min(width - 1)]);
        for (target, &[before, here, after]) in target.iter_mut().skip(1).zip(row.array_windows()) {
            *target = weigh(f32::from(before), f32::from(here), f32::from(after));
        }
        for x in [0, width - 1] {
            target[x] = weigh(at(x.saturating_sub(1)), at(x), at(x + 1));
        }
    }
    let mut both = vec![0.0; width * height];
    for (y, target) in both.chunks_exact_mut(width).enumerate() {
        let row = |y: usize| &across[y * width..(y + 1) * width];
        let (above, here, below) = (row(y.saturating_sub(1)), row(y), row((y + 1).min(height - 1)));
        for (((target, &above), &here), &below) in target.iter_mut().zip(above).zip(here).zip(below) {
            *target = weigh(above, here, below);
        }
    }
    both
}
