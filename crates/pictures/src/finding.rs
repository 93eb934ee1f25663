//! What is noticed in a picture that is taken nevertheless.

use serde::{Deserialize, Serialize};

/// A part of the picture, in thousandths of its width and height from the upper left corner, so that it fits a preview
/// of any size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Left edge, ‰ of the width.
    pub left: u16,
    /// Upper edge, ‰ of the height.
    pub top: u16,
    /// Width, ‰ of the width.
    pub width: u16,
    /// Height, ‰ of the height.
    pub height: u16,
}

/// Advice about a picture: the applicant may take it again or keep it. Each has a stable `code`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum PictureFinding {
    /// No part is sharp: out of focus or moved.
    Blurred,
    /// Even the brightest parts are dim.
    TooDark,
    /// Hardly anything but white is left.
    TooBright,
    /// A light is mirrored on the document and covers this part.
    Glare {
        /// The largest such part.
        region: Region,
    },
    /// Document only: a part of it is beyond the picture's edge.
    CutOff,
    /// Document only: it covers so little of the picture that small print is lost.
    TooFar,
    /// Document only: its lines of print run from top to bottom, so it was held or taken sideways.
    Sideways,
    /// Identity card only: it stands on its head. Of other documents this is not told.
    UpsideDown,
    /// Identity card only: it is the other side that is in the picture.
    WrongSide,
    /// Document only: neither a document's edges nor print are in the picture.
    NoDocument,
    /// Face only: the head is much smaller than GA 461 wants it (face 207 ± 14 of 358 pixels). Told before a white ground
    /// alone.
    HeadTooSmall,
    /// Face only: the head is beside the middle. Told before a white ground alone.
    HeadOffCentre,
    /// Face only: behind the person is not white (GA 461: 白色背景无边框).
    BackgroundNotWhite {
        /// How much of the border is white, in percent.
        white_percent: u8,
    },
    /// Face only: the picture's shape was not 358:441, so its sides or its top and bottom were cut off.
    CroppedToRatio {
        /// The part of the upright original that was kept.
        kept: Region,
    },
}

impl PictureFinding {
    /// Every code there is, so that texts can be proved complete.
    pub const CODES: [&str; 14] = [
        "blurred",
        "too_dark",
        "too_bright",
        "glare",
        "cut_off",
        "too_far",
        "sideways",
        "upside_down",
        "wrong_side",
        "no_document",
        "head_too_small",
        "head_off_centre",
        "background_not_white",
        "cropped_to_ratio",
    ];

    /// The stable code, the same as in the serialized form.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Blurred => "blurred",
            Self::TooDark => "too_dark",
            Self::TooBright => "too_bright",
            Self::Glare { .. } => "glare",
            Self::CutOff => "cut_off",
            Self::TooFar => "too_far",
            Self::Sideways => "sideways",
            Self::UpsideDown => "upside_down",
            Self::WrongSide => "wrong_side",
            Self::NoDocument => "no_document",
            Self::HeadTooSmall => "head_too_small",
            Self::HeadOffCentre => "head_off_centre",
            Self::BackgroundNotWhite { .. } => "background_not_white",
            Self::CroppedToRatio { .. } => "cropped_to_ratio",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_serialized_tag_and_every_code_is_listed_once() {
        let region = Region { left: 1, top: 2, width: 3, height: 4 };
        let all = [
            PictureFinding::Blurred,
            PictureFinding::TooDark,
            PictureFinding::TooBright,
            PictureFinding::Glare { region },
            PictureFinding::CutOff,
            PictureFinding::TooFar,
            PictureFinding::Sideways,
            PictureFinding::UpsideDown,
            PictureFinding::WrongSide,
            PictureFinding::NoDocument,
            PictureFinding::HeadTooSmall,
            PictureFinding::HeadOffCentre,
            PictureFinding::BackgroundNotWhite { white_percent: 40 },
            PictureFinding::CroppedToRatio { kept: region },
        ];
        let codes: Vec<&str> = all.iter().map(PictureFinding::code).collect();
        assert_eq!(codes, PictureFinding::CODES);
        for finding in all {
            let json = serde_json::to_value(&finding).unwrap();
            assert_eq!(json["code"], finding.code());
            assert_eq!(serde_json::from_value::<PictureFinding>(json).unwrap(), finding);
        }
    }
}
