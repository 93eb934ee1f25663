//! Brightness and colours to a baseline JPEG (ITU-T T.81). Every picture that is sent leaves through here.
//!
//! The codes are fitted to each picture: first all of it becomes symbols, which are counted, and only then bits. This
//! takes a few per cent off the bytes at the same quality, for no more time than making the bits twice.

mod bits;
mod codes;
mod transform;

use bits::Bits;
use codes::Codes;
use transform::{Block, Steps};

use super::PIECE;
use super::picture::Picture;
use super::vectors::{Eight, LANES, present};
use crate::PictureError;
use crate::header::jpeg::marker;

/// Kinds of symbols, each with codes of its own: first coefficients and others, of brightness and of colours.
const KINDS: usize = 4;

/// Encodes at this quality (1 to 100, steps as in libjpeg), and notes the print resolution if there is one.
///
/// # Errors
/// [`PictureError::TooManyPixels`] beyond 65,535 a side, which no JPEG can say.
pub(super) fn encode(picture: &Picture, quality: u8, dpi: Option<u16>) -> Result<Vec<u8>, PictureError> {
    let (width, height) = (picture.grey.width, picture.grey.height);
    let (Ok(wide), Ok(high)) = (u16::try_from(width), u16::try_from(height)) else {
        return Err(PictureError::TooManyPixels { width: width as u32, height: height as u32 });
    };
    let steps = [Steps::of_brightness(quality), Steps::of_colours(quality)];
    let symbols = Symbols::of(picture, &steps);
    let codes = symbols.counts.each_ref().map(Codes::fitted);
    let mut jpeg = header((wide, high), dpi, &steps, &codes);
    symbols.write(&codes, &mut jpeg);
    jpeg.extend([0xFF, marker::EOI]);
    Ok(jpeg)
}

