//! Good files to begin with, and files that are made up by chance.

use fastrand::Rng;
use image::{ExtendedColorType, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use miniz_oxide::deflate::compress_to_vec_zlib;
use pictures::{Kind, header};

use crate::{
    LARGE, choice, common,
    parts::{PNG_SIGNATURE, chunk, put_segment},
};

/// A file, and how it came to be.
#[derive(Clone)]
pub(crate) struct Specimen {
    pub(crate) made_by: String,
    pub(crate) file: Vec<u8>,
    pub(crate) is_large: bool,
}

impl Specimen {
    fn new((made_by, file): (String, Vec<u8>)) -> Self {
        let pixels = header::read(&file).map_or(0, |header| u64::from(header.width) * u64::from(header.height));
        Self { made_by, file, is_large: pixels >= LARGE }
    }
}

pub(crate) fn seeds() -> Vec<Specimen> {
    [corpus(), jpegs(), pngs(), others()].into_iter().flatten().map(Specimen::new).collect()
}

/// The small pictures of `tests/corpus`: of every sampling, with restarts, in several scans, progressive.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let read = |name: &str, lines: &str, column: usize, mut files: &[u8]| {
        let file = |(nth, line): (usize, &str)| {
            let bytes = line.split('\t').nth(column).unwrap().parse().unwrap();
            (format!("{name} {nth}"), files.split_off(..bytes).unwrap().to_vec())
        };
        lines.lines().enumerate().map(file).collect::<Vec<_>>()
    };
    let sequential = include_bytes!("../corpus/corpus.jpegs");
    let progressive = include_bytes!("../corpus/progressive.jpegs");
    let mut all = read("corpus.jpegs", include_str!("../corpus/corpus.tsv"), 5, sequential);
    all.extend(read("progressive.jpegs", include_str!("../corpus/progressive.tsv"), 2, progressive));
    all
}

/// What is set differently for a JPEG.
type Adjust = fn(&mut Encoder<&mut Vec<u8>>);

/// What the corpus lacks: four inks, rare samplings, metadata, and pictures that are large enough for a purpose.
fn jpegs() -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    let mut add = |name: String, file: Vec<u8>| all.push((name, file));
    let small = common::photograph(96, 70);
    for orientation in 1..=8 {
        add(format!("held as {orientation}"), common::with_exif(&small, orientation));
    }
    use SamplingFactor as S;
    for sampling in [S::R_4_4_1, S::R_4_2_1, S::R_4_1_0, S::F_2_2] {
        add(format!("{sampling:?}"), common::jpeg_with(&small, 80, |encoder| encoder.set_sampling_factor(sampling)));
    }
    let inks: Vec<u8> = (0..40 * 24 * 4).map(|at: u32| (at * at / 97) as u8).collect();
    for (colour, progressive) in
        [(ColorType::Cmyk, false), (ColorType::CmykAsYcck, false), (ColorType::Cmyk, true), (ColorType::Luma, true)]
    {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 80);
        encoder.set_sampling_factor(S::F_1_1);
        encoder.set_progressive(progressive);
        let pixels = if colour == ColorType::Luma { &inks[..40 * 24] } else { &inks };
        encoder.encode(pixels, 40, 24, colour).unwrap();
        add(format!("{colour:?}, progressive: {progressive}"), file);
    }
    let page = common::page(830, 810);
    let long_page = common::page(1_700, 830);
    let photograph = common::photograph(900, 810);
    let portrait = common::portrait(400, 470, [250; 3]);
    let lying = common::stored(&portrait, 8);
    let noise = common::noise(358, 441);
    let others: [(&str, &RgbImage, u8, Adjust); 10] = [
        ("with a profile", &small, 70, |encoder| encoder.add_icc_profile(&[7; 200]).unwrap()),
        ("with another segment", &small, 70, |encoder| encoder.add_app_segment(13, vec![9; 50]).unwrap()),
        ("a page", &page, 40, |_| {}),
        ("a page held as 6", &page, 30, |encoder| encoder.add_exif_metadata(&common::exif(6)).unwrap()),
        ("a progressive page", &page, 30, |encoder| encoder.set_progressive(true)),
        ("a page with restarts", &page, 30, |encoder| encoder.set_restart_interval(7)),
        ("a long page", &long_page, 20, |encoder| encoder.set_sampling_factor(S::R_4_4_4)),
        ("a photograph", &photograph, 50, |encoder| encoder.set_optimized_huffman_tables(true)),
        ("a portrait", &portrait, 80, |_| {}),
        ("noise", &noise, 92, |_| {}),
    ];
    for (name, picture, quality, adjust) in others {
        add(name.into(), common::jpeg_with(picture, quality, adjust));
    }
    let adjust = |encoder: &mut Encoder<&mut Vec<u8>>| {
        encoder.set_progressive(true);
        encoder.add_exif_metadata(&common::exif(8)).unwrap();
    };
    add("a progressive portrait held as 8".into(), common::jpeg_with(&lying, 80, adjust));
    all
}

