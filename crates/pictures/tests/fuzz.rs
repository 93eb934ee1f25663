//! Broken pictures by chance: whatever a file is, it is refused by name, or what is made of it keeps every promise.
//!
//! Good files of every kind are changed, partly by the rules of their formats, so that changes get past the first checks.
//! A file that is answered as none before it is kept and changed further: this finds the way into rare branches without
//! a compiler that counts them.
//!
//! Runs for `FUZZ_SECONDS`, 3 where not set, from `FUZZ_SEED`, by chance where not set; a failure says the seed, what was
//! done to the file, and where the file lies now. The same seed gives the same files in the same order.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what a test can't do without fails it")]
#![allow(clippy::panic, reason = "a finding ends the test")]
#![allow(clippy::print_stdout, reason = "how much was tried is part of what the test says")]

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    ops::Range,
    panic,
    path::Path,
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use fastrand::Rng;
use image::{ExtendedColorType, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use miniz_oxide::{deflate::compress_to_vec_zlib, inflate::decompress_to_vec_zlib_with_limit};
use pictures::{
    Corners, Fit, Kind, Limits, PictureError, PictureFinding, Point, Prepared, Purpose, Region, THUMBNAIL_SIDE, cut,
    fit,
    header::{self, Header, Orientation},
    prepare, propose, recheck, thumbnail,
};

/// Enough for every seed, and quick.
const LIMITS: Limits = Limits { max_bytes: 300_000, max_pixels: 1_500_000, max_decoded_bytes: 16 << 20 };

/// Larger pictures take much longer, and are chosen less often for it.
const LARGE: u64 = 60_000;

/// What takes longer has no end, however busy the machine is.
const ENDLESS: Duration = Duration::from_secs(120);

/// More files are not kept beside the seeds: a new one takes the place of another.
const MOST_KEPT: usize = 2_000;

/// A shorter file is told in full.
const TOLD_IN_FULL: usize = 3_000;

const JPEG_START: &[u8] = b"\xff\xd8";
const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Names of parts of a JPEG: the second byte of its marker.
const fn jpeg_name(marker: u8) -> [u8; 4] {
    [0xFF, marker, 0, 0]
}

/// Name of what is no segment of a JPEG: coded data, and whatever else lies between.
const BETWEEN: [u8; 4] = jpeg_name(0);

#[test]
#[allow(clippy::disallowed_methods, reason = "fuzzing ends by the clock")]
fn whatever_a_file_is_it_is_refused_by_name_or_what_is_made_of_it_keeps_every_promise() {
    let seconds = env::var("FUZZ_SECONDS").map_or(3, |seconds| seconds.parse().expect("a number of seconds"));
    let seed = env::var("FUZZ_SEED").map_or_else(|_| fastrand::u64(..), |seed| seed.parse().expect("a number"));
    // Said before anything can go so wrong that nothing is said any more.
    println!("fuzz: from seed {seed}");
    let start = Instant::now();
    let mut random = Rng::with_seed(seed);
    let mut pool = seeds();
    let seeds = pool.len();
    let mut seen = BTreeSet::new();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let judge = Judge::new();
    let mut tried = 0_u64;
    // However busy the machine is, something is tried.
    while tried < 300 || start.elapsed() < Duration::from_secs(seconds) {
        let broken = broken(&mut random, &pool);
        let outcomes = judge.ask(&broken.file, random.u64(..)).unwrap_or_else(|why| {
            let file = &broken.file;
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{seed}-{tried}"));
            fs::write(&path, file).expect("a place for the file");
            let hex = if file.len() < TOLD_IN_FULL { hexadecimal(file) } else { String::new() };
            panic!("{why}\nFUZZ_SEED={seed}, file {tried}, in {}:\n{}\n{hex}", path.display(), broken.made_by);
        });
        tried += 1;
        for outcome in &outcomes {
            *counts.entry(outcome.code).or_default() += 1;
        }
        let is_new = outcomes.into_iter().filter(|outcome| seen.insert(outcome.guide.clone())).count() > 0;
        if is_new && broken.file.len() as u64 <= LIMITS.max_bytes {
            if pool.len() < seeds + MOST_KEPT {
                pool.push(broken);
            } else {
                pool[random.usize(seeds..seeds + MOST_KEPT)] = broken;
            }
        }
    }
    println!("fuzz: {tried} files from seed {seed}, {} of them kept, {counts:?}", pool.len() - seeds);
    // Otherwise the changes are too harsh, or too mild, to try anything.
    let (taken, all) = (counts.get(TAKEN).copied().unwrap_or_default(), counts.values().sum::<u64>());
    assert!(taken > all / 20 && taken < all * 19 / 20, "{taken} of {all} were taken");
}

#[test]
fn every_seed_is_a_good_picture_or_of_a_kind_that_others_decode() {
    for Specimen { made_by, file, .. } in seeds() {
        match header::read(&file) {
            Ok(header) => {
                assert_eq!(LIMITS.check_header(&header), Ok(()), "{made_by}");
                let whole = Fit { width: 9_999, height: 9_999, quality: 80, budget: 9_999_999 };
                assert_eq!(fit(&file, &whole, &LIMITS).err(), None, "{made_by}");
            }
            Err(refused) => {
                assert!(matches!(refused, PictureError::UnsupportedKind { .. }), "{made_by}: {refused}");
            }
        }
    }
}

#[test]
fn the_same_seed_breaks_files_alike_and_another_otherwise() {
    let pool = seeds();
    let some = |seed| {
        let mut random = Rng::with_seed(seed);
        (0..200).map(|_| broken(&mut random, &pool).file).collect::<Vec<_>>()
    };
    assert!(some(7) == some(7) && some(7) != some(8));
}

// What is asked, and what must hold.

/// What a file is given to.
#[derive(Clone, Debug)]
enum Task {
    Prepare(Purpose),
    Cut(Purpose, Corners),
    Fit(Fit),
    Propose,
    Recheck(Purpose),
    Thumbnail,
}

/// What is made of a file.
#[derive(Debug, Default, PartialEq)]
struct Made {
    jpeg: Vec<u8>,
    /// Pixels across and down that it is said to have.
    size: Option<(u32, u32)>,
    /// Pixels across and down that the upright original is said to have.
    original: Option<(u32, u32)>,
    findings: Vec<PictureFinding>,
    corners: Option<Corners>,
}

/// What came of it.
struct Outcome {
    /// [`TAKEN`], or the code of the refusal.
    code: &'static str,
    /// Outcomes that differ here are worth keeping a file each.
    guide: String,
}

const TAKEN: &str = "taken";

/// Tasks for a file, by chance: those that have something to do with one of its size.
fn tasks(random: &mut Rng, file: &[u8]) -> Vec<Task> {
    let pixels = header::read(file).map_or(0, |header| u64::from(header.width) * u64::from(header.height));
    let purpose = if random.bool() { Purpose::Document } else { Purpose::Face };
    let fit = Fit {
        width: *choice(random, &[0, 1, 30, 90, 400, 900, 1_600, 70_000]),
        height: *choice(random, &[0, 1, 30, 90, 400, 900, 1_600, 70_000]),
        quality: random.u8(..),
        budget: *choice(random, &[0, 300, 900, 3_000, 20_000, 200_000, u32::MAX]),
    };
    // The server's own limits are far above ours, so it is asked for what exceeds these only now and then.
    let servers = if pixels <= LIMITS.max_pixels || random.u8(..64) == 0 { 2 } else { 0 };
    let any = match random.u8(..4 + servers) {
        0 | 1 => Task::Prepare(purpose),
        2 | 3 => Task::Cut(purpose, corners(random)),
        4 => Task::Recheck(purpose),
        _ => Task::Thumbnail,
    };
    match pixels {
        0..LARGE => vec![Task::Fit(fit), Task::Propose, any],
        _ if random.u8(..4) > 0 => vec![any],
        _ if random.bool() => vec![Task::Fit(fit)],
        _ => vec![Task::Propose],
    }
}

/// Corners as people set them, mostly.
fn corners(random: &mut Rng) -> Corners {
    let mut near = |(x, y): (f32, f32)| {
        let reach = *choice(random, &[0.0, 0.1, 0.4]);
        let about = |random: &mut Rng, at: f32| (at + reach * (random.f32() - 0.5)).clamp(0.0, 1.0);
        Point { x: about(random, x), y: about(random, y) }
    };
    let mut corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(&mut near);
    if random.u8(..8) == 0 {
        corners[random.usize(..4)].x =
            *choice(random, &[-0.0, -0.1, 1.1, 0.5, f32::NAN, f32::INFINITY, f32::MIN_POSITIVE]);
    }
    if random.u8(..8) == 0 {
        // Seen from the side, upside down, or from behind.
        let by = random.usize(..4);
        corners.rotate_left(by);
        if random.u8(..4) == 0 {
            corners.reverse();
        }
    }
    Corners::from_clockwise(corners)
}

/// Does what is asked in a thread of its own, so that what doesn't end is noticed.
struct Judge {
    /// Files, each with the chance that tasks come from.
    files: Sender<(Vec<u8>, u64)>,
    verdicts: Receiver<Result<Vec<Outcome>, String>>,
    /// What is done now.
    doing: Arc<Mutex<String>>,
}

impl Judge {
    fn new() -> Self {
        let (files, given) = mpsc::channel::<(Vec<u8>, u64)>();
        let (judged, verdicts) = mpsc::channel();
        let doing = Arc::new(Mutex::new(String::new()));
        let told = Arc::clone(&doing);
        thread::spawn(move || {
            let say = |what: String| *told.lock().expect("nobody panics who holds it") = what;
            for (nth, (file, chance)) in given.into_iter().enumerate() {
                let judge_all = || {
                    say("the header".into());
                    let judge_one = |task: &Task| {
                        say(format!("{task:?}"));
                        judge(&file, task, nth % 8 == 0)
                    };
                    tasks(&mut Rng::with_seed(chance), &file).iter().map(judge_one).collect()
                };
                let verdict = panic::catch_unwind(panic::AssertUnwindSafe(judge_all));
                if judged.send(verdict.unwrap_or_else(|_| Err("it panicked".into()))).is_err() {
                    break;
                }
            }
        });
        Self { files, verdicts, doing }
    }

    /// Gives what came of each task, or what is wrong with that.
    fn ask(&self, file: &[u8], chance: u64) -> Result<Vec<Outcome>, String> {
        self.files.send((file.to_vec(), chance)).expect("a thread that judges");
        let verdict = self.verdicts.recv_timeout(ENDLESS).unwrap_or_else(|_| Err("it doesn't end".into()));
        verdict.map_err(|why| format!("{}: {why}", self.doing.lock().expect("nobody panics who holds it")))
    }
}

/// Gives a file to a task and says what came of it, or what is wrong with that; `closely` where it may take longer.
fn judge(file: &[u8], task: &Task, closely: bool) -> Result<Outcome, String> {
    let header = header::read(file);
    let is_announced = header::announced(file).is_some() || header::announced_bytes(file).is_some();
    if is_announced && !Kind::of(file).is_some_and(Kind::is_left_to_browsers) {
        return Err("something is announced that is ours to read".into());
    }
    let made = task.made_of(file);
    if closely && task.made_of(file) != made {
        return Err("the same file gives something else another time".into());
    }
    match &made {
        Err(refused) => check_refusal(file, &header, task, refused)?,
        Ok(made) => {
            let header = header.as_ref().map_err(|refused| format!("taken, and its header isn't: {refused}"))?;
            check_made(header, task, made)?;
            if closely {
                check_closely(file, header, task, made)?;
            }
        }
    }
    Ok(outcome(file, &header, task, &made))
}

/// What came of a file. Of those that are refused one of each kind and code is worth keeping; of those that are taken, one
/// of each orientation, size, list of parts and of what is noticed in it.
fn outcome(
    file: &[u8],
    header: &Result<Header, PictureError>,
    task: &Task,
    made: &Result<Made, PictureError>,
) -> Outcome {
    let (kind, task) = (Kind::of(file), std::mem::discriminant(task));
    let made = match made {
        Ok(made) => made,
        Err(refused) => {
            let code = refused.code();
            return Outcome { code, guide: format!("{task:?} {kind:?} {code} {}", header.is_ok()) };
        }
    };
    let about = header.as_ref().ok().map(|it| (it.orientation, it.width.ilog2(), it.height.ilog2()));
    let findings: BTreeSet<&str> = made.findings.iter().map(PictureFinding::code).collect();
    let parts = parts(file);
    let count = |name| parts.iter().filter(|part| part.name == name).count().min(3);
    let counts: Vec<usize> = COUNTED_SEGMENTS.map(jpeg_name).into_iter().chain(COUNTED_CHUNKS).map(count).collect();
    let guide = format!("{task:?} {kind:?} {about:?} {findings:?} {} {counts:?}", made.corners.is_some());
    Outcome { code: TAKEN, guide }
}

/// Segments and chunks that matter for the pixels: how many a file has of them makes it another one.
const COUNTED_SEGMENTS: [u8; 9] = [0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xE1, 0xEE];
const COUNTED_CHUNKS: [[u8; 4]; 4] = [*b"PLTE", *b"tRNS", *b"IDAT", *b"eXIf"];

impl Task {
    fn made_of(&self, file: &[u8]) -> Result<Made, PictureError> {
        match self {
            Self::Prepare(purpose) => prepare(file, *purpose, &LIMITS).map(Made::from),
            Self::Cut(purpose, corners) => cut(file, corners, *purpose, &LIMITS).map(Made::from),
            Self::Fit(wanted) => fit(file, wanted, &LIMITS).map(Made::from),
            Self::Recheck(purpose) => recheck(file, *purpose).map(Made::from),
            Self::Propose => propose(file, &LIMITS).map(|proposal| Made {
                jpeg: proposal.jpeg,
                original: Some((proposal.width, proposal.height)),
                corners: proposal.corners,
                ..Made::default()
            }),
            Self::Thumbnail => thumbnail(file).map(|jpeg| Made { jpeg, ..Made::default() }),
        }
    }
}

/// The long edge of a picture that is shown to be cut.
const SHOWN_AT: u32 = 1080;

impl From<Prepared> for Made {
    fn from(Prepared { jpeg, width, height, findings }: Prepared) -> Self {
        Self { jpeg, size: Some((width, height)), findings, ..Self::default() }
    }
}

/// Says what is wrong with a refusal: it must have a name, and one that fits the header.
fn check_refusal(
    file: &[u8],
    header: &Result<Header, PictureError>,
    task: &Task,
    refused: &PictureError,
) -> Result<(), String> {
    if !PictureError::CODES.contains(&refused.code()) {
        return Err(format!("refused without a name: {refused}"));
    }
    let bytes = file.len() as u64;
    let kind = Kind::of(file);
    let expected = match (task, header) {
        (Task::Cut(_, corners), _) if corners.check().is_err() => corners.check().err().map(PictureError::from),
        (Task::Recheck(Purpose::Face), _) if kind.is_some_and(|kind| kind != Kind::Jpeg) => {
            kind.map(|kind| PictureError::UnsupportedKind { kind })
        }
        _ if bytes > LIMITS.max_bytes && !matches!(task, Task::Recheck(_) | Task::Thumbnail) => {
            Some(PictureError::TooManyBytes { bytes, limit: LIMITS.max_bytes })
        }
        (_, Err(unread)) => Some(unread.clone()),
        (Task::Prepare(purpose), Ok(header)) if LIMITS.check_header(header).is_ok() => {
            let (width, height) = header.upright_size();
            purpose.plan(width, height).err()
        }
        _ => None,
    };
    if let Some(expected) = expected.filter(|expected| expected != refused) {
        return Err(format!("refused as {refused:?}, and not as {expected:?}"));
    }
    // What the header can tell is not told later.
    let of_header =
        matches!(refused, PictureError::Empty | PictureError::NotAPicture | PictureError::UnsupportedKind { .. });
    let is_no_face = matches!(task, Task::Recheck(Purpose::Face));
    if header.is_ok() && of_header && !is_no_face {
        return Err(format!("refused as {refused:?}, and its header was read"));
    }
    Ok(())
}

/// Says what is wrong with what was made: it must be a JPEG without metadata, of a size and of as many bytes as its purpose
/// allows.
fn check_made(header: &Header, task: &Task, made: &Made) -> Result<(), String> {
    let size = size_of_plain_jpeg(&made.jpeg)?;
    if made.size.is_some_and(|said| said != size) {
        return Err(format!("{:?} pixels are said, and it has {size:?}", made.size));
    }
    let (bytes, whole) = (made.jpeg.len(), header.upright_size());
    if made.original.is_some_and(|said| said != whole) {
        return Err(format!("{:?} pixels are said of the original, and it has {whole:?}", made.original));
    }
    let (short, long) = (size.0.min(size.1), size.0.max(size.1));
    let whole_long = whole.0.max(whole.1);
    let (is_size_right, budget) = match task {
        Task::Prepare(purpose) | Task::Recheck(purpose) => {
            let plan = purpose.plan(whole.0, whole.1).map_err(|refused| format!("taken, and it is {refused}"))?;
            (size == plan.size || Some(size) == plan.smaller, purpose.budget().hard)
        }
        Task::Cut(purpose, corners) => {
            corners.check().map_err(|problem| format!("cut, and {problem}"))?;
            let (least_width, least_height) = purpose.least_size();
            let is_right = match purpose {
                Purpose::Face => size == (least_width, least_height),
                Purpose::Document => short >= least_width && (long <= 2_000 || short == least_width),
            };
            (is_right, purpose.budget().hard)
        }
        Task::Fit(fit) => {
            let within = fit.size(whole.0, whole.1);
            (size.0 <= within.0 && size.1 <= within.1, fit.budget as usize)
        }
        Task::Propose => (long == whole_long.min(SHOWN_AT), usize::MAX),
        Task::Thumbnail => (long == whole_long.min(THUMBNAIL_SIDE), usize::MAX),
    };
    if !is_size_right {
        return Err(format!("{size:?} pixels are made of {whole:?}"));
    }
    if bytes > budget {
        return Err(format!("{bytes} bytes are more than {budget}"));
    }
    let codes: BTreeSet<&str> = made.findings.iter().map(PictureFinding::code).collect();
    if codes.len() != made.findings.len() {
        return Err(format!("one thing is found twice: {:?}", made.findings));
    }
    let is_within = |region: &Region| region.left + region.width <= 1_000 && region.top + region.height <= 1_000;
    let are_within = made.findings.iter().all(|finding| match finding {
        PictureFinding::Glare { region } | PictureFinding::CroppedToRatio { kept: region } => is_within(region),
        PictureFinding::BackgroundNotWhite { white_percent } => *white_percent <= 100,
        _ => true,
    });
    if !are_within {
        return Err(format!("something is found beside the picture: {:?}", made.findings));
    }
    if let Some(problem) = made.corners.and_then(|corners| corners.check().err()) {
        return Err(format!("corners are proposed, and {problem}: {:?}", made.corners));
    }
    Ok(())
}

/// The size of a JPEG as our own reader has it. It must be upright and have nothing but what its pixels need.
fn size_of_plain_jpeg(jpeg: &[u8]) -> Result<(u32, u32), String> {
    let header = header::read(jpeg).map_err(|refused| format!("what is made is itself refused: {refused}"))?;
    if (header.kind, header.orientation) != (Kind::Jpeg, Orientation::Upright) {
        return Err(format!("what is made is {:?}, {:?}", header.kind, header.orientation));
    }
    let parts = parts(jpeg);
    let order: Vec<u8> = parts.iter().map(|part| part.name[1]).collect();
    // Two tables of steps, four of codes, one scan.
    if order != [0xD8, 0xE0, 0xDB, 0xDB, 0xC0, 0xC4, 0xC4, 0xC4, 0xC4, 0xDA, 0, 0xD9] {
        return Err(format!("what is made has other parts: {order:x?}"));
    }
    let jfif = &jpeg[parts[1].body.clone()];
    // Version, density, and no thumbnail.
    if jfif.len() != 14 || !jfif.starts_with(b"JFIF\0\x01\x01") || !jfif.ends_with(&[0, 0]) {
        return Err(format!("what is made says more than it should: {}", jfif.escape_ascii()));
    }
    Ok((header.width, header.height))
}

/// Says what is wrong with what was made, where that takes longer to see.
fn check_closely(file: &[u8], header: &Header, task: &Task, made: &Made) -> Result<(), String> {
    // What a device has made, the server takes and leaves as large as it is.
    if let Task::Prepare(purpose) | Task::Cut(purpose, _) = task {
        let again = recheck(&made.jpeg, *purpose).map_err(|refused| format!("what is made is {refused}"))?;
        if made.size != Some((again.width, again.height)) {
            return Err(format!("{:?} pixels become {:?}", made.size, (again.width, again.height)));
        }
    }
    // What both are given, the server makes the same of.
    if let Task::Prepare(purpose) = task {
        match recheck(file, *purpose).map(Made::from) {
            Ok(rechecked) if rechecked == *made => {}
            Err(PictureError::UnsupportedKind { kind: Kind::Png })
                if *purpose == Purpose::Face && header.kind == Kind::Png => {}
            _ => return Err("the server makes something else of it".into()),
        }
    }
    Ok(())
}

// How files are broken.

/// A file, and how it came to be.
#[derive(Clone)]
struct Specimen {
    made_by: String,
    file: Vec<u8>,
    is_large: bool,
}

impl Specimen {
    fn new((made_by, file): (String, Vec<u8>)) -> Self {
        let pixels = header::read(&file).map_or(0, |header| u64::from(header.width) * u64::from(header.height));
        Self { made_by, file, is_large: pixels >= LARGE }
    }
}

/// One of the pool, or one that is made up, after some changes.
fn broken(random: &mut Rng, pool: &[Specimen]) -> Specimen {
    let (mut specimen, least) = match random.u8(..16) {
        0 | 1 => (jpeg_by_chance(random), 0),
        2 => (png_by_chance(random), 0),
        _ => (chosen(random, pool).clone(), 1),
    };
    for _ in 0..*choice(random, &[least, least, 1, 1, 2, 3, 5]) {
        let other = chosen(random, pool);
        let change = change(random, &mut specimen.file, &other.file);
        specimen.made_by = format!("{}\n{change}", specimen.made_by);
    }
    // Else nearly every change of a chunk would end at its checksum.
    if random.u8(..8) > 0 {
        repair_checksums(&mut specimen.file);
    }
    specimen
}

/// One of the pool: of the kinds of which there are few more often than that, and a large one seldom.
fn chosen<'a>(random: &mut Rng, pool: &'a [Specimen]) -> &'a Specimen {
    let is_wanted = match random.u8(..16) {
        0..4 => |file: &[u8]| file.starts_with(PNG_SIGNATURE),
        4 => |file: &[u8]| !file.starts_with(PNG_SIGNATURE) && !file.starts_with(JPEG_START),
        _ => |file: &[u8]| file.starts_with(JPEG_START),
    };
    loop {
        let specimen = choice(random, pool);
        if is_wanted(&specimen.file) && (!specimen.is_large || random.u8(..6) == 0) {
            return specimen;
        }
    }
}

