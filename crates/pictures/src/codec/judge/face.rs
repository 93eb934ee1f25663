//! What can be told of a portrait without knowing faces: whether the ground is white, and before a white ground, where the
//! head is.

use crate::PictureFinding;
use crate::codec::Pixels;
use crate::purpose::FACE_WIDTH;

/// A pixel counts as white from this value in its darkest channel. White paper in shadow measures 190 to 210.
const WHITE_LEAST: u8 = 185;
/// And with channels no further apart than this; lamps tint white by up to 30.
const WHITE_TINT: u8 = 36;
/// How much of the border must be white, in percent; loose hair may reach into it.
const WHITE_SHARE: usize = 90;

/// A head with its hair is too small when it is narrower than this, in thousandths of the picture's width. GA 461 wants a
/// face of 207 ± 14 of 358 pixels, which is 540 ‰ at least; a head at three quarters of that is seen to be small. Drawn
/// heads at 58 % of their size are all below, at 75 % none.
const HEAD_LEAST: usize = 400;
/// How far the head's middle may be from the picture's, in thousandths of the width: a hand's tremble is 30, and hair that
/// falls to one side another 50. Drawn heads moved by 140 are all beyond, by 80 none.
const OFF_CENTRE_MOST: usize = 100;

/// The neck is where the silhouette has become narrower than this share of the head, in percent.
const NECK: usize = 88;

pub(super) fn findings(pixels: &Pixels) -> Vec<PictureFinding> {
    let white_percent = white_border_percent(pixels);
    if white_percent < WHITE_SHARE {
        return vec![PictureFinding::BackgroundNotWhite { white_percent: white_percent as u8 }];
    }
    let Some(head) = Head::of(pixels) else { return Vec::new() };
    let width = pixels.width as usize;
    let mut findings = Vec::new();
    if head.width * 1000 < HEAD_LEAST * width {
        findings.push(PictureFinding::HeadTooSmall);
    }
    if (2 * head.middle).abs_diff(width) * 500 > OFF_CENTRE_MOST * width {
        findings.push(PictureFinding::HeadOffCentre);
    }
    findings
}

/// Whether a pixel is as white as the ground should be.
fn is_white([r, g, b]: [u8; 3]) -> bool {
    let (least, most) = (r.min(g).min(b), r.max(g).max(b));
    least >= WHITE_LEAST && most - least <= WHITE_TINT
}

/// How much of the border is white: a strip along the top and down the upper half of both sides, where shoulders do not
/// reach.
fn white_border_percent(pixels: &Pixels) -> usize {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let strip = (width / 20).max(1);
    let (mut white, mut all) = (0, 0);
    for y in 0..height / 2 {
        let row = pixels.row(y);
        for x in (0..width).filter(|&x| y < strip || x < strip || x >= width - strip) {
            all += 1;
            white += usize::from(is_white(row[x]));
        }
    }
    white * 100 / all.max(1)
}

/// A head's silhouette before a white ground.
#[derive(Clone, Copy)]
struct Head {
    /// Pixels across, where it is widest.
    width: usize,
    /// Pixels from the left edge.
    middle: usize,
}

impl Head {
    /// Followed from its top down to where it narrows to the neck. `None` where there is none, or where hair hides the
    /// neck, so that head and shoulders can't be told apart.
    fn of(pixels: &Pixels) -> Option<Self> {
        // Specks and single hairs are narrower.
        let least = FACE_WIDTH as usize / 20;
        let spans = (0..pixels.height as usize).map(|y| span(pixels.row(y)));
        let mut head: Option<Self> = None;
        for (left, right) in spans.skip_while(|(left, right)| right.saturating_sub(*left) < least) {
            let width = right.saturating_sub(left);
            match &head {
                Some(head) if width * 100 < head.width * NECK => return Some(*head),
                Some(head) if width <= head.width => {}
                _ => head = Some(Self { width, middle: usize::midpoint(left, right) }),
            }
        }
        None
    }
}

/// From the first to behind the last pixel that is not white, such as stand in threes, so that noise is none.
fn span(row: &[[u8; 3]]) -> (usize, usize) {
    let solid = |three: &[[u8; 3]]| !three.iter().any(|&pixel| is_white(pixel));
    let left = row.windows(3).position(solid);
    let right = row.windows(3).rposition(solid);
    left.zip(right).map_or((0, 0), |(left, right)| (left, right + 3))
}
