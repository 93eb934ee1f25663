//! Huffman codes, and the values that follow them (ITU-T T.81, annex C, F.2.2 and G.1.2).

use super::bits::Bits;

/// Codes up to this many bits, often together with their values, are found by one look.
const SHORT: u32 = 11;

/// Codes whose values nobody wants are passed over several at a time, as many as there are within so many bits.
const PASSED: u32 = 12;

/// A run that leads out of any block: no more coefficients follow. In a progressive scan a longer one says by how much it
/// is longer, how many bits follow that tell for how many blocks more.
pub(super) const END_OF_BLOCK: u32 = 64;

/// What a table's codes stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Differences of the first coefficient.
    Dc,
    /// Runs of zeros and the coefficient after them.
    Ac,
    /// The same in a progressive scan.
    AcOfBand,
}

/// A table as the decoder uses it.
#[derive(Clone)]
pub(super) struct Table {
    class: Class,
    /// By the next [`SHORT`] bits; see [`Entry`].
    short: Box<[Entry; 1 << SHORT]>,
    /// By the next [`SHORT`] bits: a code and the one behind it; see [`Pair`].
    pairs: Box<[Pair; 1 << SHORT]>,
    /// By the next [`PASSED`] bits: which codes are whole within them; see [`Passed`].
    passed: Box<[Passed; 1 << PASSED]>,
    /// By code length: the first code that is longer, with 16 bits.
    limits: [u32; 17],
    /// By code length: what to add to a code to find its symbol.
    offsets: [i32; 17],
    symbols: [u8; 256],
}

/// Bits 0–4: how many bits the code and its value take; none if one look does not tell. Bits 8–14: the run. Bits 16–31: the
/// value, signed, or with bit 7, where it was too long for one look, its size.
type Entry = u32;
const UNFINISHED: Entry = 1 << 7;

/// Two codes that follow each other, with their values; or if not even the first is whole, no bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// How many bits they take; none: the first is not whole.
    bits: u8,
    /// The run before the first.
    pub(super) run: u8,
    /// How far the second is behind the first. Where there is none, it is the next, whose value is zero as that of a
    /// coefficient is until its own code comes.
    pub(super) behind: u8,
    /// How far it is to what comes then.
    pub(super) next: u8,
    pub(super) values: [i16; 2],
}

impl Pair {
    /// Without a second.
    const ALONE: Self = Self { bits: 0, run: 0, behind: 1, next: 1, values: [0; 2] };
}

/// Codes that follow each other, without their values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Passed {
    /// How many bits they use up with their values; 0: not even one is whole.
    bits: u8,
    /// How many coefficients they are.
    pub(super) coefficients: u8,
    /// Whether the last one ends the block, of which it is no coefficient.
    pub(super) ends: bool,
}

impl Table {
    /// Builds the table from the number of codes of each length, 1 to 16, and the symbols in the order of their codes.
    /// Gives `None` where there are more codes than fit.
    pub(super) fn new(class: Class, counts: &[u8; 16], listed: &[u8]) -> Option<Self> {
        let mut symbols = [0; 256];
        symbols.get_mut(..listed.len())?.copy_from_slice(listed);
        let mut table = Self {
            class,
            short: Box::new([UNFINISHED; 1 << SHORT]),
            pairs: Box::new([Pair::ALONE; 1 << SHORT]),
            passed: Box::new([Passed::default(); 1 << PASSED]),
            limits: [0; 17],
            offsets: [0; 17],
            symbols,
        };
        let (mut code, mut index) = (0_u32, 0_usize);
        for (length, &count) in (1_u32..).zip(counts) {
            let next = code + u32::from(count);
            if next > 1 << length {
                return None;
            }
            table.offsets[length as usize] = index as i32 - code as i32;
            for code in code..next {
                let symbol = *listed.get(index)?;
                index += 1;
                if length <= SHORT {
                    table.enter(code, length, symbol);
                }
            }
            table.limits[length as usize] = next << (16 - length);
            code = next << 1;
        }
        if index != listed.len() {
            return None;
        }
        if class == Class::Ac {
            for next in 0..1_u32 << SHORT {
                table.pairs[next as usize] = table.pair(next);
            }
            for next in 0..1_u32 << PASSED {
                table.passed[next as usize] = table.pass(next);
            }
        }
        Some(table)
    }

