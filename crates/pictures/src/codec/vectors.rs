//! Eight numbers of 16 bits at a time: wasm has instructions for what is done with them here that compilers don't find by
//! themselves. Where there are none, the same is reckoned one by one, to the last bit.

#[cfg(target_feature = "simd128")]
pub(super) use with_instructions::{Across, Down, Eight, present};
#[cfg(not(target_feature = "simd128"))]
pub(super) use without::{Across, Down, Eight, present};

/// How many samples are taken at a time.
pub(super) const LANES: usize = 8;

#[cfg(target_feature = "simd128")]
mod with_instructions {
    use std::arch::wasm32::*;

    use super::LANES;

    /// The sum of products along a line.
    #[derive(Clone, Copy)]
    pub(in crate::codec) struct Across(v128);

    impl Across {
        /// Nothing yet.
        #[inline(always)]
        pub(in crate::codec) fn new() -> Self {
            Self(i32x4_splat(0))
        }

        /// With these products added.
        #[inline(always)]
        pub(in crate::codec) fn add(self, samples: &[i16; LANES], weights: &[i16; LANES]) -> Self {
            Self(i32x4_add(self.0, i32x4_dot_i16x8(eight(samples), eight(weights))))
        }

        /// The sum itself.
        #[inline(always)]
        pub(in crate::codec) fn total(self) -> i32 {
            let pairs = i32x4_add(self.0, i32x4_shuffle::<2, 3, 0, 1>(self.0, self.0));
            i32x4_extract_lane::<0>(pairs) + i32x4_extract_lane::<1>(pairs)
        }

        /// Four sums, rounded to units of two to the power `SHIFT`.
        #[inline(always)]
        pub(in crate::codec) fn totals<const SHIFT: u32>([a, b, c, d]: [Self; 4]) -> [u8; 4] {
            let pairs = |one: v128, other: v128| {
                let (even, odd) = (i32x4_shuffle::<0, 2, 4, 6>(one, other), i32x4_shuffle::<1, 3, 5, 7>(one, other));
                i32x4_add(even, odd)
            };
            let sums = pairs(pairs(a.0, b.0), pairs(c.0, d.0));
            let rounded = i32x4_shr(i32x4_add(sums, i32x4_splat(1 << (SHIFT - 1))), SHIFT);
            let narrow = i16x8_narrow_i32x4(rounded, rounded);
            i32x4_extract_lane::<0>(u8x16_narrow_i16x8(narrow, narrow)).to_le_bytes()
        }
    }

    /// Eight sums of products, each down a column.
    #[derive(Clone, Copy)]
    pub(in crate::codec) struct Down(v128, v128);

    impl Down {
        /// Nothing yet.
        #[inline(always)]
        pub(in crate::codec) fn new() -> Self {
            Self(i32x4_splat(0), i32x4_splat(0))
        }

        /// With the products of two rows added.
        #[inline(always)]
        pub(in crate::codec) fn add(self, rows: [[u8; LANES]; 2], [upper, lower]: [i16; 2]) -> Self {
            let weights = i16x8(upper, lower, upper, lower, upper, lower, upper, lower);
            let [one, other] = rows.map(widened);
            let low = i16x8_shuffle::<0, 8, 1, 9, 2, 10, 3, 11>(one, other);
            let high = i16x8_shuffle::<4, 12, 5, 13, 6, 14, 7, 15>(one, other);
            Self(i32x4_add(self.0, i32x4_dot_i16x8(low, weights)), i32x4_add(self.1, i32x4_dot_i16x8(high, weights)))
        }

        /// The sums, rounded to units of two to the power `SHIFT`.
        #[inline(always)]
        pub(in crate::codec) fn totals<const SHIFT: u32>(self) -> [i16; LANES] {
            let rounded = |sums: v128| i32x4_shr(i32x4_add(sums, i32x4_splat(1 << (SHIFT - 1))), SHIFT);
            let narrow = i16x8_narrow_i32x4(rounded(self.0), rounded(self.1));
            listed(narrow)
        }
    }

