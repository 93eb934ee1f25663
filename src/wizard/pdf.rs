//! A PDF in the place of pictures: kept and sent as it is, and looked at by the server.

use rules::draft::Picture;
use web_sys::File;
use wire::picture::MAX_PICTURE_BYTES;

use super::{Wizard, saved::About};
use crate::device::{
    crypto,
    file::{self, Unreadable},
    worker::PictureFailure,
};

/// Whether a file calls itself a PDF, whatever its name says.
pub(super) async fn is_one(file: &File) -> bool {
    file::begins_with(file, b"%PDF-").await
}

impl Wizard {
    /// A PDF was chosen for an item that takes one.
    pub(super) async fn take_pdf(self, attempt: &str, file: &File) {
        match read(file).await {
            Ok((page, bytes)) => {
                self.take(attempt, page, &bytes, About { name: file.name(), ..About::default() }).await;
            }
            Err(failure) => self.give_up(attempt, failure),
        }
    }
}

async fn read(file: &File) -> Result<(Picture, Vec<u8>), PictureFailure> {
    // Asked before it is read: it may be of any size.
    #[allow(clippy::cast_precision_loss, reason = "a few million")]
    if file.size() > MAX_PICTURE_BYTES as f64 {
        return Err(PictureFailure::PdfTooLarge);
    }
    let bytes = file::bytes(file).await.map_err(|Unreadable| PictureFailure::Unreadable)?;
    // A page without cryptography keeps nothing either, and nobody can be signed in on it.
    let id = crypto::sha256(&bytes).await.map_err(|_| PictureFailure::Unreadable)?;
    let size = u32::try_from(bytes.len()).map_err(|_| PictureFailure::PdfTooLarge)?;
    Ok((Picture::pdf(id, size), bytes))
}
