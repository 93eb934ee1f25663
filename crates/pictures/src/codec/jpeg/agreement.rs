//! How near the decoder comes to libjpeg-turbo's scaled decoding, on the corpus in `tests/corpus`, whose README says how
//! it was made.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which the configuration does not recognize as such")]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::super::resize::{Cut, resize_plane};
use super::*;

/// A picture of the corpus.
pub(super) struct Sample {
    pub(super) sampling: &'static str,
    pub(super) options: &'static str,
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) file: &'static [u8],
    /// By eighths: libjpeg-turbo's planes, all as large as that of brightness.
    references: BTreeMap<Kept, Vec<Vec<u8>>>,
}

pub(super) fn corpus() -> &'static [Sample] {
    static CORPUS: OnceLock<Vec<Sample>> = OnceLock::new();
    CORPUS.get_or_init(|| {
        let mut files = include_bytes!("../../../tests/corpus/corpus.jpegs").as_slice();
        let references = include_bytes!("../../../tests/corpus/corpus.references");
        let references = miniz_oxide::inflate::decompress_to_vec_zlib(references).unwrap();
        let mut references = references.as_slice();
        let lines = include_str!("../../../tests/corpus/corpus.tsv").lines();
        lines.map(|line| Sample::read(line, &mut files, &mut references)).collect()
    })
}

/// Pictures of the corpus, each with a progressive one of the same coefficients.
pub(super) fn progressive() -> &'static [(&'static Sample, Sample)] {
    static PROGRESSIVE: OnceLock<Vec<(&Sample, Sample)>> = OnceLock::new();
    PROGRESSIVE.get_or_init(|| {
        let mut files = include_bytes!("../../../tests/corpus/progressive.jpegs").as_slice();
        let lines = include_str!("../../../tests/corpus/progressive.tsv").lines();
        let pairs = lines.map(|line| {
            let [nth, options, bytes] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("not three: {line}") };
            let of = &corpus()[nth.parse::<usize>().unwrap()];
            let file = files.split_off(..bytes.parse::<usize>().unwrap()).unwrap();
            (of, Sample { options, file, references: BTreeMap::new(), ..*of })
        });
        pairs.collect()
    })
}

impl Sample {
    fn read(line: &'static str, files: &mut &'static [u8], references: &mut &[u8]) -> Self {
        let [sampling, _, options, width, height, bytes, planes, sizes] = line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("not eight columns: {line}");
        };
        let number = |text: &str| text.parse::<usize>().unwrap();
        let (width, height) = (number(width), number(height));
        let mut reference = |kept: Kept| {
            let length = (width * kept).div_ceil(8) * (height * kept).div_ceil(8);
            let mut before = 0_u8;
            let differences = references.split_off(..length).unwrap();
            let add = |difference: &u8| {
                before = before.wrapping_add(*difference);
                before
            };
            differences.iter().map(add).collect()
        };
        let references = sizes
            .split(',')
            .map(number)
            .map(|kept| (kept, (0..number(planes)).map(|_| reference(kept)).collect()))
            .collect();
        Self { sampling, options, width, height, file: files.split_off(..number(bytes)).unwrap(), references }
    }

    /// Our planes at a size, all as large as that of brightness.
    fn planes(&self, kept: Kept) -> Vec<Vec<u8>> {
        let planes =
            decode(self.file, &Layout::read(self.file).unwrap(), kept, Colours::Whole, &Limits::DEVICE).unwrap();
        let (width, height) = (planes[0].width, planes[0].height);
        let scale = planes[0].scale;
        let all = Cut { left: 0.0, top: 0.0, width: width as f64 / scale.0, height: height as f64 / scale.1 };
        planes.into_iter().map(|plane| resize_plane(plane, all, (width as u32, height as u32)).unwrap()).collect()
    }
}

/// Differences to the references.
#[derive(Debug, Default)]
struct Difference {
    most: u8,
    sum: u64,
    count: u64,
}

impl Difference {
    fn add(&mut self, ours: &[u8], reference: &[u8]) {
        assert_eq!(ours.len(), reference.len());
        for (ours, reference) in ours.iter().zip(reference) {
            let off = ours.abs_diff(*reference);
            self.most = self.most.max(off);
            self.sum += u64::from(off);
        }
        self.count += ours.len() as u64;
    }