/// Everything before the coded data (B.2, and JFIF 1.01).
fn header((width, height): (u16, u16), dpi: Option<u16>, steps: &[Steps; 2], codes: &[Codes; KINDS]) -> Vec<u8> {
    let mut jpeg = vec![0xFF, marker::SOI];
    let [[dots_high, dots_low], unit] = dpi.map_or([[0, 1], [0, 0]], |dpi| [dpi.to_be_bytes(), [1, 0]]);
    let density = [unit[0], dots_high, dots_low, dots_high, dots_low];
    segment(&mut jpeg, marker::APP0, &[b"JFIF\0\x01\x01".as_slice(), &density, &[0, 0]].concat());
    for (table, steps) in (0..).zip(steps) {
        segment(&mut jpeg, marker::DQT, &[[table].as_slice(), &steps.in_order()].concat());
    }
    let ([high, low], [wide, narrow]) = (height.to_be_bytes(), width.to_be_bytes());
    // Brightness has four blocks in each unit; both colours have one, and share steps and codes.
    segment(&mut jpeg, marker::SOF0, &[8, high, low, wide, narrow, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
    for (kind, codes) in (0_u8..).zip(codes) {
        segment(&mut jpeg, marker::DHT, &[[(kind & 1) << 4 | kind >> 1].as_slice(), &codes.listed()].concat());
    }
    segment(&mut jpeg, marker::SOS, &[3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]);
    jpeg
}

fn segment(jpeg: &mut Vec<u8>, marker: u8, body: &[u8]) {
    // At most a table of codes, which has 273 bytes.
    let [high, low] = (body.len() as u16 + 2).to_be_bytes();
    jpeg.extend([0xFF, marker, high, low]);
    jpeg.extend_from_slice(body);
}

/// More than one block can have: one for each value, and one for the end.
const MOST_SYMBOLS: usize = 128;

/// A picture as symbols, in the order of the file.
struct Symbols {
    /// Bits 28 and up: the kind. Bits 16 to 23: the symbol, of which the lower four are a number of bits. Those bits.
    list: Vec<u32>,
    counts: [[u32; 256]; KINDS],
}

impl Symbols {
    fn of(picture: &Picture, steps: &[Steps; 2]) -> Self {
        let grey = &picture.grey;
        let mut symbols = Self { list: Vec::with_capacity(grey.luma.len() / 4), counts: [[0; 256]; KINDS] };
        let luma = Samples { values: &grey.luma, width: grey.width, height: grey.height };
        let (width, height) = Picture::colour_size(grey.width, grey.height);
        let colours = picture.colours.each_ref().map(|values| Samples { values, width, height });
        let mut means = [0; 3];
        for row in 0..grey.height.div_ceil(16) {
            symbols.add_row(&luma, &colours, row, steps, &mut means);
        }
        symbols
    }

    /// Adds a row of units. A call for each, see [`PIECE`].
    #[inline(never)]
    fn add_row(
        &mut self,
        luma: &Samples,
        colours: &[Samples; 2],
        row: usize,
        steps: &[Steps; 2],
        means: &mut [i16; 3],
    ) {
        for column in 0..luma.width.div_ceil(16) {
            for (x, y) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                self.add(&steps[0].quantised(luma.block(2 * column + x, 2 * row + y)), 0, &mut means[0]);
            }
            for (colour, mean) in colours.iter().zip(&mut means[1..]) {
                self.add(&steps[1].quantised(colour.block(column, row)), 2, mean);
            }
        }
    }

    /// Adds a block (F.1.2): the difference of its mean to the one before, then each value with the zeros before it.
    #[inline]
    fn add(&mut self, block: &[i16; 64], kind: usize, mean: &mut i16) {
        let mut list = [0; MOST_SYMBOLS];
        let mut count = 0;
        let mut push = |kind: usize, zeros: u32, value: i32| {
            let size = u32::BITS - value.unsigned_abs().leading_zeros();
            // Negative values are written as one less, without the bits above (figure F.12, backwards).
            let bits = (value + (value >> 31)).cast_unsigned() & ((1 << size) - 1);
            let symbol = zeros << 4 | size;
            self.counts[kind % KINDS][symbol as usize % 256] += 1;
            list[count % MOST_SYMBOLS] = (kind as u32) << 28 | symbol << 16 | bits;
            count += 1;
        };
        push(kind, 0, i32::from(block[0]) - i32::from(*mean));
        *mean = block[0];
        let mut rest = present(block) & !1;
        let mut last = 0;
        while rest != 0 {
            let next = rest.trailing_zeros();
            let mut zeros = next - last - 1;
            while zeros > 15 {
                push(kind + 1, 15, 0);
                zeros -= 16;
            }
            push(kind + 1, zeros, block[next as usize % 64].into());
            last = next;
            rest &= rest - 1;
        }
        if last < 63 {
            push(kind + 1, 0, 0);
        }
        self.list.extend_from_slice(&list[..count.min(MOST_SYMBOLS)]);
    }

    fn write(&self, codes: &[Codes; KINDS], jpeg: &mut Vec<u8>) {
        let pieces = self.list.chunks(PIECE);
        pieces.fold(Bits::after(jpeg), |bits, piece| write_piece(piece, codes, bits)).finish();
    }
}

/// Writes some of the symbols. A call for each piece, see [`PIECE`].
#[inline(never)]
fn write_piece<'a>(symbols: &[u32], codes: &[Codes; KINDS], mut bits: Bits<'a>) -> Bits<'a> {
    for &entry in symbols {
        let (kind, symbol, value) = ((entry >> 28) as usize, entry >> 16 & 255, entry & 0xFFFF);
        // Fitted to these very symbols, so there is a code for each.
        let (code, length) = codes[kind % KINDS].of(symbol as u8);
        let size = symbol & 15;
        bits.put(u32::from(code) << size | value, u32::from(length) + size);
    }
    bits
}

/// The samples of one component.
struct Samples<'a> {
    values: &'a [u8],
    width: usize,
    height: usize,
}

