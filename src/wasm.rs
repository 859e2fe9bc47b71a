//! The adapter for the browser: with `wasm/`, alone in naming wasm_bindgen, js_sys or web_sys. Every method takes and gives
//! the objects of `www/crossread.d.ts`.
//!
//! The crate becomes five wasm files. The engine answers questions about a corpus and is what a reader waits for. The
//! assembly (feature `assembly`) reads articles and makes a corpus of them; it is loaded when somebody brings some. The
//! comparison (feature `comparison`) holds articles against each other; it is loaded when somebody chooses some. The
//! correction (feature `correction`) makes a corpus anew with corrected entities; it is loaded when somebody corrects some. The
//! formats (feature `formats`) turn tables, JSON, web pages, feeds and archives into what the assembly reads; they are
//! loaded when such a file is opened.

#[cfg(feature = "assembly")]
mod assembly;
#[cfg(feature = "comparison")]
mod comparison;
#[cfg(feature = "correction")]
mod correction;
#[cfg(not(any(feature = "assembly", feature = "comparison", feature = "correction", feature = "formats")))]
mod engine;
#[cfg(feature = "formats")]
mod formats;
#[cfg(not(any(feature = "assembly", feature = "comparison", feature = "correction", feature = "formats")))]
mod request;

#[cfg(not(feature = "formats"))]
use serde::Serialize;
#[cfg(not(feature = "formats"))]
use wasm_bindgen::{JsError, JsValue};

#[cfg(not(feature = "formats"))]
fn object(value: &impl Serialize) -> Result<JsValue, JsError> {
    let text = crate::wire::json(value, fraction)?;
    js_sys::JSON::parse(&text).map_err(|_| JsError::new("the engine wrote an answer that cannot be read"))
}

/// A number as JavaScript writes it.
#[cfg(not(feature = "formats"))]
fn fraction(number: f64) -> String {
    js_sys::Number::from(number).to_string_with_radix(10).map_or_else(|_| "null".to_owned(), String::from)
}