fn choice<'a, T>(random: &mut Rng, among: &'a [T]) -> &'a T {
    &among[random.usize(..among.len())]
}

/// Bytes that mean something in one of the formats, or lie at the edge of what a number holds.
const BYTES: &[u8] =
    &[0x00, 0x01, 0x02, 0x03, 0x04, 0x07, 0x08, 0x10, 0x11, 0x22, 0x3F, 0x40, 0x44, 0x7F, 0x80, 0xFE, 0xFF];

/// Markers that a decoder meets, and some that it doesn't.
const MARKERS: &[u8] = &[
    0x00, 0x01, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC8, 0xC9, 0xCC, 0xD0, 0xD1, 0xD2, 0xD5, 0xD7, 0xD8, 0xD9, 0xDA, 0xDB,
    0xDC, 0xDD, 0xE0, 0xE1, 0xEE, 0xFE, 0xFF,
];

/// Sides of a picture at which something changes.
const SIDES: &[u32] = &[
    0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 47, 48, 64, 65, 100, 319, 357, 358, 359, 440, 441, 799, 800, 801, 1080, 1081,
    1600, 2000, 2001, 4000, 65535, 65536, 0x7FFFFFFF, 0x80000000, !0,
];

/// Changes a file in one way, by chance and partly by the rules of its format, and says how.
fn change(random: &mut Rng, file: &mut Vec<u8>, other: &[u8]) -> String {
    let at = random.usize(..=file.len());
    let end = (at + *choice(random, &[1, 2, 3, 8, 30, 300])).min(file.len());
    let parts = parts(file);
    let part = if parts.is_empty() { Part::default() } else { choice(random, &parts).clone() };
    let second = if parts.is_empty() { Part::default() } else { choice(random, &parts).clone() };
    match random.u8(..22) {
        0 if at < file.len() => {
            let bit = random.u8(..8);
            file[at] ^= 1 << bit;
            format!("bit {bit} turned at {at}")
        }
        1 if at < file.len() => {
            file[at] = *choice(random, BYTES);
            format!("{:#04x} put at {at}", file[at])
        }
        2 => {
            let marker = *choice(random, MARKERS);
            let end = if random.bool() { at } else { (at + 2).min(file.len()) };
            file.splice(at..end, [0xFF, marker]);
            format!("marker {marker:#04x} put in place of {at}..{end}")
        }
        3 => {
            file.drain(at..end);
            format!("{at}..{end} taken out")
        }
        4 => {
            let doubled = file[at..end].to_vec();
            file.splice(at..at, doubled);
            format!("{at}..{end} doubled")
        }
        5 => {
            // Closed again by what ends the file.
            let last =
                parts.last().filter(|_| random.bool()).map_or(Vec::new(), |last| file[last.whole.clone()].to_vec());
            file.truncate(at);
            file.extend_from_slice(&last);
            format!("cut at {at}, closed by {} bytes", last.len())
        }
        6 => {
            file.drain(part.whole.clone());
            format!("{part} taken out")
        }
        7 => {
            let copy = file[part.whole.clone()].to_vec();
            file.splice(second.whole.start..second.whole.start, copy);
            format!("{part} doubled before {second}")
        }
        8 => {
            let (first, second) = if part.whole.start <= second.whole.start { (part, second) } else { (second, part) };
            if first.whole.end <= second.whole.start {
                let swapped = [
                    &file[second.whole.clone()],
                    &file[first.whole.end..second.whole.start],
                    &file[first.whole.clone()],
                ]
                .concat();
                file.splice(first.whole.start..second.whole.end, swapped);
            }
            format!("{first} and {second} swapped")
        }
        9 => {
            let theirs = self::parts(other);
            let Some(theirs) = random.choice(&theirs) else { return "nothing taken from an empty file".into() };
            let end = if random.bool() { part.whole.start } else { part.whole.end };
            file.splice(part.whole.start..end, other[theirs.whole.clone()].iter().copied());
            format!("another file's {theirs} put in place of {}..{end}", part.whole.start)
        }
        10 => {
            let theirs = self::parts(other);
            let from = random.choice(&theirs).map_or(0, |theirs| theirs.whole.start);
            file.splice(part.whole.start.., other[from..].iter().copied());
            format!("another file from {from} on put in place of all from {part} on")
        }
        11 | 12 => change_size(random, file, &parts),
        13 | 14 => change_length(random, file, &part),
        15 => insert_segment(random, file, &parts),
        16 | 17 => change_coded(random, file, &parts),
        // A byte of what all else depends on.
        _ => {
            let heads: Vec<&Part> = parts.iter().filter(|part| part.is_head()).collect();
            let Some(head) = random.choice(heads) else { return "nothing changed where no heads are".into() };
            // Mostly near the start, which says what the rest is.
            let reach = if random.bool() { head.body.len() } else { head.body.len().min(24) };
            let at = head.body.start + random.usize(..reach);
            file[at] = match random.u8(..4) {
                0 => random.u8(..),
                1 => file[at].wrapping_add(1),
                2 => file[at].wrapping_sub(1),
                _ => *choice(random, BYTES),
            };
            format!("{:#04x} put at {at} in {head}", file[at])
        }
    }
}

