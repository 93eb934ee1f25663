//! A picture as a JPEG has it: the brightness of every pixel, and the colours of every four. It is reduced, turned, looked
//! at and encoded like this, which takes half the work that red, green and blue would.

use super::grey::Grey;
use super::jpeg::{Colours, Plane, Planes};
use super::resize::{self, Cut, resize_plane};
use super::rows::Rows;
use super::turn::turned;
use super::{Pixels, colour};
use crate::PictureError;
use crate::header::Orientation;

/// A picture as a JPEG has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Picture {
    pub(super) grey: Grey,
    /// Cb and Cr (ITU-T T.871), as many across and down as [`Picture::colour_size`] says.
    pub(super) colours: [Vec<u8>; 2],
}

impl Picture {
    /// How many samples of each colour a picture of this size has: one for each square of four pixels, and one for what is
    /// left of such a square at the right and lower edge.
    pub(super) const fn colour_size(width: usize, height: usize) -> (usize, usize) {
        (width.div_ceil(2), height.div_ceil(2))
    }

    /// Cuts the centred part of size `crop` out of the planes of a picture of `full` pixels and reduces it to `size`.
    pub(super) fn of_planes(
        planes: Planes,
        full: (u32, u32),
        crop: (u32, u32),
        size: (u32, u32),
    ) -> Result<Self, PictureError> {
        let cut = Cut::centred(full, crop);
        let (width, height) = (size.0 as usize, size.1 as usize);
        // Of an odd size the last sample of a colour reaches half a pixel further; that all of them are moved by a part of
        // this is less than a camera's own lens does.
        let (across, down) = Self::colour_size(width, height);
        let mut planes = planes.into_iter();
        let luma = resize_plane(planes.next().ok_or(PictureError::Damaged)?, cut, size)?;
        let mut colour = || match planes.next() {
            Some(plane) => resize_plane(plane, cut, (across as u32, down as u32)),
            None => Ok(vec![colour::NONE; across * down]),
        };
        Ok(Self { colours: [colour()?, colour()?], grey: Grey { luma, width, height } })
    }

    /// The same of pixels.
    pub(super) fn of_pixels(pixels: &Pixels) -> Result<Self, PictureError> {
        let size = (pixels.width, pixels.height);
        let mut rows = Rows::new(size, size, size, Colours::Halved)?;
        for y in 0..pixels.height as usize {
            rows.push_line(pixels.row(y));
        }
        Self::of_planes(rows.finish()?, size, size, size)
    }

    /// Pixels across and down.
    pub(super) const fn size(&self) -> (u32, u32) {
        (self.grey.width as u32, self.grey.height as u32)
    }

    /// Turned upright from how it is stored.
    pub(super) fn upright(self, orientation: Orientation) -> Self {
        if orientation == Orientation::Upright {
            return self;
        }
        let Grey { luma, width, height } = self.grey;
        let of_colours = Self::colour_size(width, height);
        let luma = turned(&luma, (width, height), orientation);
        let colours = self.colours.map(|samples| turned(&samples, of_colours, orientation));
        let (width, height) = if orientation.swaps_sides() { (height, width) } else { (width, height) };
        Self { grey: Grey { luma, width, height }, colours }
    }

    /// Reduced to this size.
    pub(super) fn reduced(self, size: (u32, u32)) -> Result<Self, PictureError> {
        let full = self.size();
        let Grey { luma, width, height } = self.grey;
        let (across, down) = Self::colour_size(width, height);
        let scale = (across as f64 / width as f64, down as f64 / height as f64);
        let [cb, cr] = self.colours.map(|samples| Plane { samples, width: across, height: down, scale });
        Self::of_planes(vec![Plane { samples: luma, width, height, scale: (1.0, 1.0) }, cb, cr], full, full, size)
    }

    /// Red, green and blue of every pixel.
    pub(super) fn to_pixels(&self) -> Result<Pixels, PictureError> {
        let Grey { luma, width, height } = &self.grey;
        let (across, down) = Self::colour_size(*width, *height);
        let scale = (across as f64 / *width as f64, down as f64 / *height as f64);
        let plane = |samples: &Vec<u8>| Plane { samples: samples.clone(), width: across, height: down, scale };
        let whole = Plane { samples: luma.clone(), width: *width, height: *height, scale: (1.0, 1.0) };
        let [cb, cr] = self.colours.each_ref().map(plane);
        resize::resize_planes(vec![whole, cb, cr], self.size(), self.size())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ramp(width: u32, height: u32) -> Pixels {
        let pixel = |x: u32, y: u32| [(40 + 3 * x) as u8, (200 - 2 * y) as u8, (60 + x + y) as u8];
        let rgb = (0..height).flat_map(|y| (0..width).flat_map(move |x| pixel(x, y))).collect();
        Pixels { rgb, width, height }
    }

    fn most_off(one: &Pixels, other: &Pixels) -> u8 {
        assert_eq!((one.width, one.height), (other.width, other.height));
        one.rgb.iter().zip(&other.rgb).map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
    }

    #[test]
    fn pixels_come_back_but_for_fine_colours() {
        for (width, height) in [(40, 30), (41, 31), (2, 2), (1, 1)] {
            let pixels = ramp(width, height);
            let back = Picture::of_pixels(&pixels).unwrap().to_pixels().unwrap();
            let off = most_off(&back, &pixels);
            assert!(off <= 6, "{width}×{height}: off by {off}");
        }
    }

    #[test]
    fn a_turned_picture_is_that_of_the_turned_pixels() {
        let pixels = ramp(40, 30);
        let upright = Picture::of_pixels(&pixels).unwrap().upright(Orientation::Rotate90).to_pixels().unwrap();
        assert_eq!((upright.width, upright.height), (30, 40));
        // What is stored at the lower left comes to the upper left.
        let stored = |x: usize, y: usize| pixels.row(y)[x];
        for (x, y) in [(0, 0), (29, 0), (13, 27), (29, 39)] {
            let off = upright.row(y)[x].iter().zip(stored(y, 29 - x)).map(|(a, b)| a.abs_diff(b)).max();
            assert!(off <= Some(6), "{x}, {y}: off by {off:?}");
        }
    }

    #[test]
    fn a_grey_picture_has_no_colours() {
        let plane = Plane { samples: vec![77; 12], width: 4, height: 3, scale: (1.0, 1.0) };
        let picture = Picture::of_planes(vec![plane], (4, 3), (4, 3), (4, 3)).unwrap();
        assert_eq!(picture.to_pixels().unwrap().rgb, [77; 36]);
    }
}
