//! What moving a handle does to the corners, without a screen.

use pictures::{Corners, Point};

/// What can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// One of the four corners, clockwise from the upper left one.
    Corner(usize),
    /// The frame as a whole.
    Frame,
    /// The frame's lower right corner, by which its size is changed.
    Size,
}

/// What is cut out of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cut {
    /// A document, between four corners of its own.
    Document,
    /// A rectangle of one shape.
    Frame {
        /// Width over height of the frame, on a picture that is as wide as it is high.
        ratio: f32,
        /// The least width, as a share of the picture's.
        least: f32,
    },
}

impl Cut {
    /// What everything begins with where nothing is proposed: nearly all of the picture, or as much as the frame takes.
    pub fn start(self) -> Corners {
        match self {
            Self::Document => Corners::rectangle(0.06, 0.06, 0.94, 0.94),
            Self::Frame { ratio, .. } => {
                let width = ratio.min(1.0);
                framed((1.0 - width) / 2.0, (1.0 - width / ratio) / 2.0, width, ratio)
            }
        }
    }

    /// The corners once a grip is moved by parts of the picture's width and height; `None` where it can't be there.
    pub fn moved(self, corners: Corners, grip: Grip, by: (f32, f32)) -> Option<Corners> {
        Some(match (self, grip) {
            (Self::Document, Grip::Corner(nth)) => {
                let mut all = corners.clockwise();
                if let Some(corner) = all.get_mut(nth) {
                    *corner = Point { x: (corner.x + by.0).clamp(0.0, 1.0), y: (corner.y + by.1).clamp(0.0, 1.0) };
                }
                let moved = Corners::from_clockwise(all);
                return moved.check().is_ok().then_some(moved);
            }
            (Self::Frame { ratio, .. }, Grip::Frame) => {
                let (at, width) = (corners.top_left, corners.top_right.x - corners.top_left.x);
                let room = (1.0 - width, 1.0 - width / ratio);
                framed(
                    (at.x + by.0).clamp(0.0, room.0.max(0.0)),
                    (at.y + by.1).clamp(0.0, room.1.max(0.0)),
                    width,
                    ratio,
                )
            }
            (Self::Frame { ratio, least }, Grip::Size) => {
                let (at, width) = (corners.top_left, corners.top_right.x - corners.top_left.x);
                // Whichever way the finger goes more.
                let wider = if by.0.abs() > (by.1 * ratio).abs() { by.0 } else { by.1 * ratio };
                let most = (1.0 - at.x).min((1.0 - at.y) * ratio);
                framed(at.x, at.y, (width + wider).max(least).min(most), ratio)
            }
            _ => return None,
        })
    }

    /// The frame grown by a part of the picture's width around its middle, as far as the picture allows.
    pub fn sized(self, corners: Corners, by: f32) -> Corners {
        let Self::Frame { ratio, least } = self else { return corners };
        let (at, width) = (corners.top_left, corners.top_right.x - corners.top_left.x);
        let wider = (width + by).max(least).min(ratio.min(1.0));
        let (left, top) = (at.x + (width - wider) / 2.0, at.y + (width - wider) / ratio / 2.0);
        let within = |at: f32, length: f32| at.clamp(0.0, (1.0 - length).max(0.0));
        framed(within(left, wider), within(top, wider / ratio), wider, ratio)
    }
}

fn framed(left: f32, top: f32, width: f32, ratio: f32) -> Corners {
    // Sums of fractions may miss the edge by less than a pixel.
    Corners::rectangle(left, top, (left + width).min(1.0), (top + width / ratio).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Cut = Cut::Frame { ratio: 0.6, least: 0.3 };

    fn near(a: Corners, b: Corners) -> bool {
        a.clockwise().into_iter().zip(b.clockwise()).all(|(a, b)| (a.x - b.x).hypot(a.y - b.y) < 1e-5)
    }

    #[test]
    fn a_corner_goes_where_it_is_moved_and_stays_in_the_picture() {
        let moved = Cut::Document.moved(Corners::WHOLE, Grip::Corner(0), (0.25, 0.125)).unwrap();
        assert_eq!(moved.top_left, Point { x: 0.25, y: 0.125 });
        assert_eq!(Cut::Document.moved(moved, Grip::Corner(0), (-1.0, -1.0)), Some(Corners::WHOLE));
    }

    #[test]
    fn a_corner_does_not_cross_the_other_sides() {
        let corners = Corners::rectangle(0.25, 0.25, 0.75, 0.75);
        assert_eq!(Cut::Document.moved(corners, Grip::Corner(0), (0.75, 0.0)), None);
        assert_eq!(Cut::Document.moved(corners, Grip::Frame, (0.1, 0.1)), None);
    }

    #[test]
    fn a_frame_begins_as_large_as_the_picture_allows_and_in_its_middle() {
        assert!(near(FACE.start(), Corners::rectangle(0.2, 0.0, 0.8, 1.0)));
        let flat = Cut::Frame { ratio: 2.0, least: 0.1 };
        assert!(near(flat.start(), Corners::rectangle(0.0, 0.25, 1.0, 0.75)));
        assert_eq!(FACE.start().check(), Ok(()));
    }

    #[test]
    fn a_frame_keeps_its_shape_when_it_is_moved_and_sized() {
        let small = FACE.sized(FACE.start(), -0.24);
        assert!(near(small, Corners::rectangle(0.32, 0.2, 0.68, 0.8)));
        let moved = FACE.moved(small, Grip::Frame, (0.5, -0.5)).unwrap();
        assert!(near(moved, Corners::rectangle(0.64, 0.0, 1.0, 0.6)));
        let wider = FACE.moved(small, Grip::Size, (0.06, 0.0)).unwrap();
        assert!(near(wider, Corners::rectangle(0.32, 0.2, 0.74, 0.9)));
        assert!(near(FACE.moved(small, Grip::Size, (0.9, 0.9)).unwrap(), Corners::rectangle(0.32, 0.2, 0.8, 1.0)));
    }

    #[test]
    fn a_frame_is_never_smaller_than_the_print_and_never_larger_than_the_picture() {
        let least = FACE.sized(FACE.start(), -1.0);
        assert!((least.top_right.x - least.top_left.x - 0.3).abs() < 1e-5);
        assert!(near(FACE.sized(least, 5.0), FACE.start()));
    }
}