/// Makes the frame header of a JPEG, or the first chunk of a PNG, say another size.
fn change_size(random: &mut Rng, file: &mut [u8], parts: &[Part]) -> String {
    let is_height = random.bool();
    let is_near = random.bool();
    let near = random.u32(..3).wrapping_sub(1);
    let far = *choice(random, SIDES);
    let side = |old: u32| if is_near { old.wrapping_add(near) } else { far };
    for part in parts {
        match (part.name, file.get_mut(part.body.clone())) {
            ([0xFF, 0xC0..=0xC2, ..], Some([_, h0, h1, w0, w1, ..])) => {
                let (high, low) = if is_height { (h0, h1) } else { (w0, w1) };
                let side = side(u16::from_be_bytes([*high, *low]).into());
                [*high, *low] = (side as u16).to_be_bytes();
                return format!("{side} said to be the {} of {part}", if is_height { "height" } else { "width" });
            }
            ([b'I', b'H', b'D', b'R'], Some([w0, w1, w2, w3, h0, h1, h2, h3, ..])) => {
                let [a, b, c, d] = if is_height { [h0, h1, h2, h3] } else { [w0, w1, w2, w3] };
                let side = side(u32::from_be_bytes([*a, *b, *c, *d]));
                [*a, *b, *c, *d] = side.to_be_bytes();
                return format!("{side} said to be the {} of {part}", if is_height { "height" } else { "width" });
            }
            _ => {}
        }
    }
    "no size to change".into()
}

