//! Bits of entropy-coded data (ITU-T T.81, F.2.2.5), with the stuffed zero bytes taken out.

/// Reads bits, the most significant first, up to the next marker. What lies beyond it reads as zeros, which are counted,
/// so that the hot loop asks for no end and [`ran_dry`](Self::ran_dry) tells afterwards.
///
/// Hot loops work on a copy of their own, and what is too rare for them takes a copy and gives one back: a reader that is
/// lent to anybody lives in memory, and every code waits for what the one before has written there.
#[derive(Clone, Copy)]
pub(super) struct Bits<'a> {
    data: &'a [u8],
    /// The next byte that is not in the window yet.
    at: usize,
    /// Bits to be used next, from the top; zeros below them.
    window: u64,
    /// How many bits the window holds, those that are missing from the data included.
    held: u32,
    /// How many zeros have been put in for bits that the data does not have.
    missing: u32,
}

impl<'a> Bits<'a> {
    /// Begins with the first byte after a scan's header.
    pub(super) const fn new(data: &'a [u8]) -> Self {
        Self { data, at: 0, window: 0, held: 0, missing: 0 }
    }

    /// Fills the window to more than 32 bits: enough for the longest code (16) with the longest value (11).
    #[inline(always)]
    pub(super) fn refill(&mut self) {
        if self.held > 32 {
            return;
        }
        if let Some(next) = self.data.get(self.at..).and_then(|rest| rest.first_chunk::<4>()) {
            let word = u32::from_be_bytes(*next);
            // Exact as to whether any byte is 0xFF, the only one that needs a second look.
            if (!word).wrapping_sub(0x0101_0101) & word & 0x8080_8080 == 0 {
                self.window |= u64::from(word) << (32 - self.held);
                self.held += 32;
                self.at += 4;
                return;
            }
        }
        *self = self.refilled_by_bytes();
    }

    #[inline(never)]
    fn refilled_by_bytes(mut self) -> Self {
        while self.held <= 56 {
            match (self.data.get(self.at), self.data.get(self.at + 1)) {
                (Some(0xFF), Some(0x00)) => {
                    self.window |= 0xFF << (56 - self.held);
                    self.at += 2;
                }
                // A marker, or the 0xFF that may stand before one.
                (Some(0xFF), _) | (None, _) => self.missing += 8,
                (Some(&byte), _) => {
                    self.window |= u64::from(byte) << (56 - self.held);
                    self.at += 1;
                }
            }
            self.held += 8;
        }
        self
    }

    /// The next `count` bits (1 to 32), which stay. Valid after [`refill`](Self::refill).
    #[inline(always)]
    pub(super) const fn peek(&self, count: u32) -> u32 {
        (self.window >> (64 - count)) as u32
    }

    /// Leaves `count` bits behind, no more than the window holds.
    #[inline(always)]
    pub(super) const fn skip(&mut self, count: u32) {
        self.window <<= count;
        self.held -= count;
    }

    /// Whether bits were used that the data does not have.
    #[inline(always)]
    pub(super) const fn ran_dry(&self) -> bool {
        self.missing > self.held
    }

    /// Goes to the marker that ends the interval. Gives `false` where data is left that nobody has decoded: frame and
    /// data are not of one picture then. Bytes of zeros or ones are taken for padding, which some cameras add.
    pub(super) fn finish(&mut self) -> bool {
        // Bytes enter the window whole, so what is left of the last one used is its padding.
        self.skip(self.held.saturating_sub(self.missing) % 8);
        loop {
            *self = self.refilled_by_bytes();
            if self.held.saturating_sub(self.missing) < 8 {
                return true;
            }
            if !matches!(self.peek(8), 0x00 | 0xFF) {
                return false;
            }
            self.skip(8);
        }
    }

    /// Passes the restart marker with this number (0 to 7), which must be next. Gives `false` where it is not.
    pub(super) fn restart(&mut self, number: u8) -> bool {
        let Some(rest) = self.data.get(self.at..) else { return false };
        let fill = rest.iter().take_while(|&&byte| byte == 0xFF).count();
        if fill == 0 || rest.get(fill) != Some(&(0xD0 | number)) {
            return false;
        }
        *self = Self { at: self.at + fill + 1, ..Self::new(self.data) };
        true
    }

    /// Whether nothing but markers without meaning follows: some encoders end with one restart too many.
    pub(super) fn is_at_end(&self) -> bool {
        self.data.get(self.at..).is_none_or(|rest| rest.iter().all(|byte| matches!(byte, 0xD0..=0xD7 | 0xFF)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bits: &mut Bits, count: u32) -> u32 {
        bits.refill();
        let read = bits.peek(count);
        bits.skip(count);
        read
    }

    #[test]
    fn bits_come_in_their_order_and_without_the_stuffed_zeros() {
        let data = [0b1010_0000, 0xFF, 0x00, 0x12, 0x34, 0x56, 0x78, 0x9A, 0xFF, 0x00, 0xBC];
        let mut bits = Bits::new(&data);
        assert_eq!(read(&mut bits, 4), 0b1010);
        assert_eq!(read(&mut bits, 12), 0x0FF);
        for expected in [0x12, 0x34, 0x56, 0x78, 0x9A, 0xFF, 0xBC] {
            assert_eq!(read(&mut bits, 8), expected);
        }
        assert!(!bits.ran_dry());
        assert!(bits.finish() && bits.is_at_end());
        assert_eq!(read(&mut bits, 1), 0);
        assert!(bits.ran_dry());
    }

    #[test]
    fn an_interval_ends_at_its_restart_marker_and_no_other() {
        let data = [0xAB, 0xFF, 0xFF, 0xD3, 0xCD];
        let mut bits = Bits::new(&data);
        assert_eq!(read(&mut bits, 6), 0xAB >> 2);
        assert!(bits.finish());
        assert!(!bits.restart(2));
        assert!(bits.restart(3));
        assert_eq!(read(&mut bits, 8), 0xCD);
        assert!(!bits.ran_dry());
    }

    #[test]
    fn data_that_nobody_decoded_is_noticed_and_padding_is_not() {
        let after_one_byte = |data: &[u8]| {
            let mut bits = Bits::new(data);
            read(&mut bits, 8);
            bits.finish() && bits.is_at_end()
        };
        assert!(after_one_byte(&[0xAB]));
        assert!(after_one_byte(&[0xAB, 0, 0, 0]));
        assert!(after_one_byte(&[0xAB, 0xFF, 0x00, 0xFF]));
        assert!(after_one_byte(&[0xAB, 0xFF, 0xD0]));
        assert!(!after_one_byte(&[0xAB, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7]));
        assert!(!after_one_byte(&[0xAB, 0xFF, 0xD0, 0x12]));
    }
}
