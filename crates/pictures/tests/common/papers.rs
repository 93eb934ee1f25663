//! What documents look like, by the millimetre. None is a copy of a real one: they have its shapes and its contrasts.

use pictures::Purpose;

use super::Part;

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A page of print, A4, such as a lease.
    Page,
    /// A page with a form's rules and little print.
    Form,
    /// An identity card, the side with the portrait.
    CardFront,
    /// An identity card, the side with the emblem.
    CardBack,
    /// A certificate with a frame printed near its edge, lying crosswise.
    Certificate,
    /// A dark cover, as of a passport or of a certificate of property.
    Cover,
}

impl Paper {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Page, Self::Form, Self::CardFront, Self::CardBack, Self::Certificate, Self::Cover];

    /// Width and height in millimetres.
    pub const fn size(self) -> (f64, f64) {
        match self {
            Self::Page | Self::Form => (210.0, 297.0),
            Self::CardFront | Self::CardBack => (85.6, 53.98),
            Self::Certificate => (297.0, 210.0),
            Self::Cover => (88.0, 125.0),
        }
    }

    /// What it is photographed for.
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::CardFront => Purpose::PortraitSide,
            Self::CardBack => Purpose::EmblemSide,
            Self::Page | Self::Form | Self::Certificate | Self::Cover => Purpose::Document,
        }
    }

    /// The colour at a place, in millimetres from the upper left corner; `None` beside the document.
    pub fn colour(self, x: f64, y: f64) -> Option<[f64; 3]> {
        let (width, height) = self.size();
        let round = match self {
            Self::CardFront | Self::CardBack | Self::Cover => 3.2,
            Self::Page | Self::Form | Self::Certificate => 0.3,
        };
        // How far the place is inside of the rounded rectangle, negative outside.
        let (from_x, from_y) = (x.min(width - x), y.min(height - y));
        let in_corner = from_x < round && from_y < round;
        if from_x < 0.0 || from_y < 0.0 || in_corner && (round - from_x).hypot(round - from_y) > round {
            return None;
        }
        Some(match self {
            Self::Page => ink([238.0, 237.0, 233.0], text((x, y), (width, height), 22.0, 3.7)),
            Self::Form => {
                let rule = |at: f64, from: f64, step: f64| ((at - from).rem_euclid(step) < 0.4) as u8 == 1;
                let inside = from_x > 18.0 && from_y > 40.0;
                let ruled = inside && (rule(y, 40.0, 15.5) || rule(x, 18.0, 58.0));
                let filled = inside && (x - 18.0).rem_euclid(58.0) > 4.0 && text((x, y), (width, height), 24.0, 4.2);
                ink([236.0, 236.0, 230.0], ruled || filled && ((y / 15.5) as u32).is_multiple_of(3))
            }
            Self::CardFront => {
                let is_portrait = x > 54.0 && x < 80.0 && y > 8.0 && y < 40.0;
                match super::person_at((x - 67.0) / 26.0, (y - 8.0) / 32.0).filter(|_| is_portrait) {
                    Some(Part::Hair | Part::Eye) => [44.0, 40.0, 40.0],
                    Some(Part::Skin) => [205.0, 165.0, 140.0],
                    // Red, which is what could be taken for the emblem.
                    Some(Part::Clothes) => [150.0, 36.0, 44.0],
                    None => ink([214.0, 226.0, 232.0], x < 52.0 && text((x, y), (54.0, height), 6.0, 3.0)),
                }
            }
            Self::CardBack => {
                let from = (x - 16.0, y - 15.0);
                if from.0.hypot(from.1 * 0.94) < 7.0 {
                    // Red, with lines of gold.
                    let is_gold = (from.0.atan2(from.1) * 9.0).rem_euclid(2.0) < 0.6;
                    if is_gold { [224.0, 176.0, 120.0] } else { [190.0, 62.0, 48.0] }
                } else {
                    ink([222.0, 224.0, 214.0], x > 28.0 && text((x, y), (width, height), 8.0, 3.6))
                }
            }
            Self::Certificate => {
                let frame = (from_x.min(from_y) - 12.0).abs() < 1.4 || (from_x.min(from_y) - 16.0).abs() < 0.4;
                if frame {
                    [168.0, 40.0, 42.0]
                } else {
                    ink([242.0, 234.0, 214.0], text((x, y), (width, height), 34.0, 5.0))
                }
            }
            Self::Cover => {
                let gold = (x - 44.0).hypot(y - 48.0) < 15.0
                    || (82.0..90.0).contains(&y) && text((x, y), (width, height), 20.0, 7.0);
                if gold { [196.0, 164.0, 92.0] } else { [112.0, 26.0, 34.0] }
            }
        })
    }
}

fn ink(paper: [f64; 3], printed: bool) -> [f64; 3] {
    if printed { [48.0, 46.0, 50.0] } else { paper }
}

/// Whether characters of this size, in lines between margins, have a stroke here.
fn text((x, y): (f64, f64), (width, height): (f64, f64), margin: f64, size: f64) -> bool {
    if x < margin || x > width - margin || y < margin || y > height - margin {
        return false;
    }
    let (pitch, line) = (size * 1.12, size * 1.75);
    let (column, row) = (((x - margin) / pitch) as u32, ((y - margin) / line) as u32);
    let (in_x, in_y) = ((x - margin) % pitch / size, (y - margin) % line / size);
    let character = super::hash(column, row);
    // Some gaps between words, and some lines that end a paragraph.
    if in_x > 1.0 || in_y > 1.0 || character.is_multiple_of(11) || column > 8 + super::hash(row, 77) % 60 {
        return false;
    }
    let stroke = |at: f64, nth: u32| (at - 0.06 - 0.4 * f64::from(nth)).abs() < 0.055;
    (0..3).any(|nth| character >> nth & 1 == 1 && stroke(in_y, nth))
        || (0..3).any(|nth| character >> (nth + 3) & 1 == 1 && stroke(in_x, nth))
}