/// Makes a segment or chunk say another length, and mostly be as long.
fn change_length(random: &mut Rng, file: &mut Vec<u8>, part: &Part) -> String {
    let old = part.body.len();
    let new = if random.bool() { (old + random.usize(..7)).saturating_sub(3) } else { random.usize(..=2 * old) };
    // That of a JPEG's segment counts itself.
    let right = new + if part.length.len() == 2 { 2 } else { 0 };
    let said = *choice(random, &[right, right, right, right, right, right, 0, 1, 2, usize::MAX]);
    let bytes = &said.to_be_bytes()[size_of::<usize>() - part.length.len()..];
    file[part.length.clone()].copy_from_slice(bytes);
    let is_kept = part.length.is_empty() || random.u8(..4) == 0;
    if !is_kept {
        let mut body = file[part.body.clone()].to_vec();
        body.resize(new, random.u8(..));
        file.splice(part.body.clone(), body);
    }
    format!("{said} said to be the length of {part}, which is now {}", if is_kept { old } else { new })
}

/// Puts in how a camera was held, how Adobe's programs store colours, or after how many units there are restarts.
fn insert_segment(random: &mut Rng, file: &mut Vec<u8>, parts: &[Part]) -> String {
    let Some(first) = parts.get(1) else { return "no place for a segment".into() };
    let mut exif = common::exif(random.u16(..10));
    if random.u8(..4) == 0 {
        let at = random.usize(..exif.len());
        exif[at] = *choice(random, BYTES);
    }
    let (at, segment) = if file.starts_with(PNG_SIGNATURE) {
        (first.whole.end, chunk(b"eXIf", &exif))
    } else {
        let (marker, body) = match random.u8(..3) {
            0 => (0xE1, [b"Exif\0\0".as_slice(), &exif].concat()),
            1 => (0xEE, [b"Adobe\0\x64\0\0\0\0".as_slice(), &[random.u8(..4)]].concat()),
            _ => (0xDD, vec![0, random.u8(..6)]),
        };
        let mut segment = Vec::new();
        put_segment(&mut segment, marker, &body);
        (first.whole.start, segment)
    };
    let told = hexadecimal(&segment);
    file.splice(at..at, segment);
    format!("{told} put in at {at}")
}

