//! What a device is willing to spend on one picture, checked before anything is decoded.

use crate::header::Header;
use crate::{PictureError, Purpose};

/// What a device is willing to spend on one picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes.
    pub max_bytes: u64,
    /// Width times height.
    pub max_pixels: u64,
    /// Bytes that the decoder's buffers take.
    pub max_decoded_bytes: u64,
}

impl Limits {
    /// The applicant's own device. Phones make JPEGs of 12 to 50 megapixels and 3 to 20 MB. 64 megapixels take 192 MB
    /// as RGB, the most that an older phone's browser gives one page without ending it.
    pub const DEVICE: Self = Self { max_bytes: 30_000_000, max_pixels: 64_000_000, max_decoded_bytes: 256 << 20 };

    /// A device that says how much memory it has, in gigabytes; [`DEVICE`](Self::DEVICE) where it doesn't, as Safari and
    /// Firefox don't. A sixteenth of it is for one picture: the system has half, and of the rest a browser gives a page
    /// without ending it another half, of which a quarter leaves room for the page. That is what DEVICE has from four
    /// gigabytes on; a telephone of two still takes any photograph of its own camera, progressive or not.
    #[must_use]
    pub fn of_device(gigabytes: Option<f64>) -> Self {
        // No device says less than a quarter, or what is no number.
        let sixteenth = gigabytes.map_or(f64::INFINITY, |gigabytes| gigabytes.max(0.25) * f64::from(1 << 26));
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "what is larger becomes the largest"
        )]
        let bytes = sixteenth as u64;
        Self { max_decoded_bytes: bytes.min(Self::DEVICE.max_decoded_bytes), ..Self::DEVICE }
    }

    /// The API server, which many people use at once: what arrives there has been reduced already, or is a picture
    /// within the published limits of an upload (documents ≤ 5 MB, face ≤ 1 MB).
    #[must_use]
    pub const fn upload(purpose: Purpose) -> Self {
        let max_bytes = if purpose.is_document() { 5_000_000 } else { 1_000_000 };
        Self { max_bytes, max_pixels: 24_000_000, max_decoded_bytes: 128 << 20 }
    }

    /// Refuses a file by its size alone.
    ///
    /// # Errors
    /// [`PictureError::Empty`], [`PictureError::TooManyBytes`].
    pub const fn check_bytes(&self, bytes: u64) -> Result<(), PictureError> {
        if bytes == 0 {
            return Err(PictureError::Empty);
        }
        if bytes > self.max_bytes {
            return Err(PictureError::TooManyBytes { bytes, limit: self.max_bytes });
        }
        Ok(())
    }

    /// Refuses a picture by what its header announces.
    ///
    /// # Errors
    /// [`PictureError::TooManyPixels`].
    pub fn check_header(&self, header: &Header) -> Result<(), PictureError> {
        self.check_size(header.width, header.height)?;
        self.check_decoded_bytes(header, header.decoded_bytes)
    }

    /// Refuses a picture of so many pixels that a browser would decode as a whole, to four bytes each.
    ///
    /// # Errors
    /// [`PictureError::TooManyPixels`].
    pub fn check_bitmap(&self, width: u32, height: u32) -> Result<(), PictureError> {
        self.check_size(width, height)?;
        if u64::from(width) * u64::from(height) * 4 > self.max_decoded_bytes {
            return Err(PictureError::TooManyPixels { width, height });
        }
        Ok(())
    }

    /// Refuses a picture of so many pixels across and down.
    ///
    /// # Errors
    /// [`PictureError::TooManyPixels`].
    pub fn check_size(&self, width: u32, height: u32) -> Result<(), PictureError> {
        if u64::from(width) * u64::from(height) > self.max_pixels {
            return Err(PictureError::TooManyPixels { width, height });
        }
        Ok(())
    }

    /// Refuses a picture whose decoding takes so many bytes.
    ///
    /// # Errors
    /// [`PictureError::TooManyPixels`].
    pub(crate) fn check_decoded_bytes(&self, header: &Header, bytes: u64) -> Result<(), PictureError> {
        if bytes > self.max_decoded_bytes {
            return Err(PictureError::TooManyPixels { width: header.width, height: header.height });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_with_little_memory_decodes_less_and_one_that_does_not_say_as_much_as_any() {
        let megabytes = |gigabytes| Limits::of_device(gigabytes).max_decoded_bytes >> 20;
        assert_eq!([Some(8.0), Some(4.0), None].map(megabytes), [256; 3]);
        assert_eq!([2.0, 1.0, 0.5, 0.25].map(|gigabytes| megabytes(Some(gigabytes))), [128, 64, 32, 16]);
        assert_eq!([0.0, -1.0, f64::NAN].map(|gigabytes| megabytes(Some(gigabytes))), [16; 3]);
        assert_eq!(Limits::of_device(Some(0.5)).max_pixels, Limits::DEVICE.max_pixels);
    }

    #[test]
    fn what_a_browser_decodes_as_a_whole_is_counted_as_a_whole() {
        assert_eq!(Limits::DEVICE.check_bitmap(8000, 8000), Ok(()));
        let small = Limits::of_device(Some(1.0));
        assert_eq!(small.check_bitmap(4096, 4096), Ok(()));
        assert_eq!(small.check_bitmap(4097, 4096), Err(PictureError::TooManyPixels { width: 4097, height: 4096 }));
    }
}