    /// The codes that these bits begin with.
    fn pair(&self, next: u32) -> Pair {
        let whole = |next: u32| {
            let entry = self.short[next as usize & ((1 << SHORT) - 1)];
            (entry & UNFINISHED == 0).then_some((
                entry & 31,
                (entry >> 8 & 127) as u8,
                (entry.cast_signed() >> 16) as i16,
            ))
        };
        let Some((bits, run, value)) = whole(next) else { return Pair::ALONE };
        let second = whole(next << bits).filter(|second| run < END_OF_BLOCK as u8 && bits + second.0 <= SHORT);
        match second {
            Some((more, run_between, second)) => Pair {
                bits: (bits + more) as u8,
                run,
                behind: run_between + 1,
                next: run_between + 2,
                values: [value, second],
            },
            None => Pair { bits: bits as u8, run, values: [value, 0], ..Pair::ALONE },
        }
    }

    /// The next two codes with their values, or the next one, if that is short.
    #[inline(always)]
    pub(super) fn next_pair(&self, bits: &mut Bits) -> Option<Pair> {
        bits.refill();
        let pair = self.pairs[bits.peek(SHORT) as usize & ((1 << SHORT) - 1)];
        bits.skip(pair.bits.into());
        (pair.bits > 0).then_some(pair)
    }

    /// Which codes are whole within these bits.
    fn pass(&self, next: u32) -> Passed {
        let mut passed = Passed::default();
        loop {
            let rest = next << passed.bits & ((1 << PASSED) - 1);
            let entry = self.short[(rest >> (PASSED - SHORT)) as usize];
            let (bits, run) = (entry & 31, entry >> 8 & 127);
            // Below 64 coefficients, which is more than a block can have behind its first.
            if bits == 0
                || u32::from(passed.bits) + bits > PASSED
                || u32::from(passed.coefficients) + run >= 64 && run != END_OF_BLOCK
            {
                return passed;
            }
            passed.bits += bits as u8;
            if run == END_OF_BLOCK {
                passed.ends = true;
                return passed;
            }
            passed.coefficients += run as u8 + 1;
        }
    }

    /// Passes over the codes that come next, if they leave a block that has room for `room` coefficients unfinished or end
    /// it. Gives nothing, and leaves them, where they don't, or where there is none that is short enough.
    #[inline(always)]
    pub(super) fn pass_over(&self, bits: &mut Bits, room: usize) -> Option<Passed> {
        bits.refill();
        let passed = self.passed[bits.peek(PASSED) as usize & ((1 << PASSED) - 1)];
        // A block that is full has no code for its end: what follows then is the next block's.
        if passed.bits == 0 || usize::from(passed.coefficients) >= room {
            return None;
        }
        bits.skip(passed.bits.into());
        Some(passed)
    }

    /// Enters a short code, once for all bits that may follow it.
    fn enter(&mut self, code: u32, length: u32, symbol: u8) {
        let open = SHORT - length;
        for following in 0..1 << open {
            self.short[(code << open | following) as usize] = match self.meaning(symbol) {
                Some((run, size)) if size <= open => {
                    let value = extend(following >> (open - size), size);
                    (length + size) | run << 8 | (value as u32) << 16
                }
                Some((run, size)) => (length + size) | UNFINISHED | run << 8 | size << 16,
                None => UNFINISHED,
            };
        }
    }

