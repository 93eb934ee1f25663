//! What the decoder makes of files that are cut or changed.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which the configuration does not recognize as such")]

use super::agreement::{Sample, corpus, progressive};
use super::*;

/// Decodes a file as `prepare` does: after the walk, and within limits.
fn decode_within_limits(file: &[u8], kept: Kept) -> Result<Planes, PictureError> {
    let layout = Layout::read(file)?;
    let header = layout.header();
    if header.width * header.height > 1_000_000 {
        return Err(PictureError::TooManyPixels { width: header.width, height: header.height });
    }
    decode(file, &layout, kept, Colours::Whole, &Limits::DEVICE)
}

/// Sequential and progressive pictures.
fn samples() -> impl Iterator<Item = &'static Sample> {
    corpus().iter().chain(progressive().iter().map(|(_, sample)| sample))
}

/// The entropy-coded data of the last scan.
fn last_coded(file: &[u8]) -> std::ops::Range<usize> {
    let layout = Layout::read(file).unwrap();
    let coded = layout.segments().iter().rfind(|segment| segment.marker == marker::SOS).unwrap().coded(file);
    let start = coded.as_ptr() as usize - file.as_ptr() as usize;
    start..start + coded.len()
}

#[test]
fn a_file_cut_at_any_tenth_is_refused() {
    for sample in samples() {
        for tenth in 0..10 {
            let cut = &sample.file[..sample.file.len() * tenth / 10];
            assert!(decode_within_limits(cut, 4).is_err(), "{} {} {tenth}", sample.sampling, sample.options);
        }
    }
}

#[test]
fn coded_data_cut_at_any_tenth_and_closed_again_is_refused_at_every_size() {
    for sample in samples() {
        let coded = last_coded(sample.file);
        for kept in [1, 2, 4, 8] {
            for tenth in 0..10 {
                let mut cut = sample.file[..coded.start + coded.len() * tenth / 10].to_vec();
                cut.extend([0xFF, marker::EOI]);
                let refused = decode_within_limits(&cut, kept);
                let expected = matches!(refused, Err(PictureError::Truncated | PictureError::Damaged));
                assert!(expected, "{} {} {}×{}", sample.sampling, sample.options, sample.width, sample.height);
            }
        }
    }
}

#[test]
fn an_interval_that_is_left_out_is_damage() {
    let mut tried = 0;
    for sample in samples().filter(|sample| sample.options.contains("restart")) {
        let coded = last_coded(sample.file);
        let is_restart = |at: &usize| sample.file[*at] == 0xFF && marker::RST.contains(&sample.file[*at + 1]);
        let restarts: Vec<usize> = coded.filter(is_restart).collect();
        let [first, second, ..] = restarts[..] else { continue };
        let holed = [&sample.file[..first], &sample.file[second..]].concat();
        assert_eq!(decode_within_limits(&holed, 2).unwrap_err(), PictureError::Damaged);
        let swapped = [&sample.file[..first + 1], &[0xD5], &sample.file[first + 2..]].concat();
        assert_eq!(decode_within_limits(&swapped, 2).unwrap_err(), PictureError::Damaged);
        tried += 1;
    }
    assert!(tried > 50, "{tried} pictures with three intervals");
}

#[test]
fn more_data_than_the_frame_has_room_for_is_damage() {
    let mut tried = 0;
    for sample in corpus().iter().filter(|sample| sample.height > 24) {
        let mut lower = sample.file.to_vec();
        let frame = lower.windows(2).position(|pair| pair[0] == 0xFF && matches!(pair[1], 0xC0 | 0xC1)).unwrap();
        // Half of the height.
        lower[frame + 6] /= 2;
        assert_eq!(decode_within_limits(&lower, 8).unwrap_err(), PictureError::Damaged, "{}", sample.sampling);
        tried += 1;
    }
    assert!(tried > 100);
}

#[test]
fn a_scan_of_a_component_that_is_missing_or_comes_twice_is_refused() {
    let sample = corpus().iter().find(|sample| sample.sampling == "4:2:0" && sample.options.contains("scans")).unwrap();
    let layout = Layout::read(sample.file).unwrap();
    let last = layout.segments().iter().rposition(|segment| segment.marker == marker::SOS).unwrap();
    let start = layout.segments()[last].body(sample.file).as_ptr() as usize - sample.file.as_ptr() as usize - 4;
    let end = sample.file.len() - 2;
    let without = [&sample.file[..start], &[0xFF, marker::EOI]].concat();
    assert_eq!(decode_within_limits(&without, 4).unwrap_err(), PictureError::Truncated);
    let twice = [&sample.file[..end], &sample.file[start..]].concat();
    assert_eq!(decode_within_limits(&twice, 4).unwrap_err(), PictureError::Damaged);
}

