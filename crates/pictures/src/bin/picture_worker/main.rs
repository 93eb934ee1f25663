//! The program in the browser's picture worker: one request, one answer, nothing kept in between. `js/worker.js` hands it
//! the messages.
//!
//! It answers within the message's own event, never from a promise: whatever traps there reaches the page as the
//! worker's `error` event, and the page starts a new worker.

#[cfg(not(feature = "codec"))]
mod browser;

use js_sys::{Array, ArrayBuffer, JSON, Reflect, Uint8Array};
use pictures::protocol::{FromWorker, PROTOCOL, ToWorker};
use pictures::{Corners, Fit, Kind, Limits, PictureError, Point, Purpose, Source, answer, header, refused};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageChannel};

/// How much of a file is read at a time, in bytes: it is in memory twice for that long. Smaller pieces take longer, since each
/// of them asks another process: a photograph of 4.4 MB comes in 16 ms by one megabyte and in 6 at once (Chromium 156).
const PIECE: usize = 6 << 20;

/// The modules have no life of their own.
fn main() {}

/// Says that the worker is there, and its version.
///
/// # Errors
/// What the browser throws.
#[wasm_bindgen]
pub fn greet() -> Result<(), JsValue> {
    send(&FromWorker::Ready { protocol: PROTOCOL }, None)
}

/// Answers a message. Where that is not for this module to do, gives for whom it is: `png`, the module that takes PNGs, or
/// `browser`, whose pixels go to [`browser::answer_pixels`], upright but for those of a WebP. That is for `browser as stored`, or, where
/// it has no colours but those of sRGB, for `browser in planes`, which go to [`browser::answer_planes`].
///
/// # Errors
/// What the browser throws, and what is no message.
#[wasm_bindgen]
pub fn answer_file(message: &Array) -> Result<Option<String>, JsValue> {
    let (request, file) = read(message)?;
    let limits = &limits();
    let length = length(&file);
    if let Err(error) = limits.check_bytes(length as u64) {
        return send(&refused(&request, error), None).map(|()| None);
    }
    let unreadable = || send(&FromWorker::Unreadable { id: request.id() }, None).map(|()| None);
    let no_room = || send(&refused(&request, PictureError::OutOfMemory), None).map(|()| None);
    // Most files are in their first piece as a whole.
    let mut bytes = Vec::new();
    if !make_room(&mut bytes, length.min(PIECE)) {
        return no_room();
    }
    if copy_in(&file, 0, &mut bytes).is_err() {
        return unreadable();
    }
    match Kind::of(&bytes) {
        Some(Kind::Png) if !cfg!(feature = "codec") => return Ok(Some("png".into())),
        Some(kind) if kind.is_left_to_browsers() => {
            return match header::check_announced(&bytes, length as u64, limits) {
                Ok(()) if kind != Kind::Webp => Ok(Some("browser".into())),
                Ok(()) if header::webp_has_profile(&bytes) => Ok(Some("browser as stored".into())),
                Ok(()) => Ok(Some("browser in planes".into())),
                Err(error) => send(&refused(&request, error), None).map(|()| None),
            };
        }
        _ => {}
    }
    let begun = bytes.len();
    if !make_room(&mut bytes, length) {
        return no_room();
    }
    if copy_in(&file, begun, &mut bytes[begun..]).is_err() {
        return unreadable();
    }
    let (message, jpeg) = answer(&request, &mut Source::File(&bytes), limits);
    send(&message, jpeg.as_deref()).map(|()| None)
}

/// What this device spends on a picture.
fn limits() -> Limits {
    let memory =
        Fields(js_sys::global().into()).field("navigator").and_then(|navigator| navigator.float("deviceMemory"));
    Limits::of_device(memory)
}

/// The request and the file of a message.
fn read(message: &Array) -> Result<(ToWorker, Blob), JsValue> {
    let text = message.get(0).as_string().unwrap_or_default();
    let request = Fields(JSON::parse(&text)?).request().ok_or_else(|| JsValue::from_str("unknown message"))?;
    Ok((request, message.get(1).dyn_into()?))
}

/// An object of a message. The browser reads JSON by itself; what makes a [`ToWorker`] of it weighs less than `serde_json`.
struct Fields(JsValue);

