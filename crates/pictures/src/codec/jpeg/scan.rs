//! A scan: the coded blocks of one component or several, one after the other (ITU-T T.81, A.2, B.2.3 and F.2).

use super::bits::Bits;
use super::frame::{Frame, Kept, Sampling};
use super::huffman::{END_OF_BLOCK, Table};
use super::idct;
use super::plane::{Plane, Tile};
use super::tables::Tables;
use crate::PictureError;

/// Where each coefficient stands in its block, row × 8 + column, in the order in which they are coded (figure A.6).
pub(in crate::codec) const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21,
    28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54,
    47, 55, 62, 63,
];

/// First coefficients are below 2048, quantised or not (table F.1); a sum of differences far beyond is no picture's.
const MOST_MEAN: i32 = 1 << 15;

/// Behind every place that a block has.
const NOWHERE: u8 = 64;

/// A scan, ready to be decoded.
pub(super) struct Scan<'a> {
    coders: Vec<Coder<'a>>,
    /// Units across and down.
    units: (usize, usize),
    restart_interval: usize,
}

/// How the blocks of one component are decoded.
struct Coder<'a> {
    /// Which of the frame's components it is.
    component: usize,
    /// Blocks of it in a unit of this scan.
    sampling: Sampling,
    size: (Kept, Kept),
    dc: &'a Table,
    ac: &'a Table,
    /// By place in the order of coding: where the coefficient goes in the reduced block, row by row; [`NOWHERE`] if it has
    /// no place for it.
    places: [u8; 64],
    /// By place in the order of coding: quantisation step and weight in one.
    weights: [f32; 64],
    /// The last coefficient in the order of coding that the reduced block has a place for.
    last_kept: usize,
    /// The first coefficient of the block before, not yet multiplied.
    mean: i32,
}

impl<'a> Scan<'a> {
    /// Reads a scan header (B.2.3). Gives `None` where it contradicts the frame or names tables that are not there.
    pub(super) fn read(body: &[u8], frame: &Frame, tables: &'a Tables) -> Option<Self> {
        let (&count, rest) = body.split_first()?;
        let (named, rest) = rest.split_at_checked(2 * usize::from(count))?;
        // The whole range of coefficients at once, at full precision: what a sequential scan is.
        if count == 0 || rest != [0, 63, 0] {
            return None;
        }
        let coders: Vec<Coder> =
            named.as_chunks::<2>().0.iter().map(|named| Coder::read(named, frame, tables)).collect::<Option<_>>()?;
        let units = match coders.as_slice() {
            [alone] => frame.blocks(&frame.components[alone.component]),
            _ => frame.units(),
        };
        let mut scan = Self { coders, units, restart_interval: tables.restart_interval };
        if let [alone] = scan.coders.as_mut_slice() {
            alone.sampling = Sampling { across: 1, down: 1 };
        }
        Some(scan)
    }

    /// Which components the scan holds.
    pub(super) fn components(&self) -> impl Iterator<Item = usize> {
        self.coders.iter().map(|coder| coder.component)
    }

    /// Decodes all blocks into the planes, one for each component of the frame.
    ///
    /// # Errors
    /// [`PictureError::Truncated`] where the last blocks are missing, [`PictureError::Damaged`] for anything else that
    /// cannot be.
    pub(super) fn decode(mut self, coded: &[u8], planes: &mut [Plane]) -> Result<(), PictureError> {
        let mut bits = Bits::new(coded);
        let mut until_restart = self.restart_interval;
        let mut restarts = 0;
        for row in 0..self.units.1 {
            for column in 0..self.units.0 {
                if self.restart_interval > 0 {
                    if until_restart == 0 {
                        self.restart(&mut bits, restarts)?;
                        restarts = (restarts + 1) % 8;
                        until_restart = self.restart_interval;
                    }
                    until_restart -= 1;
                }
                let decoded = self
                    .coders
                    .iter_mut()
                    .try_for_each(|coder| coder.decode_unit(&mut bits, planes.get_mut(coder.component)?, column, row));
                if decoded.is_none() || bits.ran_dry() {
                    // Missing data before a restart is a hole, not an end.
                    let is_cut = bits.ran_dry() && bits.is_at_end();
                    return Err(if is_cut { PictureError::Truncated } else { PictureError::Damaged });
                }
            }
        }
        (bits.finish() && bits.is_at_end()).then_some(()).ok_or(PictureError::Damaged)
    }

    fn restart(&mut self, bits: &mut Bits, number: u8) -> Result<(), PictureError> {
        if !bits.finish() {
            return Err(PictureError::Damaged);
        }
        if !bits.restart(number) {
            return Err(if bits.is_at_end() { PictureError::Truncated } else { PictureError::Damaged });
        }
        for coder in &mut self.coders {
            coder.mean = 0;
        }
        Ok(())
    }
}

