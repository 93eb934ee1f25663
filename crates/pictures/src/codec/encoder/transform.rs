//! From samples to the frequencies of a block (ITU-T T.81, A.3.3), rounded to steps. Both directions are done alike, one
//! after the other, each over eight lines at a time.

use super::super::jpeg::ZIGZAG;
use super::super::vectors::{Eight, LANES};

/// Table K.1, row by row.
const BRIGHTNESS: [u8; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
    87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
];
/// Table K.2, row by row.
const COLOURS: [u8; 64] = [
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99,
];

/// Samples of a block around zero, doubled; a line goes across.
pub(super) type Block = [Eight; LANES];

/// By frequency: by how much [`forward`] makes it too large, over eight.
const SCALE: [f32; 8] = [1.0, 1.387_039_8, 1.306_563, 1.175_875_6, 1.0, 0.785_694_96, 0.541_196_1, 0.275_899_4];

/// To what multiples frequencies are rounded.
pub(super) struct Steps {
    /// Row by row.
    table: [u8; 64],
    /// What to multiply with, column by column, as [`forward`] leaves the block.
    factors: [[f32; LANES]; LANES],
}

impl Steps {
    /// Those of brightness at a quality of 1 to 100.
    pub(super) fn of_brightness(quality: u8) -> Self {
        Self::scaled(&BRIGHTNESS, quality)
    }

    /// Those of colours at a quality of 1 to 100.
    pub(super) fn of_colours(quality: u8) -> Self {
        Self::scaled(&COLOURS, quality)
    }

    #[inline(never)]
    fn scaled(table: &[u8; 64], quality: u8) -> Self {
        let quality = u32::from(quality.clamp(1, 100));
        let percent = if quality < 50 { 5000 / quality } else { 200 - 2 * quality };
        let mut steps = Self { table: *table, factors: [[0.0; 8]; 8] };
        for (at, step) in steps.table.iter_mut().enumerate() {
            let (x, y) = (at % 8, at / 8);
            *step = ((u32::from(*step) * percent + 50) / 100).clamp(1, 255) as u8;
            steps.factors[x][y] = 1.0 / (f32::from(*step) * SCALE[x] * SCALE[y] * 16.0);
        }
        steps
    }

    /// As a file has them.
    pub(super) fn in_order(&self) -> [u8; 64] {
        ZIGZAG.map(|place| self.table[usize::from(place)])
    }

    /// The frequencies of a block in these steps, in the order of coding.
    #[inline]
    pub(super) fn quantised(&self, samples: Block) -> [i16; 64] {
        let columns = forward(Eight::transposed(forward(samples)));
        let mut rounded = [[0; LANES]; LANES];
        for ((rounded, column), factors) in rounded.iter_mut().zip(columns).zip(&self.factors) {
            *rounded = column.scaled(factors);
        }
        let rounded = rounded.as_flattened();
        std::array::from_fn(|coded| rounded[ORDER[coded]])
    }
}

/// The order of coding in a block that is stored column by column.
const ORDER: [usize; 64] = {
    let mut order = [0; 64];
    let mut coded = 0;
    while coded < 64 {
        order[coded] = (ZIGZAG[coded] % 8 * 8 + ZIGZAG[coded] / 8) as usize;
        coded += 1;
    }
    order
};

/// Eight frequencies of eight samples, scaled, by the flow graph of Arai, Agui and Nakajima (Trans. IEICE E71, 1988). Samples
/// that are doubled leave a bit for what is rounded, and none for larger numbers: the second time frequencies may come to
/// 25,850.
#[inline(always)]
fn forward([s0, s1, s2, s3, s4, s5, s6, s7]: Block) -> Block {
    let (sum07, sum16, sum25, sum34) = (s0.add(s7), s1.add(s6), s2.add(s5), s3.add(s4));
    let (outer, outer_difference) = (sum07.add(sum34), sum07.sub(sum34));
    let (inner, inner_difference) = (sum16.add(sum25), sum16.sub(sum25));
    let turned = inner_difference.add(outer_difference).part(HALF_SQRT_2);

    let (difference07, difference16) = (s0.sub(s7), s1.sub(s6));
    let (difference25, difference34) = (s2.sub(s5), s3.sub(s4));
    let low = difference34.add(difference25);
    let middle = difference25.add(difference16).part(HALF_SQRT_2);
    let high = difference16.add(difference07);
    let common = low.sub(high).part(SIN_PI_8);
    let low = low.part(LOW).add(common);
    let high = high.add(high.part(HIGH_LESS_ONE)).add(common);
    let (sum, difference) = (difference07.add(middle), difference07.sub(middle));
    [
        outer.add(inner),
        sum.add(high),
        outer_difference.add(turned),
        difference.sub(low),
        outer.sub(inner),
        difference.add(low),
        outer_difference.sub(turned),
        sum.sub(high),
    ]
}

