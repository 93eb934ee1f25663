//! One component of a picture, as decoded.

use super::super::memory::zeroed;
use super::frame::Kept;
use crate::PictureError;

/// Samples of a block, rows from top to bottom; of a reduced block the upper left ones.
pub(super) type Tile = [[u8; 8]; 8];

/// Samples of one component: rows from top to bottom without padding.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::codec) struct Plane {
    pub(in crate::codec) samples: Vec<u8>,
    pub(in crate::codec) width: usize,
    pub(in crate::codec) height: usize,
    /// Samples for each pixel of the picture, across and down, at most 1. The first sample begins where the first pixel
    /// begins, so the last one may reach beyond the last pixel.
    pub(in crate::codec) scale: (f64, f64),
}

impl Plane {
    pub(in crate::codec) fn new(width: usize, height: usize, scale: (f64, f64)) -> Result<Self, PictureError> {
        Ok(Self { samples: zeroed(width * height)?, width, height, scale })
    }

    /// A row of samples, from the top.
    pub(in crate::codec) fn row_mut(&mut self, row: usize) -> Option<&mut [u8]> {
        self.samples.get_mut(row * self.width..(row + 1) * self.width)
    }

    /// Puts a tile of `across` samples and `down` rows in its place; what reaches beyond the plane is left out. Encoders fill
    /// the last unit of a scan with blocks of which nothing is seen.
    pub(super) fn put(&mut self, tile: &Tile, (across, down): (Kept, Kept), (left, top): (usize, usize)) {
        let seen = across.min(self.width.saturating_sub(left));
        for (tile, row) in tile.iter().zip(top..self.height.min(top + down)) {
            let start = row * self.width + left;
            if let Some(row) = self.samples.get_mut(start..start + seen) {
                row.copy_from_slice(&tile[..seen]);
            }
        }
    }

    /// The same of a tile whose size is known beforehand, so that a row is a single move.
    #[inline(always)]
    pub(super) fn put_square<const SIDE: usize>(&mut self, tile: &[[u8; SIDE]; SIDE], at: (usize, usize)) {
        if at.0 + SIDE > self.width || at.1 + SIDE > self.height {
            return self.put_partly(tile, at);
        }
        let mut start = at.1 * self.width + at.0;
        for line in tile {
            if let Some(row) = self.samples.get_mut(start..start + SIDE) {
                row.copy_from_slice(line);
            }
            start += self.width;
        }
    }

    #[inline(never)]
    fn put_partly<const SIDE: usize>(&mut self, small: &[[u8; SIDE]; SIDE], at: (usize, usize)) {
        let mut tile = [[0; 8]; 8];
        for (row, small) in tile.iter_mut().zip(small) {
            row[..SIDE].copy_from_slice(small);
        }
        self.put(&tile, (SIDE, SIDE), at);
    }
}
