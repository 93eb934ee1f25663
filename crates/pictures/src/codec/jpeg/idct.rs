//! From the frequencies of a block to samples (ITU-T T.81, A.3.3), or to fewer samples than it was made of.
//!
//! Of 8 frequencies in a direction, the lowest N are those of the same block at N samples: to transform only them is to
//! reduce the block by a filter that is sharper than a mean, for less work than transforming all. Both directions are
//! done alike, one after the other, each over eight lines at a time.

use super::frame::Kept;
use super::lines::{Block, Line, add, sub, times, transposed};
use super::plane::Tile;

/// cos(iπ/16).
const COS: [f32; 8] = [
    1.0,
    0.980_785_25,
    0.923_879_5,
    0.831_469_6,
    std::f32::consts::FRAC_1_SQRT_2,
    0.555_570_24,
    0.382_683_43,
    0.195_090_32,
];

/// What a frequency is multiplied with before it is transformed to `kept` samples: half, for the lowest a half of √2
/// (A.3.3), and the first step of the transform itself.
pub(super) fn weight(frequency: usize, kept: Kept) -> f32 {
    let norm = if frequency == 0 { 0.5 * std::f32::consts::FRAC_1_SQRT_2 } else { 0.5 };
    norm * match kept {
        // `eight` is written for frequencies that are scaled like this.
        8 => COS[frequency % 8],
        // The one factor that both of its uses have in common.
        4 if frequency == 2 => COS[4],
        2 if frequency == 1 => COS[4],
        _ => 1.0,
    }
}

/// Transforms a block to `across` × `down` samples.
#[inline]
pub(super) fn inverse(block: &Block, (across, down): (Kept, Kept)) -> Tile {
    let mut lines = *block;
    inverse_lines(&mut lines, down);
    let mut lines = transposed(&lines);
    inverse_lines(&mut lines, across);
    samples(&transposed(&lines))
}

/// Transforms the lowest frequencies of a block to 4 × 4: what most photographs are reduced by.
#[inline]
pub(super) fn inverse_to_four(block: &[Line<4>; 4]) -> [Line<4>; 4] {
    transposed(&four(transposed(&four(*block))))
}

/// Transforms the lowest frequencies of a block to 2 × 2.
#[inline]
pub(super) fn inverse_to_two(block: &[Line<2>; 2]) -> [Line<2>; 2] {
    transposed(&two(transposed(&two(*block))))
}

/// Samples of what was transformed.
#[inline(always)]
pub(super) fn samples<const SIDE: usize>(lines: &[Line<SIDE>; SIDE]) -> [[u8; SIDE]; SIDE] {
    let mut samples = [[0; SIDE]; SIDE];
    for (sample_of, &value) in samples.as_flattened_mut().iter_mut().zip(lines.as_flattened()) {
        *sample_of = sample(value);
    }
    samples
}

/// Samples are stored around 128 (A.3.1). Of a block of which only the mean is not zero, this is each of them.
#[inline(always)]
pub(super) fn sample(value: f32) -> u8 {
    // Adding 1.5 × 2^23 leaves the rounded number in the lowest bits, eight at a time and without a conversion.
    const ROUND: f32 = 12_582_912.0;
    ((value + 128.0).clamp(0.0, 255.0) + ROUND).to_bits() as u8
}

/// Both directions share one copy of this: it is four kinds of transforms in one, and large.
#[inline(never)]
fn inverse_lines(lines: &mut Block, kept: Kept) {
    match kept {
        8 => eight(lines),
        4 => {
            let [f0, f1, f2, f3, ..] = *lines;
            [lines[0], lines[1], lines[2], lines[3]] = four([f0, f1, f2, f3]);
        }
        2 => [lines[0], lines[1]] = two([lines[0], lines[1]]),
        _ => {}
    }
}

/// Two samples of two frequencies.
#[inline(always)]
fn two<const LANES: usize>([a, b]: [Line<LANES>; 2]) -> [Line<LANES>; 2] {
    [add(a, b), sub(a, b)]
}

/// Four samples of four frequencies.
#[inline(always)]
fn four<const LANES: usize>([f0, f1, f2, f3]: [Line<LANES>; 4]) -> [Line<LANES>; 4] {
    let (even0, even1) = (add(f0, f2), sub(f0, f2));
    let odd0 = add(times(f1, COS[2]), times(f3, COS[6]));
    let odd1 = sub(times(f1, COS[6]), times(f3, COS[2]));
    [add(even0, odd0), add(even1, odd1), sub(even1, odd1), sub(even0, odd0)]
}

