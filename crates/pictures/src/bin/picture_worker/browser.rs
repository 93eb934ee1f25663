//! Pictures whose pixels the browser makes: of these the small module takes care, whatever else is loaded.

use js_sys::{Array, Function, Uint8Array, Uint8ClampedArray};
use pictures::header::{self, Orientation};
use pictures::{BrowserPixels, Copy, Kind, PictureError, Source, answer, refused};
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use crate::{copy_in, length, limits, read, send};

/// Answers a message with the pixels that the browser makes of its file. `rows` gives those from one row on, as
/// many as are asked for, of the picture reduced to one of so many pixels.
///
/// # Errors
/// As [`answer_file`](crate::answer_file).
#[wasm_bindgen]
pub fn answer_pixels(message: &Array, width: u32, height: u32, rows: &Function) -> Result<(), JsValue> {
    answer_copied(
        message,
        (width, height),
        Copy::Rows(&mut |from, by, strip| {
            let count = strip.len() / ((width / by) as usize * 4);
            let copied = rows.call3(&JsValue::UNDEFINED, &(from as u32).into(), &(count as u32).into(), &by.into());
            let given = copied.ok().and_then(|copied| copied.dyn_into::<Uint8ClampedArray>().ok());
            given.filter(|given| given.length() as usize == strip.len()).map(|given| given.copy_to(strip)).is_some()
        }),
    )
}

/// The same with brightness and colours in planes, see [`Copy::Planes`].
///
/// # Errors
/// As [`answer_file`](crate::answer_file).
#[wasm_bindgen]
pub fn answer_planes(message: &Array, width: u32, height: u32, planes: &Uint8Array) -> Result<(), JsValue> {
    answer_copied(
        message,
        (width, height),
        Copy::Planes(&mut |from, samples| {
            let given = planes.subarray(from as u32, (from + samples.len()) as u32);
            let is_there = given.length() as usize == samples.len();
            if is_there {
                given.copy_to(samples);
            }
            is_there
        }),
    )
}

fn answer_copied(message: &Array, size: (u32, u32), copy: Copy) -> Result<(), JsValue> {
    let (request, file) = read(message)?;
    let kind = kind(&file)?;
    let orientation = match kind {
        Kind::Webp => header::webp_orientation(&mut |at, part| copy_in(&file, at, part).is_ok()),
        _ => Orientation::Upright,
    };
    let pixels = BrowserPixels { kind, size, orientation, copy };
    let (message, jpeg) = answer(&request, &mut Source::Pixels(pixels), &limits());
    send(&message, jpeg.as_deref())
}

/// Answers a message whose file the browser cannot decode.
///
/// # Errors
/// As [`answer_file`](crate::answer_file).
#[wasm_bindgen]
pub fn refuse_kind(message: &Array) -> Result<(), JsValue> {
    let (request, file) = read(message)?;
    send(&refused(&request, PictureError::UnsupportedKind { kind: kind(&file)? }), None)
}

/// What a file is that was found to be of some kind before.
fn kind(file: &Blob) -> Result<Kind, JsValue> {
    let mut start = vec![0; length(file).min(512)];
    copy_in(file, 0, &mut start)?;
    Kind::of(&start).ok_or_else(|| JsValue::from_str("the file has changed"))
}