/// Where the segments of scans begin, and where the last one ends.
fn scans(file: &[u8]) -> Vec<usize> {
    let layout = Layout::read(file).unwrap();
    let scans = layout.segments().iter().filter(|segment| segment.marker == marker::SOS);
    let starts = scans.map(|scan| scan.body(file).as_ptr() as usize - file.as_ptr() as usize - 4);
    starts.chain([file.len() - 2]).collect()
}

#[test]
fn a_progressive_picture_is_refused_without_any_of_its_scans_and_with_any_of_them_twice() {
    for (_, sample) in progressive() {
        let at = scans(sample.file);
        for (nth, pair) in at.windows(2).enumerate() {
            let [start, end] = [pair[0], pair[1]];
            let of = format!("{}, scan {nth}", sample.options);
            let without = [&sample.file[..start], &sample.file[end..]].concat();
            assert!(decode_within_limits(&without, 4).is_err(), "without: {of}");
            let twice = [&sample.file[..end], &sample.file[start..]].concat();
            assert_eq!(decode_within_limits(&twice, 4).unwrap_err(), PictureError::Damaged, "twice: {of}");
            let closed = [&sample.file[..start], &[0xFF, marker::EOI]].concat();
            let refused = decode_within_limits(&closed, 4).unwrap_err();
            assert_eq!(refused, if nth == 0 { PictureError::Damaged } else { PictureError::Truncated }, "closed: {of}");
        }
    }
}

#[test]
fn a_progressive_picture_is_not_begun_with_where_collecting_it_takes_more_than_is_allowed() {
    let (_, sample) = progressive().iter().find(|(of, _)| of.sampling == "4:2:0" && of.width == 200).unwrap();
    let layout = Layout::read(sample.file).unwrap();
    // 13 × 10 units of six blocks, of 16 coefficients and 8 bytes; and the planes of half the picture and half its colours.
    let needed = 13 * 10 * 6 * (16 * 2 + 8) + 100 * 75 + 2 * 50 * 38;
    let within = |max_decoded_bytes| {
        let limits = Limits { max_decoded_bytes, ..Limits::DEVICE };
        decode(sample.file, &layout, 4, Colours::Halved, &limits).map(|_| ())
    };
    assert_eq!(within(needed - 1).unwrap_err(), PictureError::TooManyPixels { width: 200, height: 150 });
    assert_eq!(within(needed), Ok(()));
}

#[test]
fn thousands_of_changes_never_panic_and_leave_planes_of_the_announced_size() {
    let mut random = fastrand::Rng::with_seed(20);
    let (mut taken, mut refused) = (0, 0);
    for round in 0..6_000 {
        // Every third of them progressive.
        let sample = match round % 3 {
            0 => &progressive()[random.usize(..progressive().len())].1,
            _ => &corpus()[random.usize(..corpus().len())],
        };
        let mut file = sample.file.to_vec();
        // Every other time in the headers, where one byte changes everything.
        let reach = if round % 2 == 0 { file.len() } else { file.len().min(400) };
        for _ in 0..random.usize(1..8) {
            let at = random.usize(2..reach);
            match random.u8(..4) {
                0 => file[at] = random.u8(..),
                1 => file[at] ^= 1 << random.u8(..8),
                2 => file[at] = 0xFF,
                _ => {
                    let from = random.usize(2..reach);
                    let length = random.usize(1..20).min(reach - at.max(from));
                    file.copy_within(from..from + length, at);
                }
            }
        }
        let kept = random.choice([1, 2, 4, 8]).unwrap();
        match decode_within_limits(&file, kept) {
            Ok(planes) => {
                taken += 1;
                let header = Layout::read(&file).unwrap().header();
                let size = [header.width, header.height].map(|side| (side as usize * kept).div_ceil(8));
                assert!(planes.iter().all(|plane| plane.samples.len() == plane.width * plane.height));
                assert!(planes.iter().any(|plane| [plane.width, plane.height] == size));
            }
            Err(_) => refused += 1,
        }
    }
    // Otherwise the changes are too harsh, or too mild, to try anything.
    assert!(taken > 500 && refused > 500, "{taken} taken, {refused} refused");
}