/// Colour types of PNGs, each with the depths that it may have.
const PNG_KINDS: [(u8, &[u8]); 5] =
    [(0, &[1, 2, 4, 8, 16]), (2, &[8, 16]), (3, &[1, 2, 4, 8]), (4, &[8, 16]), (6, &[8, 16])];

/// PNGs of every colour type and depth, with their rows in order and scattered.
fn pngs() -> Vec<(String, Vec<u8>)> {
    let kinds = PNG_KINDS.into_iter().flat_map(|(colour, depths)| depths.iter().map(move |&depth| (colour, depth)));
    let both = kinds.flat_map(|(colour, depth)| [(colour, depth, false), (colour, depth, true)]);
    let small = both.zip([(13, 11), (1, 9), (50, 37)].into_iter().cycle());
    let large = [((2, 8, false), (830, 800)), ((6, 16, true), (441, 358)), ((3, 4, true), (810, 820))];
    let made = small.chain(large).map(|(kind, size)| (format!("PNG {kind:?}, {size:?}"), png(size, kind)));
    // More than a face may have of bytes.
    let dots: Vec<u8> = common::noise(358, 441).pixels().map(|pixel| if pixel.0[0] < 128 { 0 } else { 255 }).collect();
    let dots = common::png(&dots, 358, 441, ExtendedColorType::L8);
    made.chain([("PNG of black and white dots".into(), dots)]).collect()
}

/// A PNG of a colour type and depth, with its rows in order or scattered.
fn png((width, height): (u32, u32), (colour, depth, scattered): (u8, u8, bool)) -> Vec<u8> {
    /// First column and row of each pass, and steps from one to the next (ISO/IEC 15948, 8.2).
    const PASSES: [[u32; 4]; 7] =
        [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];
    let passes = if scattered { PASSES.as_slice() } else { &[[0, 0, 1, 1]] };
    let channels = [1, 0, 3, 1, 2, 0, 4][usize::from(colour)];
    let mut rows = Vec::new();
    for &[left, top, across, down] in passes {
        let wide = width.saturating_sub(left).div_ceil(across);
        let high = if wide == 0 { 0 } else { height.saturating_sub(top).div_ceil(down) };
        for y in 0..high {
            // Each kind of filter in turn; any bytes are right after any of them.
            rows.push((y % 5) as u8);
            rows.extend((0..(wide * channels * u32::from(depth)).div_ceil(8)).map(|x| (x / 9 * (y / 4) % 31) as u8));
        }
    }
    let packed = compress_to_vec_zlib(&rows, 6);
    let (start, end) = packed.split_at(packed.len() / 2);
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    let mut file =
        [PNG_SIGNATURE, &chunk(b"IHDR", &[&size[..], &[depth, colour, 0, 0, scattered.into()]].concat())].concat();
    file.extend(chunk(b"gAMA", &[0, 0, 0xB1, 0x8F]));
    if colour == 3 {
        let entries = 0..1_u32 << depth;
        let palette: Vec<u8> = entries.flat_map(|at| [at * 7, 255 - at, at * at]).map(|value| value as u8).collect();
        file.extend(chunk(b"PLTE", &palette));
        file.extend(chunk(b"tRNS", &[0, 90]));
    }
    if colour == 2 {
        file.extend(chunk(b"tRNS", &[0, 1, 0, 1, 0, 1]));
    }
    file.extend(chunk(b"eXIf", &common::exif(u16::from(depth) / 2)));
    file.extend(chunk(b"tEXt", b"Comment\0of no use"));
    [file, chunk(b"IDAT", start), chunk(b"IDAT", end), chunk(b"IEND", b"")].concat()
}

