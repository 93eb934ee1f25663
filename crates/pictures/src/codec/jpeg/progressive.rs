//! Scans of the progressive mode, each of which brings a part of every block (ITU-T T.81, annex G): the first bits of some
//! coefficients, or one more bit of them. What is kept of the blocks is collected over all scans and transformed at the
//! end; of what is not kept a bit a coefficient is remembered, since codes are read differently where there is something
//! already.

use super::super::memory::zeroed;
use super::bits::Bits;
use super::frame::{Component, Frame};
use super::huffman::{END_OF_BLOCK, Table};
use super::plane::Plane;
use super::reduction::{Reduction, put_block};
use super::scan::{Part, Scan, Units};
use super::tables::Tables;
use crate::PictureError;

/// The most bits that scans may leave to later ones (table B.3).
const MOST_LEFT: u8 = 13;

/// What has come of each component; of one that no scan has begun with, nothing.
pub(super) struct Progress {
    collected: Vec<Option<Collected>>,
}

impl Progress {
    /// Nothing yet, of a frame.
    pub(super) fn new(frame: &Frame) -> Self {
        Self { collected: frame.components.iter().map(|_| None).collect() }
    }

    /// Takes over what a scan brings.
    ///
    /// # Errors
    /// As [`Scan::decode`]; [`PictureError::Damaged`] also where it has not its turn, [`PictureError::OutOfMemory`].
    pub(super) fn decode(
        &mut self,
        scan: &Scan,
        coded: &[u8],
        frame: &Frame,
        tables: &Tables,
    ) -> Result<(), PictureError> {
        let damaged = PictureError::Damaged;
        for part in &scan.parts {
            let slot = self.collected.get_mut(part.component).ok_or(PictureError::Damaged)?;
            // Means come first (G.1.1.1.1), so that what is collected is paid for by a bit a block in the file.
            if slot.is_none() && scan.band.0 == 0 {
                let component = frame.components.get(part.component).ok_or(PictureError::Damaged)?;
                let steps = tables.steps_of(component).ok_or(PictureError::Damaged)?;
                *slot = Some(Collected::new(frame, component, steps)?);
            }
            slot.as_mut().and_then(|collected| collected.take_turn(scan)).ok_or(PictureError::Damaged)?;
        }
        match (scan.band, scan.parts.as_slice()) {
            ((0, 0), parts) => {
                let codes = |part: &Part| (scan.left_before > 0 || tables.dc(part.dc).is_some()).then_some(*part);
                let parts: Vec<Part> = parts.iter().map(codes).collect::<Option<_>>().ok_or(damaged)?;
                let means = vec![0; parts.len()];
                scan.decode(coded, &mut Means { parts, means, tables, scan, collected: &mut self.collected })
            }
            // The others of one component alone.
            ((1.., _), [part]) => {
                let table = tables.ac(part.ac).ok_or(PictureError::Damaged)?;
                let collected = self.collected.get_mut(part.component).and_then(Option::as_mut).ok_or(damaged)?;
                let band = Band { table, collected, first: scan.band.0, last: scan.band.1, left: scan.left, ended: 0 };
                if scan.left_before == 0 {
                    scan.decode(coded, &mut First(band))
                } else {
                    scan.decode(coded, &mut Refinement(band))
                }
            }
            _ => Err(damaged),
        }
    }

    /// Makes planes of what has come.
    ///
    /// # Errors
    /// [`PictureError::Truncated`] unless every coefficient of every component has come to its last bit: a file may end
    /// earlier, but nobody writes one like that, and one that was cut and closed again looks the same.
    /// [`PictureError::OutOfMemory`].
    pub(super) fn into_planes(self, frame: &Frame) -> Result<Vec<Plane>, PictureError> {
        let plane = |(collected, component): (Option<Collected>, &Component)| {
            let collected = collected.filter(Collected::is_complete).ok_or(PictureError::Truncated)?;
            let mut plane = frame.plane(component)?;
            collected.transform(&mut plane);
            Ok(plane)
        };
        self.collected.into_iter().zip(&frame.components).map(plane).collect()
    }
}

/// What has come of a component.
struct Collected {
    reduction: Reduction,
    blocks: Blocks,
    /// For each coefficient, how many bits are still to come; `None`: all of them.
    to_come: [Option<u8>; 64],
}

