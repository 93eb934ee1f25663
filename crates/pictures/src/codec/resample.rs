//! A plane brought to another size: each row across, and a few of these together down, so that no buffer holds the plane
//! in between.

use super::memory::zeroed;
use super::resize::Cut;
use super::sine::sine;
use crate::PictureError;

/// Sums are taken over so many samples at once.
const LANES: usize = 4;

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
    // The rows of the present window, brought to their width, each where its number says.
    let mut rows = vec![0.0; down.longest * size.0];
    let slot = |row: usize| row % down.longest * size.0..(row % down.longest + 1) * size.0;
    let mut line = vec![0.0; width + across.longest];
    let mut sums = vec![0.0; size.0];
    let mut come = 0;
    for (target, (first, weights)) in resized.chunks_exact_mut(size.0).zip(down.iter()) {
        for row in come.max(first)..height.min(first + down.longest) {
            for (value, &sample) in line.iter_mut().zip(&samples[row * width..(row + 1) * width]) {
                *value = f32::from(sample);
            }
            across.apply(&line, &mut rows[slot(row)]);
            come = row + 1;
        }
        sums.fill(0.0);
        for (row, &weight) in (first..come).zip(weights) {
            for (sum, &value) in sums.iter_mut().zip(&rows[slot(row)]) {
                *sum += weight * value;
            }
        }
        for (sample, &sum) in target.iter_mut().zip(&sums) {
            *sample = rounded(sum);
        }
    }
    Ok(resized)
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
    /// Of each as many as the longest window has, those behind its end being 0.
    weights: Vec<f32>,
    longest: usize,
}

impl Windows {
    /// Those for `wanted` samples of a part, given by its start and its length, of a line of samples.
    fn new(filter: Filter, samples: usize, (start, length): (f64, f64), wanted: usize) -> Self {
        let scale = length / wanted as f64;
        let spread = scale.max(1.0);
        let reach = filter.reach() * spread;
        let longest = ((2.0 * reach) as usize + 1).next_multiple_of(LANES);
        let mut windows = Self { firsts: Vec::with_capacity(wanted), weights: Vec::new(), longest };
        for nth in 0..wanted {
            // The middle of the first sample is at a half.
            let middle = start + (nth as f64 + 0.5) * scale - 0.5;
            let first = ((middle - reach).ceil().max(0.0) as usize).min(samples - 1);
            let end = samples.min(first + longest);
            let weights = (first..end).map(|sample| filter.weight(((sample as f64 - middle) / spread) as f32));
            let begun = windows.weights.len();
            windows.firsts.push(first);
            windows.weights.extend(weights);
            windows.weights.resize(begun + longest, 0.0);
            // All together are one, whatever the edge has cut off.
            let sum: f32 = windows.weights[begun..].iter().sum();
            windows.weights[begun..].iter_mut().for_each(|weight| *weight /= sum);
        }
        windows
    }

    fn iter(&self) -> impl Iterator<Item = (usize, &[f32])> {
        self.firsts.iter().copied().zip(self.weights.chunks_exact(self.longest))
    }

    /// Makes samples of a line that is longer by a window than it has samples.
    fn apply(&self, line: &[f32], target: &mut [f32]) {
        for (value, (first, weights)) in target.iter_mut().zip(self.iter()) {
            let mut sums = [0.0; LANES];
            let window = line[first..first + self.longest].as_chunks::<LANES>().0;
            for (weights, samples) in weights.as_chunks::<LANES>().0.iter().zip(window) {
                for ((sum, weight), sample) in sums.iter_mut().zip(weights).zip(samples) {
                    *sum += weight * sample;
                }
            }
            let [a, b, c, d] = sums;
            *value = (a + b) + (c + d);
        }
    }
}

/// Adding 1.5 × 2^23 leaves the rounded number in the lowest bits, several at a time and without a conversion.
#[inline(always)]
fn rounded(value: f32) -> u8 {
    const ROUND: f32 = 12_582_912.0;
    (value.clamp(0.0, 255.0) + ROUND).to_bits() as u8
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
