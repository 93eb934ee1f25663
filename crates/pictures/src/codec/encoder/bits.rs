//! Bits of entropy-coded data (ITU-T T.81, F.1.2.3), with a zero byte after each byte of ones.

/// Writes bits, the most significant first.
pub(super) struct Bits<'a> {
    bytes: &'a mut Vec<u8>,
    /// Bits that are no whole word yet, in the lowest places.
    window: u64,
    /// How many there are: below 32 between two calls.
    held: u32,
}

impl<'a> Bits<'a> {
    /// Goes on after what is there.
    pub(super) const fn after(bytes: &'a mut Vec<u8>) -> Self {
        Self { bytes, window: 0, held: 0 }
    }

    /// Writes the lowest `count` bits (up to 32) of a value that has no others.
    #[inline(always)]
    pub(super) fn put(&mut self, value: u32, count: u32) {
        self.window = self.window << count | u64::from(value);
        self.held += count;
        if self.held >= 32 {
            self.held -= 32;
            self.put_word((self.window >> self.held) as u32);
        }
    }

    #[inline(always)]
    fn put_word(&mut self, word: u32) {
        // Exact as to whether any byte is 0xFF.
        if (!word).wrapping_sub(0x0101_0101) & word & 0x8080_8080 == 0 {
            self.bytes.extend_from_slice(&word.to_be_bytes());
        } else {
            word.to_be_bytes().into_iter().for_each(|byte| self.put_byte(byte));
        }
    }

    fn put_byte(&mut self, byte: u8) {
        self.bytes.push(byte);
        if byte == 0xFF {
            self.bytes.push(0);
        }
    }

    /// Fills the last byte with ones (F.1.2.3).
    pub(super) fn finish(mut self) {
        let open = (8 - self.held % 8) % 8;
        self.put((1 << open) - 1, open);
        for byte in (0..self.held / 8).rev() {
            self.put_byte((self.window >> (8 * byte)) as u8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(values: &[(u32, u32)]) -> Vec<u8> {
        let mut bytes = vec![7];
        let mut bits = Bits::after(&mut bytes);
        values.iter().for_each(|&(value, count)| bits.put(value, count));
        bits.finish();
        bytes
    }

    #[test]
    fn bits_come_in_their_order_and_the_last_byte_is_filled_with_ones() {
        assert_eq!(written(&[]), [7]);
        assert_eq!(written(&[(0b101, 3)]), [7, 0b1011_1111]);
        assert_eq!(
            written(&[(0xAB, 8), (0x1, 4), (0x2, 4), (0x3456, 16), (0x789, 12)]),
            [7, 0xAB, 0x12, 0x34, 0x56, 0x78, 0x9F]
        );
    }

    #[test]
    fn a_byte_of_ones_is_followed_by_a_zero() {
        assert_eq!(written(&[(0x12FF, 16), (0xFF34, 16)]), [7, 0x12, 0xFF, 0, 0xFF, 0, 0x34]);
        assert_eq!(written(&[(0x7F, 7)]), [7, 0xFF, 0]);
    }
}
