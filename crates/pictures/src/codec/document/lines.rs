//! The straight lines on which most edges of a picture lie (Hough's transform).

use std::f32::consts::PI;

use super::super::sine::sine;
use super::edges::{EdgePixel, Edges};

/// Directions that are told apart, over half a turn: 1.5° each.
const DIRECTIONS: usize = 120;
/// An edge pixel's own direction is right within so many of them.
const SPREAD: usize = 2;
/// How many lines are looked at. A document has four; its print, its shadow and the table's own lines are longer at times.
const MOST: usize = 20;
/// A line has at least this share of the picture's shorter side in edge pixels.
const SHORTEST: f32 = 0.12;
/// Lines nearer to each other, in directions and in pixels, are one.
const APART: (usize, usize) = (4, 4);

/// A straight line: all places whose product with the normal is `offset`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Of length 1.
    pub(super) normal: (f32, f32),
    pub(super) offset: f32,
}

impl Line {
    /// How far a place is from the line, on the side of the normal.
    pub(super) fn distance(&self, x: f32, y: f32) -> f32 {
        x * self.normal.0 + y * self.normal.1 - self.offset
    }

    /// Where two lines cross; `None` for such as are as good as parallel.
    pub(super) fn crossing(&self, other: &Self) -> Option<(f32, f32)> {
        let turn = self.turn(other);
        (turn.abs() > 0.1).then(|| {
            (
                (self.offset * other.normal.1 - other.offset * self.normal.1) / turn,
                (other.offset * self.normal.0 - self.offset * other.normal.0) / turn,
            )
        })
    }

    /// The sine of the angle between two lines.
    pub(super) fn turn(&self, other: &Self) -> f32 {
        self.normal.0 * other.normal.1 - self.normal.1 * other.normal.0
    }

    /// The line that fits places best: through their middle, along their widest spread.
    pub(super) fn through(places: &[(f32, f32)]) -> Option<Self> {
        if places.len() < 2 {
            return None;
        }
        let count = places.len() as f32;
        let sum = places.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0, sum.1 + at.1));
        let middle = (sum.0 / count, sum.1 / count);
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for &(x, y) in places {
            let (x, y) = (x - middle.0, y - middle.1);
            (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
        }
        // Of twice the angle at which they lie, the tangent is 2 xy / (xx - yy); half of it is within a quarter turn.
        let length = (2.0 * xy).hypot(xx - yy);
        let cosine_of_twice = if length > 0.0 { (xx - yy) / length } else { 1.0 };
        let half = |part: f32| (0.5 * part).max(0.0).sqrt();
        let normal = (half(1.0 - cosine_of_twice).copysign(-xy), half(1.0 + cosine_of_twice));
        Some(Self { normal, offset: middle.0 * normal.0 + middle.1 * normal.1 })
    }
}

/// The lines with most edges, the strongest first.
pub(super) fn lines(edges: &Edges) -> Vec<Line> {
    let crest = edges.crest();
    let mut votes = Votes::of(edges, &crest);
    let least = (SHORTEST * edges.width.min(edges.height) as f32) as u32;
    let mut lines = Vec::with_capacity(MOST);
    while lines.len() < MOST {
        let Some(line) = votes.take_strongest(least) else { break };
        lines.push(fitted(&line, &crest));
    }
    lines
}

/// The line through the edge pixels beside it that run along it, which is more exact than a cell of the vote.
fn fitted(line: &Line, crest: &[EdgePixel]) -> Line {
    let beside = crest.iter().filter(|pixel| {
        let along = pixel.normal.0 * line.normal.0 + pixel.normal.1 * line.normal.1;
        along.abs() > 0.94 && line.distance(pixel.x, pixel.y).abs() < 2.5
    });
    let places: Vec<_> = beside.map(|pixel| (pixel.x, pixel.y)).collect();
    Line::through(&places).filter(|fitted| fitted.turn(line).abs() < 0.1).unwrap_or(*line)
}

/// For each direction and offset: how many edge pixels lie on that line.
struct Votes {
    counts: Vec<u32>,
    offsets: usize,
    normals: [(f32, f32); DIRECTIONS],
    /// For each direction: the most votes, and for which offset.
    strongest: [(u32, usize); DIRECTIONS],
}

impl Votes {
    fn of(edges: &Edges, crest: &[EdgePixel]) -> Self {
        let normals = std::array::from_fn(|at| {
            let half_turns = at as f32 / DIRECTIONS as f32;
            (sine(half_turns + 0.5), sine(half_turns))
        });
        // Offsets run from minus to plus the diagonal.
        let offsets = 2 * (edges.width as f32).hypot(edges.height as f32).ceil() as usize + 3;
        let counts = vec![0; DIRECTIONS * offsets];
        let mut votes = Self { counts, offsets, normals, strongest: [(0, 0); DIRECTIONS] };
        for pixel in crest {
            let angle = pixel.normal.1.atan2(pixel.normal.0).rem_euclid(PI);
            let nearest = (angle * DIRECTIONS as f32 / PI).round_ties_even() as usize;
            for direction in nearest + DIRECTIONS - SPREAD..=nearest + DIRECTIONS + SPREAD {
                let cell = votes.cell(direction % DIRECTIONS, pixel);
                votes.counts[cell] += 1;
            }
        }
        (0..DIRECTIONS).for_each(|direction| votes.count(direction));
        votes
    }

    /// Finds the most votes in a direction.
    fn count(&mut self, direction: usize) {
        let row = &self.counts[direction * self.offsets..(direction + 1) * self.offsets];
        // A line of edges falls into two cells where it lies between them.
        let both = row.windows(2).map(|two| two[0] + two[1]).zip(0..);
        self.strongest[direction] = both.max().unwrap_or((0, 0));
    }

    fn cell(&self, direction: usize, pixel: &EdgePixel) -> usize {
        let normal = self.normals[direction];
        let offset = (pixel.x * normal.0 + pixel.y * normal.1).round_ties_even() as isize;
        direction * self.offsets + (self.offsets / 2).saturating_add_signed(offset)
    }

    /// The line with most votes, and none beside it any more; `None` where no line has as many as `least`.
    fn take_strongest(&mut self, least: u32) -> Option<Line> {
        let (direction, &(votes, offset)) =
            self.strongest.iter().enumerate().max_by_key(|(_, strongest)| strongest.0)?;
        if votes < least.max(1) {
            return None;
        }
        let line = Line { normal: self.normals[direction], offset: offset as f32 + 0.5 - (self.offsets / 2) as f32 };
        for turn in 0..=2 * APART.0 {
            let near = direction + DIRECTIONS + turn - APART.0;
            // Beyond half a turn the same lines come again with the normal reversed.
            let reversed = near / DIRECTIONS != 1;
            let middle = if reversed { self.offsets - 1 - offset } else { offset };
            let row = near % DIRECTIONS * self.offsets;
            let (first, last) = (middle.saturating_sub(APART.1), (middle + APART.1).min(self.offsets - 1));
            self.counts[row + first..=row + last].fill(0);
            self.count(near % DIRECTIONS);
        }
        Some(line)
    }
}