    fn mean(&self) -> f64 {
        self.sum as f64 / self.count as f64
    }
}

/// Differences in brightness and in colours over all pictures of a sampling, at a size.
fn differences(sampling: &str, kept: Kept) -> [Difference; 2] {
    let mut differences = [Difference::default(), Difference::default()];
    for sample in corpus().iter().filter(|sample| sample.sampling == sampling) {
        let Some(references) = sample.references.get(&kept) else { continue };
        for (index, (ours, reference)) in sample.planes(kept).iter().zip(references).enumerate() {
            differences[index.min(1)].add(ours, reference);
        }
    }
    differences
}

const SAMPLINGS: [&str; 6] = ["4:4:4", "4:2:2", "4:2:0", "4:4:0", "4:1:1", "grey"];

/// The most, and on average, that samples may be off.
fn assert_within(difference: &Difference, most: u8, mean: f64, of: &str) {
    assert!(difference.count > 0, "{of}: nothing was compared");
    let is_within = difference.most <= most && difference.mean() <= mean;
    assert!(is_within, "{of}: off by up to {}, {:.3} on average", difference.most, difference.mean());
}

#[test]
fn the_corpus_has_300_pictures_of_every_sampling_with_odd_sizes_restarts_scans_and_wide_steps() {
    let count = |is_one: fn(&Sample) -> bool| corpus().iter().filter(|sample| is_one(sample)).count();
    assert!(corpus().len() >= 300);
    assert!(
        SAMPLINGS.iter().all(|sampling| corpus().iter().filter(|sample| sample.sampling == *sampling).count() >= 50)
    );
    assert!(count(|sample| sample.width % 8 != 0 && sample.height % 8 != 0) > 200);
    assert!(count(|sample| sample.options.contains("restart")) > 100);
    assert!(count(|sample| sample.options.contains("scans") || sample.options.contains("pair")) > 80);
    // Marker and kind of a table with steps of two bytes.
    assert!(count(|sample| sample.file.windows(5).any(|at| at[..2] == [0xFF, marker::DQT] && at[4] >> 4 == 1)) > 30);
}

#[test]
fn brightness_is_that_of_libjpeg_turbo_but_for_rounding_at_full_size_and_an_eighth() {
    for sampling in SAMPLINGS {
        for kept in [1, 8] {
            assert_within(&differences(sampling, kept)[0], 1, 0.05, &format!("{sampling} at {kept}/8"));
        }
    }
}

/// libjpeg-turbo takes means of the samples at full size, we the lowest frequencies, which keep edges sharper.
#[test]
fn brightness_is_near_that_of_libjpeg_turbo_at_a_quarter_and_a_half() {
    for sampling in SAMPLINGS {
        for kept in [2, 4] {
            assert_within(&differences(sampling, kept)[0], 40, 1.25, &format!("{sampling} at {kept}/8"));
        }
    }
}

#[test]
fn colours_are_those_of_libjpeg_turbo_where_it_keeps_as_many_samples_of_them() {
    for (sampling, kept, most, mean) in [
        ("4:4:4", 1, 1, 0.1),
        ("4:4:4", 2, 8, 0.8),
        ("4:4:4", 4, 16, 0.6),
        ("4:4:4", 8, 1, 0.05),
        ("4:2:0", 1, 8, 0.9),
        ("4:2:0", 2, 10, 0.7),
        ("4:2:0", 4, 1, 0.05),
        ("4:2:0", 8, 2, 0.3),
        ("4:2:2", 8, 1, 0.2),
        ("4:4:0", 8, 2, 0.2),
    ] {
        assert_within(&differences(sampling, kept)[1], most, mean, &format!("{sampling} at {kept}/8"));
    }
}

/// Where colours are halved in one direction only, libjpeg-turbo gives up the other direction too and enlarges what is
/// left; for 4:1:1 even without interpolation. We keep what there is.
#[test]
fn colours_are_not_far_from_libjpeg_turbo_where_it_gives_samples_up() {
    for (sampling, means) in [("4:2:2", [4.2, 3.2, 1.8]), ("4:4:0", [4.2, 3.2, 1.8]), ("4:1:1", [6.8, 5.1, 2.7])] {
        for (kept, mean) in [1, 2, 4].into_iter().zip(means) {
            assert_within(&differences(sampling, kept)[1], 50, mean, &format!("{sampling} at {kept}/8"));
        }
    }
    assert_within(&differences("4:1:1", 8)[1], 25, 2.0, "4:1:1 at full size");
}

