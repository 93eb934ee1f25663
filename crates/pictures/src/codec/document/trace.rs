//! Where there are edges along a line. Each line is gone along once, and any part of it is looked up then.

use super::edges::Edges;
use super::lines::Line;

/// Corners are round, and two edges meet there: so many pixels of a side next to them are not asked for.
const CORNER: f32 = 3.0;
/// A side of which fewer pixels are in the picture tells nothing.
const LEAST_LENGTH: usize = 8;
/// How far beyond a corner, in pixels, a side must not go on: clear of the corner itself, and as far as a tenth of the side.
const BEYOND_FROM: f32 = 4.0;
const BEYOND_TO: (f32, f32) = (6.0, 24.0);

/// The pixels along a line, counted from its beginning up to each of them.
pub(super) struct Trace {
    /// Along the line.
    direction: (f32, f32),
    /// How far along the line the first one is, from its place next to the origin.
    start: f32,
    counts: Vec<Counts>,
}

/// How many pixels there are up to a place.
#[derive(Clone, Copy, Default)]
struct Counts {
    /// In the picture.
    all: u16,
    /// On an edge across which it becomes brighter along the normal.
    rising: u16,
    /// On an edge across which it becomes darker.
    falling: u16,
}

impl Trace {
    /// Goes along a line from one edge of the picture to the other.
    pub(super) fn of(edges: &Edges, line: &Line) -> Self {
        let direction = (-line.normal.1, line.normal.0);
        // No place of the picture is further along a line.
        let far = (edges.width + edges.height) as f32;
        let inside =
            |x: f32, y: f32| x >= 1.0 && y >= 1.0 && x < edges.width as f32 - 1.0 && y < edges.height as f32 - 1.0;
        let mut counts = Vec::with_capacity(2 * far as usize + 2);
        let mut now = Counts::default();
        counts.push(now);
        for step in 0..=2 * far as usize {
            let along = step as f32 - far;
            let x = line.offset * line.normal.0 + along * direction.0;
            let y = line.offset * line.normal.1 + along * direction.1;
            if inside(x, y) {
                now.all += 1;
                match edges.across(x, y, line.normal) {
                    1 => now.rising += 1,
                    -1 => now.falling += 1,
                    _ => {}
                }
            }
            counts.push(now);
        }
        Self { direction, start: -far, counts }
    }

    /// The share of a part of the line along which there is an edge of one sense, and the same for its continuation beyond
    /// both ends.
    pub(super) fn support(&self, from: (f32, f32), to: (f32, f32)) -> (f32, f32) {
        let along = |at: (f32, f32)| at.0 * self.direction.0 + at.1 * self.direction.1;
        let (one, other) = (along(from), along(to));
        let (first, last) = (one.min(other), one.max(other));
        let seen = self.between(first + CORNER, last - CORNER);
        if usize::from(seen.all) < LEAST_LENGTH {
            return (0.0, 0.0);
        }
        let is_rising = seen.rising >= seen.falling;
        let of_sense = |counts: Counts| f32::from(if is_rising { counts.rising } else { counts.falling });
        let length = (0.1 * (last - first)).clamp(BEYOND_TO.0, BEYOND_TO.1);
        let before = self.between(first - BEYOND_FROM - length, first - BEYOND_FROM);
        let behind = self.between(last + BEYOND_FROM, last + BEYOND_FROM + length);
        let further = of_sense(before).midpoint(of_sense(behind)) / length;
        (of_sense(seen) / f32::from(seen.all), further.min(1.0))
    }

    /// The pixels from one place along the line to another.
    fn between(&self, from: f32, to: f32) -> Counts {
        let up_to = |along: f32| {
            self.counts[((along - self.start).round_ties_even().max(0.0) as usize).min(self.counts.len() - 1)]
        };
        let (from, to) = (up_to(from), up_to(to.max(from)));
        Counts { all: to.all - from.all, rising: to.rising - from.rising, falling: to.falling - from.falling }
    }
}
