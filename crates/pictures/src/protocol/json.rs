//! JSON of what the worker says, and of nothing else: `serde_json` can do all there is, and weighs as much in the browser as
//! our decoder.

use std::fmt::{self, Display};

use serde::ser::{self, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use super::FromWorker;

impl FromWorker {
    /// The message as JSON. Fractions have six digits, which is more than a place in a picture needs.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = Json(String::new());
        // What can't be written is no part of any message; a test has them all.
        if self.serialize(&mut json).is_err() {
            json.0.clear();
        }
        json.0
    }
}

/// What has been written.
struct Json(String);

/// A list or an object that has been begun.
struct Begun<'a> {
    json: &'a mut Json,
    is_empty: bool,
    end: &'static str,
}

/// Something that no message has.
#[derive(Debug)]
struct Unheard;

impl Display for Unheard {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("no message has this")
    }
}

impl std::error::Error for Unheard {}

impl ser::Error for Unheard {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

impl Json {
    // Not inlined: it is called from everywhere, and never in a hurry.
    #[inline(never)]
    fn put(&mut self, text: &str) {
        self.0.push_str(text);
    }

    #[inline(never)]
    fn put_number(&mut self, number: u64) {
        if number >= 10 {
            self.put_number(number / 10);
        }
        self.0.push(char::from(b'0' + (number % 10) as u8));
    }

    fn begin(&mut self, start: &str, end: &'static str) -> Begun<'_> {
        self.put(start);
        Begun { json: self, is_empty: true, end }
    }
}

impl Begun<'_> {
    #[inline(never)]
    fn next(&mut self) -> &mut Json {
        if !std::mem::replace(&mut self.is_empty, false) {
            self.json.put(",");
        }
        self.json
    }

    fn finish(self) {
        self.json.put(self.end);
    }
}

impl SerializeSeq for Begun<'_> {
    type Ok = ();
    type Error = Unheard;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unheard> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<(), Unheard> {
        self.finish();
        Ok(())
    }
}

impl SerializeStruct for Begun<'_> {
    type Ok = ();
    type Error = Unheard;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unheard> {
        let json = self.next();
        json.serialize_str(key)?;
        json.put(":");
        value.serialize(json)
    }

    fn end(self) -> Result<(), Unheard> {
        self.finish();
        Ok(())
    }
}

/// Functions of a serializer for what no message has.
macro_rules! unheard {
    ($($name:ident($($of:ty),*) -> $gives:ty;)*) => {
        $(fn $name(self, $(_: $of),*) -> Result<$gives, Unheard> {
            Err(Unheard)
        })*
    };
}

impl<'a> Serializer for &'a mut Json {
    type Ok = ();
    type Error = Unheard;
    type SerializeSeq = Begun<'a>;
    type SerializeStruct = Begun<'a>;
    type SerializeTuple = Impossible<(), Unheard>;
    type SerializeTupleStruct = Impossible<(), Unheard>;
    type SerializeTupleVariant = Impossible<(), Unheard>;
    type SerializeMap = Impossible<(), Unheard>;
    type SerializeStructVariant = Impossible<(), Unheard>;

    fn serialize_u8(self, number: u8) -> Result<(), Unheard> {
        self.serialize_u64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<(), Unheard> {
        self.serialize_u64(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<(), Unheard> {
        self.serialize_u64(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<(), Unheard> {
        self.put_number(number);
        Ok(())
    }

    /// Places in a picture, which are 0 at least and 1 at most.
    fn serialize_f32(self, number: f32) -> Result<(), Unheard> {
        let millionths = (f64::from(number.clamp(0.0, 1.0)) * 1e6).round() as u64;
        self.put_number(millionths / 1_000_000);
        self.put(".");
        let mut digit = 100_000;
        while digit > 0 {
            self.put_number(millionths / digit % 10);
            digit /= 10;
        }
        Ok(())
    }

    /// Words of the protocol, none of which has anything to be escaped.
    #[inline(never)]
    fn serialize_str(self, text: &str) -> Result<(), Unheard> {
        if text.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            return Err(Unheard);
        }
        self.put("\"");
        self.put(text);
        self.put("\"");
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Unheard> {
        self.put("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unheard> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unheard> {
        self.serialize_str(variant)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Begun<'a>, Unheard> {
        Ok(self.begin("[", "]"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Begun<'a>, Unheard> {
        Ok(self.begin("{", "}"))
    }

    unheard! {
        serialize_bool(bool) -> ();
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Result<(), Unheard> {
        Err(Unheard)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unheard> {
        Err(Unheard)
    }
}

#[cfg(test)]
mod tests {
    use super::super::PictureFacts;
    use super::*;
    use crate::{Corners, CornersError, Kind, PictureError, PictureFinding, Point, Region};

    #[test]
    fn every_message_is_the_one_that_serde_json_writes() {
        let region = Region { left: 1, top: 20, width: 300, height: 1000 };
        let findings = vec![
            PictureFinding::Blurred,
            PictureFinding::Glare { region },
            PictureFinding::BackgroundNotWhite { white_percent: 40 },
            PictureFinding::CroppedToRatio { kept: region },
        ];
        let facts = |findings| PictureFacts { width: 2000, height: 1500, findings };
        let quarters = Corners { top_right: Point { x: 1.0, y: 0.0 }, ..Corners::rectangle(0.25, 0.5, 0.75, 0.125) };
        let proposed = |corners| FromWorker::Proposed { id: 7, width: 4000, height: 3000, corners };
        let mut messages = vec![
            FromWorker::Ready { protocol: 3 },
            FromWorker::Prepared { id: u32::MAX, facts: facts(findings) },
            FromWorker::Prepared { id: 0, facts: facts(Vec::new()) },
            proposed(None),
            proposed(Some(quarters)),
            FromWorker::Unreadable { id: 10 },
        ];
        let errors = [
            PictureError::Empty,
            PictureError::UnsupportedKind { kind: Kind::Heic },
            PictureError::TooManyBytes { bytes: u64::MAX, limit: 1 },
            PictureError::TooManyPixels { width: 1, height: 100 },
            PictureError::TooSmall { width: 1, height: 1, min_width: 2, min_height: 2 },
            PictureError::BadCorners { problem: CornersError::TooSmall },
            PictureError::BudgetOutOfReach { limit: 1 },
        ];
        messages.extend(errors.map(|error| FromWorker::Refused { id: 7, error }));
        for message in messages {
            let read: serde_json::Value = serde_json::from_str(&message.to_json()).unwrap();
            assert_eq!(read, serde_json::to_value(&message).unwrap());
        }
    }

    #[test]
    fn places_are_exact_to_a_millionth_and_within_the_picture() {
        let corners = Corners::rectangle(0.123_456_7, -0.1, 1.2, 0.000_001);
        let message = FromWorker::Proposed { id: 1, width: 1, height: 1, corners: Some(corners) };
        let read: FromWorker = serde_json::from_str(&message.to_json()).unwrap();
        let FromWorker::Proposed { corners: Some(read), .. } = read else { panic!("{read:?}") };
        assert_eq!(read, Corners::rectangle(0.123_457, 0.0, 1.0, 0.000_001));
    }

    #[test]
    fn what_would_have_to_be_escaped_is_not_written() {
        assert!("\"".serialize(&mut Json(String::new())).is_err());
    }
}
