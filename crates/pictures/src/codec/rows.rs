//! Pixels that come row by row, brought to brightness and colours on the way: no buffer holds them all, and where much is
//! to be given up, each sample is the mean of a square of them.

use super::colour::{colours_of, luma_of, over_white, samples_of};
use super::jpeg::{Colours, Plane, Planes};
use crate::PictureError;

/// How many pixels across and down a mean may be taken of.
const SQUARES: [u32; 3] = [8, 4, 2];

/// Red, green and blue.
pub(super) type Pixel = [u8; 3];
/// Sums of them, of eight times eight at most.
type Sum = [u16; 3];

/// Rows of pixels on their way.
pub(super) struct Rows {
    /// Of how many pixels across and down means are taken.
    square: usize,
    colours: Colours,
    /// Room for a row.
    line: Vec<Pixel>,
    /// Sums down the columns of the last rows, whose squares are begun, and how many rows that are.
    sums: Vec<Sum>,
    begun: usize,
    /// A row of means.
    means: Vec<Pixel>,
    /// The one before it, if both share a row of colours.
    upper: Option<Vec<Pixel>>,
    /// How many rows of brightness there are.
    done: usize,
    planes: [Plane; 3],
}

impl Rows {
    /// Makes ready for a picture of which a part of size `crop` is to be reduced to `size`.
    ///
    /// # Errors
    /// [`PictureError::OutOfMemory`].
    pub(super) fn new(
        (width, height): (u32, u32),
        crop: (u32, u32),
        size: (u32, u32),
        colours: Colours,
    ) -> Result<Self, PictureError> {
        let square = square_for(crop, size);
        let plane = |part: usize| {
            let by = square * part;
            let side = |pixels: u32| (pixels as usize).div_ceil(square).div_ceil(part);
            Plane::new(side(width), side(height), (1.0 / by as f64, 1.0 / by as f64))
        };
        let part = if colours == Colours::Halved { 2 } else { 1 };
        let planes = [plane(1)?, plane(part)?, plane(part)?];
        let across = planes[0].width;
        Ok(Self {
            square,
            colours,
            line: vec![[0; 3]; width as usize],
            sums: vec![[0; 3]; width as usize],
            begun: 0,
            means: vec![[0; 3]; across],
            upper: None,
            done: 0,
            planes,
        })
    }

    /// Takes the next row.
    pub(super) fn push(&mut self, row: impl Iterator<Item = Pixel>) {
        let mut line = std::mem::take(&mut self.line);
        for (pixel, next) in line.iter_mut().zip(row) {
            *pixel = next;
        }
        self.push_line(&line);
        self.line = line;
    }

    /// The same of pixels with red, green, blue and opacity, laid over white paper.
    pub(super) fn push_rgba(&mut self, row: &[u8]) {
        let over_paper = |&[r, g, b, alpha]: &[u8; 4]| match alpha {
            255 => [r, g, b],
            _ => [r, g, b].map(|colour| over_white(colour, alpha)),
        };
        self.push(row.as_chunks().0.iter().map(over_paper));
    }

    /// The same of pixels that are there already.
    pub(super) fn push_line(&mut self, line: &[Pixel]) {
        if self.square == 1 {
            for (mean, &pixel) in self.means.iter_mut().zip(line) {
                *mean = pixel;
            }
            self.put_means();
            return;
        }
        add_line(&mut self.sums, line, self.begun == 0);
        self.begun += 1;
        if self.begun == self.square {
            match self.square {
                8 => take_means::<8>(&mut self.means, &self.sums),
                4 => take_means::<4>(&mut self.means, &self.sums),
                _ => take_means::<2>(&mut self.means, &self.sums),
            }
            self.take_edge();
        }
    }

    /// Takes the means of squares that are cut off: of the last one in a row, or of all in the last rows.
    fn take_edge(&mut self) {
        let last = self.means.len() - 1;
        let from = if self.begun == self.square { last } else { 0 };
        for (mean, square) in self.means.iter_mut().zip(self.sums.chunks(self.square)).skip(from) {
            let count = (square.len() * self.begun) as u16;
            *mean = [0, 1, 2].map(|at| {
                let sum: u16 = square.iter().map(|sum| sum[at]).sum();
                ((sum + count / 2) / count) as u8
            });
        }
        self.begun = 0;
        self.put_means();
    }

    /// Puts a row of means into the planes.
    fn put_means(&mut self) {
        let [luma, cb, cr] = &mut self.planes;
        let Some(row) = luma.row_mut(self.done) else { return };
        for (sample, &mean) in row.iter_mut().zip(&self.means) {
            *sample = luma_of(mean);
        }
        match (self.colours, self.upper.take()) {
            (Colours::Whole, _) => {
                let (Some(cb), Some(cr)) = (cb.row_mut(self.done), cr.row_mut(self.done)) else { return };
                for ((cb, cr), &mean) in cb.iter_mut().zip(cr).zip(&self.means) {
                    [_, *cb, *cr] = samples_of(mean);
                }
            }
            (Colours::Halved, None) if self.done + 1 < luma.height => self.upper = Some(self.means.clone()),
            // The last row of an odd number has its colours for itself.
            (Colours::Halved, upper) => {
                let upper = upper.as_ref().unwrap_or(&self.means);
                let (Some(cb), Some(cr)) = (cb.row_mut(self.done / 2), cr.row_mut(self.done / 2)) else { return };
                let pairs = upper.chunks(2).zip(self.means.chunks(2));
                for ((cb, cr), (upper, lower)) in cb.iter_mut().zip(cr).zip(pairs) {
                    let [left, right] = [0, upper.len() - 1];
                    [*cb, *cr] = colours_of([upper[left], upper[right], lower[left], lower[right]]);
                }
            }
        }
        self.done += 1;
    }