/// Changes coded data so that it is still read as such: in a JPEG no byte becomes a marker, and in a PNG the changed data
/// are packed anew.
fn change_coded(random: &mut Rng, file: &mut Vec<u8>, parts: &[Part]) -> String {
    if file.starts_with(PNG_SIGNATURE) {
        return change_packed(random, file, parts);
    }
    let coded: Vec<&Part> = parts.iter().filter(|part| part.name == BETWEEN && !part.whole.is_empty()).collect();
    let Some(coded) = random.choice(coded) else { return "no coded data to change".into() };
    let mut changed = Vec::new();
    for _ in 0..random.usize(1..4) {
        let at = coded.whole.start + random.usize(..coded.whole.len());
        let is_marked = file[at] == 0xFF || file[at - 1] == 0xFF;
        let value = if random.bool() { file[at] ^ 1 << random.u8(..8) } else { random.u8(..) };
        if !is_marked && value != 0xFF {
            file[at] = value;
            changed.push((at, value));
        }
    }
    format!("coded data changed: {changed:?}")
}

fn change_packed(random: &mut Rng, file: &mut Vec<u8>, parts: &[Part]) -> String {
    let packed: Vec<&Part> = parts.iter().filter(|part| part.name == *b"IDAT").collect();
    let [first, .., last] = packed[..] else { return "too little packed data to change".into() };
    let data: Vec<u8> = packed.iter().flat_map(|part| &file[part.body.clone()]).copied().collect();
    let Ok(mut rows) = decompress_to_vec_zlib_with_limit(&data, 8 << 20) else { return "not to be unpacked".into() };
    let mut changed = Vec::new();
    for _ in 0..random.usize(1..4) {
        if rows.is_empty() {
            break;
        }
        let at = random.usize(..rows.len());
        match random.u8(..8) {
            0 => rows.truncate(at),
            1 => rows.extend_from_within(at..),
            _ => rows[at] = *choice(random, &[0, 1, 2, 3, 4, 5, 0x7F, 0xFF]),
        }
        changed.push(at);
    }
    let mut data = compress_to_vec_zlib(&rows, *choice(random, &[0, 1, 6]));
    let rest = data.split_off(random.usize(..=data.len()));
    file.splice(first.whole.start..last.whole.end, [chunk(b"IDAT", &data), chunk(b"IDAT", &rest)].concat());
    format!("packed rows changed at {changed:?} and packed into {} and {} bytes", data.len(), rest.len())
}

