//! An object as JSON text, which JavaScript reads faster than it takes objects field by field; in the page's engine a general
//! writer would weigh ten times as much. Numbers with a fraction are written by whoever calls: the engine's host
//! knows how, and the code for it weighs more than all of this.

use serde::Serialize;
use serde::ser::{
    Error, Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};
use std::fmt;

/// The JSON of an object of this stage; `fraction` writes numbers that are not whole.
///
/// ```
/// use crossread::wire::{Stretch, json};
/// let text = json(&Stretch { start: 4, end: 9 }, |number| number.to_string());
/// assert_eq!(text.as_deref(), Ok(r#"{"start":4,"end":9}"#));
/// ```
pub fn json(value: &impl Serialize, fraction: fn(f64) -> String) -> Result<String, NoJson> {
    let mut json = Json { text: String::new(), fraction };
    value.serialize(&mut json)?;
    Ok(json.text)
}

/// Something that the objects of this stage do not hold: bytes, numbers as keys, enums with fields.
#[derive(Debug, PartialEq, Eq)]
pub struct NoJson;

impl fmt::Display for NoJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer holds what JSON does not")
    }
}

impl std::error::Error for NoJson {}

impl Error for NoJson {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Json {
    text: String,
    fraction: fn(f64) -> String,
}

impl Json {
    fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut written = 0;
        for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'"' | b'\\' | ..0x20)) {
            self.text.push_str(&text[written..at]);
            self.text.push_str("\\u00");
            self.text.push(char::from(b'0' + (byte >> 4)));
            self.text.push(char::from(b"0123456789abcdef"[usize::from(byte & 15)]));
            written = at + 1;
        }
        self.text.push_str(&text[written..]);
        self.text.push('"');
    }

    fn whole(&mut self, number: u64) {
        let mut digits = [0; 20];
        let (mut at, mut rest) = (digits.len(), number);
        while rest > 0 || at == digits.len() {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        digits[at..].iter().for_each(|&digit| self.text.push(char::from(digit)));
    }

    fn number(&mut self, number: f64) {
        let size = number.abs();
        if !number.is_finite() {
            self.text.push_str("null");
        } else if size < 1e15 && size.trunc() == size {
            self.text.push_str(if number < 0.0 { "-" } else { "" });
            self.whole(size as u64);
        } else if let Some(parts) = ten_thousandths(size) {
            self.text.push_str(if number < 0.0 { "-" } else { "" });
            self.whole(parts / 10_000);
            self.text.push('.');
            let mut rest = parts % 10_000;
            while rest > 0 {
                self.text.push(char::from(b'0' + (rest / 1000) as u8));
                rest = rest % 1000 * 10;
            }
        } else {
            let written = (self.fraction)(number);
            self.text.push_str(&written);
        }
    }

    /// Opens a list, or an object where `close` is a brace.
    fn list(&mut self, open: char, close: char) -> List<'_> {
        self.text.push(open);
        List { json: self, is_first: true, close }
    }
}

/// How many ten-thousandths a positive number is, where it was rounded to four decimals: then these few digits are the
/// shortest that mean it, and no host need be asked.
fn ten_thousandths(number: f64) -> Option<u64> {
    let parts = (number * 10_000.0).round();
    (parts < 1e15 && parts / 10_000.0 == number).then_some(parts as u64)
}

/// A list or an object that is being written.
struct List<'a> {
    json: &'a mut Json,
    is_first: bool,
    close: char,
}

impl List<'_> {
    fn comma(&mut self) {
        if !std::mem::take(&mut self.is_first) {
            self.json.text.push(',');
        }
    }

    fn item(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), NoJson> {
        self.comma();
        value.serialize(&mut *self.json)
    }

    fn close(self) -> Result<(), NoJson> {
        self.json.text.push(self.close);
        Ok(())
    }
}

impl SerializeSeq for List<'_> {
    type Ok = ();
    type Error = NoJson;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoJson> {
        self.item(value)
    }

    fn end(self) -> Result<(), NoJson> {
        self.close()
    }
}

impl SerializeTuple for List<'_> {
    type Ok = ();
    type Error = NoJson;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoJson> {
        self.item(value)
    }

    fn end(self) -> Result<(), NoJson> {
        self.close()
    }
}