    /// The planes, once all rows have come.
    ///
    /// # Errors
    /// [`PictureError::Truncated`] if they have not.
    pub(super) fn finish(mut self) -> Result<Planes, PictureError> {
        if self.begun > 0 {
            self.take_edge();
        }
        if self.done < self.planes[0].height { Err(PictureError::Truncated) } else { Ok(self.planes.into()) }
    }
}

/// Adds a row to the sums of those above it, or begins them. A call for each, see [`PIECE`](super::PIECE).
#[inline(never)]
fn add_line(sums: &mut [Sum], line: &[Pixel], is_first: bool) {
    let pairs = sums.as_flattened_mut().iter_mut().zip(line.as_flattened());
    if is_first {
        pairs.for_each(|(sum, &sample)| *sum = u16::from(sample));
    } else {
        pairs.for_each(|(sum, &sample)| *sum += u16::from(sample));
    }
}

/// Takes the means of whole squares. A call for each row of them, see [`PIECE`](super::PIECE).
#[inline(never)]
fn take_means<const SQUARE: usize>(means: &mut [Pixel], sums: &[Sum]) {
    let shift = 2 * SQUARE.trailing_zeros();
    for (mean, square) in means.iter_mut().zip(sums.as_chunks::<SQUARE>().0) {
        let [mut r, mut g, mut b] = [1_u32 << (shift - 1); 3];
        for sum in square {
            (r, g, b) = (r + u32::from(sum[0]), g + u32::from(sum[1]), b + u32::from(sum[2]));
        }
        *mean = [(r >> shift) as u8, (g >> shift) as u8, (b >> shift) as u8];
    }
}

/// The largest square of whose means enough is left, a quarter more than is wanted: means are blurred.
pub(super) fn square_for(crop: (u32, u32), size: (u32, u32)) -> usize {
    let is_enough = |square: &u32| 4 * (crop.0 / square) >= 5 * size.0 && 4 * (crop.1 / square) >= 5 * size.1;
    SQUARES.into_iter().find(is_enough).unwrap_or(1) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Planes of a ramp, of which every sample must be the mean of what lies below it.
    fn ramp(given: (u32, u32), size: (u32, u32), colours: Colours) -> Planes {
        let mut rows = Rows::new(given, given, size, colours).unwrap();
        for y in 0..given.1 {
            rows.push((0..given.0).map(|x| [(x * 2) as u8, (y * 3) as u8, 90]));
        }
        rows.finish().unwrap()
    }

    #[test]
    fn every_sample_is_the_mean_of_its_square_at_any_size() {
        for (given, size, square) in [((40, 30), (40, 30), 1), ((41, 31), (13, 10), 2), ((43, 33), (4, 4), 4)] {
            for colours in [Colours::Whole, Colours::Halved] {
                let planes = ramp(given, size, colours);
                assert_eq!(
                    (planes[0].width as u32, planes[0].height as u32),
                    (given.0.div_ceil(square), given.1.div_ceil(square))
                );
                for (nth, plane) in planes.iter().enumerate() {
                    let square = square * if nth > 0 && colours == Colours::Halved { 2 } else { 1 };
                    for (at, &sample) in plane.samples.iter().enumerate() {
                        let (x, y) = ((at % plane.width) as u32 * square, (at / plane.width) as u32 * square);
                        let middle = |from: u32, side: u32| f64::from(from + (from + square).min(side) - 1) / 2.0;
                        let [r, g] = [middle(x, given.0) * 2.0, middle(y, given.1) * 3.0];
                        let exact = [
                            0.299 * r + 0.587 * g + 0.114 * 90.0,
                            128.0 - 0.168_736 * r - 0.331_264 * g + 0.5 * 90.0,
                            128.0 + 0.5 * r - 0.418_688 * g - 0.081_312 * 90.0,
                        ][nth];
                        let off = (f64::from(sample) - exact).abs();
                        assert!(off < 1.6, "{given:?}, {colours:?}, plane {nth} at {x}, {y}: {sample} for {exact}");
                    }
                }
            }
        }
    }

    #[test]
    fn rows_that_do_not_come_are_missed() {
        for size in [(10, 10), (3, 3)] {
            let mut rows = Rows::new((10, 10), (10, 10), size, Colours::Halved).unwrap();
            (0..7).for_each(|_| rows.push((0..10).map(|_| [9; 3])));
            assert_eq!(rows.finish(), Err(PictureError::Truncated));
        }
    }

    #[test]
    fn squares_leave_a_quarter_more_than_is_wanted() {
        assert_eq!(square_for((4000, 3000), (2000, 1500)), 1);
        assert_eq!(square_for((4032, 3024), (1600, 1200)), 2);
        assert_eq!(square_for((4000, 3000), (800, 600)), 4);
        assert_eq!(square_for((4800, 900), (400, 600)), 1, "the shorter side decides");
    }
}