// How files are built.

/// What is moved and changed as one: a segment of a JPEG, what lies between two of them, a chunk of a PNG.
#[derive(Clone, Default)]
struct Part {
    name: [u8; 4],
    whole: Range<usize>,
    /// Where the length of its body is said; nowhere, if it has none.
    length: Range<usize>,
    body: Range<usize>,
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {:?}", self.name.escape_ascii(), self.whole)
    }
}

impl Part {
    /// One that has no length of its own.
    fn bare(name: [u8; 4], whole: Range<usize>) -> Self {
        Self { name, length: whole.start..whole.start, body: whole.clone(), whole }
    }

    /// Whether it says something about others, and has something to be changed.
    fn is_head(&self) -> bool {
        !self.length.is_empty() && !self.body.is_empty() && self.name != *b"IDAT"
    }
}

/// The parts that a file is made of, one after the other and without a gap; of a broken file as far as they can be told.
fn parts(file: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut at = 0;
    while at < file.len() {
        let part = if file.starts_with(PNG_SIGNATURE) {
            png_part(file, at)
        } else if file.starts_with(JPEG_START) {
            jpeg_part(file, at, parts.last())
        } else {
            // Of others only the start is looked at.
            Part::bare(*b"rest", at..file.len())
        };
        at = part.whole.end;
        parts.push(part);
    }
    parts
}

