//! A corpus made anew with corrected entities. A file of its own, because the page loads it only when somebody corrects some.

use super::object;
use crate::index::Corpus;
use crate::ingest::corrections;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A corpus with corrected entities.
#[wasm_bindgen]
pub struct Correction {
    bytes: Vec<u8>,
    report: Vec<Applied>,
}

#[wasm_bindgen]
impl Correction {
    /// Applies corrections, as JSON, to the bytes of a corpus.
    #[wasm_bindgen(constructor)]
    pub fn new(corpus: Vec<u8>, json: &str) -> Result<Self, JsError> {
        console_error_panic_hook::set_once();
        let corpus = Corpus::open(corpus)?;
        let read = corrections(json).map_err(|message| JsError::new(&message))?;
        let valid: Vec<_> = read.iter().flatten().cloned().collect();
        let corrected = corpus.corrected(&valid)?;
        let mut outcomes = corrected.outcomes.into_iter();
        let report = read.into_iter().map(|read| {
            match read.and_then(|_| outcomes.next().unwrap_or_else(|| Err(String::new()))) {
                Ok(_) => Applied { applied: true, message: String::new() },
                Err(message) => Applied { applied: false, message },
            }
        });
        Ok(Self { report: report.collect(), bytes: corrected.bytes })
    }

    /// Of each correction whether it was applied, and why not.
    pub fn report(&self) -> Result<JsValue, JsError> {
        object(&self.report)
    }

    /// The corpus, as bytes for the engine to open.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

#[derive(Serialize)]
struct Applied {
    applied: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    message: String,
}

/// The curated names of a corpus with all that was corrected, as `entities.toml`.
#[wasm_bindgen]
pub fn entities_toml(corpus: Vec<u8>) -> Result<String, JsError> {
    Ok(Corpus::open(corpus)?.lexicon()?.to_toml())
}
