//! The program in the browser's picture worker: one request, one answer, nothing kept in between.
//!
//! It answers within the message's own event, never from a promise: whatever traps there reaches the page as the
//! worker's `error` event, and the page starts a new worker.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use pictures::protocol::{FromWorker, PROTOCOL, PictureFacts, ToWorker};
use pictures::{Limits, PictureError, Prepared, Proposal, cut, fit, prepare, propose};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// How much of a file is read at a time, in bytes: it is in memory twice for that long.
const PIECE: usize = 1 << 20;

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Err(error) = answer(&answering, &event) {
            wasm_bindgen::throw_val(error);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives until the page ends it, and so does its only listener.
    on_message.forget();
    if let Err(error) = send(&scope, &FromWorker::Ready { protocol: PROTOCOL }, None) {
        wasm_bindgen::throw_val(error);
    }
}

fn answer(scope: &DedicatedWorkerGlobalScope, event: &MessageEvent) -> Result<(), JsValue> {
    let message: Array = event.data().dyn_into()?;
    let text = message.get(0).as_string().unwrap_or_default();
    let request: ToWorker = serde_json::from_str(&text).map_err(|_| JsValue::from_str("unknown message"))?;
    let file: Blob = message.get(1).dyn_into()?;
    let limits = &Limits::DEVICE;
    let Ok(file) = copy_in(&file) else { return send(scope, &FromWorker::Unreadable { id: request.id() }, None) };
    let (id, answer) = match request {
        ToWorker::Prepare { id, purpose } => {
            (id, file.and_then(|file| prepare(&file, purpose, limits)).map(|picture| prepared(id, picture)))
        }
        ToWorker::Cut { id, purpose, corners } => {
            (id, file.and_then(|file| cut(&file, &corners, purpose, limits)).map(|picture| prepared(id, picture)))
        }
        ToWorker::Fit { id, fit: into } => {
            (id, file.and_then(|file| fit(&file, &into, limits)).map(|picture| prepared(id, picture)))
        }
        ToWorker::Propose { id } => {
            (id, file.and_then(|file| propose(&file, limits)).map(|proposal| proposed(id, proposal)))
        }
    };
    match answer {
        Ok((message, jpeg)) => send(scope, &message, Some(Uint8Array::from(jpeg.as_slice()).buffer())),
        Err(error) => send(scope, &FromWorker::Refused { id, error }, None),
    }
}

/// The answer that a picture is ready, with its bytes.
fn prepared(id: u32, picture: Prepared) -> (FromWorker, Vec<u8>) {
    let Prepared { jpeg, width, height, sha256, findings } = picture;
    (FromWorker::Prepared { id, facts: PictureFacts { width, height, sha256, findings } }, jpeg)
}

/// The answer where a document seems to be, with the picture to see it in.
fn proposed(id: u32, proposal: Proposal) -> (FromWorker, Vec<u8>) {
    let Proposal { jpeg, width, height, corners } = proposal;
    (FromWorker::Proposed { id, width, height, corners }, jpeg)
}

/// The file's bytes in this module's memory, or why they are refused. The error is that they cannot be read.
fn copy_in(file: &Blob) -> Result<Result<Vec<u8>, PictureError>, JsValue> {
    // A file's size is a whole number far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    let length = file.size() as usize;
    let mut bytes = Vec::new();
    if let Err(refused) = Limits::DEVICE.check_bytes(length as u64) {
        return Ok(Err(refused));
    }
    if bytes.try_reserve_exact(length).is_err() {
        return Ok(Err(PictureError::OutOfMemory));
    }
    bytes.resize(length, 0);
    let reader = FileReaderSync::new()?;
    let mut start = 0;
    for piece in bytes.chunks_mut(PIECE) {
        let end = start + piece.len();
        let slice = file.slice_with_f64_and_f64(start as f64, end as f64)?;
        let buffer = reader.read_as_array_buffer(&slice)?;
        let read = Uint8Array::new(&buffer);
        if read.length() as usize != piece.len() {
            return Err(JsValue::from_str("the file has become shorter"));
        }
        read.copy_to(piece);
        start = end;
    }
    Ok(Ok(bytes))
}

fn send(scope: &DedicatedWorkerGlobalScope, message: &FromWorker, buffer: Option<ArrayBuffer>) -> Result<(), JsValue> {
    let text = serde_json::to_string(message).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let transfer: Array = buffer.iter().collect();
    let message = Array::of2(&text.into(), &buffer.map_or(JsValue::UNDEFINED, Into::into));
    scope.post_message_with_transfer(&message, &transfer)
}
