//! What the frame header says (ITU-T T.81, B.2.2), and how large its planes become.

use super::plane::Plane;
use crate::PictureError;

/// How many samples are made of the eight that a block has in a direction: 1, 2, 4 or 8.
pub(super) type Kept = usize;

/// How many samples of a colour are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::codec) enum Colours {
    /// As many as of brightness, as far as there are.
    Whole,
    /// Half as many in each direction, or a little more: what a JPEG keeps of them.
    Halved,
}

/// The picture and its components.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// Pixels across.
    width: usize,
    /// Pixels down.
    height: usize,
    /// The most blocks that a component has in a unit of the interleaved scan, across and down.
    most: Sampling,
    /// One of grey, three of brightness and colours, or four of inks.
    pub(super) components: Vec<Component>,
}

/// Blocks across and down in a unit of the interleaved scan, 1 to 4 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sampling {
    pub(super) across: usize,
    pub(super) down: usize,
}

/// One component of the frame.
#[derive(Clone, Debug)]
pub(super) struct Component {
    /// By which scans name it.
    pub(super) id: u8,
    pub(super) sampling: Sampling,
    /// Its quantisation table, 0 to 3.
    pub(super) quantisation: usize,
    /// What is kept of its blocks across.
    pub(super) across: Kept,
    /// What is kept of its blocks down.
    pub(super) down: Kept,
}

impl Frame {
    /// Reads the body of a frame header whose kind, precision and size were checked before. Gives `None` where it has not
    /// one, three or four components, and where it contradicts itself.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let (&[_, h0, h1, w0, w1, count], table) = body.split_first_chunk::<6>()?;
        let table = table.as_chunks::<3>().0.get(..usize::from(count))?;
        let mut components: Vec<Component> = table.iter().map(Component::read).collect::<Option<_>>()?;
        match components.as_mut_slice() {
            // A scan of one component has units of one block, whatever its sampling is said to be (A.2.2).
            [grey] => grey.sampling = Sampling { across: 1, down: 1 },
            [_, _, _] | [_, _, _, _] => {}
            _ => return None,
        }
        let is_named_before =
            |(nth, one): (usize, &Component)| components[..nth].iter().any(|other| other.id == one.id);
        if components.iter().enumerate().any(is_named_before) {
            return None;
        }
        let most = Sampling {
            across: components.iter().map(|component| component.sampling.across).max()?,
            down: components.iter().map(|component| component.sampling.down).max()?,
        };
        let (width, height) = (u16::from_be_bytes([w0, w1]).into(), u16::from_be_bytes([h0, h1]).into());
        Some(Self { width, height, most, components })
    }

    /// Keeps `kept` of the eight samples of each block; of colours as many as it takes, as far as there are, so that their
    /// planes come out as large as that of brightness, or half as large.
    pub(super) fn reduce(&mut self, kept: Kept, colours: Colours) {
        for (index, component) in self.components.iter_mut().enumerate() {
            let part = if index > 0 && colours == Colours::Halved { 2 } else { 1 };
            let level = |sampling: usize, most: usize| {
                [1, 2, 4].into_iter().find(|own| sampling * own * part >= most * kept).unwrap_or(8)
            };
            component.across = level(component.sampling.across, self.most.across);
            component.down = level(component.sampling.down, self.most.down);
        }
    }

    /// Units of the interleaved scan, across and down (A.2.3).
    pub(super) const fn units(&self) -> (usize, usize) {
        (self.width.div_ceil(8 * self.most.across), self.height.div_ceil(8 * self.most.down))
    }

    /// Blocks of a component when it has a scan for itself, across and down (A.2.2).
    pub(super) const fn blocks(&self, component: &Component) -> (usize, usize) {
        let Sampling { across, down } = component.sampling;
        ((self.width * across).div_ceil(8 * self.most.across), (self.height * down).div_ceil(8 * self.most.down))
    }

    /// The same, with those that fill up the units of an interleaved scan.
    pub(super) const fn padded_blocks(&self, component: &Component) -> (usize, usize) {
        let (across, down) = self.units();
        (across * component.sampling.across, down * component.sampling.down)
    }

    /// Bytes that it takes to collect the blocks of all components, and which ones are there of their coefficients.
    pub(super) fn collected_bytes(&self) -> u64 {
        let of_blocks = |component: &Component| {
            let (across, down) = self.padded_blocks(component);
            (across * down) as u64 * (component.kept_frequencies() * size_of::<i16>() + size_of::<u64>()) as u64
        };
        self.components.iter().map(of_blocks).sum()
    }

    /// Bytes that the planes of all components take.
    pub(super) fn plane_bytes(&self) -> u64 {
        let of_plane = |component: &Component| {
            let (width, height, _) = self.plane_size(component);
            (width * height) as u64
        };
        self.components.iter().map(of_plane).sum()
    }

    /// Whether all components have as many samples.
    pub(super) fn is_sampled_alike(&self) -> bool {
        self.components.iter().all(|component| component.sampling == self.most)
    }

    /// An empty plane for a component: its share of the picture, a last sample that is only partly within included.
    pub(super) fn plane(&self, component: &Component) -> Result<Plane, PictureError> {
        let (width, height, scale) = self.plane_size(component);
        Plane::new(width, height, scale)
    }

    /// Its samples across and down, and how many there are to a pixel in each direction.
    fn plane_size(&self, component: &Component) -> (usize, usize, (f64, f64)) {
        let (across, down) = (component.sampling.across * component.across, component.sampling.down * component.down);
        let (whole_across, whole_down) = (8 * self.most.across, 8 * self.most.down);
        (
            (self.width * across).div_ceil(whole_across),
            (self.height * down).div_ceil(whole_down),
            (across as f64 / whole_across as f64, down as f64 / whole_down as f64),
        )
    }
}

