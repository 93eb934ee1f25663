//! Why a file is refused.

use serde::{Deserialize, Serialize};

use crate::{CornersError, Kind};

/// Why a file is refused. Each has a stable `code`; the texts that applicants read are found by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum PictureError {
    /// The file has no bytes: pickers in webviews hand such files over when the original is still in a cloud.
    #[error("the file is empty")]
    Empty,
    /// The bytes begin like no picture that is known.
    #[error("the file is not a picture")]
    NotAPicture,
    /// A known kind of file that is not taken here.
    #[error("files of the kind {kind:?} are not taken")]
    UnsupportedKind {
        /// What the file is by its first bytes.
        kind: Kind,
    },
    /// A JPEG of a rare making: lossless, arithmetic, hierarchical, more than 8 bits, or cut into too many scans.
    #[error("the picture is encoded in a rare way")]
    UnsupportedEncoding,
    /// The end of the file is missing.
    #[error("the end of the picture is missing")]
    Truncated,
    /// The file contradicts itself or its own format.
    #[error("the picture is damaged")]
    Damaged,
    /// More bytes than are read.
    #[error("{bytes} bytes are more than {limit}")]
    TooManyBytes {
        /// Size of the file in bytes.
        bytes: u64,
        /// The most that is taken, in bytes.
        limit: u64,
    },
    /// The header announces more pixels than are decoded here.
    #[error("{width}×{height} pixels are more than can be decoded here")]
    TooManyPixels {
        /// Announced width in pixels.
        width: u32,
        /// Announced height in pixels.
        height: u32,
    },
    /// Too few pixels to be read or printed.
    #[error("{width}×{height} pixels are fewer than {min_width}×{min_height}")]
    TooSmall {
        /// Width in pixels once upright.
        width: u32,
        /// Height in pixels once upright.
        height: u32,
        /// The least width that is taken, in pixels.
        min_width: u32,
        /// The least height that is taken, in pixels.
        min_height: u32,
    },
    /// Nothing can be cut out between the corners that were set.
    #[error("{problem}")]
    BadCorners {
        /// What is wrong with them.
        #[from]
        problem: CornersError,
    },
    /// Even at the lowest quality the result is larger than the receiver takes.
    #[error("the picture cannot be reduced to {limit} bytes")]
    BudgetOutOfReach {
        /// The receiver's limit in bytes.
        limit: u64,
    },
    /// The memory for the decoded picture was not to be had.
    #[error("there is not enough memory for the picture")]
    OutOfMemory,
}

impl PictureError {
    /// Every code there is, so that texts can be proved complete.
    pub const CODES: [&str; 12] = [
        "empty",
        "not_a_picture",
        "unsupported_kind",
        "unsupported_encoding",
        "truncated",
        "damaged",
        "too_many_bytes",
        "too_many_pixels",
        "too_small",
        "bad_corners",
        "budget_out_of_reach",
        "out_of_memory",
    ];

    /// The stable code, the same as in the serialized form.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotAPicture => "not_a_picture",
            Self::UnsupportedKind { .. } => "unsupported_kind",
            Self::UnsupportedEncoding => "unsupported_encoding",
            Self::Truncated => "truncated",
            Self::Damaged => "damaged",
            Self::TooManyBytes { .. } => "too_many_bytes",
            Self::TooManyPixels { .. } => "too_many_pixels",
            Self::TooSmall { .. } => "too_small",
            Self::BadCorners { .. } => "bad_corners",
            Self::BudgetOutOfReach { .. } => "budget_out_of_reach",
            Self::OutOfMemory => "out_of_memory",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_serialized_tag_and_every_code_is_listed_once() {
        let all = [
            PictureError::Empty,
            PictureError::NotAPicture,
            PictureError::UnsupportedKind { kind: Kind::Heic },
            PictureError::UnsupportedEncoding,
            PictureError::Truncated,
            PictureError::Damaged,
            PictureError::TooManyBytes { bytes: 2, limit: 1 },
            PictureError::TooManyPixels { width: 1, height: 1 },
            PictureError::TooSmall { width: 1, height: 1, min_width: 2, min_height: 2 },
            PictureError::BadCorners { problem: CornersError::Crossed },
            PictureError::BudgetOutOfReach { limit: 1 },
            PictureError::OutOfMemory,
        ];
        let codes: Vec<&str> = all.iter().map(PictureError::code).collect();
        assert_eq!(codes, PictureError::CODES);
        for error in all {
            let json = serde_json::to_value(&error).unwrap();
            assert_eq!(json["code"], error.code());
            assert_eq!(serde_json::from_value::<PictureError>(json).unwrap(), error);
        }
    }
}