fn png_part(file: &[u8], at: usize) -> Part {
    if at < PNG_SIGNATURE.len() {
        return Part::bare(*b"sign", 0..PNG_SIGNATURE.len());
    }
    let Some(&[l0, l1, l2, l3, n0, n1, n2, n3]) = file[at..].first_chunk::<8>() else {
        return Part::bare(*b"rest", at..file.len());
    };
    let body_end = (at + 8).saturating_add(u32::from_be_bytes([l0, l1, l2, l3]) as usize).min(file.len());
    let end = (body_end + 4).min(file.len());
    Part { name: [n0, n1, n2, n3], whole: at..end, length: at..at + 4, body: at + 8..body_end }
}

fn jpeg_part(file: &[u8], at: usize, before: Option<&Part>) -> Part {
    let is_marker = |at: usize| file[at] == 0xFF && !matches!(file.get(at + 1), None | Some(0x00 | 0xFF));
    let is_coded = before.is_some_and(|before| before.name == jpeg_name(0xDA));
    // Restarts belong to the coded data, which is changed at any place.
    let is_end = |at: &usize| is_marker(*at) && !(is_coded && matches!(file[at + 1], 0xD0..=0xD7));
    if !is_end(&at) {
        let end = (at + 1..file.len()).find(is_end).unwrap_or(file.len());
        return Part::bare(BETWEEN, at..end);
    }
    let marker = file[at + 1];
    let has_body = !matches!(marker, 0x01 | 0xD0..=0xD9);
    let Some(&[high, low]) = file[at + 2..].first_chunk::<2>().filter(|_| has_body) else {
        return Part::bare(jpeg_name(marker), at..at + 2);
    };
    let end = (at + 2 + usize::from(u16::from_be_bytes([high, low]).max(2))).min(file.len());
    Part { name: jpeg_name(marker), whole: at..end, length: at + 2..at + 4, body: at + 4..end }
}

