//! Huffman codes that fit a picture (ITU-T T.81, annex C and K.2).

/// The longest code that a JPEG can have.
const LONGEST: usize = 16;

/// Codes of symbols, the more frequent ones the shorter.
pub(super) struct Codes {
    /// By length, 1 to 16: how many there are.
    counts: [u8; LONGEST],
    /// The symbols in the order of their codes.
    symbols: Vec<u8>,
    /// By symbol: its code and the length of that, or a length of 0.
    codes: [(u16, u8); 256],
}

impl Codes {
    /// The codes for symbols that are so frequent.
    pub(super) fn fitted(frequencies: &[u32; 256]) -> Self {
        let lengths = lengths(frequencies);
        let counts = counted(&lengths);
        // Rarer symbols have the longer codes still, whatever became of each length.
        let longest = lengths.into_iter().max().unwrap_or(0);
        let with_length = |length: u8| (0..=255).zip(lengths).filter(move |it| it.1 == length).map(|it| it.0);
        let symbols: Vec<u8> = (1..=longest).flat_map(with_length).collect();
        let mut codes = [(0, 0); 256];
        let mut next = symbols.iter();
        let mut code = 0_u32;
        for (length, &count) in (1..).zip(&counts) {
            for &symbol in next.by_ref().take(count.into()) {
                codes[usize::from(symbol)] = (code as u16, length);
                code += 1;
            }
            code <<= 1;
        }
        Self { counts, symbols, codes }
    }

    /// Code and length of a symbol.
    #[inline(always)]
    pub(super) const fn of(&self, symbol: u8) -> (u16, u8) {
        self.codes[symbol as usize]
    }

    /// As a file has them (B.2.4.2): the counts, then the symbols.
    pub(super) fn listed(&self) -> Vec<u8> {
        [self.counts.as_slice(), &self.symbols].concat()
    }
}

/// A place in the tree that no symbol has, so that no code is all ones.
const NOBODY: usize = 256;

/// By symbol, [`NOBODY`] included: how long its code would be without a limit (figure K.1).
fn lengths(frequencies: &[u32; 256]) -> [u8; NOBODY + 1] {
    // Trees by weight, the lightest last: two of them become one, whose nodes lie one deeper, until there is one alone.
    let mut trees: Vec<(u64, Vec<usize>)> = vec![(0, vec![NOBODY])];
    let used = frequencies.iter().enumerate().filter(|&(_, &frequency)| frequency > 0);
    for (symbol, &frequency) in used {
        let weight = u64::from(frequency);
        trees.insert(trees.partition_point(|tree| tree.0 >= weight), (weight, vec![symbol]));
    }
    let mut lengths = [0; NOBODY + 1];
    while trees.len() > 1 {
        let lightest = trees.split_off(trees.len() - 2);
        let weight = lightest.iter().map(|tree| tree.0).sum();
        let nodes: Vec<usize> = lightest.into_iter().flat_map(|tree| tree.1).collect();
        for &node in &nodes {
            lengths[node] += 1;
        }
        trees.insert(trees.partition_point(|tree| tree.0 > weight), (weight, nodes));
    }
    lengths
}

/// By length, 1 to 16: how many codes have it, once those that are longer have found a place (figure K.3) and that of
/// [`NOBODY`], one of the longest, is taken away.
fn counted(lengths: &[u8; NOBODY + 1]) -> [u8; LONGEST] {
    // A tree of depth n weighs more than the nth number of Fibonacci, and all symbols together less than 2⁶⁴.
    let mut counts = [0_u32; 96];
    for &length in lengths.iter().filter(|&&length| length > 0) {
        counts[usize::from(length)] += 1;
    }
    for length in (LONGEST + 1..counts.len()).rev() {
        while counts[length] > 0 {
            // Of two that are too long one takes the place of the twig that bears both; the other one shares the place of
            // a code that is shorter by two at least.
            let Some(shorter) = (1..length - 1).rfind(|&shorter| counts[shorter] > 0) else { break };
            counts[length] -= 2;
            counts[length - 1] += 1;
            counts[shorter + 1] += 2;
            counts[shorter] -= 1;
        }
    }
    if let Some(longest) = counts.iter_mut().rfind(|count| **count > 0) {
        *longest -= 1;
    }
    // At most 256 of one length, and then there are none of any other.
    std::array::from_fn(|index| counts[index + 1].min(255) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that no code begins another one or is all ones, and that listing them says the same.
    fn check(frequencies: &[u32; 256]) -> Codes {
        let codes = Codes::fitted(frequencies);
        let used: Vec<usize> = (0..256).filter(|&symbol| frequencies[symbol] > 0).collect();
        let at = |symbol: usize| {
            let (code, length) = codes.of(symbol as u8);
            assert!((1..=16).contains(&length), "{symbol} has a code of {length} bits");
            assert!(u32::from(code) < (1 << length) - 1, "{symbol} has ones alone");
            u64::from(code) << (48 - length)
        };
        let mut starts: Vec<(u64, u8)> = used.iter().map(|&symbol| (at(symbol), codes.of(symbol as u8).1)).collect();
        starts.sort_unstable();
        for pair in starts.windows(2) {
            assert!(pair[0].0 + (1 << (48 - pair[0].1)) <= pair[1].0, "codes overlap");
        }
        assert_eq!(codes.listed().len(), 16 + used.len());
        assert_eq!(codes.counts.iter().map(|&count| usize::from(count)).sum::<usize>(), used.len());
        codes
    }

    #[test]
    fn frequent_symbols_have_short_codes() {
        let mut frequencies = [0; 256];
        (frequencies[3], frequencies[200], frequencies[7]) = (1000, 90, 100);
        let codes = check(&frequencies);
        assert_eq!(codes.of(3), (0, 1));
        assert_eq!(codes.of(7), (0b10, 2));
        assert_eq!(codes.of(200), (0b110, 3));
        assert_eq!(
            codes.listed(),
            [[1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0].as_slice(), &[3, 7, 200]].concat()
        );
    }

    #[test]
    fn a_symbol_alone_has_a_code_of_one_bit() {
        let mut frequencies = [0; 256];
        frequencies[9] = 5;
        assert_eq!(check(&frequencies).of(9), (0, 1));
    }

    #[test]
    fn no_code_is_longer_than_sixteen_bits_however_rare_its_symbol() {
        let mut fibonacci = [0_u32; 256];
        (fibonacci[0], fibonacci[1]) = (1, 1);
        for index in 2..44 {
            fibonacci[index] = fibonacci[index - 1] + fibonacci[index - 2];
        }
        let codes = check(&fibonacci);
        assert_eq!(codes.of(43).1, 1);
        assert_eq!(codes.of(0).1, 16);
    }

    #[test]
    fn any_frequencies_have_codes() {
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..200 {
            let (most, share) = (random.u32(1..2_000_000), random.f32());
            check(&std::array::from_fn(|_| if random.f32() < share { random.u32(0..most) } else { 0 }));
        }
        check(&[1; 256]);
        check(&[0; 256]);
    }
}
