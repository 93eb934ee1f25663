//! What is defined for the scans that follow: quantisation tables, codes and the restart interval (ITU-T T.81, B.2.4).

use super::frame::Component;
use super::huffman::{Class, Table};

/// The tables in force. Each may be defined anew between scans.
#[derive(Default)]
pub(super) struct Tables {
    /// Whether scans bring a part of every block.
    is_progressive: bool,
    /// Quantisation steps in zigzag order.
    quantisation: [Option<[u16; 64]>; 4],
    dc: [Option<Table>; 4],
    ac: [Option<Table>; 4],
    /// Units between two restart markers; 0: there are none.
    pub(super) restart_interval: usize,
}

impl Tables {
    /// No tables yet, for a mode.
    pub(super) fn of(is_progressive: bool) -> Self {
        Self { is_progressive, ..Self::default() }
    }

    /// The quantisation steps of a component, in zigzag order, if there are any.
    pub(super) fn steps_of(&self, component: &Component) -> Option<&[u16; 64]> {
        self.quantisation.get(component.quantisation)?.as_ref()
    }

    /// The codes of first coefficients with this number, if there are any.
    pub(super) fn dc(&self, number: usize) -> Option<&Table> {
        self.dc.get(number)?.as_ref()
    }

    /// The codes of the other coefficients with this number, if there are any.
    pub(super) fn ac(&self, number: usize) -> Option<&Table> {
        self.ac.get(number)?.as_ref()
    }

    /// Takes over the quantisation tables of a segment (B.2.4.1). Gives `None` where it contradicts itself.
    pub(super) fn define_quantisation(&mut self, mut body: &[u8]) -> Option<()> {
        while let Some((&kind, rest)) = body.split_first() {
            let table = self.quantisation.get_mut(usize::from(kind & 15))?;
            let steps = match kind >> 4 {
                0 => {
                    let (steps, rest) = rest.split_first_chunk::<64>()?;
                    body = rest;
                    steps.map(u16::from)
                }
                1 => {
                    let (steps, rest) = rest.split_first_chunk::<128>()?;
                    body = rest;
                    let steps = steps.as_chunks::<2>().0;
                    std::array::from_fn(|index| steps.get(index).copied().map_or(0, u16::from_be_bytes))
                }
                _ => return None,
            };
            *table = Some(steps);
        }
        Some(())
    }

    /// Takes over the Huffman tables of a segment (B.2.4.2). Gives `None` where it contradicts itself.
    pub(super) fn define_codes(&mut self, mut body: &[u8]) -> Option<()> {
        while let Some((&kind, rest)) = body.split_first() {
            let (counts, rest) = rest.split_first_chunk::<16>()?;
            let (symbols, rest) = rest.split_at_checked(counts.iter().map(|&count| usize::from(count)).sum())?;
            body = rest;
            let (class, tables) = match kind >> 4 {
                0 => (Class::Dc, &mut self.dc),
                1 if self.is_progressive => (Class::AcOfBand, &mut self.ac),
                1 => (Class::Ac, &mut self.ac),
                _ => return None,
            };
            *tables.get_mut(usize::from(kind & 15))? = Some(Table::new(class, counts, symbols)?);
        }
        Some(())
    }

    /// Takes over the restart interval (B.2.4.4). Gives `None` where it contradicts itself.
    pub(super) fn define_restarts(&mut self, body: &[u8]) -> Option<()> {
        self.restart_interval = u16::from_be_bytes(*body.as_array()?).into();
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_one_byte_and_of_two_are_read_from_one_segment() {
        let mut tables = Tables::default();
        let mut body = vec![0x01];
        body.extend(1..=64);
        body.push(0x12);
        body.extend((1..=64_u16).flat_map(|step| (step * 500).to_be_bytes()));
        assert_eq!(tables.define_quantisation(&body), Some(()));
        assert_eq!(tables.quantisation[1].unwrap()[63], 64);
        assert_eq!(tables.quantisation[2].unwrap()[63], 32_000);
        assert_eq!(tables.quantisation[0], None);
    }

    #[test]
    fn segments_that_contradict_themselves_are_refused() {
        let mut tables = Tables::default();
        assert_eq!(tables.define_quantisation(&[0; 64]), None, "too short");
        assert_eq!(tables.define_quantisation(&[4; 65]), None, "a fifth table");
        assert_eq!(tables.define_quantisation(&[0x20; 65]), None, "three bytes a step");
        assert_eq!(tables.define_codes(&[0; 16]), None, "too short");
        assert_eq!(tables.define_codes(&[[0x20].as_slice(), &[0; 16]].concat()), None, "a third class");
        assert_eq!(tables.define_codes(&[[0].as_slice(), &[1; 16]].concat()), None, "no symbols");
        assert_eq!(tables.define_restarts(&[0]), None);
    }
}
