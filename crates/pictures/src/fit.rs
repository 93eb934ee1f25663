//! What other pages may ask of a picture, in place of a purpose.

use serde::{Deserialize, Serialize};

/// A box and a number of bytes that a picture is to fit into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fit {
    /// The most pixels across, once upright.
    pub width: u32,
    /// The most pixels down, once upright.
    pub height: u32,
    /// The JPEG quality to begin with, 1 to 100; it is given up for the bytes.
    pub quality: u8,
    /// The most bytes of the result.
    pub budget: u32,
}

impl Fit {
    /// The size of an upright picture in the box: of the same shape, never larger than it is, never without a pixel.
    #[must_use]
    pub fn size(&self, width: u32, height: u32) -> (u32, u32) {
        let (w, h) = (u64::from(width.max(1)), u64::from(height.max(1)));
        let (most_w, most_h) = (u64::from(self.width), u64::from(self.height));
        // The side that would stick out further decides; fractions are compared by multiplying crosswise.
        let (numerator, denominator) = if w * most_h > h * most_w { (most_w, w) } else { (most_h, h) };
        if numerator >= denominator {
            return (width, height);
        }
        let scaled = |side: u64| ((side * numerator + denominator / 2) / denominator).max(1);
        let within = |side: u64, most: u64| u32::try_from(scaled(side).min(most).max(1)).unwrap_or(u32::MAX);
        (within(w, most_w), within(h, most_h))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(width: u32, height: u32, of: (u32, u32)) -> (u32, u32) {
        Fit { width, height, quality: 80, budget: 1 }.size(of.0, of.1)
    }

    #[test]
    fn a_picture_is_reduced_to_the_side_that_sticks_out_further() {
        assert_eq!(size(1600, 1600, (4000, 3000)), (1600, 1200));
        assert_eq!(size(1600, 1600, (3000, 4000)), (1200, 1600));
        assert_eq!(size(1000, 300, (4000, 3000)), (400, 300));
        assert_eq!(size(100, 5000, (4000, 3000)), (100, 75));
    }

    #[test]
    fn what_fits_stays_as_it_is() {
        assert_eq!(size(1600, 1600, (1600, 900)), (1600, 900));
        assert_eq!(size(1600, 1600, (3, 2)), (3, 2));
    }

    #[test]
    fn there_is_always_a_pixel() {
        assert_eq!(size(100, 100, (60_000, 1)), (100, 1));
        assert_eq!(size(0, 0, (10, 10)), (1, 1));
    }
}