impl<'a> Coder<'a> {
    fn read(&[id, codes]: &[u8; 2], frame: &Frame, tables: &'a Tables) -> Option<Self> {
        let index = frame.components.iter().position(|component| component.id == id)?;
        let component = frame.components.get(index)?;
        let (across, down) = (component.across, component.down);
        let steps = tables.quantisation.get(component.quantisation)?.as_ref()?;
        let place = |coded: usize| (usize::from(ZIGZAG[coded] % 8), usize::from(ZIGZAG[coded] / 8));
        let is_kept = |&coded: &usize| place(coded).0 < across && place(coded).1 < down;
        // Blocks that are not square are as wide as a whole one.
        let wide = if across == down { across } else { 8 };
        Some(Self {
            component: index,
            sampling: component.sampling,
            size: (across, down),
            dc: tables.dc.get(usize::from(codes >> 4))?.as_ref()?,
            ac: tables.ac.get(usize::from(codes & 15))?.as_ref()?,
            places: std::array::from_fn(|coded| {
                let (u, v) = place(coded);
                if is_kept(&coded) { (v * wide + u) as u8 } else { NOWHERE }
            }),
            weights: std::array::from_fn(|coded| {
                let (u, v) = place(coded);
                f32::from(steps[coded]) * idct::weight(u, across) * idct::weight(v, down)
            }),
            last_kept: (0..64).rfind(is_kept).unwrap_or(0),
            mean: 0,
        })
    }

    /// Decodes the component's blocks in one unit. Gives `None` where the data has a code that cannot be.
    fn decode_unit(&mut self, bits: &mut Bits, plane: &mut Plane, column: usize, row: usize) -> Option<()> {
        // The blocks are of the sizes for which there is room to be made, and one more for what is left out.
        match self.size {
            (4, 4) => self.decode_blocks::<17>(bits, plane, (column, row), |block, _, tile| {
                if let Some(lines) = block.as_chunks::<4>().0.first_chunk::<4>() {
                    put_tile(&idct::inverse_to_four(lines), tile);
                }
            }),
            (2, 2) => self.decode_blocks::<5>(bits, plane, (column, row), |block, _, tile| {
                if let Some(lines) = block.as_chunks::<2>().0.first_chunk::<2>() {
                    put_tile(&idct::inverse_to_two(lines), tile);
                }
            }),
            (1, 1) => self.decode_blocks::<2>(bits, plane, (column, row), |block, _, tile| {
                idct::inverse_mean(block[0], tile);
            }),
            _ => self.decode_blocks::<65>(bits, plane, (column, row), |block, size, tile| {
                if let Some(lines) = block.as_chunks::<8>().0.first_chunk::<8>() {
                    idct::inverse(lines, size, tile);
                }
            }),
        }
    }

    /// The same with blocks of `PLACES` - 1 frequencies, which are transformed by the function that is given.
    #[inline(always)]
    fn decode_blocks<const PLACES: usize>(
        &mut self,
        bits: &mut Bits,
        plane: &mut Plane,
        (column, row): (usize, usize),
        inverse: impl Fn(&[f32; PLACES], (Kept, Kept), &mut Tile),
    ) -> Option<()> {
        let (across, down) = self.size;
        for y in 0..self.sampling.down {
            for x in 0..self.sampling.across {
                let left = (column * self.sampling.across + x) * across;
                let top = (row * self.sampling.down + y) * down;
                let mut block = [0.0; PLACES];
                let only_mean = self.decode_block(bits, &mut block)?;
                if plane.is_outside(left, top) {
                    continue;
                }
                let mut tile: Tile = [[0; 8]; 8];
                if only_mean {
                    idct::inverse_mean(block[0], &mut tile);
                } else {
                    inverse(&block, self.size, &mut tile);
                }
                plane.put(&tile, self.size, left, top);
            }
        }
        Some(())
    }

    /// Decodes what is kept of one block, which is all zeros before (F.2.2). Gives whether only the first coefficient is
    /// there; `None` where the data has a code that cannot be.
    #[inline(always)]
    fn decode_block<const PLACES: usize>(&mut self, bits: &mut Bits, block: &mut [f32; PLACES]) -> Option<bool> {
        self.mean += self.dc.next(bits)?.1;
        if self.mean.abs() > MOST_MEAN {
            return None;
        }
        block[0] = self.mean as f32 * self.weights[0];
        let mut coded = 1;
        let mut only_mean = true;
        while coded <= self.last_kept {
            let (run, value) = self.ac.next(bits)?;
            coded += run as usize;
            if coded > 63 {
                return (run == END_OF_BLOCK).then_some(only_mean);
            }
            block[usize::from(self.places[coded]).min(PLACES - 1)] = value as f32 * self.weights[coded];
            only_mean = false;
            coded += 1;
        }
        // The others are passed over, many at once where that is safe.
        while coded < 64 {
            if let Some(passed) = self.ac.pass_over(bits, 64 - coded) {
                if passed.ends {
                    return Some(only_mean);
                }
                coded += usize::from(passed.coefficients);
                continue;
            }
            let run = self.ac.next(bits)?.0;
            coded += run as usize + 1;
            if coded > 64 {
                return (run == END_OF_BLOCK).then_some(only_mean);
            }
        }
        Some(only_mean)
    }
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
