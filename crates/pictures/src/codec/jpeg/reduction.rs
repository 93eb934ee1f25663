//! What is kept of a component's blocks, and how samples are made of it.

use super::frame::{Component, Kept};
use super::idct;
use super::plane::{Plane, Tile};

/// Where each coefficient stands in its block, row × 8 + column, in the order in which they are coded (figure A.6).
pub(in crate::codec) const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
    28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
    47, 55, 62, 63,
];

/// Behind every place that a block has.
pub(super) const NOWHERE: u8 = 64;

/// The lowest frequencies of a block, as many as its size says, row by row.
pub(super) struct Reduction {
    /// Samples across and down.
    pub(super) size: (Kept, Kept),
    /// By place in the order of coding: where the coefficient goes in the reduced block; [`NOWHERE`] if it has no place
    /// for it.
    pub(super) places: [u8; 64],
    /// By place in the order of coding: quantisation step and weight in one.
    pub(super) weights: [f32; 64],
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
        let mut reduction = Self { size: (across, down), places: [NOWHERE; 64], weights: [0.0; 64], last_kept: 0 };
        for (coded, (&place, &step)) in ZIGZAG.iter().zip(steps).enumerate() {
            let (u, v) = (usize::from(place % 8), usize::from(place / 8));
            if u < across && v < down {
                reduction.places[coded] = (v * wide + u) as u8;
                reduction.weights[coded] = f32::from(step) * idct::weight(u, across) * idct::weight(v, down);
                reduction.last_kept = coded;
            }
        }
        reduction
    }

    /// Which coefficients have a place, the first one left out, by their place in the order of coding.
    pub(super) fn others(&self) -> u64 {
        let bits = self.places.iter().enumerate().skip(1);
        bits.fold(0, |others, (coded, &place)| others | u64::from(place != NOWHERE) << coded)
    }
}

/// Transforms a block of `PLACES` - 1 frequencies and puts its samples where they belong. The sizes for which there is room
/// to be made have transforms of their own.
#[inline(always)]
pub(super) fn put_block<const PLACES: usize>(
    block: &[f32; PLACES],
    only_mean: bool,
    size: (Kept, Kept),
    plane: &mut Plane,
    (left, top): (usize, usize),
) {
    if plane.is_outside(left, top) {
        return;
    }
    let mut tile: Tile = [[0; 8]; 8];
    match PLACES {
        _ if only_mean => idct::inverse_mean(block[0], &mut tile),
        17 => {
            if let Some(lines) = block.as_chunks::<4>().0.first_chunk::<4>() {
                put_tile(&idct::inverse_to_four(lines), &mut tile);
            }
        }
        5 => {
            if let Some(lines) = block.as_chunks::<2>().0.first_chunk::<2>() {
                put_tile(&idct::inverse_to_two(lines), &mut tile);
            }
        }
        2 => idct::inverse_mean(block[0], &mut tile),
        _ => {
            if let Some(lines) = block.as_chunks::<8>().0.first_chunk::<8>() {
                idct::inverse(lines, size, &mut tile);
            }
        }
    }
    plane.put(&tile, size, left, top);
}

/// Puts a small tile into the upper left of one of full size.
#[inline(always)]
fn put_tile<const SIDE: usize>(small: &[[u8; SIDE]; SIDE], tile: &mut Tile) {
    for (row, small) in tile.iter_mut().zip(small) {
        for (sample, &small) in row.iter_mut().zip(small) {
            *sample = small;
        }
    }
}