/// √½ in 32,768ths.
const HALF_SQRT_2: i16 = 23_170;
/// sin(π/8) in 32,768ths.
const SIN_PI_8: i16 = 12_540;
/// cos(π/8) − sin(π/8) in 32,768ths.
const LOW: i16 = 17_734;
/// cos(π/8) + sin(π/8) − 1 in 32,768ths.
const HIGH_LESS_ONE: i16 = 10_045;

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition (A.3.3).
    fn by_definition(samples: &[[u8; 8]; 8], u: usize, v: usize) -> f64 {
        let norm = |frequency: usize| if frequency == 0 { 0.5_f64.sqrt() } else { 1.0 };
        let part =
            |at: usize, frequency: usize| ((2 * at + 1) as f64 * frequency as f64 * std::f64::consts::PI / 16.0).cos();
        let sum: f64 = (0..64)
            .map(|place| (f64::from(samples[place / 8][place % 8]) - 128.0) * part(place % 8, u) * part(place / 8, v))
            .sum();
        0.25 * norm(u) * norm(v) * sum
    }

    /// By how much the frequencies of a block are off, in steps, at most.
    fn off(steps: &Steps, samples: &[[u8; 8]; 8]) -> f64 {
        let found = steps.quantised(samples.map(Eight::of_samples));
        let off = found.into_iter().zip(&ZIGZAG).map(|(found, &place)| {
            let exact = by_definition(samples, usize::from(place % 8), usize::from(place / 8));
            (f64::from(found) - exact / f64::from(steps.table[usize::from(place)])).abs()
        });
        off.fold(0.0, f64::max)
    }

    #[test]
    fn every_frequency_follows_the_definition() {
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..200 {
            let samples = std::array::from_fn(|_| std::array::from_fn(|_| random.u8(..)));
            // Half a step is what rounding takes; reckoning in whole numbers adds to it, the more the smaller steps are.
            for (quality, most) in [(70, 0.53), (80, 0.55), (90, 0.6)] {
                let off = off(&Steps::of_brightness(quality), &samples);
                assert!(off < most, "{quality}: off by {off}");
            }
        }
    }

    #[test]
    fn no_block_has_larger_numbers_than_there_is_room_for() {
        // Each frequency is largest where samples are black and white as its waves go.
        let wave =
            |at: usize, frequency: usize| ((2 * at + 1) as f64 * frequency as f64 * std::f64::consts::PI / 16.0).cos();
        for (u, v) in (0..64).map(|place| (place % 8, place / 8)) {
            for (up, down) in [(255, 0), (0, 255)] {
                let samples = std::array::from_fn(|y| {
                    std::array::from_fn(|x| if wave(x, u) * wave(y, v) > 0.0 { up } else { down })
                });
                let off = off(&Steps::of_brightness(80), &samples);
                assert!(off < 0.55, "{u}, {v}: off by {off}");
            }
        }
    }

    #[test]
    fn steps_are_those_of_libjpeg() {
        assert_eq!(Steps::of_brightness(50).table, BRIGHTNESS);
        assert_eq!(Steps::of_colours(100).table, [1; 64]);
        assert_eq!(Steps::of_brightness(80).in_order()[..6], [6, 4, 5, 6, 5, 4]);
        assert_eq!(Steps::of_brightness(1).table[63], 255);
    }
}
