//! The program in the browser's picture worker: one request, one answer, nothing kept in between.
//!
//! It answers within the message's own event, never from a promise: whatever traps there reaches the page as the
//! worker's `error` event, and the page starts a new worker.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use pictures::protocol::{FromWorker, PROTOCOL, PictureFacts, ToWorker};
use pictures::{Limits, PictureError, Prepared, Proposal, cut, fit, prepare, propose};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

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
    let buffer: ArrayBuffer = message.get(1).dyn_into()?;
    let file = copy_in(buffer);
    let limits = &Limits::DEVICE;
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

/// The buffer's bytes in this module's memory.
fn copy_in(buffer: ArrayBuffer) -> Result<Vec<u8>, PictureError> {
    let view = Uint8Array::new(&buffer);
    let length = view.length() as usize;
    Limits::DEVICE.check_bytes(length as u64)?;
    let mut file = Vec::new();
    file.try_reserve_exact(length).map_err(|_| PictureError::OutOfMemory)?;
    file.resize(length, 0);
    view.copy_to(&mut file);
    Ok(file)
}

fn send(scope: &DedicatedWorkerGlobalScope, message: &FromWorker, buffer: Option<ArrayBuffer>) -> Result<(), JsValue> {
    let text = serde_json::to_string(message).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let transfer: Array = buffer.iter().collect();
    let message = Array::of2(&text.into(), &buffer.map_or(JsValue::UNDEFINED, Into::into));
    scope.post_message_with_transfer(&message, &transfer)
}