impl Fields {
    fn field(&self, name: &str) -> Option<Self> {
        Reflect::get(&self.0, &JsValue::from_str(name)).ok().map(Self)
    }

    fn text(&self, name: &str) -> Option<String> {
        self.field(name)?.0.as_string()
    }

    fn float(&self, name: &str) -> Option<f64> {
        self.field(name)?.0.as_f64()
    }

    /// A whole number.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whatever is cut off is no number of ours"
    )]
    fn number(&self, name: &str) -> Option<u32> {
        self.float(name).map(|number| number as u32).filter(|&number| self.float(name) == Some(number.into()))
    }

    fn request(&self) -> Option<ToWorker> {
        let id = self.number("id")?;
        Some(match self.text("type")?.as_str() {
            "prepare" => ToWorker::Prepare { id, purpose: self.purpose()? },
            "propose" => ToWorker::Propose { id },
            "cut" => ToWorker::Cut { id, purpose: self.purpose()?, corners: self.field("corners")?.corners()? },
            "fit" => ToWorker::Fit { id, fit: self.field("fit")?.fit()? },
            _ => return None,
        })
    }

    fn purpose(&self) -> Option<Purpose> {
        match self.text("purpose")?.as_str() {
            "document" => Some(Purpose::Document),
            "portrait_side" => Some(Purpose::PortraitSide),
            "emblem_side" => Some(Purpose::EmblemSide),
            "face" => Some(Purpose::Face),
            _ => None,
        }
    }

    #[allow(clippy::cast_possible_truncation, reason = "fractions of a side, to whose pixels a float is exact")]
    fn corners(&self) -> Option<Corners> {
        let point = |name: &str| {
            let point = self.field(name)?;
            Some(Point { x: point.float("x")? as f32, y: point.float("y")? as f32 })
        };
        Some(Corners {
            top_left: point("top_left")?,
            top_right: point("top_right")?,
            bottom_right: point("bottom_right")?,
            bottom_left: point("bottom_left")?,
        })
    }

    fn fit(&self) -> Option<Fit> {
        Some(Fit {
            width: self.number("width")?,
            height: self.number("height")?,
            quality: self.number("quality")?.try_into().ok()?,
            budget: self.number("budget")?,
        })
    }
}

/// A file's size in bytes.
fn length(file: &Blob) -> usize {
    // A whole number far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    let length = file.size() as usize;
    length
}

/// Makes a buffer as long as this, unless there is no memory for it.
fn make_room(bytes: &mut Vec<u8>, length: usize) -> bool {
    let has_room = bytes.try_reserve_exact(length - bytes.len()).is_ok();
    if has_room {
        bytes.resize(length, 0);
    }
    has_room
}

/// Copies a part of a file, from a place on, into this module's memory. The error is that it cannot be read.
fn copy_in(file: &Blob, mut start: usize, bytes: &mut [u8]) -> Result<(), JsValue> {
    let reader = FileReaderSync::new()?;
    for piece in bytes.chunks_mut(PIECE) {
        let end = start + piece.len();
        let slice = file.slice_with_f64_and_f64(start as f64, end as f64)?;
        let buffer = reader.read_as_array_buffer(&slice)?;
        let read = Uint8Array::new(&buffer);
        if read.length() as usize != piece.len() {
            return Err(JsValue::from_str("the file has become shorter"));
        }
        read.copy_to(piece);
        let_go(&buffer)?;
        start = end;
    }
    Ok(())
}

/// Gives a buffer's memory back at once: until the engine looks for what nobody needs any more, pieces would add up to a
/// second copy of a large file. What is sent to a port that is closed is dropped with its buffers; `ArrayBuffer.transfer`
/// leaves them to what the file was read by.
fn let_go(buffer: &ArrayBuffer) -> Result<(), JsValue> {
    let channel = MessageChannel::new()?;
    channel.port2().close();
    channel.port1().post_message_with_transferable(&JsValue::NULL, &Array::of1(buffer))
}

fn send(message: &FromWorker, jpeg: Option<&[u8]>) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let buffer: Option<ArrayBuffer> = jpeg.map(|jpeg| Uint8Array::from(jpeg).buffer());
    let transfer: Array = buffer.iter().collect();
    let message = Array::of2(&message.to_json().into(), &buffer.map_or(JsValue::UNDEFINED, Into::into));
    scope.post_message_with_transfer(&message, &transfer)
}
