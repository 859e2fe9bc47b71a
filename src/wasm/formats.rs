//! Files of other formats turned into what the assembly reads. A file of its own, because the page loads it only when such a
//! file is opened.

use crate::{ingest, wire};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Who asks.
    pub type Asking;

    /// The text of a charset, or nothing where none of this name is known.
    #[wasm_bindgen(method)]
    fn decode(this: &Asking, label: &str, bytes: &[u8]) -> Option<String>;

    /// Takes a file, or records whatever its name says. The bytes stand until it returns.
    #[wasm_bindgen(method)]
    fn take(this: &Asking, name: &str, bytes: &[u8], is_records: bool);
}

/// Hands over each file that a file comes to; gives what was wrong, as JSON.
#[wasm_bindgen]
pub fn plain(name: &str, bytes: &[u8], asking: &Asking) -> String {
    let decode = |label: &str, bytes: &[u8]| asking.decode(label, bytes);
    let problems = ingest::plain(name, bytes, &decode, &mut |file| {
        asking.take(&file.name, &file.bytes, file.is_records);
    });
    let problems: Vec<_> = problems.into_iter().map(wire::problem).collect();
    // Problems hold no numbers but lines.
    wire::json(&problems, |_| String::new()).unwrap_or_else(|_| "[]".to_owned())
}
