//! Brightness alone.

use super::jpeg::Plane;
use super::resize::{Cut, resize_plane};
use crate::PictureError;

/// Brightness alone, one byte a pixel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Grey {
    pub(super) luma: Vec<u8>,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Grey {
    /// Each pixel the mean of four; an odd last row or column is left out.
    pub(super) fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut luma = Vec::with_capacity(width * height);
        (0..height).for_each(|y| add_means(self.row(2 * y), self.row(2 * y + 1), &mut luma));
        Self { luma, width, height }
    }

    /// The whole with this long edge, or as it is where that is no less.
    pub(super) fn reduced(&self, long_edge: usize) -> Result<Self, PictureError> {
        let longer = self.width.max(self.height);
        if longer <= long_edge {
            return Ok(self.clone());
        }
        let scaled = |side: usize| ((side * long_edge + longer / 2) / longer).max(1);
        let (width, height) = (scaled(self.width), scaled(self.height));
        let plane = Plane { samples: self.luma.clone(), width: self.width, height: self.height, scale: (1.0, 1.0) };
        let whole = Cut { left: 0.0, top: 0.0, width: self.width as f64, height: self.height as f64 };
        Ok(Self { luma: resize_plane(plane, whole, (width as u32, height as u32))?, width, height })
    }

    pub(super) fn row(&self, y: usize) -> &[u8] {
        &self.luma[y * self.width..(y + 1) * self.width]
    }
}

/// Adds the means of two rows. A call for each, see [`PIECE`](super::PIECE).
#[inline(never)]
pub(super) fn add_means(upper: &[u8], lower: &[u8], means: &mut Vec<u8>) {
    let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
    means.extend(
        pairs.map(|(&[a, b], &[c, d])| ((u16::from(a) + u16::from(b) + u16::from(c) + u16::from(d) + 2) / 4) as u8),
    );
}