/// A shift by half a sample would be the commonest mistake; on ramps it shows as a constant difference.
#[test]
fn no_plane_is_shifted_at_any_size_or_sampling() {
    use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, SamplingFactor as S};
    const SIDE: u16 = 96;
    let ramp = |at: f64| 32.0 + 2.0 * at;
    let sides = || (0..SIDE).map(|at| ramp(f64::from(at)) as u8);
    let pixels: Vec<u8> = sides().flat_map(|y| sides().flat_map(move |x| [x, x, y])).collect();
    for sampling in [S::R_4_4_4, S::R_4_2_2, S::R_4_2_0, S::R_4_4_0, S::R_4_1_1] {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, 100);
        encoder.set_sampling_factor(sampling);
        encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
        encoder.encode(&pixels, SIDE, SIDE, ColorType::Ycbcr).unwrap();
        for kept in [1, 2, 4, 8] {
            let side = usize::from(SIDE) * kept / 8;
            let sample = Sample {
                sampling: "",
                options: "",
                width: 0,
                height: 0,
                file: file.leak(),
                references: BTreeMap::new(),
            };
            file = sample.file.to_vec();
            for (index, plane) in sample.planes(kept).iter().enumerate() {
                // The ramps' ends have nothing beyond them to interpolate with.
                let inner = side / 6..side - side / 6;
                let off = |(x, y): (usize, usize)| {
                    let along = if index == 2 { y } else { x };
                    f64::from(plane[y * side + x]) - ramp((along as f64 + 0.5) * 8.0 / kept as f64 - 0.5)
                };
                let offs: Vec<f64> = inner.clone().flat_map(|y| inner.clone().map(move |x| off((x, y)))).collect();
                let mean = offs.iter().sum::<f64>() / offs.len() as f64;
                // Half a sample is at least half a pixel, which is 1 here.
                assert!(mean.abs() < 0.3, "{sampling:?} at {kept}/8, plane {index}: off by {mean}");
            }
        }
    }
}

#[test]
fn progressive_pictures_come_out_as_sequential_ones_of_the_same_coefficients_at_every_size() {
    let count = |option: &str| progressive().iter().filter(|(_, sample)| sample.options.contains(option)).count();
    for option in ["usual", "bands", "bits", "both", "restart=1", "restart=3B"] {
        assert!(count(option) >= 8, "{option}");
    }
    for sampling in SAMPLINGS {
        assert!(progressive().iter().filter(|(of, _)| of.sampling == sampling).count() >= 10, "{sampling}");
    }
    for (of, sample) in progressive() {
        for kept in [1, 2, 4, 8] {
            for colours in [Colours::Whole, Colours::Halved] {
                let planes = |file| decode(file, &Layout::read(file).unwrap(), kept, colours, &Limits::DEVICE);
                let is_same = planes(of.file) == planes(sample.file);
                assert!(is_same, "{} {} at {kept}/8, {colours:?}", of.sampling, sample.options);
            }
        }
    }
}

#[test]
fn at_full_size_it_agrees_with_another_decoder() {
    use zune_core::colorspace::ColorSpace;
    use zune_core::options::DecoderOptions;
    let mut compared = Difference::default();
    // zune-jpeg 0.5.15 panics on some small files of several scans, and on some samplings.
    let is_plain = |sample: &&Sample| {
        let is_one_scan = !sample.options.contains("pair") && !sample.options.contains("scans");
        is_one_scan && ["4:4:4", "4:2:0", "grey"].contains(&sample.sampling)
    };
    for sample in corpus().iter().filter(is_plain) {
        let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::Luma);
        let reader = zune_core::bytestream::ZCursor::new(sample.file);
        let theirs = zune_jpeg::JpegDecoder::new_with_options(reader, options).decode().unwrap();
        compared.add(&sample.planes(8)[0], &theirs);
    }
    assert!(compared.count > 100_000, "{} samples were compared", compared.count);
    assert_within(&compared, 3, 0.2, "brightness");
}
