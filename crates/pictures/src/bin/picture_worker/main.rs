//! The program in the browser's picture worker: one request, one answer, nothing kept in between. `js/worker.js` hands it
//! the messages and brings their files into its memory.

#[cfg(not(feature = "codec"))]
mod browser;

use js_sys::{Array, ArrayBuffer, JSON, Reflect, Uint8Array};
use pictures::protocol::{FromWorker, PROTOCOL, ToWorker};
use pictures::{Corners, Fit, Kind, Limits, PictureError, Point, Purpose, Source, answer, header, refused};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope};

/// As many bytes tell of any file what it is.
const TELLING: u32 = 512;

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

/// Whether a file that begins like this is one for the module that takes PNGs.
#[wasm_bindgen]
#[must_use]
pub fn is_for_png_module(start: &Uint8Array) -> bool {
    !cfg!(feature = "codec") && Kind::of(&start.subarray(0, TELLING).to_vec()) == Some(Kind::Png)
}

/// A request whose file is brought into this module's memory, piece by piece, so that it is nowhere a second time.
#[wasm_bindgen]
pub struct Arrival {
    request: ToWorker,
    bytes: Vec<u8>,
}

#[wasm_bindgen]
impl Arrival {
    /// Makes room for a message's file. Nothing, once that is answered, where it is empty or too large, or there is no memory
    /// for it.
    ///
    /// # Errors
    /// What the browser throws, and what is no message.
    pub fn of(message: &Array) -> Result<Option<Self>, JsValue> {
        let (request, length) = read(message)?;
        let mut bytes = Vec::new();
        let room = limits().check_bytes(length as u64).and_then(|()| {
            bytes.try_reserve_exact(length).map_err(|_| PictureError::OutOfMemory)?;
            bytes.resize(length, 0);
            Ok(())
        });
        match room {
            Ok(()) => Ok(Some(Self { request, bytes })),
            Err(error) => send(&refused(&request, error), None).map(|()| None),
        }
    }

    /// Where in the memory there is room for it.
    pub fn place(&mut self) -> *mut u8 {
        self.bytes.as_mut_ptr()
    }

    /// Answers that the file can't be read.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn answer_unreadable(&self) -> Result<(), JsValue> {
        send(&FromWorker::Unreadable { id: self.request.id() }, None)
    }

    /// Answers, once all of the file is there. Where its pixels are for the browser to make, says how they are wanted:
    /// `upright`; `as stored`, which of a WebP they are anyway; or `in planes`, which is a WebP without colours but those of
    /// sRGB.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn answer(&self) -> Result<Option<String>, JsValue> {
        let Self { request, bytes } = self;
        let Some(kind) = Kind::of(bytes).filter(|kind| kind.is_left_to_browsers()) else {
            return send_answer(answer(request, &mut Source::File(bytes), &limits())).map(|()| None);
        };
        match header::check_announced(bytes, bytes.len() as u64, &limits()) {
            Ok(()) if kind != Kind::Webp => Ok(Some("upright".into())),
            Ok(()) if header::webp_has_profile(bytes) => Ok(Some("as stored".into())),
            Ok(()) => Ok(Some("in planes".into())),
            Err(error) => send(&refused(request, error), None).map(|()| None),
        }
    }
}

/// What this device spends on a picture.
fn limits() -> Limits {
    let memory =
        Fields(js_sys::global().into()).field("navigator").and_then(|navigator| navigator.float("deviceMemory"));
    Limits::of_device(memory)
}

/// The request of a message, and how many bytes its file has.
fn read(message: &Array) -> Result<(ToWorker, usize), JsValue> {
    let text = message.get(0).as_string().unwrap_or_default();
    let request = Fields(JSON::parse(&text)?).request().ok_or_else(|| JsValue::from_str("unknown message"))?;
    let file: Blob = message.get(1).dyn_into()?;
    // A whole number far below 2^53.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
    let length = file.size() as usize;
    Ok((request, length))
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

fn send_answer((message, jpeg): (FromWorker, Option<Vec<u8>>)) -> Result<(), JsValue> {
    send(&message, jpeg.as_deref())
}

fn send(message: &FromWorker, jpeg: Option<&[u8]>) -> Result<(), JsValue> {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let buffer: Option<ArrayBuffer> = jpeg.map(|jpeg| Uint8Array::from(jpeg).buffer());
    let transfer: Array = buffer.iter().collect();
    let message = Array::of2(&message.to_json().into(), &buffer.map_or(JsValue::UNDEFINED, Into::into));
    scope.post_message_with_transfer(&message, &transfer)
}
