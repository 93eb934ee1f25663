//! Which side of an identity card is seen, and which way up, by its colours alone: one side has the national emblem on its
//! upper left, in red, the other the portrait on its right, with skin and hair. Where both or neither seem to be there,
//! nothing is said: copies are grey, and light has colours, too.

use super::super::picture::Picture;
use super::super::projection::Projection;
use super::super::select;
use crate::Purpose;
use crate::corners::{Corners, Point};

/// An identity card as it lies in a picture.
pub(super) struct Card {
    /// The side that is seen.
    pub(super) side: Purpose,
    /// By how many quarters it is turned.
    pub(super) quarters: usize,
}

/// Where the card is looked at: so many places across and down, which makes them as far apart in both directions.
const ACROSS: usize = 48;
const DOWN: usize = 30;

/// Long side over short one of what may be a card: 85.6 over 53.98 mm (ISO/IEC 7810 ID-1), as askew as a hand holds it.
const LEAST_RATIO: f32 = 1.2;
const MOST_RATIO: f32 = 2.1;

/// Brightness of a card's ground in good light. Less light makes colours fainter in the same measure.
const LIT: f32 = 215.0;

/// A part of a card, in hundredths of its width and height.
struct Part {
    across: (usize, usize),
    down: (usize, usize),
}

impl Part {
    /// Whether the place with this number is in it.
    fn holds(&self, at: usize) -> bool {
        let (across, down) = (at % ACROSS * 100 / ACROSS, at / ACROSS * 100 / DOWN);
        (self.across.0..self.across.1).contains(&across) && (self.down.0..self.down.1).contains(&down)
    }
}

/// Around the emblem.
const EMBLEM: Part = Part { across: (5, 32), down: (6, 52) };
/// Around the portrait.
const PORTRAIT: Part = Part { across: (62, 96), down: (12, 84) };

/// How many of the places around the emblem are red at least, in percent, and how many of the others at most, which may be a
/// ground that is seen beside the card. Drawn emblems, in the light of lamps too, reach 10 to 27, and other sides stay
/// below 3.
const RED_LEAST: usize = 10;
const RED_ELSEWHERE: usize = 4;
/// The same of skin around the portrait; fingers may hold the card. Drawn faces reach 17 to 21, and a faint emblem, which
/// looks like skin to a part, 10.
const SKIN_LEAST: usize = 12;
const SKIN_ELSEWHERE: usize = 6;
/// A face is seven or eight places wide, and at least in so many of them hair ends above it.
const HAIRLINE_LEAST: usize = 3;

/// What is at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Colour {
    Red,
    Skin,
    Dark,
    Other,
}

/// The card between these corners, as far as its colours tell.
pub(super) fn seen(picture: &Picture, corners: &Corners) -> Option<Card> {
    let size = (picture.grey.width as f32, picture.grey.height as f32);
    let mut corners = corners.clockwise().map(|Point { x, y }| (x * size.0, y * size.1));
    let side = |from: usize, to: usize| (corners[to].0 - corners[from].0).hypot(corners[to].1 - corners[from].1);
    let ratio = (side(0, 1) + side(3, 2)) / (side(0, 3) + side(1, 2));
    if !(LEAST_RATIO..=MOST_RATIO).contains(&ratio.max(1.0 / ratio)) {
        return None;
    }
    // Its long side lies across, from its own upper left corner or from the opposite one.
    let upright = usize::from(ratio < 1.0);
    corners.rotate_left(upright);
    let colours = colours(picture, corners);
    let turned: Vec<Colour> = colours.iter().rev().copied().collect();
    let found = |side, is_it: fn(&[Colour]) -> bool| match [&colours, &turned].map(|colours| is_it(colours)) {
        [true, false] => Some(Card { side, quarters: upright }),
        [false, true] => Some(Card { side, quarters: upright + 2 }),
        _ => None,
    };
    // Red clothes are where an emblem would be that stands on its head: where there is a face, there is none, whether its hair
    // is seen or not.
    let has_face = [&colours, &turned].into_iter().any(|colours| skin(colours)[0] >= SKIN_LEAST);
    if has_face { found(Purpose::PortraitSide, is_portrait) } else { found(Purpose::EmblemSide, is_emblem) }
}