/// A PNG of any kind and size, mostly a good one.
pub(crate) fn png_by_chance(random: &mut Rng) -> Specimen {
    let size = size_by_chance(random);
    let (colour, depths) = *choice(random, &PNG_KINDS);
    let kind = (colour, *choice(random, depths), random.bool());
    Specimen { made_by: format!("a PNG made up, {kind:?}, {size:?}"), file: png(size, kind), is_large: false }
}

/// Pixels across and down, not so many that it takes long: a small square, or a strip.
fn size_by_chance(random: &mut Rng) -> (u32, u32) {
    let one = random.u32(1..40);
    let other = if random.u8(..4) > 0 { random.u32(1..40) } else { random.u32(1..=LARGE as u32 / one) };
    if random.bool() { (one, other) } else { (other, one) }
}

/// A JPEG with a frame, codes and scans by chance, as no encoder would choose them; mostly a good one. Data end in zeros,
/// which its codes read as “nothing more”, and decoders pass over where they are too many.
pub(crate) fn jpeg_by_chance(random: &mut Rng) -> Specimen {
    let size = size_by_chance(random);
    let components = *choice(random, &[1, 1, 3, 3, 4_u8]);
    let is_progressive = random.bool();
    let mut file = vec![0xFF, 0xD8];
    for table in 0..2 {
        let largest = *choice(random, &[1, 30, 255]);
        put_segment(&mut file, 0xDB, &[vec![table], (0..64).map(|_| random.u8(..=largest)).collect()].concat());
    }
    let [high, low] = (size.1 as u16).to_be_bytes();
    let [wide, narrow] = (size.0 as u16).to_be_bytes();
    let mut frame = vec![8, high, low, wide, narrow, components];
    let (mut blocks, mut most) = (0, (1, 1));
    for id in 0..components {
        let (across, down) = match components {
            4 => (1, 1),
            _ => *choice(random, &[(1, 1), (1, 1), (1, 2), (2, 1), (2, 2), (1, 4), (4, 1), (1, 3), (4, 4)]),
        };
        blocks += across * down;
        most = (most.0.max(across), most.1.max(down));
        frame.extend([id, across << 4 | down, random.u8(..2)]);
    }
    put_segment(&mut file, if is_progressive { 0xC2 } else { random.u8(0xC0..=0xC1) }, &frame);
    let units = size.0.div_ceil(8 * u32::from(most.0)) * size.1.div_ceil(8 * u32::from(most.1));
    // Two bits for each block, and something over.
    let enough = (units * u32::from(blocks) / 4) as usize + 90;

    let all: Vec<u8> = (0..components).collect();
    let each: Vec<&[u8]> = all.chunks(1).collect();
    // In one scan, or in one for each.
    let firsts = if random.bool() { vec![all.as_slice()] } else { each.clone() };
    let mut scans = Vec::new();
    // Which components, from which coefficient to which, and bits that were left before and are left.
    let mut add = |parts: &[u8], band: [u8; 2], left: u8| {
        scans.push((parts.to_vec(), band, left));
        scans.extend((0..left).rev().map(|left| (parts.to_vec(), band, (left + 1) << 4 | left)));
    };
    let left = [0, 0, 1, 2, 8, 12, 13];
    if is_progressive {
        for parts in firsts {
            add(parts, [0, 0], *choice(random, &left));
        }
        for part in each {
            let end = random.u8(1..64);
            add(part, [1, end], *choice(random, &left));
            if end < 63 {
                add(part, [end + 1, 63], *choice(random, &left));
            }
        }
    } else {
        firsts.into_iter().for_each(|parts| add(parts, [0, 63], 0));
    }
    for (parts, band, left) in scans {
        put_segment(&mut file, 0xC4, &codes_by_chance(random, false, is_progressive, left));
        put_segment(&mut file, 0xC4, &codes_by_chance(random, true, is_progressive, left));
        let named = parts.iter().flat_map(|&id| [id, 0]);
        put_segment(
            &mut file,
            0xDA,
            &[parts.len() as u8].into_iter().chain(named).chain(band).chain([left]).collect::<Vec<_>>(),
        );
        let most = *choice(random, &[2, 8, 40]);
        let data = random.usize(..most);
        file.extend((0..data).map(|_| random.u8(..0xFF)));
        file.resize(file.len() + enough, 0);
    }
    file.extend([0xFF, 0xD9]);
    let made_by = format!("a JPEG made up of {components} components, progressive: {is_progressive}, {size:?}");
    Specimen { made_by, file, is_large: false }
}

