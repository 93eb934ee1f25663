//! A plane brought to another size: each row across, and a few of these together down, so that no buffer holds the plane
//! in between.

use super::memory::zeroed;
use super::resize::Cut;
use super::sine::sine;
use super::vectors::{Across, Down, LANES};
use crate::PictureError;

/// A weight of one.
const ONE: i16 = 1 << WEIGHT_BITS;
const WEIGHT_BITS: u32 = 14;
/// Samples in between are kept in 64ths: with what overshoots beside a sharp edge, that is all that 16 bits hold.
const BETWEEN_BITS: u32 = 6;

/// Cuts a part, given in samples, out of rows of `width` samples and brings it to `size`.
///
/// # Errors
/// [`PictureError::OutOfMemory`].
pub(super) fn resample(
    samples: &[u8],
    (width, height): (usize, usize),
    cut: Cut,
    size: (usize, usize),
) -> Result<Vec<u8>, PictureError> {
    let is_enlarged = cut.width + 1.0 < size.0 as f64 || cut.height + 1.0 < size.1 as f64;
    let filter = if is_enlarged { Filter::Line } else { Filter::Lanczos };
    let across = Windows::new(filter, width, (cut.left, cut.width), size.0);
    let down = Windows::new(filter, height, (cut.top, cut.height), size.1);
    let mut resized = zeroed(size.0 * size.1)?;
    let mut between = Between {
        line: vec![[0; LANES]; width.div_ceil(LANES) + across.times],
        sums: vec![Down::new(); width.div_ceil(LANES)],
    };
    // Rows that there are not count nothing.
    let row = |row: usize| &samples[row.min(height - 1) * width..][..width];
    for (nth, target) in resized.chunks_exact_mut(size.0).enumerate() {
        let (mut first, weights) = down.at(nth);
        between.sums.fill(Down::new());
        for weights in weights {
            add_rows(&mut between.sums, std::array::from_fn(|at| row(first + at)), weights);
            first += LANES;
        }
        between.finish(&across, target);
    }
    Ok(resized)
}

/// A row on its way.
struct Between {
    /// Sums down the columns.
    sums: Vec<Down>,
    /// The samples that come of them, with room for the last window.
    line: Vec<[i16; LANES]>,
}

impl Between {
    /// Makes a row of the sums. A call for each, see [`PIECE`](super::PIECE).
    #[inline(never)]
    fn finish(&mut self, across: &Windows, target: &mut [u8]) {
        for (samples, sums) in self.line.iter_mut().zip(&self.sums) {
            *samples = sums.totals::<{ WEIGHT_BITS - BETWEEN_BITS }>();
        }
        match across.times {
            // By a third at most, which is what is left to be done of most photographs: a known number needs no loop.
            1 => across.apply(1, self.line.as_flattened(), target),
            times => across.apply(times, self.line.as_flattened(), target),
        }
    }
}

/// Adds the products of eight rows. A call for each, see [`PIECE`](super::PIECE).
#[inline(never)]
fn add_rows(sums: &mut [Down], rows: [&[u8]; LANES], weights: &[i16; LANES]) {
    let whole = rows[0].len() / LANES;
    let (sums, last) = sums.split_at_mut(whole);
    let add = |sums: Down, at: &dyn Fn(usize) -> [u8; LANES]| {
        (0..LANES).step_by(2).fold(sums, |sums, nth| sums.add([at(nth), at(nth + 1)], [weights[nth], weights[nth + 1]]))
    };
    // As long as each other, as the compiler can see.
    let eights = rows.map(|row| &row.as_chunks::<LANES>().0[..whole]);
    for (at, sums) in sums.iter_mut().enumerate() {
        *sums = add(*sums, &|nth| eights[nth][at]);
    }
    if let Some(sums) = last.first_mut() {
        *sums = add(*sums, &|nth| {
            let rest = rows[nth].as_chunks::<LANES>().1;
            std::array::from_fn(|at| rest.get(at).copied().unwrap_or(0))
        });
    }
}

/// How much a sample counts by its distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    /// Lanczos' with three lobes, which keeps the strokes of small print apart where means run them together.
    Lanczos,
    /// A line to the neighbours, which enlarges without ringing: every decoder does that with colours of half the size.
    Line,
}

impl Filter {
    /// Beyond this distance a sample does not count.
    const fn reach(self) -> f64 {
        match self {
            Self::Lanczos => 3.0,
            Self::Line => 1.0,
        }
    }

    fn weight(self, distance: f32) -> f32 {
        let sinc = |x: f32| if x == 0.0 { 1.0 } else { sine(x) / (std::f32::consts::PI * x) };
        match self {
            _ if f64::from(distance.abs()) >= self.reach() => 0.0,
            Self::Lanczos => sinc(distance) * sinc(distance / 3.0),
            Self::Line => 1.0 - distance.abs(),
        }
    }
}

/// For each sample that is wanted, which ones it is made of and how much each of them counts.
struct Windows {
    firsts: Vec<usize>,
    /// Of each as many as the longest window has, those behind its end being 0; together [`ONE`].
    weights: Vec<[i16; LANES]>,
    /// How many times [`LANES`] that is.
    times: usize,
}