impl SerializeMap for List<'_> {
    type Ok = ();
    type Error = NoJson;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NoJson> {
        self.item(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NoJson> {
        self.json.text.push(':');
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), NoJson> {
        self.close()
    }
}

impl SerializeStruct for List<'_> {
    type Ok = ();
    type Error = NoJson;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), NoJson> {
        self.comma();
        self.json.string(key);
        self.json.text.push(':');
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<(), NoJson> {
        self.close()
    }
}

/// The shapes of which an object of this stage is made; the others are refused.
macro_rules! refused {
    ($($name:ident($($of:ty),*)),+) => {
        $(fn $name(self, $(_: $of),*) -> Result<(), NoJson> { Err(NoJson) })+
    };
}

impl<'a> Serializer for &'a mut Json {
    type Ok = ();
    type Error = NoJson;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = Impossible<(), NoJson>;
    type SerializeTupleVariant = Impossible<(), NoJson>;
    type SerializeMap = List<'a>;
    type SerializeStruct = List<'a>;
    type SerializeStructVariant = Impossible<(), NoJson>;

    refused!(serialize_bytes(&[u8]), serialize_char(char));

    fn serialize_bool(self, value: bool) -> Result<(), NoJson> {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), NoJson> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), NoJson> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), NoJson> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), NoJson> {
        self.text.push_str(if value < 0 { "-" } else { "" });
        self.whole(value.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), NoJson> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), NoJson> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), NoJson> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), NoJson> {
        self.whole(value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), NoJson> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), NoJson> {
        self.number(value);
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), NoJson> {
        self.string(value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), NoJson> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NoJson> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NoJson> {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NoJson> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), NoJson> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), NoJson> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), NoJson> {
        Err(NoJson)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, NoJson> {
        Ok(self.list('[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'a>, NoJson> {
        Ok(self.list('[', ']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Impossible<(), NoJson>, NoJson> {
        Err(NoJson)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), NoJson>, NoJson> {
        Err(NoJson)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<List<'a>, NoJson> {
        Ok(self.list('{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<List<'a>, NoJson> {
        Ok(self.list('{', '}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), NoJson>, NoJson> {
        Err(NoJson)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Serialize)]
    struct Report<'a> {
        #[serde(flatten)]
        place: Place<'a>,
        marks: Vec<[u32; 2]>,
        source: Option<&'a str>,
        sure: bool,
        weights: Vec<f64>,
        change: i32,
    }

    #[derive(Debug, Serialize)]
    struct Place<'a> {
        title: &'a str,
    }

    /// A report as a reader of the page has it: to JavaScript 7 and 7.0 are one number.
    #[derive(Debug, serde::Deserialize, PartialEq)]
    struct Read {
        title: String,
        marks: Vec<[u32; 2]>,
        source: Option<String>,
        sure: bool,
        weights: Vec<f64>,
        change: i32,
    }

    proptest! {
        #[test]
        fn it_is_what_a_general_writer_writes(
            title in "\\PC{0,12}|[\"\\\\\n\t\u{1}a]{0,12}",
            marks in proptest::collection::vec(any::<[u32; 2]>(), 0..3),
            sure: bool,
            weights in proptest::collection::vec(prop_oneof![-1e6..1e6f64, (-1e9..1e9f64).prop_map(|it| it.round() / 1e4)], 0..3),
            change: i32,
        ) {
            let source = sure.then_some("Valley Post");
            let report = Report { place: Place { title: &title }, marks, source, sure, weights, change };
            let written = json(&report, |number| serde_json::to_string(&number).unwrap()).unwrap();
            let read = |text: &str| serde_json::from_str::<Read>(text).unwrap();
            prop_assert_eq!(read(&written), read(&serde_json::to_string(&report).unwrap()));
        }
    }

    #[test]
    fn whole_and_rounded_numbers_need_no_help() {
        let numbers = (0u8, 7.0, -3.0, u64::MAX, f64::NAN, 0.5, -12.034, 0.0001, 1.0 / 3.0);
        let text = json(&numbers, |_| "a third".to_owned());
        assert_eq!(text.as_deref(), Ok("[0,7,-3,18446744073709551615,null,0.5,-12.034,0.0001,a third]"));
    }
}
