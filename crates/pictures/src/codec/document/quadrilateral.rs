//! Four lines that may be the sides of a document, and how much speaks for it.

use super::edges::Edges;
use super::lines::Line;
use super::trace::Trace;

/// Opposite sides differ in direction by this at most (sine): a page seen at a very flat angle.
const OPPOSITE: f32 = 0.5;
/// Neighbouring sides differ by this at least (sine).
const NEIGHBOURING: f32 = 0.64;
/// A document covers at least this share of the picture …
const LEAST_AREA: f32 = 0.03;
/// … and no side is shorter than this share of the picture's shorter side.
const SHORTEST_SIDE: f32 = 0.15;
/// A corner may lie this far beyond the picture's edge, as a share of its longer side.
const BEYOND: f32 = 0.25;
/// A side along the picture's edge, where the document is cut off, counts as if so much of it were seen.
const SUPPORT_OF_CUT: f32 = 0.5;
/// A side of which less is seen is none …
const LEAST_SUPPORT: f32 = 0.45;
/// … and of a document that is cut off, the other sides must be plain: it is there that lines of the table come in.
const LEAST_SUPPORT_BESIDE_CUT: f32 = 0.8;

/// One of the four lines of a candidate.
#[derive(Clone, Copy)]
struct Side<'a> {
    line: Line,
    /// Where there are edges along it; nothing for what is the edge of the picture and not of the document.
    trace: Option<&'a Trace>,
}

impl Side<'_> {
    const fn is_border(&self) -> bool {
        self.trace.is_none()
    }
}

/// Four corners with what speaks for them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Clockwise on the screen, in pixels.
    pub(super) corners: [(f32, f32); 4],
    /// The share of each side, from its corner clockwise, along which there is an edge; none where it is cut off.
    pub(super) support: [Option<f32>; 4],
    /// What they are compared by.
    pub(super) score: f32,
    /// A side of it is the picture's edge, or a corner lies beyond.
    pub(super) is_cut_off: bool,
}

/// The candidate for which most speaks.
pub(super) fn best(edges: &Edges, lines: &[Line]) -> Option<Candidate> {
    let (right, bottom) = (edges.width as f32 - 1.0, edges.height as f32 - 1.0);
    let border = |normal, offset| Side { line: Line { normal, offset }, trace: None };
    let borders =
        [border((1.0, 0.0), 0.0), border((1.0, 0.0), right), border((0.0, 1.0), 0.0), border((0.0, 1.0), bottom)];
    let traces: Vec<Trace> = lines.iter().map(|line| Trace::of(edges, line)).collect();
    let seen = lines.iter().zip(&traces).map(|(&line, trace)| Side { line, trace: Some(trace) });
    let sides: Vec<Side> = seen.chain(borders).collect();
    let pairs: Vec<(Side, Side)> = sides
        .iter()
        .enumerate()
        .flat_map(|(at, &one)| sides[at + 1..].iter().map(move |&other| (one, other)))
        .filter(|(one, other)| one.line.turn(&other.line).abs() <= OPPOSITE && !(one.is_border() && other.is_border()))
        .collect();
    let mut best: Option<Candidate> = None;
    for (at, &(a, c)) in pairs.iter().enumerate() {
        for &(b, d) in &pairs[at + 1..] {
            let found = judged(edges, [a, b, c, d]);
            if found.is_some_and(|found| best.is_none_or(|best| found.score > best.score)) {
                best = found;
            }
        }
    }
    best
}

/// The candidate between four sides in the order in which they follow each other, if it is one.
fn judged(edges: &Edges, [a, b, c, d]: [Side; 4]) -> Option<Candidate> {
    if [a, b, c, d].iter().filter(|side| side.is_border()).count() > 1 {
        return None;
    }
    if [(a, b), (b, c), (c, d), (d, a)].iter().any(|(one, next)| one.line.turn(&next.line).abs() < NEIGHBOURING) {
        return None;
    }
    // Each side between the corners with the one before it and the one after it.
    let mut sides = [a, b, c, d];
    let mut corners =
        [d.line.crossing(&a.line)?, a.line.crossing(&b.line)?, b.line.crossing(&c.line)?, c.line.crossing(&d.line)?];
    let area = area(&corners);
    if area < 0.0 {
        corners = [corners[0], corners[3], corners[2], corners[1]];
        sides = [d, c, b, a];
    }
    let (width, height) = (edges.width as f32, edges.height as f32);
    let beyond = BEYOND * width.max(height);
    let outside = |&(x, y): &(f32, f32), by: f32| x < -by || y < -by || x > width + by || y > height + by;
    if area.abs() < LEAST_AREA * width * height || corners.iter().any(|corner| outside(corner, beyond)) {
        return None;
    }
    let is_cut = sides.iter().any(Side::is_border);
    let least_support = if is_cut { LEAST_SUPPORT_BESIDE_CUT } else { LEAST_SUPPORT };
    let mut support = [None; 4];
    let mut beyond_corners = 0.0;
    for at in 0..4 {
        let (from, to) = (corners[at], corners[(at + 1) % 4]);
        if (to.0 - from.0).hypot(to.1 - from.1) < SHORTEST_SIDE * width.min(height) {
            return None;
        }
        let Some(trace) = sides[at].trace else { continue };
        let (seen, further) = trace.support(from, to);
        if seen < least_support {
            return None;
        }
        support[at] = Some(seen);
        beyond_corners += further / 4.0;
    }
    // A side that goes on beyond its corner is a line of the table or of the print. Of rectangles within each other, as a
    // page and the frame printed on it, the larger one is the document.
    let mean = support.iter().map(|seen| seen.unwrap_or(SUPPORT_OF_CUT)).sum::<f32>() / 4.0;
    let share = (area.abs() / (width * height)).min(1.0);
    let score = mean - 0.5 * beyond_corners + 0.3 * share.sqrt();
    let is_cut_off = is_cut || corners.iter().any(|corner| outside(corner, 2.0));
    Some(Candidate { corners, support, score, is_cut_off })
}

/// The area that corners enclose, in pixels; negative where they run counter-clockwise on the screen.
fn area(corners: &[(f32, f32); 4]) -> f32 {
    (0..4).map(|at| (corners[at], corners[(at + 1) % 4])).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum::<f32>() / 2.0
}