impl Component {
    /// How many frequencies of a block are kept; of those that are not square, whole lines.
    pub(super) const fn kept_frequencies(&self) -> usize {
        if self.across == self.down { self.across * self.down } else { 8 * self.down }
    }

    fn read(&[id, sampling, quantisation]: &[u8; 3]) -> Option<Self> {
        let sampling = Sampling { across: usize::from(sampling >> 4), down: usize::from(sampling & 15) };
        let valid = 1..=4;
        (valid.contains(&sampling.across) && valid.contains(&sampling.down) && quantisation < 4).then_some(Self {
            id,
            sampling,
            quantisation: quantisation.into(),
            across: 8,
            down: 8,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(width: u16, height: u16, samplings: &[u8]) -> Frame {
        let mut body = vec![8];
        body.extend(height.to_be_bytes());
        body.extend(width.to_be_bytes());
        body.push(samplings.len() as u8);
        body.extend((1..).zip(samplings).flat_map(|(id, &sampling)| [id, sampling, 0]));
        Frame::read(&body).unwrap()
    }

    fn kept(samplings: &[u8], kept: Kept, colours: Colours) -> Vec<(Kept, Kept)> {
        let mut frame = frame(100, 100, samplings);
        frame.reduce(kept, colours);
        frame.components.iter().map(|component| (component.across, component.down)).collect()
    }

    #[test]
    fn colours_are_reduced_less_than_brightness_until_their_planes_are_as_large() {
        let kept = |samplings, eighths| kept(samplings, eighths, Colours::Whole);
        assert_eq!(kept(&[0x22, 0x11, 0x11], 4), [(4, 4), (8, 8), (8, 8)]);
        assert_eq!(kept(&[0x21, 0x11, 0x11], 2), [(2, 2), (4, 2), (4, 2)]);
        assert_eq!(kept(&[0x12, 0x11, 0x11], 1), [(1, 1), (1, 2), (1, 2)]);
        assert_eq!(kept(&[0x41, 0x11, 0x11], 4), [(4, 4), (8, 4), (8, 4)]);
        assert_eq!(kept(&[0x22, 0x11, 0x11], 8), [(8, 8), (8, 8), (8, 8)]);
        assert_eq!(kept(&[0x22], 4), [(4, 4)]);
    }

    #[test]
    fn halved_colours_are_at_least_half_as_many_as_brightness() {
        let kept = |samplings, eighths| kept(samplings, eighths, Colours::Halved);
        assert_eq!(kept(&[0x22, 0x11, 0x11], 4), [(4, 4), (4, 4), (4, 4)]);
        assert_eq!(kept(&[0x11, 0x11, 0x11], 4), [(4, 4), (2, 2), (2, 2)]);
        assert_eq!(kept(&[0x11, 0x11, 0x11], 1), [(1, 1), (1, 1), (1, 1)]);
        assert_eq!(kept(&[0x21, 0x11, 0x11], 2), [(2, 2), (2, 1), (2, 1)]);
        assert_eq!(kept(&[0x41, 0x11, 0x11], 4), [(4, 4), (8, 2), (8, 2)]);
        assert_eq!(kept(&[0x22], 4), [(4, 4)]);
    }

    #[test]
    fn planes_of_odd_sizes_hold_their_last_samples() {
        let mut frame = frame(33, 47, &[0x22, 0x11, 0x11]);
        assert_eq!(frame.units(), (3, 3));
        assert_eq!(frame.blocks(&frame.components[0]), (5, 6));
        assert_eq!(frame.blocks(&frame.components[1]), (3, 3));
        frame.reduce(8, Colours::Whole);
        let plane = frame.plane(&frame.components[1]).unwrap();
        assert_eq!((plane.width, plane.height), (17, 24));
        frame.reduce(2, Colours::Whole);
        let planes = [0, 1].map(|index| frame.plane(&frame.components[index]).unwrap());
        assert_eq!(planes.map(|plane| (plane.width, plane.height)), [(9, 12), (9, 12)]);
    }

    #[test]
    fn frames_that_contradict_themselves_are_not_read() {
        let read = |components: &[u8]| {
            let count = (components.len() / 3) as u8;
            Frame::read(&[[8, 0, 9, 0, 9, count].as_slice(), components].concat()).is_some()
        };
        assert!(read(&[1, 0x11, 0]));
        assert!(read(&[1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]));
        assert!(!read(&[1, 0x11, 4]), "a table that cannot be");
        assert!(!read(&[1, 0x10, 0]), "no blocks down");
        assert!(!read(&[1, 0x22, 0, 2, 0x11, 1, 2, 0x11, 1]), "two of one name");
        assert!(!read(&[1, 0x11, 0, 2, 0x11, 0]), "two components");
        assert!(read(&[1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]), "four components, which is print");
    }
}
