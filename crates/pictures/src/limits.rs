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