/// Codes of which every bit is the start of one; a single zero says that nothing follows, or that nothing has changed.
fn codes_by_chance(random: &mut Rng, of_others: bool, is_progressive: bool, left: u8) -> Vec<u8> {
    let counts = [1, 0, 0, 7, 0, 0, 0, 15, 0, 0, 0, 15, 0, 0, 0, 16];
    // No value is larger than what a decoder holds of it in two bytes.
    let most = 16 - (left & 15);
    let symbol = |_| match (of_others, random.u8(..12)) {
        (false, _) => random.u8(..=most.min(11)),
        (true, 0) => 0xF0,
        // So many blocks have nothing more.
        (true, 1) if is_progressive => random.u8(..15) << 4,
        // Where one bit more comes of what is there, nothing new is larger than that.
        (true, _) if left > 15 => random.u8(..4) << 4 | 1,
        (true, _) => random.u8(..4) << 4 | random.u8(1..=most.min(10)),
    };
    let symbols = (1..counts.iter().sum()).map(symbol);
    [u8::from(of_others) << 4].into_iter().chain(counts).chain([0]).chain(symbols).collect()
}

/// Starts of files that are left to browsers, or to nobody.
fn others() -> Vec<(String, Vec<u8>)> {
    let starts: [&[u8]; 9] = [
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x40meta\0\0\0\0\0\0\0\x34iprp\0\0\0\x24ipco\0\0\0\x14ispe\0\0\0\0\0\0\x0f\xc0\0\0\x0b\xd0\0\0\0\x08hvcC\0\0\0\x08ipma\0\0\0\x01mdat\0\0\0\0\0\0\x40\0",
        b"\0\0\0\x18ftypavif\0\0\0\0mif1miaf\0\0\0\x08meta",
        b"RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xbf\x0f\0\xcf\x0b\0",
        b"RIFF\x24\0\0\0WEBPVP8L\x24\0\0\0\x2f\xbf\xcf\xf3\x02",
        b"RIFF\x24\0\0\0WEBPVP8 \x24\0\0\0\x30\x01\x00\x9d\x01\x2a\xc0\x4f\xd0\x0b",
        b"GIF89a\x80\x02\xe0\x01",
        b"BM\x36\0\x0c\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x80\x02\0\0\x20\xfe\xff\xff",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ];
    starts.into_iter().map(|start| (format!("{:?}", Kind::of(start)), start.to_vec())).collect()
}
