//! What the app and the picture worker say to each other.
//!
//! A message is a JavaScript array of two: the JSON text of [`ToWorker`] or [`FromWorker`], and what belongs to it: to the
//! worker the file as a `Blob`, which it reads piece by piece into its own memory; from it an `ArrayBuffer`, which is
//! transferred and not copied, or `undefined`. The worker speaks first, with [`FromWorker::Ready`]: its file has a fixed
//! name and may come from a cache that is older or newer than the app.

#[cfg(any(test, feature = "worker"))]
mod json;

use serde::{Deserialize, Serialize};

use crate::{Corners, Fit, PictureError, PictureFinding, Purpose};

/// Raised whenever a message changes its meaning or shape, or one is new that somebody relies on. `js/picture.js` says the
/// same number.
pub const PROTOCOL: u32 = 5;

/// From the app to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToWorker {
    /// Prepare the picture in the file.
    Prepare {
        /// Named again in the answer.
        id: u32,
        /// What the picture is for.
        purpose: Purpose,
    },
    /// Look for a document in the picture in the file, and show the picture.
    Propose {
        /// Named again in the answer.
        id: u32,
    },
    /// Prepare what lies between corners of the picture in the file.
    Cut {
        /// Named again in the answer.
        id: u32,
        /// What the picture is for.
        purpose: Purpose,
        /// Where.
        corners: Corners,
    },
    /// Make the picture in the file fit, for a page that is not the app's.
    Fit {
        /// Named again in the answer.
        id: u32,
        /// Into what.
        fit: Fit,
    },
}

impl ToWorker {
    /// The request's number.
    #[must_use]
    pub const fn id(&self) -> u32 {
        match *self {
            Self::Prepare { id, .. } | Self::Propose { id } | Self::Cut { id, .. } | Self::Fit { id, .. } => id,
        }
    }
}

/// From the worker to the app.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromWorker {
    /// The worker has started; nothing may be sent to it before.
    Ready {
        /// [`PROTOCOL`] as the worker knows it.
        protocol: u32,
    },
    /// The picture is ready; its JPEG is in the buffer.
    Prepared {
        /// The request's.
        id: u32,
        /// What is known about the JPEG.
        facts: PictureFacts,
    },
    /// The picture is shown: a small JPEG of all of it, upright, is in the buffer.
    Proposed {
        /// The request's.
        id: u32,
        /// Pixels across the upright original.
        width: u32,
        /// Pixels down the upright original.
        height: u32,
        /// Where a document seems to be.
        corners: Option<Corners>,
    },
    /// The picture is refused.
    Refused {
        /// The request's.
        id: u32,
        /// Why.
        error: PictureError,
    },
    /// The file's bytes are not to be had: it was deleted meanwhile, or lies in a cloud.
    Unreadable {
        /// The request's.
        id: u32,
    },
}

/// What is known about a prepared picture, apart from its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFacts {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Advice for the applicant.
    pub findings: Vec<PictureFinding>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_survive_the_journey_as_json() {
        let request = ToWorker::Prepare { id: 7, purpose: Purpose::Face };
        let json = serde_json::to_string(&request).unwrap();
        assert_eq!(json, r#"{"type":"prepare","id":7,"purpose":"face"}"#);
        assert_eq!(serde_json::from_str::<ToWorker>(&json).unwrap(), request);

        let cut = ToWorker::Cut { id: 7, purpose: Purpose::Document, corners: Corners::rectangle(0.1, 0.2, 0.9, 0.8) };
        let json = serde_json::to_string(&cut).unwrap();
        assert_eq!(serde_json::from_str::<ToWorker>(&json).unwrap(), cut);

        // As `js/picture.js` writes it.
        let json = r#"{"type":"fit","id":7,"fit":{"width":1600,"height":1200,"quality":80,"budget":500000}}"#;
        let fit = Fit { width: 1600, height: 1200, quality: 80, budget: 500_000 };
        assert_eq!(serde_json::from_str::<ToWorker>(json).unwrap(), ToWorker::Fit { id: 7, fit });

        let refused = FromWorker::Refused { id: 7, error: PictureError::TooManyBytes { bytes: 9, limit: 5 } };
        let json = serde_json::to_string(&refused).unwrap();
        assert_eq!(json, r#"{"type":"refused","id":7,"error":{"code":"too_many_bytes","bytes":9,"limit":5}}"#);
        assert_eq!(serde_json::from_str::<FromWorker>(&json).unwrap(), refused);
    }

    #[test]
    fn the_module_for_other_pages_speaks_this_version_within_these_limits() {
        let script = include_str!("../../js/picture.js");
        for line in [
            format!("const PROTOCOL = {PROTOCOL};"),
            format!("const MOST_BYTES = {};", crate::Limits::DEVICE.max_bytes),
        ] {
            assert!(script.lines().any(|written| written == line), "{line}");
        }
    }
}