/// Makes every chunk of a PNG have the checksum of what it holds.
fn repair_checksums(file: &mut [u8]) {
    if !file.starts_with(PNG_SIGNATURE) {
        return;
    }
    for Part { whole, body, length, .. } in parts(file) {
        // A chunk that is cut has no room for it.
        if !length.is_empty() && whole.end == body.end + 4 {
            let checksum = crc32(&file[whole.start + 4..body.end]);
            file[body.end..whole.end].copy_from_slice(&checksum.to_be_bytes());
        }
    }
}

/// The checksum of a chunk's name and data (ISO/IEC 15948, annex D).
fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), |crc, _| shift(crc)))
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [name.as_slice(), data].concat();
    [&(data.len() as u32).to_be_bytes(), named.as_slice(), &crc32(&named).to_be_bytes()].concat()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

// Good files to begin with.

fn seeds() -> Vec<Specimen> {
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
    let sequential = include_bytes!("corpus/corpus.jpegs");
    let progressive = include_bytes!("corpus/progressive.jpegs");
    let mut all = read("corpus.jpegs", include_str!("corpus/corpus.tsv"), 5, sequential);
    all.extend(read("progressive.jpegs", include_str!("corpus/progressive.tsv"), 2, progressive));
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
fn png_by_chance(random: &mut Rng) -> Specimen {
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
fn jpeg_by_chance(random: &mut Rng) -> Specimen {
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

fn put_segment(file: &mut Vec<u8>, marker: u8, body: &[u8]) {
    let [high, low] = (body.len() as u16 + 2).to_be_bytes();
    file.extend([0xFF, marker, high, low]);
    file.extend_from_slice(body);
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