/// Eight samples of eight frequencies, by the flow graph of Arai, Agui and Nakajima (Trans. IEICE E71, 1988), which takes
/// five multiplications once frequencies are scaled.
#[inline(always)]
fn eight(lines: &mut Block) {
    const SQRT_2: f32 = std::f32::consts::SQRT_2;
    let [f0, f1, f2, f3, f4, f5, f6, f7] = *lines;

    let (sum, difference) = (add(f0, f4), sub(f0, f4));
    let sum26 = add(f2, f6);
    let rotated26 = sub(times(sub(f2, f6), SQRT_2), sum26);
    let (even0, even3) = (add(sum, sum26), sub(sum, sum26));
    let (even1, even2) = (add(difference, rotated26), sub(difference, rotated26));

    let (sum53, difference53) = (add(f5, f3), sub(f5, f3));
    let (sum17, difference17) = (add(f1, f7), sub(f1, f7));
    let odd0 = add(sum17, sum53);
    let common = times(add(difference53, difference17), 2.0 * COS[2]);
    let odd1 = sub(sub(common, times(difference53, 2.0 * (COS[2] + COS[6]))), odd0);
    let odd2 = sub(times(sub(sum17, sum53), SQRT_2), odd1);
    let odd3 = sub(sub(common, times(difference17, 2.0 * (COS[2] - COS[6]))), odd2);

    lines[0] = add(even0, odd0);
    lines[7] = sub(even0, odd0);
    lines[1] = add(even1, odd1);
    lines[6] = sub(even1, odd1);
    lines[2] = add(even2, odd2);
    lines[5] = sub(even2, odd2);
    lines[3] = add(even3, odd3);
    lines[4] = sub(even3, odd3);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, with N in place of 8 and the means kept.
    fn by_definition(block: &[[f64; 8]; 8], (across, down): (Kept, Kept), x: usize, y: usize) -> f64 {
        let part = |frequency: usize, at: usize, kept: usize| {
            let norm = if frequency == 0 { 0.5_f64.sqrt() } else { 1.0 };
            let angle = (2 * at + 1) as f64 * frequency as f64 * std::f64::consts::PI / (2 * kept) as f64;
            0.5 * norm * angle.cos()
        };
        let mut sum = 128.0;
        for (v, row) in block.iter().enumerate().take(down) {
            for (u, value) in row.iter().enumerate().take(across) {
                sum += value * part(v, y, down) * part(u, x, across);
            }
        }
        sum
    }

    #[test]
    fn every_pair_of_sizes_follows_the_definition() {
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..50 {
            for across in [1, 2, 4, 8] {
                for down in [1, 2, 4, 8] {
                    let block: [[f64; 8]; 8] = std::array::from_fn(|v| {
                        std::array::from_fn(|u| f64::from(random.i32(-400..400)) / (1 + u + v) as f64)
                    });
                    let weighted: Block = std::array::from_fn(|v| {
                        std::array::from_fn(|u| block[v][u] as f32 * weight(u, across) * weight(v, down))
                    });
                    let tile = inverse(&weighted, (across, down));
                    match (across, down) {
                        (4, 4) => {
                            let small = std::array::from_fn(|v| std::array::from_fn(|u| weighted[v][u]));
                            let small = samples(&inverse_to_four(&small));
                            assert!(small.iter().zip(&tile).all(|(small, tile)| small == &tile[..4]));
                        }
                        (2, 2) => {
                            let small = std::array::from_fn(|v| std::array::from_fn(|u| weighted[v][u]));
                            let small = samples(&inverse_to_two(&small));
                            assert!(small.iter().zip(&tile).all(|(small, tile)| small == &tile[..2]));
                        }
                        _ => {}
                    }
                    for (y, row) in tile.iter().enumerate().take(down) {
                        for (x, &sample) in row.iter().enumerate().take(across) {
                            let expected = by_definition(&block, (across, down), x, y).clamp(0.0, 255.0);
                            let off = (f64::from(sample) - expected).abs();
                            assert!(off < 0.501, "{across}×{down} at {x}, {y}: {sample} for {expected}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn extremes_end_at_black_and_white() {
        assert_eq!(sample(3e9), 255);
        assert_eq!(sample(-3e9), 0);
        assert_eq!(inverse(&[[2e9; 8]; 8], (8, 8))[0][0], 255);
    }
}