/// The blocks of a component, row by row, those included that only fill up units.
struct Blocks {
    /// How many there are across.
    across: usize,
    /// How many frequencies of each are kept.
    kept: usize,
    /// Those of all blocks, not yet multiplied.
    values: Vec<i16>,
    /// For each block: which coefficients are not zero, by their place in the order of coding.
    present: Vec<u64>,
}

impl Collected {
    fn new(frame: &Frame, component: &Component, steps: &[u16; 64]) -> Result<Self, PictureError> {
        let (across, down) = frame.padded_blocks(component);
        let kept = component.kept_frequencies();
        let (values, present) = (zeroed(across * down * kept)?, zeroed(across * down)?);
        Ok(Self {
            reduction: Reduction::new(component, steps),
            blocks: Blocks { across, kept, values, present },
            to_come: [None; 64],
        })
    }

    /// Notes which bits a scan brings. Gives `None` where others were to come before.
    fn take_turn(&mut self, scan: &Scan) -> Option<()> {
        let Scan { band: (first, last), left_before, left, .. } = *scan;
        let (before, is_next) = match left_before {
            0 => (None, left <= MOST_LEFT),
            _ => (Some(left_before), left == left_before - 1),
        };
        let band = self.to_come.get_mut(first..=last)?;
        let has_turn = is_next && !band.is_empty() && band.iter().all(|to_come| *to_come == before);
        band.fill(Some(left));
        has_turn.then_some(())
    }

    fn is_complete(&self) -> bool {
        self.to_come.iter().all(|to_come| *to_come == Some(0))
    }

    fn transform(&self, plane: &mut Plane) {
        let (size, Blocks { across, kept, values, present }) = (self.reduction.size, &self.blocks);
        let others = self.reduction.others();
        for (nth, (values, present)) in values.chunks_exact(*kept).zip(present).enumerate() {
            let mut block = [0; 64];
            block[..*kept].copy_from_slice(values);
            let at = (nth % across * size.0, nth / across * size.1);
            put_block(&block, present & others == 0, &self.reduction, plane, at);
        }
    }
}

impl Blocks {
    /// What is kept of a block, and what is in it.
    #[inline(always)]
    fn at(&mut self, column: usize, row: usize) -> Option<(&mut [i16], &mut u64)> {
        let nth = row * self.across + column;
        let values = self.values.get_mut(nth * self.kept..(nth + 1) * self.kept)?;
        Some((values, self.present.get_mut(nth)?))
    }
}

/// A scan of first coefficients.
struct Means<'a> {
    parts: Vec<Part>,
    /// For each part: the coefficient of the block before.
    means: Vec<i32>,
    tables: &'a Tables,
    scan: &'a Scan,
    collected: &'a mut [Option<Collected>],
}

impl Units for Means<'_> {
    fn decode(&mut self, bits: &mut Bits, column: usize, row: usize) -> Option<()> {
        for (part, mean) in self.parts.iter().zip(&mut self.means) {
            let collected = self.collected.get_mut(part.component)?.as_mut()?;
            for y in 0..part.sampling.down {
                for x in 0..part.sampling.across {
                    let at = (column * part.sampling.across + x, row * part.sampling.down + y);
                    let value = collected.blocks.at(at.0, at.1)?.0.first_mut()?;
                    if self.scan.left_before == 0 {
                        *mean += self.tables.dc(part.dc)?.next(bits)?.1;
                        // Bounded before it is moved to its place.
                        let first_bits = i32::from(i16::try_from(*mean).ok()?);
                        *value = i16::try_from(first_bits << self.scan.left).ok()?;
                    } else {
                        bits.refill();
                        *value |= (bits.peek(1) as i16) << self.scan.left;
                        bits.skip(1);
                    }
                }
            }
        }
        Some(())
    }

    fn end_interval(&mut self) -> Option<()> {
        self.means.fill(0);
        Some(())
    }
}

/// A scan of other coefficients, all of one component.
struct Band<'a> {
    table: &'a Table,
    collected: &'a mut Collected,
    /// The first and the last coefficient, in the order of coding.
    first: usize,
    last: usize,
    /// How many bits are left to later scans.
    left: u8,
    /// How many blocks have nothing new any more, the present one included.
    ended: u32,
}

