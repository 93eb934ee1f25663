//! What is noticed in a reduced, upright picture. All of it is advice: a person looks at the picture afterwards, so
//! thresholds are set where a person would agree, not where the last doubtful case is caught.

mod card;
mod face;
mod framing;
mod texture;

pub(super) use framing::{framing, lying};
use texture::TILE;
pub(super) use texture::Texture;

use super::grey::Grey;
use super::picture::Picture;
use crate::purpose::per_mille;
use crate::{PictureError, PictureFinding, Purpose, Region};

/// Brightness that 98 % of the pixels stay below. A white card in a dim room still reaches it at half the exposure.
const DARK_TOP: u8 = 95;

/// A picture is washed out when a quarter of it, which may be all that the document covers, is at least this bright …
const BRIGHT_UPPER: u8 = 250;
/// … and not even 2 % are darker than this; black print keeps a scan well below. With both, five of six
/// washed-out pictures are noticed, and none of 284 others.
const BRIGHT_BOTTOM: u8 = 160;

/// Brightness from which a sensor holds nothing but light.
const CLIPPED: u8 = 252;
/// A mirrored light is a patch in a picture that is not white itself: with the middle brightness above this, white is
/// the paper.
const GLARE_MIDDLE: u8 = 215;
/// Smaller patches cover a character or two (‰ of the picture); one of 2 ‰ hides a third of an identity number …
const GLARE_LEAST: usize = 2;
/// … and larger ones are a page in full light. All of 30 mirrored lamps between are noticed, and of 260 other pictures a
/// washed-out one.
const GLARE_MOST: usize = 250;

/// What was noticed at the first look.
pub(super) struct Judged {
    pub(super) findings: Vec<PictureFinding>,
    /// What can be seen in a picture that is lit and sharp. In any other, edges and print are not found, and light helps
    /// first.
    pub(super) seen: Option<Texture>,
}

/// Looks at how a picture is lit, how sharp it is, and what else its purpose asks of it.
///
/// # Errors
/// [`PictureError::OutOfMemory`].
pub(super) fn judge(picture: &Picture, purpose: Purpose) -> Result<Judged, PictureError> {
    let grey = &picture.grey;
    let light = Light::of(grey);
    let mut findings = Vec::new();
    let mut seen = None;
    if light.top < DARK_TOP {
        findings.push(PictureFinding::TooDark);
    } else {
        // In the dark noise and motion look alike; light helps against both.
        seen = Some(Texture::of(grey)).filter(|texture| !texture.is_blurred(purpose));
        findings.extend(seen.is_none().then_some(PictureFinding::Blurred));
    }
    let is_washed_out = light.upper >= BRIGHT_UPPER && light.bottom >= BRIGHT_BOTTOM;
    if is_washed_out {
        findings.push(PictureFinding::TooBright);
    }
    if purpose.is_document() {
        let glare = (light.middle <= GLARE_MIDDLE && !is_washed_out).then(|| glare(grey)).flatten();
        findings.extend(glare.map(|region| PictureFinding::Glare { region }));
    } else {
        findings.extend(face::findings(&picture.to_pixels()?));
    }
    Ok(Judged { findings, seen })
}

/// How brightness is distributed.
struct Light {
    /// 2 % of the pixels are darker.
    bottom: u8,
    /// Half of the pixels are darker.
    middle: u8,
    /// Three quarters of the pixels are darker.
    upper: u8,
    /// 98 % of the pixels are darker.
    top: u8,
}

impl Light {
    fn of(grey: &Grey) -> Self {
        // Every fourth row says as much. Two counts take turns, so that equal neighbours need not wait for each other.
        let mut counts = [[0_usize; 256]; 2];
        grey.luma.chunks(grey.width.max(1)).step_by(4).for_each(|row| count(row, &mut counts));
        let [even, odd] = counts;
        let counts: [usize; 256] = std::array::from_fn(|value| even[value] + odd[value]);
        let all: usize = counts.iter().sum();
        let below = |percent: usize| {
            let mut left = all * percent / 100;
            let found = counts.iter().position(|&count| {
                let here = left < count;
                left = left.saturating_sub(count);
                here
            });
            found.unwrap_or(255) as u8
        };
        Self { bottom: below(2), middle: below(50), upper: below(75), top: below(98) }
    }
}

/// Counts the values of a row. A call for each, see [`PIECE`](super::PIECE).
#[inline(never)]
fn count(row: &[u8], counts: &mut [[usize; 256]; 2]) {
    let (pairs, rest) = row.as_chunks::<2>();
    for &[one, other] in pairs {
        counts[0][usize::from(one)] += 1;
        counts[1][usize::from(other)] += 1;
    }
    rest.iter().for_each(|&value| counts[0][usize::from(value)] += 1);
}

/// The box around all clipped tiles, if they are as many as a mirrored light covers.
fn glare(grey: &Grey) -> Option<Region> {
    // Half a tile is fine enough to see the patch and coarse enough to pass over white gaps between characters.
    const SIDE: usize = TILE / 2;
    let (across, down) = (grey.width / SIDE, grey.height / SIDE);
    let clipped = |x: usize, y: usize| {
        (y * SIDE..(y + 1) * SIDE).all(|row| grey.row(row)[x * SIDE..(x + 1) * SIDE].iter().all(|&v| v >= CLIPPED))
    };
    let mut count = 0;
    let (mut left, mut top, mut right, mut bottom) = (across, down, 0, 0);
    for y in 0..down {
        for x in (0..across).filter(|&x| clipped(x, y)) {
            count += 1;
            (left, right) = (left.min(x), right.max(x + 1));
            (top, bottom) = (top.min(y), bottom.max(y + 1));
        }
    }
    let share = count * 1000 / (across * down).max(1);
    let part = |tiles: usize, side: usize| per_mille((tiles * SIDE) as u32, side as u32);
    (GLARE_LEAST..=GLARE_MOST).contains(&share).then(|| Region {
        left: part(left, grey.width),
        top: part(top, grey.height),
        width: part(right - left, grey.width),
        height: part(bottom - top, grey.height),
    })
}