    /// The run of zeros and the size in bits of the value that a symbol stands for; `None` for those that 8-bit pictures
    /// don't have (tables F.1, F.2 and G.1).
    const fn meaning(&self, symbol: u8) -> Option<(u32, u32)> {
        let (run, size) = (symbol as u32 >> 4, symbol as u32 & 15);
        match (self.class, run, size) {
            (Class::Dc, 0, 0..=11) => Some((run, size)),
            (Class::Ac | Class::AcOfBand, _, 1..=10) | (Class::Ac | Class::AcOfBand, 15, 0) => Some((run, size)),
            (Class::Ac, 0, 0) | (Class::AcOfBand, _, 0) => Some((END_OF_BLOCK + run, 0)),
            _ => None,
        }
    }

    /// The next run of zeros and the value after it. A run of [`END_OF_BLOCK`] or more ends the block; one of 15 before a
    /// value of 0 is sixteen zeros. `None`: no such code.
    #[inline(always)]
    pub(super) fn next(&self, bits: &mut Bits) -> Option<(u32, i32)> {
        bits.refill();
        let entry = self.short[bits.peek(SHORT) as usize & ((1 << SHORT) - 1)];
        let taken = entry & 31;
        if entry & UNFINISHED == 0 {
            bits.skip(taken);
            return Some((entry >> 8 & 127, entry.cast_signed() >> 16));
        }
        if taken == 0 {
            let (rest, run, value) = self.next_in_steps(*bits)?;
            *bits = rest;
            return Some((run, value));
        }
        let size = entry >> 16;
        let value = extend(bits.peek(taken) & ((1 << size) - 1), size);
        bits.skip(taken);
        Some((entry >> 8 & 127, value))
    }

    /// The same by the definition (figure F.16), and what is to be read then.
    #[inline(never)]
    fn next_in_steps<'a>(&self, mut bits: Bits<'a>) -> Option<(Bits<'a>, u32, i32)> {
        let next = bits.peek(16);
        let length = (1..=16).find(|&length| next < self.limits[length as usize])?;
        let index = (next >> (16 - length)).cast_signed() + self.offsets[length as usize];
        let (run, size) = self.meaning(*self.symbols.get(usize::try_from(index).ok()?)?)?;
        bits.skip(length);
        // One bit at least is peeked, and none of it is left with a size of 0.
        let value = extend(bits.peek(16) >> (16 - size), size);
        bits.skip(size);
        Some((bits, run, value))
    }
}