impl Band<'_> {
    fn end_interval(&self) -> Option<()> {
        (self.ended == 0).then_some(())
    }
}

/// Reads for how many blocks, the present one included, a code stands that ends them (G.1.2.2).
#[inline(always)]
fn read_ended(bits: &mut Bits, run: u32) -> u32 {
    // So many bits follow, below a one; 14 at most.
    let size = run - END_OF_BLOCK;
    if size == 0 {
        return 1;
    }
    bits.refill();
    let ended = 1 << size | bits.peek(size);
    bits.skip(size);
    ended
}

/// The first bits of coefficients (G.1.2.2).
struct First<'a>(Band<'a>);

impl Units for First<'_> {
    fn decode(&mut self, bits: &mut Bits, column: usize, row: usize) -> Option<()> {
        let Band { table, collected, first, last, left, ended } = &mut self.0;
        if *ended > 0 {
            *ended -= 1;
            return Some(());
        }
        let places = &collected.reduction.places;
        let (values, present) = collected.blocks.at(column, row)?;
        let mut coded = *first;
        while coded <= *last {
            let (run, value) = table.next(bits)?;
            if run >= END_OF_BLOCK {
                *ended = read_ended(bits, run) - 1;
                return Some(());
            }
            coded += run as usize;
            if coded > *last {
                return None;
            }
            // Bits that come later lead further from zero, and must find room there.
            let value = i16::try_from(value << *left).ok().filter(|&value| value != i16::MIN)?;
            // Sixteen zeros have a code of their own, in which nothing is present.
            *present |= u64::from(value != 0) << coded;
            if let Some(kept) = values.get_mut(usize::from(places[coded])) {
                *kept = value;
            }
            coded += 1;
        }
        Some(())
    }

    fn end_interval(&mut self) -> Option<()> {
        self.0.end_interval()
    }
}

/// One more bit of coefficients (G.1.2.3).
struct Refinement<'a>(Band<'a>);

impl Units for Refinement<'_> {
    fn decode(&mut self, bits: &mut Bits, column: usize, row: usize) -> Option<()> {
        let Band { table, collected, first, last, left, ended } = &mut self.0;
        let Collected { reduction, blocks, .. } = &mut **collected;
        let (values, present) = blocks.at(column, row)?;
        // What is still to be gone through of the block.
        let mut rest = u64::MAX >> (63 - *last) & u64::MAX << *first;
        while *ended == 0 && rest != 0 {
            let (run, value) = table.next(bits)?;
            if run >= END_OF_BLOCK {
                *ended = read_ended(bits, run);
                break;
            }
            // The new one comes after so many that stay zero.
            let mut zeros = rest & !*present;
            for _ in 0..run {
                zeros &= zeros.wrapping_sub(1);
            }
            let new = zeros & zeros.wrapping_neg();
            if new == 0 || value.abs() > 1 {
                return None;
            }
            refine(bits, rest & *present & (new - 1), values, reduction, *left);
            if value != 0 {
                *present |= new;
                let place = reduction.places[new.trailing_zeros() as usize];
                if let Some(kept) = values.get_mut(usize::from(place)) {
                    *kept = (value as i16) << *left;
                }
            }
            rest &= !(new | (new - 1));
        }
        if *ended > 0 {
            refine(bits, rest & *present, values, reduction, *left);
            *ended -= 1;
        }
        Some(())
    }

    fn end_interval(&mut self) -> Option<()> {
        self.0.end_interval()
    }
}

/// Reads a bit for each of these coefficients, and adds it to those that are kept.
#[inline(always)]
fn refine(bits: &mut Bits, mut coded: u64, values: &mut [i16], reduction: &Reduction, left: u8) {
    while coded != 0 {
        bits.refill();
        let count = coded.count_ones().min(32);
        let mut next = bits.peek(count) << (32 - count);
        bits.skip(count);
        for _ in 0..count {
            let place = reduction.places[coded.trailing_zeros() as usize];
            if let Some(kept) = values.get_mut(usize::from(place)).filter(|_| next >> 31 == 1) {
                // Away from zero; what has come has nothing in its lowest bits.
                *kept += if *kept < 0 { -1 } else { 1 } << left;
            }
            coded &= coded - 1;
            next <<= 1;
        }
    }
}
