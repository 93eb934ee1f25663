//! Pictures on their way to the server.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use rules::{draft::Picture, field::Item};
use serde::{Deserialize, Serialize};

/// The answer (200) of `PUT /api/pictures/{id}` once the server has the whole picture, where `id` is the SHA-256 of its bytes in lower-case hex: sending twice
/// changes nothing. The server decodes the picture before it believes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StoredPicture {
    /// The identifier.
    pub id: String,
    /// Width in pixels, as decoded; 0 for a PDF.
    pub width: u32,
    /// Height in pixels, as decoded; 0 for a PDF.
    pub height: u32,
    /// Size in bytes.
    pub bytes: u32,
}

/// The most that a prepared picture may weigh, in bytes: far above what the app sends, below what hurts a slow line.
pub const MAX_PICTURE_BYTES: usize = 5 * 1024 * 1024;

/// The answer (202) to a part of a picture, as long as parts are missing: where the next one begins. Whatever part is
/// sent, the answer says what the server has, so a sender that knows nothing any more begins anywhere and goes on there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UploadedPart {
    /// Bytes that the server has, from the first on.
    pub received: u32,
}

/// Why a PDF is refused. Each has a stable `code`, as a picture's has; the texts that applicants read are found by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// It can't be read to its end, or has no page.
    #[error("the PDF is damaged")]
    Damaged,
    /// It opens with a password only, or forbids what an officer has to do with it.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// It has more pages than are taken.
    #[error("the PDF has too many pages")]
    TooManyPages,
    /// It holds programs, other files, or forms that are programs: no paper needs them.
    #[error("the PDF holds programs or other files")]
    Active,
}

impl PdfError {
    /// Every error, so that texts can be proved complete.
    pub const ALL: [Self; 4] = [Self::Damaged, Self::Encrypted, Self::TooManyPages, Self::Active];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Damaged => "pdf_damaged",
            Self::Encrypted => "pdf_encrypted",
            Self::TooManyPages => "pdf_too_many_pages",
            Self::Active => "pdf_active",
        }
    }
}

/// An entry of `GET /api/pictures`: what was handed in for an item with an earlier application, and can be handed in again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EarlierPictures {
    /// For what.
    pub item: Item,
    /// The pages, in their order.
    pub pages: Vec<Picture>,
    /// When they were handed in.
    pub given_on: Date,
}

/// Which bytes of a picture a `PUT` carries: its `Content-Range` (RFC 9110 §14.4 and §14.5), as in `bytes 0-32767/90000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    first: u32,
    last: u32,
    size: u32,
}

/// No range of bytes that lies within its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no range of bytes")]
pub struct NoRange;

impl Part {
    /// `length` bytes from `start` on, of `size` in all.
    ///
    /// # Errors
    /// [`NoRange`] where there are none, or more than the picture has.
    pub fn new(start: u32, length: u32, size: u32) -> Result<Self, NoRange> {
        let last = length.checked_sub(1).and_then(|more| start.checked_add(more)).ok_or(NoRange)?;
        (last < size).then_some(Self { first: start, last, size }).ok_or(NoRange)
    }

    /// The place of its first byte.
    pub const fn start(self) -> u32 {
        self.first
    }

    /// How many bytes it has.
    pub const fn length(self) -> u32 {
        self.last - self.first + 1
    }

    /// How many bytes the picture has.
    pub const fn size(self) -> u32 {
        self.size
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "bytes {}-{}/{}", self.first, self.last, self.size)
    }
}

impl FromStr for Part {
    type Err = NoRange;

    fn from_str(text: &str) -> Result<Self, NoRange> {
        let read = || {
            let (range, size) = text.strip_prefix("bytes ")?.split_once('/')?;
            let (first, last) = range.split_once('-')?;
            Some((first.parse::<u32>().ok()?, last.parse::<u32>().ok()?, size.parse().ok()?))
        };
        let (first, last, size) = read().ok_or(NoRange)?;
        let length = last.checked_sub(first).and_then(|more| more.checked_add(1)).ok_or(NoRange)?;
        Self::new(first, length, size)
    }
}

/// A body for hosts whose webview sends text alone: the same bytes in base64 (RFC 4648 §4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AsText {
    /// The bytes.
    pub base64: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_reads_back_as_it_is_written() {
        let part = Part::new(32_768, 1_000, 90_000).unwrap();
        assert_eq!(part.to_string(), "bytes 32768-33767/90000");
        assert_eq!(part.to_string().parse(), Ok(part));
        assert_eq!((part.start(), part.length(), part.size()), (32_768, 1_000, 90_000));
    }

    #[test]
    fn what_lies_outside_its_picture_is_no_range() {
        for text in [
            "",
            "bytes 0-9/9",
            "bytes 5-4/9",
            "bytes 0-0/0",
            "bytes */9",
            "bytes 0-4/*",
            "bytes=0-4/9",
            "bytes 0-4294967295/4294967295",
        ] {
            assert_eq!(text.parse::<Part>(), Err(NoRange), "{text}");
        }
        assert_eq!(Part::new(0, 0, 9), Err(NoRange));
        assert_eq!(Part::new(u32::MAX, 2, u32::MAX), Err(NoRange));
    }
}