impl Windows {
    /// Those for `wanted` samples of a part, given by its start and its length, of a line of samples.
    fn new(filter: Filter, samples: usize, (start, length): (f64, f64), wanted: usize) -> Self {
        let scale = length / wanted as f64;
        let spread = scale.max(1.0);
        let reach = filter.reach() * spread;
        let times = ((2.0 * reach) as usize + 1).div_ceil(LANES);
        let mut windows = Self { firsts: Vec::with_capacity(wanted), weights: vec![[0; LANES]; wanted * times], times };
        let mut exact = Vec::with_capacity(times * LANES);
        for (nth, weights) in windows.weights.chunks_exact_mut(times).enumerate() {
            // The middle of the first sample is at a half.
            let middle = start + (nth as f64 + 0.5) * scale - 0.5;
            let first = ((middle - reach).ceil().max(0.0) as usize).min(samples - 1);
            let end = samples.min(first + times * LANES);
            windows.firsts.push(first);
            exact.clear();
            exact.extend((first..end).map(|sample| filter.weight(((sample as f64 - middle) / spread) as f32)));
            // All together are one, whatever the edge has cut off; what rounding leaves goes to the next.
            let unit = f32::from(ONE) / exact.iter().sum::<f32>();
            let (mut sum, mut given) = (0.0, 0);
            for (weight, exact) in weights.as_flattened_mut().iter_mut().zip(&exact) {
                sum += exact * unit;
                *weight = (sum.round() as i32 - given) as i16;
                given += i32::from(*weight);
            }
        }
        windows
    }

    /// Where the window of a sample begins, and its weights.
    fn at(&self, nth: usize) -> (usize, &[[i16; LANES]]) {
        (self.firsts[nth], &self.weights[nth * self.times..(nth + 1) * self.times])
    }

    /// Makes samples of a line that is longer by a window than it has samples.
    #[inline(always)]
    fn apply(&self, times: usize, line: &[i16], target: &mut [u8]) {
        let mut windows = self.firsts.iter().zip(self.weights.chunks_exact(times));
        for four in target.chunks_mut(4) {
            let mut sum = || {
                let Some((&first, weights)) = windows.next() else { return Across::new() };
                let window = line[first..first + times * LANES].as_chunks().0;
                window.iter().zip(weights).fold(Across::new(), |sum, (samples, weights)| sum.add(samples, weights))
            };
            let samples = Across::totals::<{ WEIGHT_BITS + BETWEEN_BITS }>([sum(), sum(), sum(), sum()]);
            four.copy_from_slice(&samples[..four.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use fast_image_resize::images::{TypedImage, TypedImageRef};
    use fast_image_resize::pixels::U8;
    use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};

    use super::*;

    fn by_another(samples: &[u8], from: (u32, u32), cut: Cut, to: (u32, u32), filter: FilterType) -> Vec<u8> {
        let source = TypedImageRef::<U8>::from_buffer(from.0, from.1, samples).unwrap();
        let mut resized = vec![0; (to.0 * to.1) as usize];
        let mut target = TypedImage::<U8>::from_buffer(to.0, to.1, &mut resized).unwrap();
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(filter))
            .crop(cut.left, cut.top, cut.width, cut.height);
        Resizer::new().resize_typed(&source, &mut target, &options).unwrap();
        resized
    }

    #[test]
    fn it_agrees_with_another_resizer_but_for_rounding() {
        let mut random = fastrand::Rng::with_seed(9);
        for round in 0..200 {
            let from = (random.u32(1..90), random.u32(1..90));
            let to = (random.u32(1..90), random.u32(1..90));
            // Far from black and white, at which they cut off what overshoots after each direction.
            let samples: Vec<u8> = (0..from.0 * from.1).map(|_| random.u8(80..176)).collect();
            let part = |side: u32| {
                let length = f64::from(side) * (0.4 + 0.6 * random.clone().f64());
                ((f64::from(side) - length) * 0.5, length)
            };
            let ((left, width), (top, height)) = if round % 2 == 0 {
                ((0.0, from.0.into()), (0.0, from.1.into()))
            } else {
                (part(from.0), part(from.1))
            };
            let cut = Cut { left, top, width, height };
            let enlarged = width + 1.0 < f64::from(to.0) || height + 1.0 < f64::from(to.1);
            let filter = if enlarged { FilterType::Bilinear } else { FilterType::Lanczos3 };
            let ours =
                resample(&samples, (from.0 as usize, from.1 as usize), cut, (to.0 as usize, to.1 as usize)).unwrap();
            let theirs = by_another(&samples, from, cut, to, filter);
            let most = ours.iter().zip(&theirs).map(|(ours, theirs)| ours.abs_diff(*theirs)).max().unwrap();
            // They round after each direction, too.
            assert!(most <= 2, "{from:?} at {cut:?} to {to:?}: off by {most}");
        }
    }

    #[test]
    fn what_is_even_stays_even_to_its_edges() {
        let cut = Cut { left: 0.0, top: 0.0, width: 37.0, height: 23.0 };
        for size in [(20, 11), (37, 23), (1, 1), (80, 50)] {
            assert!(resample(&[201; 37 * 23], (37, 23), cut, size).unwrap().iter().all(|&sample| sample == 201));
        }
    }
}