    /// Eight numbers, which must not become larger than 16 bits hold.
    #[derive(Clone, Copy)]
    pub(in crate::codec) struct Eight(v128);

    impl Eight {
        /// Samples around zero, doubled.
        #[inline(always)]
        pub(in crate::codec) fn of_samples(samples: [u8; LANES]) -> Self {
            Self(i16x8_shl(i16x8_sub(widened(samples), i16x8_splat(128)), 1))
        }

        #[inline(always)]
        pub(in crate::codec) fn add(self, other: Self) -> Self {
            Self(i16x8_add(self.0, other.0))
        }

        #[inline(always)]
        pub(in crate::codec) fn sub(self, other: Self) -> Self {
            Self(i16x8_sub(self.0, other.0))
        }

        /// So many 32,768ths of each, rounded.
        #[inline(always)]
        pub(in crate::codec) fn part(self, factor: i16) -> Self {
            Self(i16x8_q15mulr_sat(self.0, i16x8_splat(factor)))
        }

        /// Lines become columns.
        #[inline(always)]
        pub(in crate::codec) fn transposed(lines: [Self; LANES]) -> [Self; LANES] {
            // Three times each line of the upper half is shuffled with the one as far down in the lower half.
            let shuffled = |[a, b, c, d, e, f, g, h]: [Self; LANES]| {
                let low = |one: Self, other: Self| Self(i16x8_shuffle::<0, 8, 1, 9, 2, 10, 3, 11>(one.0, other.0));
                let high = |one: Self, other: Self| Self(i16x8_shuffle::<4, 12, 5, 13, 6, 14, 7, 15>(one.0, other.0));
                [low(a, e), high(a, e), low(b, f), high(b, f), low(c, g), high(c, g), low(d, h), high(d, h)]
            };
            shuffled(shuffled(shuffled(lines)))
        }

        /// The products with factors, rounded.
        #[inline(always)]
        pub(in crate::codec) fn scaled(self, [a, b, c, d, e, f, g, h]: &[f32; LANES]) -> [i16; LANES] {
            // Adding 1.5 × 2^23 leaves the rounded number in the lowest bits.
            let round = f32x4_splat(12_582_912.0);
            let rounded = |numbers: v128, factors: v128| {
                i32x4_sub(f32x4_add(f32x4_mul(f32x4_convert_i32x4(numbers), factors), round), round)
            };
            let low = rounded(i32x4_extend_low_i16x8(self.0), f32x4(*a, *b, *c, *d));
            let high = rounded(i32x4_extend_high_i16x8(self.0), f32x4(*e, *f, *g, *h));
            listed(i16x8_narrow_i32x4(low, high))
        }
    }

    /// Which numbers are not zero, the first in the lowest bit.
    #[inline(always)]
    pub(in crate::codec) fn present(numbers: &[i16; 64]) -> u64 {
        let lines = numbers.as_chunks::<LANES>().0;
        (0..4).fold(0, |present, pair| {
            let [one, other] = [2 * pair, 2 * pair + 1].map(|line| eight(&lines[line]));
            // Narrowed with saturation, none becomes zero that is not.
            let zeros = u8x16_bitmask(i8x16_eq(i8x16_narrow_i16x8(one, other), i8x16_splat(0)));
            present | u64::from(!zeros) << (16 * pair)
        })
    }

    #[inline(always)]
    fn eight(&[a, b, c, d, e, f, g, h]: &[i16; LANES]) -> v128 {
        i16x8(a, b, c, d, e, f, g, h)
    }

    #[inline(always)]
    fn widened(samples: [u8; LANES]) -> v128 {
        u16x8_extend_low_u8x16(u64x2(u64::from_le_bytes(samples), 0))
    }

    #[inline(always)]
    fn listed(numbers: v128) -> [i16; LANES] {
        [
            i16x8_extract_lane::<0>(numbers),
            i16x8_extract_lane::<1>(numbers),
            i16x8_extract_lane::<2>(numbers),
            i16x8_extract_lane::<3>(numbers),
            i16x8_extract_lane::<4>(numbers),
            i16x8_extract_lane::<5>(numbers),
            i16x8_extract_lane::<6>(numbers),
            i16x8_extract_lane::<7>(numbers),
        ]
    }
}

