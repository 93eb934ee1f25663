//! Odd and broken pictures that a library ships to test itself with: each is taken as far as it is whole, or refused by name.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which the configuration does not recognize as such")]

use std::path::Path;

use pictures::{Corners, Fit, Kind, Limits, PictureError, Purpose, cut, fit, header, prepare, propose, recheck};

/// What is broken, and how it is refused. All others are taken, or left to the browser.
const REFUSED: [(&str, &str); 17] = [
    // Animations that contradict themselves.
    ("apng/chunk_no_fctl.png", "damaged"),
    ("apng/chunk_repeat_fctl.png", "damaged"),
    ("apng/sequence_fdat_fctl.png", "damaged"),
    ("apng/sequence_gap.png", "damaged"),
    ("apng/sequence_reorder.png", "damaged"),
    ("apng/sequence_reorder_chunk.png", "damaged"),
    ("apng/sequence_repeat.png", "damaged"),
    ("apng/sequence_repeat_chunk.png", "damaged"),
    ("apng/sequence_start.png", "damaged"),
    ("apng/syntax_num_frames_zero.png", "damaged"),
    ("bmp/b/badfilesize.bmp", "truncated"),
    ("bmp/b/badwidth.bmp", "too_many_pixels"),
    ("bmp/b/shortfile.bmp", "truncated"),
    ("broken.png", "damaged"),
    // No frame follows what it announces.
    ("decompression_bomb.gif", "truncated"),
    ("truncated_jpeg.jpg", "truncated"),
    ("zero_width.gif", "truncated"),
];

/// Each with its name.
fn shipped() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shipped");
    let files = std::fs::read(folder.join("shipped.files")).unwrap();
    let mut rest = files.as_slice();
    let lines = std::fs::read_to_string(folder.join("shipped.tsv")).unwrap();
    let shipped = lines.lines().map(|line| {
        let (name, bytes) = line.split_once('\t').unwrap();
        let (file, behind) = rest.split_at(bytes.parse().unwrap());
        rest = behind;
        (name.to_owned(), file.to_vec())
    });
    shipped.collect()
}

/// As the worker does it: what is not decoded here is for the browser, as far as its start says nothing to the contrary.
fn seen(file: &[u8]) -> Result<(), PictureError> {
    let limits = &Limits::DEVICE;
    if Kind::of(file).is_some_and(Kind::is_left_to_browsers) {
        return header::check_announced(file, file.len() as u64, limits);
    }
    fit(file, &Fit { width: 1600, height: 1600, quality: 80, budget: 10_000_000 }, limits).map(|_| ())
}

#[test]
fn what_is_broken_is_refused_by_name_and_what_is_only_odd_is_taken() {
    let shipped = shipped();
    assert_eq!(shipped.len(), 93);
    let refused = shipped.iter().filter_map(|(name, file)| Some((name.as_str(), seen(file).err()?.code())));
    assert_eq!(refused.collect::<Vec<_>>(), REFUSED);
}

#[test]
fn whatever_is_asked_of_them_is_answered() {
    let corners = Corners::rectangle(0.1, 0.1, 0.9, 0.9);
    for (name, file) in shipped() {
        let whole = seen(&file);
        // All are smaller than a document may be.
        for purpose in [Purpose::Document, Purpose::PortraitSide, Purpose::EmblemSide] {
            assert!(prepare(&file, purpose, &Limits::DEVICE).is_err(), "{name} is taken for {purpose:?}");
            assert!(cut(&file, &corners, purpose, &Limits::DEVICE).is_err(), "{name} is cut for {purpose:?}");
            assert!(recheck(&file, purpose).is_err(), "{name} is taken by the server for {purpose:?}");
        }
        // One of them is as large as a face.
        let is_face = prepare(&file, Purpose::Face, &Limits::DEVICE).is_ok();
        assert_eq!(is_face, name == "truncated_exif_dpi.jpg", "{name}");
        assert_eq!(recheck(&file, Purpose::Face).is_ok(), is_face, "{name}");
        let is_here = !Kind::of(&file).is_some_and(Kind::is_left_to_browsers);
        assert_eq!(propose(&file, &Limits::DEVICE).is_ok(), whole.is_ok() && is_here, "{name}");
    }
}