fn is_emblem(colours: &[Colour]) -> bool {
    let [within, elsewhere] = shares(colours, &EMBLEM, Colour::Red);
    within >= RED_LEAST && elsewhere <= RED_ELSEWHERE
}

fn is_portrait(colours: &[Colour]) -> bool {
    let [within, elsewhere] = skin(colours);
    within >= SKIN_LEAST && elsewhere <= SKIN_ELSEWHERE && hairline(colours) >= HAIRLINE_LEAST
}

fn skin(colours: &[Colour]) -> [usize; 2] {
    shares(colours, &PORTRAIT, Colour::Skin)
}

/// In how many columns of the portrait there is skin right below hair.
fn hairline(colours: &[Colour]) -> usize {
    let is_there = |at: usize| {
        // What lies between is of both.
        let below = colours.get(at + 2 * ACROSS);
        colours[at] == Colour::Dark && below == Some(&Colour::Skin) && PORTRAIT.holds(at)
    };
    (0..ACROSS).filter(|across| (0..DOWN).any(|down| is_there(down * ACROSS + across))).count()
}

/// How many places in a part of the card are of this colour, and how many of the others, in percent.
#[inline(never)]
fn shares(colours: &[Colour], part: &Part, colour: Colour) -> [usize; 2] {
    let mut counts = [(0, 0); 2];
    for (at, &seen) in colours.iter().enumerate() {
        let (all, such) = &mut counts[usize::from(!part.holds(at))];
        *all += 1;
        *such += usize::from(seen == colour);
    }
    counts.map(|(all, such)| such * 100 / all.max(1))
}

/// The colours of all places, row by row, beside those of the card's ground.
fn colours(picture: &Picture, corners: [(f32, f32); 4]) -> Vec<Colour> {
    let projection = Projection::onto(corners.map(|(x, y)| (f64::from(x), f64::from(y))));
    let (width, height) = (picture.grey.width, picture.grey.height);
    let (of_colours, _) = Picture::colour_size(width, height);
    let mut seen = Vec::with_capacity(ACROSS * DOWN);
    for at in 0..ACROSS * DOWN {
        let part = |at: usize, all: usize| (at as f64 + 0.5) / all as f64;
        let (x, y) = projection.at(part(at % ACROSS, ACROSS), part(at / ACROSS, DOWN));
        let (x, y) = ((x as usize).min(width - 1), (y as usize).min(height - 1));
        let colour = y / 2 * of_colours + x / 2;
        let [cb, cr] = [picture.colours[0][colour], picture.colours[1][colour]];
        seen.push([picture.grey.luma[y * width + x], cb, cr].map(f32::from));
    }
    let [light, cb, cr] = [0, 1, 2].map(|channel| middle(&seen, channel));
    let lit = LIT / light.max(1.0);
    seen.iter().map(|place| Colour::of(place[0] * lit, (place[1] - cb) * lit, (place[2] - cr) * lit)).collect()
}

/// The value that half of the places have less of.
#[inline(never)]
fn middle(places: &[[f32; 3]], channel: usize) -> f32 {
    let mut values: Vec<f32> = places.iter().map(|place| place[channel]).collect();
    select::nth(&mut values, places.len() / 2)
}

impl Colour {
    /// Of a place this bright, and by so much bluer and redder than the ground, all in good light.
    fn of(light: f32, blue: f32, red: f32) -> Self {
        if red >= 34.0 {
            Self::Red
        } else if red >= 8.0 && blue <= -5.0 && light >= 0.3 * LIT {
            Self::Skin
        } else if light < 0.45 * LIT {
            Self::Dark
        } else {
            Self::Other
        }
    }
}
