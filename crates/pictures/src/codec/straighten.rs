//! A document or a face cut out between four corners, seen from straight above.

use super::memory::zeroed;
use super::projection::Projection;
use super::source::Source;
use super::{Pixels, resize};
use crate::corners::{Corners, CornersError, Point};
use crate::header::Orientation;
use crate::purpose::{FACE_HEIGHT, FACE_WIDTH, Plan};
use crate::{Limits, PictureError, Purpose};

/// Pixels of the reduced original that are held at most, 48 MB as RGB: what a picture of twelve megapixels has.
const MOST_PIXELS: f64 = 16_000_000.0;

/// How many times the picture's own pixels a rectangle may have by the lengths of its sides: seen from a low angle, a page has
/// more than its part of the picture, and corners of a splinter have any number.
const MOST_ASKEW: f64 = 2.0;

/// Distance of the picture plane from the lens, in diagonals of the picture. Phones' main cameras see like a lens of 24 to
/// 28 mm on film, whose diagonal is 43 mm. Working it out from the corners themselves is exact only for strong
/// perspective, and runs wild for the usual weak one.
const LENS: f64 = 0.6;

/// Long side over short one of what is photographed mostly: A4, and cards (ISO/IEC 7810 ID-1).
const KNOWN_RATIOS: [f64; 2] = [297.0 / 210.0, 85.6 / 53.98];
/// A ratio that differs from a known one by less is that one: corners a pixel off and another lens make as much.
const NEARLY: f64 = 0.05;

/// Cuts out what is between the corners of the upright picture and gives it the shape and size that its purpose wants:
/// a face that of the card, a document its own, as far as it can be told from its perspective.
///
/// # Errors
/// Any [`PictureError`]; [`BadCorners`](PictureError::BadCorners) where nothing can be cut out between the corners, and
/// [`TooSmall`](PictureError::TooSmall) where that has too few pixels: nothing is enlarged.
pub(super) fn straighten(
    source: &mut Source,
    corners: &Corners,
    purpose: Purpose,
    limits: &Limits,
) -> Result<(Pixels, Plan), PictureError> {
    corners.check()?;
    let header = source.header_within(limits)?;
    let (width, height) = header.upright_size();
    let sides = Sides::of(corners, (f64::from(width), f64::from(height)));
    let ratio = if purpose.is_document() { sides.ratio() } else { f64::from(FACE_WIDTH) / f64::from(FACE_HEIGHT) };
    let (whole_width, whole_height) = sides.size(ratio);
    if whole_width * whole_height > MOST_ASKEW * f64::from(width) * f64::from(height) {
        return Err(CornersError::TooSmall.into());
    }
    let most = (MOST_PIXELS / (f64::from(width) * f64::from(height))).sqrt().min(1.0);
    let plan = purpose.plan((whole_width * most).round() as u32, (whole_height * most).round() as u32)?;

    // The original is reduced to where its pixels are as large as those of the result: then each of these lies between
    // sixteen of those, and nothing is left out.
    let scale = (f64::from(plan.size.0) / whole_width).max(f64::from(plan.size.1) / whole_height).min(most);
    let scaled = |side: u32| ((f64::from(side) * scale).round() as u32).clamp(1, side);
    let stored = resize::reduced(source, &header, limits, (scaled(header.width), scaled(header.height)))?;
    let cut = warped(&stored, &as_stored(corners, header.orientation), plan.size)?;
    Ok((cut, plan))
}

/// The same corners where the picture lies as it is stored: what is cut out is turned on the way, at no cost.
fn as_stored(corners: &Corners, orientation: Orientation) -> Corners {
    let stored = |Point { x, y }: Point| {
        let (x, y) = match orientation {
            Orientation::Upright => (x, y),
            Orientation::FlipHorizontal => (1.0 - x, y),
            Orientation::Rotate180 => (1.0 - x, 1.0 - y),
            Orientation::FlipVertical => (x, 1.0 - y),
            Orientation::Transpose => (y, x),
            Orientation::Rotate90 => (y, 1.0 - x),
            Orientation::Transverse => (1.0 - y, 1.0 - x),
            Orientation::Rotate270 => (1.0 - y, x),
        };
        Point { x, y }
    };
    Corners::from_clockwise(corners.clockwise().map(stored))
}

/// The corners in pixels, from the middle of the picture, which is where the lens looks.
struct Sides {
    /// Clockwise, from the upper left one.
    corners: [(f64, f64); 4],
    lens: f64,
}

