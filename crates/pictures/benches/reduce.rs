//! How long it takes from a JPEG of twelve megapixels to upright pixels, by our own reduced decoder and by decoding all
//! of it: `cargo bench -p pictures --features codec`.
#![allow(missing_docs, reason = "criterion's macros make public functions without a word")]
#![allow(clippy::unwrap_used, reason = "a bench has nothing to do with a broken picture but to stop")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use pictures::{Limits, Purpose, reduce};
use zune_core::bytestream::ZCursor;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// The way of those JPEGs that our own decoder doesn't take.
fn decode_all(file: &[u8], width: u32, height: u32) -> Vec<u8> {
    let options = DecoderOptions::default().set_strict_mode(true);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    let rgb = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    let source = TypedImageRef::<U8x3>::from_buffer(info.width.into(), info.height.into(), &rgb).unwrap();
    let mut reduced = vec![0; (width * height * 3) as usize];
    let mut target = TypedImage::<U8x3>::from_buffer(width, height, &mut reduced).unwrap();
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    Resizer::new().resize_typed(&source, &mut target, &options).unwrap();
    reduced
}

fn benches(criterion: &mut Criterion) {
    // 4000 is reduced to 2000 by decoding alone, 4080 in two steps; 3200 takes all of its pixels.
    for (name, picture) in [
        ("photograph 4000×3000", common::photograph(4000, 3000)),
        ("photograph 4080×3060", common::photograph(4080, 3060)),
        ("photograph 3200×2400", common::photograph(3200, 2400)),
        ("page 4000×3000", common::page(4000, 3000)),
    ] {
        let file = common::jpeg(&picture);
        let mut group = criterion.benchmark_group(format!("{name}, {} kB", file.len() / 1000));
        group.sample_size(10);
        group.bench_function("document, all decoded", |bencher| {
            bencher.iter(|| decode_all(black_box(&file), 2000, 1500));
        });
        group.bench_function("document", |bencher| {
            bencher.iter(|| reduce(black_box(&file), Purpose::Document, &Limits::DEVICE).unwrap());
        });
        group.bench_function("face", |bencher| {
            bencher.iter(|| reduce(black_box(&file), Purpose::Face, &Limits::DEVICE).unwrap());
        });
    }
}

criterion_group!(reduction, benches);
criterion_main!(reduction);
