//! The four corners of a document in a picture.

use serde::{Deserialize, Serialize};

/// Corners must enclose at least this share of the picture: a smaller piece has too few pixels to be read, and is where
/// a finger slipped.
const LEAST_AREA: f32 = 0.01;

/// Twice the area, as a share of the picture, of the triangle that each corner makes with its neighbours: below this,
/// three corners lie as good as on a line, and what is straightened from there is a smear.
const LEAST_BEND: f32 = 0.002;

/// A place in a picture, in fractions of its width and height from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// 0 at the left edge, 1 at the right one.
    pub x: f32,
    /// 0 at the upper edge, 1 at the lower one.
    pub y: f32,
}

/// The corners of a document in an upright picture, named as on the document: whoever holds it the right way sees its
/// `top_left` on the upper left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each name says all there is to say")]
pub struct Corners {
    pub top_left: Point,
    pub top_right: Point,
    pub bottom_right: Point,
    pub bottom_left: Point,
}

/// Why nothing can be cut out between four corners.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CornersError {
    /// A corner is not in the picture.
    #[error("a corner lies outside of the picture")]
    Outside,
    /// The sides cross each other, bend inwards, or run the wrong way around.
    #[error("the sides cross or bend inwards")]
    Crossed,
    /// They lie too close together.
    #[error("the corners enclose too little of the picture")]
    TooSmall,
}

impl Corners {
    /// The whole picture.
    pub const WHOLE: Self = Self::rectangle(0.0, 0.0, 1.0, 1.0);

    /// The corners of an upright rectangle, by its edges.
    #[must_use]
    pub const fn rectangle(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self {
            top_left: Point { x: left, y: top },
            top_right: Point { x: right, y: top },
            bottom_right: Point { x: right, y: bottom },
            bottom_left: Point { x: left, y: bottom },
        }
    }

    /// Clockwise, from the upper left one.
    #[must_use]
    pub const fn clockwise(&self) -> [Point; 4] {
        [self.top_left, self.top_right, self.bottom_right, self.bottom_left]
    }

    /// From four points in the order of [`clockwise`](Self::clockwise).
    #[must_use]
    pub const fn from_clockwise([top_left, top_right, bottom_right, bottom_left]: [Point; 4]) -> Self {
        Self { top_left, top_right, bottom_right, bottom_left }
    }

    /// Refuses corners between which nothing can be cut out.
    ///
    /// # Errors
    /// [`CornersError`].
    pub fn check(&self) -> Result<(), CornersError> {
        let corners = self.clockwise();
        // What is not a number is not within, either.
        let within = |value: f32| (0.0..=1.0).contains(&value);
        if !corners.iter().all(|corner| within(corner.x) && within(corner.y)) {
            return Err(CornersError::Outside);
        }
        if self.area() < LEAST_AREA {
            // Sides that cross enclose as much on the one side as on the other.
            return Err(if self.bends().iter().all(|&bend| bend >= 0.0) {
                CornersError::TooSmall
            } else {
                CornersError::Crossed
            });
        }
        if self.bends().iter().any(|&bend| bend < LEAST_BEND) {
            return Err(CornersError::Crossed);
        }
        Ok(())
    }

    /// The share of the picture that they enclose; negative where they run counter-clockwise.
    #[must_use]
    pub fn area(&self) -> f32 {
        let corners = self.clockwise();
        (0..4).map(|at| cross(corners[at], corners[(at + 1) % 4])).sum::<f32>() / 2.0
    }

    /// At each corner how far the way turns to the right, as twice the area of the triangle with its neighbours.
    fn bends(&self) -> [f32; 4] {
        let corners = self.clockwise();
        [0, 1, 2, 3].map(|at| {
            let (before, here, after) = (corners[(at + 3) % 4], corners[at], corners[(at + 1) % 4]);
            let along = |from: Point, to: Point| Point { x: to.x - from.x, y: to.y - from.y };
            cross(along(before, here), along(here, after))
        })
    }
}

const fn cross(a: Point, b: Point) -> f32 {
    a.x * b.y - a.y * b.x
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corners(at: [(f32, f32); 4]) -> Corners {
        Corners::from_clockwise(at.map(|(x, y)| Point { x, y }))
    }

    #[test]
    fn corners_of_a_tilted_document_are_taken() {
        assert_eq!(corners([(0.2, 0.1), (0.9, 0.2), (0.8, 0.9), (0.1, 0.8)]).check(), Ok(()));
        assert_eq!(Corners::WHOLE.check(), Ok(()));
        assert!((Corners::rectangle(0.25, 0.0, 0.75, 0.5).area() - 0.25).abs() < 1e-6);
    }

    #[test]
    fn a_corner_outside_of_the_picture_is_refused() {
        for x in [-0.01, 1.01, f32::NAN, f32::INFINITY] {
            let outside = corners([(x, 0.1), (0.9, 0.2), (0.8, 0.9), (0.1, 0.8)]);
            assert_eq!(outside.check(), Err(CornersError::Outside), "{x}");
        }
    }

    #[test]
    fn sides_that_cross_bend_inwards_or_run_backwards_are_refused() {
        let crossed = corners([(0.9, 0.1), (0.1, 0.1), (0.9, 0.9), (0.1, 0.9)]);
        let inwards = corners([(0.1, 0.1), (0.9, 0.1), (0.3, 0.3), (0.1, 0.9)]);
        let backwards = corners([(0.9, 0.1), (0.1, 0.1), (0.1, 0.9), (0.9, 0.9)]);
        for (corners, what) in [(crossed, "crossed"), (inwards, "inwards"), (backwards, "backwards")] {
            assert_eq!(corners.check(), Err(CornersError::Crossed), "{what}");
        }
    }

    #[test]
    fn corners_on_a_line_or_in_one_place_are_refused() {
        assert_eq!(corners([(0.5, 0.5); 4]).check(), Err(CornersError::TooSmall));
        assert_eq!(Corners::rectangle(0.4, 0.4, 0.45, 0.45).check(), Err(CornersError::TooSmall));
        let flat = corners([(0.1, 0.1), (0.5, 0.1), (0.9, 0.1), (0.1, 0.9)]);
        assert_eq!(flat.check(), Err(CornersError::Crossed));
    }
}