impl Sides {
    fn of(corners: &Corners, (width, height): (f64, f64)) -> Self {
        let pixels = |at: Point| ((f64::from(at.x) - 0.5) * width, (f64::from(at.y) - 0.5) * height);
        Self { corners: corners.clockwise().map(pixels), lens: LENS * width.hypot(height) }
    }

    /// Width over height of the rectangle that is seen like this (Zhang and He, Whiteboard Scanning and Image Enhancement,
    /// section 3): its sides as vectors in space, up to a common length.
    fn ratio(&self) -> f64 {
        let [top_left, top_right, bottom_right, bottom_left] = self.corners.map(|(x, y)| [x, y, self.lens]);
        let diagonal = cross(top_left, bottom_right);
        let depth_right = dot(diagonal, bottom_left) / dot(cross(top_right, bottom_right), bottom_left);
        let depth_bottom = dot(diagonal, top_right) / dot(cross(bottom_left, bottom_right), top_right);
        let side = |depth: f64, to: [f64; 3]| {
            let [x, y, z] = [0, 1, 2].map(|at| depth * to[at] - top_left[at]);
            x.hypot(y).hypot(z)
        };
        let ratio = side(depth_right, top_right) / side(depth_bottom, bottom_left);
        let long_over_short = ratio.max(1.0 / ratio);
        match KNOWN_RATIOS.into_iter().find(|known| (long_over_short / known - 1.0).abs() < NEARLY) {
            Some(known) if ratio < 1.0 => 1.0 / known,
            Some(known) => known,
            None => ratio,
        }
    }

    /// Width and height with this ratio, neither of them longer than the longer one of the two sides that are seen.
    fn size(&self, ratio: f64) -> (f64, f64) {
        let [top_left, top_right, bottom_right, bottom_left] = self.corners;
        let length = |a: (f64, f64), b: (f64, f64)| (b.0 - a.0).hypot(b.1 - a.1);
        let width = length(top_left, top_right).max(length(bottom_left, bottom_right));
        let height = length(top_left, bottom_left).max(length(top_right, bottom_right));
        if width > height * ratio { (height * ratio, height) } else { (width, width / ratio) }
    }
}

fn cross(a: [f64; 3], b: [f64; 3]) -> [f64; 3] {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/// What is between the corners, as a rectangle of this size.
fn warped(source: &Pixels, corners: &Corners, (width, height): (u32, u32)) -> Result<Pixels, PictureError> {
    // In pixels, whose middles are at whole numbers.
    let pixel =
        |at: Point| (f64::from(at.x) * f64::from(source.width) - 0.5, f64::from(at.y) * f64::from(source.height) - 0.5);
    let projection = Projection::onto(corners.clockwise().map(pixel));
    let mut rgb = zeroed(width as usize * height as usize * 3)?;
    let rows = rgb.chunks_exact_mut(width as usize * 3);
    for (y, row) in rows.enumerate() {
        let v = (y as f64 + 0.5) / f64::from(height);
        for (x, target) in row.as_chunks_mut::<3>().0.iter_mut().enumerate() {
            let (x, y) = projection.at((x as f64 + 0.5) / f64::from(width), v);
            *target = sample(source, x as f32, y as f32);
        }
    }
    Ok(Pixels { rgb, width, height })
}

/// The colour between pixels, by Catmull and Rom's spline through the sixteen around: a line between two alone would blur
/// small print by half a pixel.
fn sample(source: &Pixels, x: f32, y: f32) -> [u8; 3] {
    let weights = |part: f32| {
        let (p, p2, p3) = (part, part * part, part * part * part);
        [0.5 * (2.0 * p2 - p - p3), 0.5 * (3.0 * p3 - 5.0 * p2 + 2.0), 0.5 * (p + 4.0 * p2 - 3.0 * p3), 0.5 * (p3 - p2)]
    };
    let (left, top) = (x.floor(), y.floor());
    let (across, down) = (weights(x - left), weights(y - top));
    let at =
        |first: f32, step: usize, side: u32| (first as isize + step as isize - 1).clamp(0, side as isize - 1) as usize;
    let columns = [0, 1, 2, 3].map(|step| at(left, step, source.width) * 3);
    let mut sum = [0.0_f32; 3];
    for (step, weight) in down.into_iter().enumerate() {
        let row = at(top, step, source.height) * source.width as usize * 3;
        for (column, weight_across) in columns.into_iter().zip(across) {
            let weight = weight * weight_across;
            let pixel = &source.rgb[row + column..row + column + 3];
            for (sum, &channel) in sum.iter_mut().zip(pixel) {
                *sum += weight * f32::from(channel);
            }
        }
    }
    sum.map(|channel| channel.round().clamp(0.0, 255.0) as u8)
}
