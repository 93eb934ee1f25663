//! What is asked of a file, and what must hold of what comes of it.

use std::{
    collections::BTreeSet,
    panic,
    sync::{
        Arc, Mutex,
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::Duration,
};

use fastrand::Rng;
use pictures::{
    Corners, Fit, Kind, PictureError, PictureFinding, Point, Prepared, Purpose, Region, THUMBNAIL_SIDE, cut, fit,
    header::{self, Header, Orientation},
    prepare, propose, recheck, thumbnail,
};

use crate::{
    LARGE, LIMITS, choice,
    parts::{jpeg_name, parts},
};

/// What takes longer has no end, however busy the machine is.
const ENDLESS: Duration = Duration::from_secs(120);

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
pub(crate) struct Outcome {
    /// [`TAKEN`], or the code of the refusal.
    pub(crate) code: &'static str,
    /// Outcomes that differ here are worth keeping a file each.
    pub(crate) guide: String,
}

pub(crate) const TAKEN: &str = "taken";

/// Tasks for a file, by chance: those that have something to do with one of its size.
fn tasks(random: &mut Rng, file: &[u8]) -> Vec<Task> {
    let pixels = header::read(file).map_or(0, |header| u64::from(header.width) * u64::from(header.height));
    let purpose = *choice(random, &[Purpose::Document, Purpose::PortraitSide, Purpose::EmblemSide, Purpose::Face]);
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
pub(crate) struct Judge {
    /// Files, each with the chance that tasks come from.
    files: Sender<(Vec<u8>, u64)>,
    verdicts: Receiver<Result<Vec<Outcome>, String>>,
    /// What is done now.
    doing: Arc<Mutex<String>>,
}

impl Judge {
    pub(crate) fn new() -> Self {
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
    pub(crate) fn ask(&self, file: &[u8], chance: u64) -> Result<Vec<Outcome>, String> {
        self.files.send((file.to_vec(), chance)).expect("a thread that judges");
        let verdict = self.verdicts.recv_timeout(ENDLESS).unwrap_or_else(|_| Err("it doesn't end".into()));
        verdict.map_err(|why| format!("{}: {why}", self.doing.lock().expect("nobody panics who holds it")))
    }
}

/// Gives a file to a task and says what came of it, or what is wrong with that; `closely` where it may take longer.
fn judge(file: &[u8], task: &Task, closely: bool) -> Result<Outcome, String> {
    let header = header::read(file);
    let is_refused = header::check_announced(file, file.len() as u64, &LIMITS).is_err();
    let is_turned = header::webp_orientation(file) != Orientation::Upright;
    if (is_refused || is_turned) && !Kind::of(file).is_some_and(Kind::is_left_to_browsers) {
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
            let is_right = if purpose.is_document() {
                short >= least_width && (long <= 2_000 || short == least_width)
            } else {
                size == (least_width, least_height)
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
