//! What a request becomes: the worker's whole work, but for the browser's part of it.

use super::source::Source;
use super::{Prepared, Proposal, cut_from, fit_from, prepare_from, propose_from};
use crate::protocol::{FromWorker, PictureFacts, ToWorker};
use crate::{Limits, PictureError};

/// Does what a request asks for. Gives the answer with the JPEG that belongs to it; the answer to a refused picture has
/// none.
pub fn answer(request: &ToWorker, source: &mut Source, limits: &Limits) -> (FromWorker, Option<Vec<u8>>) {
    let made = match *request {
        ToWorker::Prepare { id, purpose } => prepare_from(source, purpose, limits).map(|it| prepared(id, it)),
        ToWorker::Cut { id, purpose, ref corners } => {
            cut_from(source, corners, purpose, limits).map(|it| prepared(id, it))
        }
        ToWorker::Fit { id, ref fit } => fit_from(source, fit, limits).map(|it| prepared(id, it)),
        ToWorker::Propose { id } => propose_from(source, limits).map(|it| proposed(id, it)),
    };
    match made {
        Ok((message, jpeg)) => (message, Some(jpeg)),
        Err(error) => (refused(request, error), None),
    }
}

/// The answer that a picture is refused.
#[must_use]
pub const fn refused(request: &ToWorker, error: PictureError) -> FromWorker {
    FromWorker::Refused { id: request.id(), error }
}

fn prepared(id: u32, picture: Prepared) -> (FromWorker, Vec<u8>) {
    let Prepared { jpeg, width, height, findings } = picture;
    (FromWorker::Prepared { id, facts: PictureFacts { width, height, findings } }, jpeg)
}

fn proposed(id: u32, proposal: Proposal) -> (FromWorker, Vec<u8>) {
    let Proposal { jpeg, width, height, corners } = proposal;
    (FromWorker::Proposed { id, width, height, corners }, jpeg)
}
