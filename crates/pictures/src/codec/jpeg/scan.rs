//! A scan: what its header says, and the way through its units from restart to restart (ITU-T T.81, A.2, B.2.3 and E.2).

use super::bits::Bits;
use super::frame::{Frame, Sampling};
use super::tables::Tables;
use crate::PictureError;

/// A scan header.
pub(super) struct Scan {
    /// The components that the scan holds.
    pub(super) parts: Vec<Part>,
    /// The first and the last coefficient that it holds of each block, in the order of coding.
    pub(super) band: (usize, usize),
    /// How many bits of these coefficients were left out by the scan before it; 0 where this is the first.
    pub(super) left_before: u8,
    /// How many are left out by this one.
    pub(super) left: u8,
    /// Units across and down.
    units: (usize, usize),
    restart_interval: usize,
}

/// One component of a scan.
#[derive(Clone, Copy)]
pub(super) struct Part {
    /// Which of the frame's components it is.
    pub(super) component: usize,
    /// Blocks of it in a unit of this scan.
    pub(super) sampling: Sampling,
    /// Which table its first coefficients are coded by.
    pub(super) dc: usize,
    /// Which table the others are coded by.
    pub(super) ac: usize,
}

/// What a scan's units are decoded by.
pub(super) trait Units {
    /// Decodes one unit. Gives `None` where the data has a code that cannot be.
    fn decode(&mut self, bits: &mut Bits, column: usize, row: usize) -> Option<()>;

    /// Forgets, where an interval ends, what leads from one block to the next. Gives `None` where it should go on.
    fn end_interval(&mut self) -> Option<()>;
}

impl Scan {
    /// Reads a scan header. Gives `None` where it contradicts the frame.
    pub(super) fn read(body: &[u8], frame: &Frame, tables: &Tables) -> Option<Self> {
        let (&count, rest) = body.split_first()?;
        let (named, rest) = rest.split_at_checked(2 * usize::from(count))?;
        let &[first, last, left] = rest else { return None };
        let part = |&[id, codes]: &[u8; 2]| {
            let component = frame.components.iter().position(|component| component.id == id)?;
            let sampling = frame.components.get(component)?.sampling;
            Some(Part { component, sampling, dc: usize::from(codes >> 4), ac: usize::from(codes & 15) })
        };
        let mut parts: Vec<Part> = named.as_chunks::<2>().0.iter().map(part).collect::<Option<_>>()?;
        let units = match parts.as_mut_slice() {
            [] => return None,
            // A scan of one component has units of one block (A.2.2).
            [alone] => {
                alone.sampling = Sampling { across: 1, down: 1 };
                frame.blocks(frame.components.get(alone.component)?)
            }
            _ => frame.units(),
        };
        Some(Self {
            parts,
            band: (first.into(), last.into()),
            left_before: left >> 4,
            left: left & 15,
            units,
            restart_interval: tables.restart_interval,
        })
    }

    /// Decodes all units.
    ///
    /// # Errors
    /// [`PictureError::Truncated`] where the last units are missing, [`PictureError::Damaged`] for anything else that
    /// cannot be.
    pub(super) fn decode(&self, coded: &[u8], units: &mut impl Units) -> Result<(), PictureError> {
        let mut bits = Bits::new(coded);
        let mut until_restart = self.restart_interval;
        let mut restarts = 0;
        for row in 0..self.units.1 {
            for column in 0..self.units.0 {
                if self.restart_interval > 0 {
                    if until_restart == 0 {
                        units.end_interval().ok_or(PictureError::Damaged)?;
                        restart(&mut bits, restarts)?;
                        restarts = (restarts + 1) % 8;
                        until_restart = self.restart_interval;
                    }
                    until_restart -= 1;
                }
                let decoded = units.decode(&mut bits, column, row);
                if decoded.is_none() || bits.ran_dry() {
                    // Missing data before a restart is a hole, not an end.
                    let is_cut = bits.ran_dry() && bits.is_at_end();
                    return Err(if is_cut { PictureError::Truncated } else { PictureError::Damaged });
                }
            }
        }
        let is_whole = units.end_interval().is_some() && bits.finish() && bits.is_at_end();
        is_whole.then_some(()).ok_or(PictureError::Damaged)
    }
}

fn restart(bits: &mut Bits, number: u8) -> Result<(), PictureError> {
    if !bits.finish() {
        return Err(PictureError::Damaged);
    }
    if !bits.restart(number) {
        return Err(if bits.is_at_end() { PictureError::Truncated } else { PictureError::Damaged });
    }
    Ok(())
}
