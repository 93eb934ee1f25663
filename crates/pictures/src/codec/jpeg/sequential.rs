//! Scans of the sequential modes, which hold all of every block (ITU-T T.81, F.2): decoded and transformed on the way.

use super::bits::Bits;
use super::frame::{Frame, Sampling};
use super::huffman::{END_OF_BLOCK, Pair, Table};
use super::plane::Plane;
use super::reduction::{Reduction, put_block};
use super::scan::{Part, Scan, Units};
use super::tables::Tables;

/// For which last coefficients that are kept it is worth it to decode two at a time.
const PAIRED: std::ops::RangeInclusive<usize> = 16..=47;

/// A sequential scan, ready to be decoded.
pub(super) struct Sequential<'a> {
    coders: Vec<Coder<'a>>,
    planes: &'a mut [Plane],
}

/// How the blocks of one component are decoded.
struct Coder<'a> {
    /// Which of the frame's components it is.
    component: usize,
    /// Blocks of it in a unit of this scan.
    sampling: Sampling,
    reduction: Reduction,
    dc: &'a Table,
    ac: &'a Table,
    /// The first coefficient of the block before, not yet multiplied.
    mean: i32,
}

impl<'a> Sequential<'a> {
    /// Makes ready for a scan into planes, one for each component of the frame. Gives `None` where the scan is not
    /// sequential, and where it needs tables that are not there.
    pub(super) fn new(scan: &Scan, frame: &Frame, tables: &'a Tables, planes: &'a mut [Plane]) -> Option<Self> {
        // The whole range of coefficients at once, at full precision.
        if (scan.band, scan.left_before, scan.left) != ((0, 63), 0, 0) {
            return None;
        }
        let coders = scan.parts.iter().map(|part| Coder::new(part, frame, tables)).collect::<Option<_>>()?;
        Some(Self { coders, planes })
    }
}

impl Units for Sequential<'_> {
    fn decode(&mut self, bits: &mut Bits, column: usize, row: usize) -> Option<()> {
        let mut own = *bits;
        for coder in &mut self.coders {
            coder.decode_unit(&mut own, self.planes.get_mut(coder.component)?, column, row)?;
        }
        *bits = own;
        Some(())
    }

    fn end_interval(&mut self) -> Option<()> {
        for coder in &mut self.coders {
            coder.mean = 0;
        }
        Some(())
    }
}

impl<'a> Coder<'a> {
    fn new(part: &Part, frame: &Frame, tables: &'a Tables) -> Option<Self> {
        let component = frame.components.get(part.component)?;
        Some(Self {
            component: part.component,
            sampling: part.sampling,
            reduction: Reduction::new(component, tables.steps_of(component)?),
            dc: tables.dc(part.dc)?,
            ac: tables.ac(part.ac)?,
            mean: 0,
        })
    }

    /// Decodes the component's blocks in one unit. Gives `None` where the data has a code that cannot be.
    fn decode_unit(&mut self, bits: &mut Bits, plane: &mut Plane, column: usize, row: usize) -> Option<()> {
        let (across, down) = self.reduction.size;
        for y in 0..self.sampling.down {
            for x in 0..self.sampling.across {
                let left = (column * self.sampling.across + x) * across;
                let top = (row * self.sampling.down + y) * down;
                let mut block = [0; 64];
                let only_mean = self.decode_block(bits, &mut block)?;
                put_block(&block, only_mean, &self.reduction, plane, (left, top));
            }
        }
        Some(())
    }

    /// Decodes what is kept of one block, which is all zeros before (F.2.2). Gives whether only the first coefficient is
    /// there; `None` where the data has a code that cannot be.
    #[inline(always)]
    fn decode_block(&mut self, bits: &mut Bits, block: &mut [i16; 64]) -> Option<bool> {
        let Reduction { places, last_kept, .. } = &self.reduction;
        self.mean += self.dc.next(bits)?.1;
        // They are below 2048, quantised or not (table F.1); a sum of differences far beyond is no picture's.
        block[0] = i16::try_from(self.mean).ok()?;
        let mut coded = 1;
        // As long as the first of two cannot be the last that the block has room for.
        if PAIRED.contains(last_kept) {
            while coded <= *last_kept {
                // The last place is nobody's, unless all have one.
                if let Some(Pair { run, behind, next, values, .. }) = self.ac.next_pair(bits) {
                    coded += usize::from(run);
                    block[usize::from(places[coded % 128]).min(63)] = values[0];
                    block[usize::from(places[(coded + usize::from(behind)) % 128]).min(63)] = values[1];
                    coded += usize::from(next);
                } else {
                    let (run, value) = self.ac.next(bits)?;
                    coded += run as usize;
                    block[usize::from(places[coded % 128]).min(63)] = value as i16;
                    coded += 1;
                }
            }
            if coded > 64 {
                // Only what ends a block leads so far out of it.
                return Some(coded == 2 + END_OF_BLOCK as usize);
            }
        }
        let mut only_mean = coded == 1;
        while coded <= *last_kept {
            let (run, value) = self.ac.next(bits)?;
            coded += run as usize;
            if coded > 63 {
                return (run == END_OF_BLOCK).then_some(only_mean);
            }
            block[usize::from(places[coded]).min(63)] = value as i16;
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