/// The value of `size` bits: those that begin with 0 are negative (figure F.12).
const fn extend(bits: u32, size: u32) -> i32 {
    let bits = bits as i32;
    if size > 0 && bits < 1 << (size - 1) { bits - (1 << size) + 1 } else { bits }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Table K.5, the usual one for AC coefficients of luminance, down to its first codes of 16 bits.
    const COUNTS: [u8; 16] = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 2];
    const SYMBOLS: [u8; 39] = [
        0x01, 0x02, 0x03, 0x00, 0x04, 0x11, 0x05, 0x12, 0x21, 0x31, 0x41, 0x06, 0x13, 0x51, 0x61, 0x07, 0x22, 0x71,
        0x14, 0x32, 0x81, 0x91, 0xA1, 0x08, 0x23, 0x42, 0xB1, 0xC1, 0x15, 0x52, 0xD1, 0xF0, 0x24, 0x33, 0x62, 0x72,
        0x82, 0x09, 0x0A,
    ];

    fn decode(code: &str) -> Option<(u32, i32)> {
        let bytes: Vec<u8> = (0..code.len().div_ceil(8))
            .map(|i| format!("{:0<8}", &code[i * 8..code.len().min(i * 8 + 8)]))
            .map(|byte| u8::from_str_radix(&byte, 2).unwrap())
            .flat_map(|byte| if byte == 0xFF { vec![0xFF, 0] } else { vec![byte] })
            .collect();
        Table::new(Class::Ac, &COUNTS, &SYMBOLS)?.next(&mut Bits::new(&bytes))
    }

    #[test]
    fn codes_of_every_length_give_their_run_and_value() {
        // Codes as in table K.5.
        assert_eq!(decode("001"), Some((0, 1)));
        assert_eq!(decode("000"), Some((0, -1)));
        assert_eq!(decode("0111"), Some((0, 3)));
        assert_eq!(decode("1010"), Some((END_OF_BLOCK, 0)));
        assert_eq!(decode("1101000001"), Some((0, -30)));
        assert_eq!(decode("11111111001"), Some((15, 0)));
        assert_eq!(decode("1111111110000010000000001"), Some((0, -510)));
        assert_eq!(decode("11111111100000111111111111"), Some((0, 1023)));
    }

    #[test]
    fn a_code_that_no_symbol_has_is_noticed() {
        assert_eq!(decode("1111111111111111"), None);
    }

    #[test]
    fn two_codes_at_once_are_each_of_them() {
        let table = Table::new(Class::Ac, &COUNTS, &SYMBOLS).unwrap();
        let mut random = fastrand::Rng::with_seed(2);
        let mut seconds = 0;
        for _ in 0..5_000 {
            let data: [u8; 16] = std::array::from_fn(|_| random.u8(0..255));
            let (mut both, mut each) = (Bits::new(&data), Bits::new(&data));
            let Some(pair) = table.next_pair(&mut both) else { continue };
            assert_eq!(table.next(&mut each), Some((pair.run.into(), pair.values[0].into())));
            if pair.next > 1 {
                seconds += 1;
                assert_eq!(table.next(&mut each), Some((u32::from(pair.behind) - 1, pair.values[1].into())));
                assert_eq!(pair.next, pair.behind + 1);
            } else {
                assert_eq!((pair.behind, pair.values[1]), (1, 0));
            }
            both.refill();
            each.refill();
            assert_eq!(both.peek(16), each.peek(16));
        }
        assert!(seconds > 1_500, "{seconds}");
    }

    #[test]
    fn passing_over_many_codes_is_passing_over_each_of_them() {
        let table = Table::new(Class::Ac, &COUNTS, &SYMBOLS).unwrap();
        let mut random = fastrand::Rng::with_seed(1);
        let mut passed_over = 0;
        for _ in 0..5_000 {
            let data: [u8; 16] = std::array::from_fn(|_| random.u8(0..255));
            let (mut many, mut each) = (Bits::new(&data), Bits::new(&data));
            let Some(passed) = table.pass_over(&mut many, 64) else { continue };
            passed_over += 1;
            let mut coefficients = 0;
            while passed.ends || coefficients < u32::from(passed.coefficients) {
                match table.next(&mut each).unwrap() {
                    (END_OF_BLOCK, _) => break,
                    (run, _) => coefficients += run + 1,
                }
            }
            assert_eq!(coefficients, u32::from(passed.coefficients));
            many.refill();
            each.refill();
            assert_eq!(many.peek(16), each.peek(16));
            // Where the block is full before the last of them, it isn't known what follows.
            let mut bits = Bits::new(&data);
            assert_eq!(table.pass_over(&mut bits, passed.coefficients.into()), None);
        }
        assert!(passed_over > 4_000, "{passed_over}");
    }

    #[test]
    fn more_codes_than_fit_are_refused() {
        let counts = |ones, twos| {
            let mut counts = [0; 16];
            (counts[0], counts[1]) = (ones, twos);
            counts
        };
        assert!(Table::new(Class::Dc, &counts(1, 2), &[0, 1, 2]).is_some());
        assert!(Table::new(Class::Dc, &counts(1, 3), &[0, 1, 2, 3]).is_none());
        assert!(Table::new(Class::Dc, &counts(1, 2), &[0, 1]).is_none());
    }

    #[test]
    fn a_symbol_too_large_for_eight_bits_is_refused_where_it_is_used() {
        let mut counts = [0; 16];
        counts[0] = 1;
        let table = Table::new(Class::Dc, &counts, &[12]).unwrap();
        assert_eq!(table.next(&mut Bits::new(&[0; 8])), None);
    }
}
