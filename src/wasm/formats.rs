//! Files of other formats turned into what the assembly reads. A file of its own, because the page loads it only when such a
//! file is opened.

use super::object;
use crate::ingest;
use crate::wire;
use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

/// Calls `take(name, bytes, is_records)` for each file that a file comes to; gives what was wrong. `decode(label, bytes)` gives
/// the text of a charset, or nothing where it knows none of this name.
#[wasm_bindgen]
pub fn plain(name: &str, bytes: &[u8], decode: &Function, take: &Function) -> Result<JsValue, JsError> {
    console_error_panic_hook::set_once();
    let decode = |label: &str, bytes: &[u8]| {
        decode.call2(&JsValue::NULL, &label.into(), &Uint8Array::from(bytes)).ok()?.as_string()
    };
    let mut failure = None;
    let problems = ingest::plain(name, bytes, &decode, &mut |file| {
        let bytes = Uint8Array::from(&*file.bytes);
        let taken = take.call3(&JsValue::NULL, &file.name.into(), &bytes, &file.is_records.into());
        failure = taken.err().or(failure.take());
    });
    match failure {
        Some(_) => Err(JsError::new("the articles of the file could not be taken in")),
        None => object(&problems.into_iter().map(wire::problem).collect::<Vec<_>>()),
    }
}
