//! From samples to the frequencies of a block (ITU-T T.81, A.3.3), rounded to steps. Both directions are done alike, one
//! after the other, each over eight lines at a time.

use super::super::jpeg::ZIGZAG;
use super::super::lines::{Block, add, sub, times, transposed};

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

/// By frequency: by how much [`forward`] makes it too large, over eight.
const SCALE: [f32; 8] = [1.0, 1.387_039_8, 1.306_563, 1.175_875_6, 1.0, 0.785_694_96, 0.541_196_1, 0.275_899_4];

/// To what multiples frequencies are rounded.
pub(super) struct Steps {
    /// Row by row.
    table: [u8; 64],
    /// What to multiply with, column by column, as [`forward`] leaves the block.
    factors: Block,
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
            steps.factors[x][y] = 1.0 / (f32::from(*step) * SCALE[x] * SCALE[y] * 8.0);
        }
        steps
    }

    /// As a file has them.
    pub(super) fn in_order(&self) -> [u8; 64] {
        ZIGZAG.map(|place| self.table[usize::from(place)])
    }

    /// The frequencies of a block in these steps, in the order of coding.
    #[inline]
    pub(super) fn quantised(&self, samples: &Block) -> [i32; 64] {
        let mut lines = *samples;
        forward(&mut lines);
        let mut lines = transposed(&lines);
        forward(&mut lines);
        let mut rounded = [[0; 8]; 8];
        for ((rounded, line), factors) in rounded.iter_mut().zip(&lines).zip(&self.factors) {
            for ((rounded, value), factor) in rounded.iter_mut().zip(line).zip(factors) {
                *rounded = round(value * factor);
            }
        }
        let rounded = rounded.as_flattened();
        let mut ordered = [0; 64];
        for (value, place) in ordered.iter_mut().zip(ORDER) {
            *value = rounded[place];
        }
        ordered
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

/// Adding 1.5 × 2^23 leaves the rounded number in the lowest bits, eight at a time and without a conversion.
#[inline(always)]
const fn round(value: f32) -> i32 {
    const ROUND: f32 = 12_582_912.0;
    (value + ROUND).to_bits().cast_signed() - ROUND.to_bits().cast_signed()
}

/// Eight frequencies of eight samples, scaled, by the flow graph of Arai, Agui and Nakajima (Trans. IEICE E71, 1988).
#[inline(always)]
fn forward(lines: &mut Block) {
    use std::f32::consts::FRAC_1_SQRT_2;
    let [s0, s1, s2, s3, s4, s5, s6, s7] = *lines;
    let (sum07, sum16, sum25, sum34) = (add(s0, s7), add(s1, s6), add(s2, s5), add(s3, s4));
    let (outer, outer_difference) = (add(sum07, sum34), sub(sum07, sum34));
    let (inner, inner_difference) = (add(sum16, sum25), sub(sum16, sum25));
    let turned = times(add(inner_difference, outer_difference), FRAC_1_SQRT_2);
    lines[0] = add(outer, inner);
    lines[4] = sub(outer, inner);
    lines[2] = add(outer_difference, turned);
    lines[6] = sub(outer_difference, turned);

    let (difference07, difference16) = (sub(s0, s7), sub(s1, s6));
    let (difference25, difference34) = (sub(s2, s5), sub(s3, s4));
    let low = add(difference34, difference25);
    let middle = times(add(difference25, difference16), FRAC_1_SQRT_2);
    let high = add(difference16, difference07);
    let common = times(sub(low, high), 0.382_683_43);
    let (low, high) = (add(times(low, 0.541_196_1), common), add(times(high, 1.306_563), common));
    let (sum, difference) = (add(difference07, middle), sub(difference07, middle));
    lines[5] = add(difference, low);
    lines[3] = sub(difference, low);
    lines[1] = add(sum, high);
    lines[7] = sub(sum, high);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition (A.3.3).
    fn by_definition(samples: &Block, u: usize, v: usize) -> f64 {
        let norm = |frequency: usize| if frequency == 0 { 0.5_f64.sqrt() } else { 1.0 };
        let part =
            |at: usize, frequency: usize| ((2 * at + 1) as f64 * frequency as f64 * std::f64::consts::PI / 16.0).cos();
        let sum: f64 = (0..64)
            .map(|place| f64::from(samples[place / 8][place % 8]) * part(place % 8, u) * part(place / 8, v))
            .sum();
        0.25 * norm(u) * norm(v) * sum
    }

    #[test]
    fn every_frequency_follows_the_definition() {
        let mut random = fastrand::Rng::with_seed(1);
        let steps = Steps::of_brightness(90);
        for _ in 0..50 {
            let samples: Block = std::array::from_fn(|_| std::array::from_fn(|_| random.i32(-128..128) as f32));
            let found = steps.quantised(&samples);
            for (found, &place) in found.into_iter().zip(&ZIGZAG) {
                let (u, v) = (usize::from(place % 8), usize::from(place / 8));
                let exact = by_definition(&samples, u, v) / f64::from(steps.table[usize::from(place)]);
                assert!((f64::from(found) - exact).abs() < 0.501, "{u}, {v}: {found} for {exact}");
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
