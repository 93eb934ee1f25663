//! What is kept of a component's blocks, and how samples are made of it.

use super::frame::{Component, Kept};
use super::idct;
use super::lines::Line;
use super::plane::Plane;

/// Where each coefficient stands in its block, row × 8 + column, in the order in which they are coded (figure A.6).
pub(in crate::codec) const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
    28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
    47, 55, 62, 63,
];

/// The lowest frequencies of a block, as many as its size says, row by row.
pub(super) struct Reduction {
    /// Samples across and down.
    pub(super) size: (Kept, Kept),
    /// By place in the order of coding: where the coefficient goes in the reduced block; behind its end if it has no place
    /// for it, as those behind the last one have none.
    pub(super) places: [u8; 128],
    /// By place in the reduced block: quantisation step and weight in one.
    weights: [f32; 64],
    /// The last coefficient in the order of coding that the reduced block has a place for.
    pub(super) last_kept: usize,
}

impl Reduction {
    /// That of a component with these quantisation steps, in the order of coding.
    #[inline(never)]
    pub(super) fn new(component: &Component, steps: &[u16; 64]) -> Self {
        let (across, down) = (component.across, component.down);
        // Blocks that are not square are as wide as a whole one.
        let wide = if across == down { across } else { 8 };
        let behind = if across == down { (across * down) as u8 } else { 64 };
        let mut reduction = Self { size: (across, down), places: [behind; 128], weights: [0.0; 64], last_kept: 0 };
        for (coded, (&place, &step)) in ZIGZAG.iter().zip(steps).enumerate() {
            let (u, v) = (usize::from(place % 8), usize::from(place / 8));
            if u < across && v < down {
                let place = v * wide + u;
                reduction.places[coded] = place as u8;
                reduction.weights[place] = f32::from(step) * idct::weight(u, across) * idct::weight(v, down);
                reduction.last_kept = coded;
            }
        }
        reduction
    }

    /// The mean of a block.
    #[inline(always)]
    fn mean(&self, block: &[i16]) -> f32 {
        block.first().map_or(0.0, |&mean| f32::from(mean) * self.weights[0])
    }

    /// The frequencies of a block, line by line.
    #[inline(always)]
    fn weighted<const SIDE: usize>(&self, block: &[i16; 64]) -> [Line<SIDE>; SIDE] {
        let mut lines = [[0.0; SIDE]; SIDE];
        for ((weighted, &value), weight) in lines.as_flattened_mut().iter_mut().zip(block).zip(&self.weights) {
            *weighted = f32::from(value) * weight;
        }
        lines
    }

    /// Which coefficients have a place, the first one left out, by their place in the order of coding.
    pub(super) fn others(&self) -> u64 {
        let (across, down) = self.size;
        let is_kept = |place: u8| usize::from(place % 8) < across && usize::from(place / 8) < down;
        let bits = ZIGZAG.iter().enumerate().skip(1);
        bits.fold(0, |others, (coded, &place)| others | u64::from(is_kept(place)) << coded)
    }
}

/// Transforms a block of frequencies, in steps, and puts its samples where they belong. The sizes that are worth it have
/// transforms of their own.
#[inline(always)]
pub(super) fn put_block(
    block: &[i16; 64],
    only_mean: bool,
    reduction: &Reduction,
    plane: &mut Plane,
    at: (usize, usize),
) {
    match reduction.size {
        (4, 4) => put_square(block, only_mean, reduction, plane, at, idct::inverse_to_four),
        (2, 2) => put_square(block, only_mean, reduction, plane, at, idct::inverse_to_two),
        (1, 1) => put_square(block, true, reduction, plane, at, |mean: &[Line<1>; 1]| *mean),
        size if only_mean => plane.put(&[[idct::sample(reduction.mean(block)); 8]; 8], size, at),
        size => plane.put(&idct::inverse(&reduction.weighted(block), size), size, at),
    }
}

#[inline(always)]
fn put_square<const SIDE: usize>(
    block: &[i16; 64],
    only_mean: bool,
    reduction: &Reduction,
    plane: &mut Plane,
    at: (usize, usize),
    inverse: impl Fn(&[Line<SIDE>; SIDE]) -> [Line<SIDE>; SIDE],
) {
    let samples = if only_mean {
        [[idct::sample(reduction.mean(block)); SIDE]; SIDE]
    } else {
        idct::samples(&inverse(&reduction.weighted(block)))
    };
    plane.put_square(&samples, at);
}
