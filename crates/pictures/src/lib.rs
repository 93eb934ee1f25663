//! Pictures of documents and faces, on their way from a camera to the police station.
//!
//! A file is judged by its header before a pixel of it is decoded ([`header`]), then decoded, reduced, turned upright,
//! looked at ([`PictureFinding`]) and encoded again within a byte budget. Nothing of the original's metadata is left, so
//! no place where a photograph was taken leaves the phone.
//!
//! The same code runs in the browser's worker and in the API server. Without features this crate is types and header
//! reading only; `codec` adds [`prepare`] and [`recheck`]; `worker` adds what the worker program needs.

mod corners;
mod error;
mod finding;
mod fit;
pub mod header;
mod limits;
pub mod protocol;
mod purpose;

#[cfg(feature = "jpeg")]
mod codec;

#[cfg(feature = "jpeg")]
pub use codec::{
    BrowserPixels, PixelAccess, Pixels, Prepared, Proposal, Source, answer, cut, fit, prepare, propose, recheck,
    reduce, refused,
};
#[cfg(feature = "watch")]
pub use codec::{Stage, StageName, Watched, watch};
#[cfg(feature = "codec")]
pub use codec::{THUMBNAIL_SIDE, thumbnail};
pub use corners::{Corners, CornersError, Point};
pub use error::PictureError;
pub use finding::{PictureFinding, Region};
pub use fit::Fit;
pub use header::Kind;
pub use limits::Limits;
pub use purpose::{FACE_RATIO, Purpose};
