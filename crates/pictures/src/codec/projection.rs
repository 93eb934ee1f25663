//! What a flat thing looks like from where the camera is.

/// From a place in the unit square to that in the picture: (a·u + b·v + c) / (g·u + h·v + 1), and the same with d, e and f.
pub(super) struct Projection([f64; 8]);

impl Projection {
    /// The one that takes the square's corners to these (Heckbert, Fundamentals of Texture Mapping, 2.2.3).
    #[inline(never)]
    pub(super) fn onto([(x0, y0), (x1, y1), (x2, y2), (x3, y3)]: [(f64, f64); 4]) -> Self {
        let (dx1, dy1, dx2, dy2) = (x1 - x2, y1 - y2, x3 - x2, y3 - y2);
        let (sx, sy) = (x0 - x1 + x2 - x3, y0 - y1 + y2 - y3);
        // Not zero: corners that were checked don't lie on a line.
        let turn = dx1 * dy2 - dx2 * dy1;
        let (g, h) = ((sx * dy2 - dx2 * sy) / turn, (dx1 * sy - sx * dy1) / turn);
        Self([x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h])
    }

    pub(super) fn at(&self, u: f64, v: f64) -> (f64, f64) {
        let [a, b, c, d, e, f, g, h] = self.0;
        let depth = g * u + h * v + 1.0;
        ((a * u + b * v + c) / depth, (d * u + e * v + f) / depth)
    }
}
