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
        let planes = decode(self.file, &Layout::read(self.file).unwrap(), kept).unwrap().unwrap();
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

#[test]
fn look() {
    for sampling in ["4:4:4", "4:2:2", "4:2:0", "4:4:0", "4:1:1", "grey"] {
        for kept in [1, 2, 4, 8] {
            let [y, c] = differences(sampling, kept);
            println!("{sampling} {kept}: Y {} {:.3}  C {} {:.3}", y.most, y.mean(), c.most, c.mean());
        }
    }
}
