//! Pictures whose pixels the browser makes: of these the small module takes care, whatever else is loaded.

use js_sys::{Function, Uint8Array, Uint8ClampedArray};
use pictures::header::{self, Orientation};
use pictures::{BrowserPixels, Kind, PictureError, PixelAccess, Source, answer, refused};
use wasm_bindgen::prelude::*;

use crate::{Arrival, limits, send, send_answer};

#[wasm_bindgen]
impl Arrival {
    /// Answers with the pixels that the browser makes of the file. `rows` gives those from one row on, as many as are asked
    /// for, of the picture reduced to one of so many pixels.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn answer_by_rows(&self, width: u32, height: u32, rows: &Function) -> Result<(), JsValue> {
        let mut copy = |from: usize, by: u32, strip: &mut [u8]| {
            let count = strip.len() / ((width / by) as usize * 4);
            let copied = rows.call3(&JsValue::UNDEFINED, &(from as u32).into(), &(count as u32).into(), &by.into());
            let given = copied.ok().and_then(|copied| copied.dyn_into::<Uint8ClampedArray>().ok());
            given.filter(|given| given.length() as usize == strip.len()).map(|given| given.copy_to(strip)).is_some()
        };
        self.answer_by((width, height), PixelAccess::Rows(&mut copy))
    }

    /// The same with brightness and colours in planes, see [`PixelAccess::Planes`].
    ///
    /// # Errors
    /// What the browser throws.
    pub fn answer_by_planes(&self, width: u32, height: u32, planes: &Uint8Array) -> Result<(), JsValue> {
        let mut copy = |from: usize, samples: &mut [u8]| {
            let given = planes.subarray(from as u32, (from + samples.len()) as u32);
            let is_there = given.length() as usize == samples.len();
            if is_there {
                given.copy_to(samples);
            }
            is_there
        };
        self.answer_by((width, height), PixelAccess::Planes(&mut copy))
    }

    /// Answers that the browser can't decode the file.
    ///
    /// # Errors
    /// What the browser throws.
    pub fn refuse_kind(&self) -> Result<(), JsValue> {
        let kind = Kind::of(&self.bytes).ok_or(JsValue::UNDEFINED)?;
        send(&refused(&self.request, PictureError::UnsupportedKind { kind }), None)
    }

    fn answer_by(&self, size: (u32, u32), access: PixelAccess) -> Result<(), JsValue> {
        let kind = Kind::of(&self.bytes).ok_or(JsValue::UNDEFINED)?;
        let orientation = if kind == Kind::Webp { header::webp_orientation(&self.bytes) } else { Orientation::Upright };
        let pixels = BrowserPixels { kind, size, orientation, access };
        send_answer(answer(&self.request, &mut Source::Pixels(pixels), &limits()))
    }
}