#[cfg(not(target_feature = "simd128"))]
mod without {
    use super::LANES;

    #[derive(Clone, Copy)]
    pub(in crate::codec) struct Across(i32);

    impl Across {
        #[inline(always)]
        pub(in crate::codec) const fn new() -> Self {
            Self(0)
        }

        #[inline(always)]
        pub(in crate::codec) fn add(self, samples: &[i16; LANES], weights: &[i16; LANES]) -> Self {
            let products = samples.iter().zip(weights).map(|(&sample, &weight)| i32::from(sample) * i32::from(weight));
            Self(self.0 + products.sum::<i32>())
        }

        #[inline(always)]
        pub(in crate::codec) const fn total(self) -> i32 {
            self.0
        }

        #[inline(always)]
        pub(in crate::codec) fn totals<const SHIFT: u32>(sums: [Self; 4]) -> [u8; 4] {
            sums.map(|sum| ((sum.0 + (1 << (SHIFT - 1))) >> SHIFT).clamp(0, 255) as u8)
        }
    }

    #[derive(Clone, Copy)]
    pub(in crate::codec) struct Down([i32; LANES]);

    impl Down {
        #[inline(always)]
        pub(in crate::codec) const fn new() -> Self {
            Self([0; LANES])
        }

        #[inline(always)]
        pub(in crate::codec) fn add(self, [one, other]: [[u8; LANES]; 2], [upper, lower]: [i16; 2]) -> Self {
            let (upper, lower) = (i32::from(upper), i32::from(lower));
            let added = |at: usize| self.0[at] + i32::from(one[at]) * upper + i32::from(other[at]) * lower;
            Self(std::array::from_fn(added))
        }

        #[inline(always)]
        pub(in crate::codec) fn totals<const SHIFT: u32>(self) -> [i16; LANES] {
            let rounded = |at: usize| (self.0[at] + (1 << (SHIFT - 1))) >> SHIFT;
            std::array::from_fn(|at| rounded(at).clamp(i16::MIN.into(), i16::MAX.into()) as i16)
        }
    }

    /// Wider than they need be, since without instructions for them narrow numbers take longer.
    #[derive(Clone, Copy)]
    pub(in crate::codec) struct Eight([i32; LANES]);

    impl Eight {
        #[inline(always)]
        pub(in crate::codec) fn of_samples(samples: [u8; LANES]) -> Self {
            Self(std::array::from_fn(|at| 2 * (i32::from(samples[at]) - 128)))
        }

        #[inline(always)]
        pub(in crate::codec) fn add(self, other: Self) -> Self {
            Self(std::array::from_fn(|at| self.0[at] + other.0[at]))
        }

        #[inline(always)]
        pub(in crate::codec) fn sub(self, other: Self) -> Self {
            Self(std::array::from_fn(|at| self.0[at] - other.0[at]))
        }

        #[inline(always)]
        pub(in crate::codec) fn part(self, factor: i16) -> Self {
            Self(std::array::from_fn(|at| (self.0[at] * i32::from(factor) + (1 << 14)) >> 15))
        }

        #[inline(always)]
        pub(in crate::codec) fn transposed(lines: [Self; LANES]) -> [Self; LANES] {
            std::array::from_fn(|y| Self(std::array::from_fn(|x| lines[x].0[y])))
        }

        #[inline(always)]
        pub(in crate::codec) fn scaled(self, factors: &[f32; LANES]) -> [i16; LANES] {
            const ROUND: f32 = 12_582_912.0;
            std::array::from_fn(|at| {
                let rounded = (self.0[at] as f32 * factors[at] + ROUND).to_bits().wrapping_sub(ROUND.to_bits());
                rounded.cast_signed().clamp(i16::MIN.into(), i16::MAX.into()) as i16
            })
        }
    }

    #[inline(always)]
    pub(in crate::codec) fn present(numbers: &[i16; 64]) -> u64 {
        numbers.iter().rev().fold(0, |present, &number| present << 1 | u64::from(number != 0))
    }
}
