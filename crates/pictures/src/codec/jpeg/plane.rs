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

    /// Whether nothing of a tile at this place would be seen: encoders fill the last unit of a scan with such blocks.
    pub(super) const fn is_outside(&self, left: usize, top: usize) -> bool {
        left >= self.width || top >= self.height
    }

    /// Puts a tile of `across` samples and `down` rows in its place; what reaches beyond the plane is left out.
    pub(super) fn put(&mut self, tile: &Tile, (across, down): (Kept, Kept), left: usize, top: usize) {
        let seen = across.min(self.width.saturating_sub(left));
        let rows = self.samples.chunks_exact_mut(self.width).skip(top).take(down);
        match seen {
            8 => put_rows::<8>(tile, rows, left),
            4 => put_rows::<4>(tile, rows, left),
            2 => put_rows::<2>(tile, rows, left),
            1 => put_rows::<1>(tile, rows, left),
            _ => rows.zip(tile).for_each(|(row, tile)| row[left..left + seen].copy_from_slice(&tile[..seen])),
        }
    }
}

/// Copies of a known length are single moves.
#[inline(always)]
fn put_rows<'a, const SEEN: usize>(tile: &Tile, rows: impl Iterator<Item = &'a mut [u8]>, left: usize) {
    for (row, tile) in rows.zip(tile) {
        if let (Some(row), Some(tile)) = (row.get_mut(left..left + SEEN), tile.first_chunk::<SEEN>()) {
            row.copy_from_slice(tile);
        }
    }
}