impl Samples<'_> {
    /// A block around zero (A.3.1); beyond the edge the last samples are repeated, which costs the fewest bytes.
    #[inline]
    fn block(&self, column: usize, row: usize) -> Block {
        let (left, top) = (column * LANES, row * LANES);
        std::array::from_fn(|y| {
            let start = (top + y).min(self.height - 1) * self.width;
            let line = &self.values[start..start + self.width];
            let whole = line.get(left..).and_then(|rest| rest.first_chunk()).copied();
            let partly = || std::array::from_fn(|x| line[(left + x).min(self.width - 1)]);
            Eight::of_samples(whole.unwrap_or_else(partly))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::grey::Grey;
    use super::super::jpeg;
    use super::*;
    use crate::header::jpeg::Layout;

    /// Columns and rows of so many blocks, row by row.
    fn places(across: usize, down: usize) -> impl Iterator<Item = (usize, usize)> {
        (0..down).flat_map(move |row| (0..across).map(move |column| (column, row)))
    }

    /// Smooth shapes with edges and noise in them, of any size.
    fn picture(width: usize, height: usize) -> Picture {
        let mut random = fastrand::Rng::with_seed(7);
        let mut plane = |width: usize, height: usize, pitch: usize| -> Vec<u8> {
            let at = places(width, height);
            at.map(|(x, y)| (60 + 130 * ((x / pitch + y / pitch) % 2) + x % 40 + random.usize(0..12)) as u8).collect()
        };
        let luma = plane(width, height, 23);
        let (across, down) = Picture::colour_size(width, height);
        let colours = [plane(across, down, 31), plane(across, down, 17)];
        Picture { grey: Grey { luma, width, height }, colours }
    }

    fn decoded(file: &[u8]) -> jpeg::Planes {
        let layout = Layout::read(file).unwrap();
        jpeg::decode(file, &layout, 8, jpeg::Colours::Whole, &crate::Limits::DEVICE).unwrap()
    }

    fn mean_difference(a: &[u8], b: &[u8]) -> f64 {
        assert_eq!(a.len(), b.len());
        a.iter().zip(b).map(|(a, b)| f64::from(a.abs_diff(*b))).sum::<f64>() / a.len() as f64
    }

    #[test]
    fn what_is_encoded_is_decoded_the_same_at_every_size() {
        for (width, height) in [(1, 1), (8, 8), (16, 16), (17, 31), (33, 15), (100, 7), (250, 130)] {
            let picture = picture(width, height);
            let planes = decoded(&encode(&picture, 100, None).unwrap());
            assert_eq!(planes.len(), 3);
            for (plane, wanted) in planes.iter().zip(std::iter::once(&picture.grey.luma).chain(&picture.colours)) {
                let off = mean_difference(&plane.samples, wanted);
                assert!(off < 0.5, "{width}×{height}: off by {off}");
            }
        }
    }

    #[test]
    fn at_the_same_quality_it_is_as_near_as_another_encoder_in_fewer_bytes() {
        use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor};
        let picture = picture(320, 240);
        let pixels = picture.to_pixels().unwrap();
        for quality in [1, 20, 50, 80, 95] {
            let ours = encode(&picture, quality, None).unwrap();
            let mut theirs = Vec::new();
            let mut encoder = Encoder::new(&mut theirs, quality);
            encoder.set_sampling_factor(SamplingFactor::R_4_2_0);
            encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
            encoder.encode(&pixels.rgb, 320, 240, ColorType::Rgb).unwrap();
            let off = |file: &[u8]| mean_difference(&decoded(file)[0].samples, &picture.grey.luma);
            assert!(off(&ours) <= off(&theirs) * 1.02, "{quality}: {} beside {}", off(&ours), off(&theirs));
            assert!(ours.len() < theirs.len(), "{quality}: {} beside {}", ours.len(), theirs.len());
        }
    }

    #[test]
    fn the_print_resolution_is_noted() {
        let picture = picture(16, 16);
        assert_eq!(encode(&picture, 80, Some(350)).unwrap()[4..18], *b"\0\x10JFIF\0\x01\x01\x01\x01\x5e\x01\x5e");
        assert_eq!(encode(&picture, 80, None).unwrap()[13..18], [0, 0, 1, 0, 1]);
    }

    #[test]
    fn more_pixels_a_side_than_a_jpeg_can_say_are_refused() {
        let grey = Grey { luma: vec![0; 65_536], width: 65_536, height: 1 };
        let refused = encode(&Picture { grey, colours: [Vec::new(), Vec::new()] }, 80, None);
        assert_eq!(refused, Err(PictureError::TooManyPixels { width: 65_536, height: 1 }));
    }
}
