//! Own articles in the making: files in, corpus bytes out; and a corpus made anew with corrected entities. A file of its
//! own, because the page loads it only when somebody brings articles or corrects some.

use super::object;
use crate::index::Corpus;
use crate::ingest::{CorpusInfo, Lexicon, corrections};
use crate::publish;
use crate::wire;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// A corpus that is being put together.
#[wasm_bindgen]
pub struct Assembly {
    assembly: publish::Assembly,
}

#[wasm_bindgen]
impl Assembly {
    #[wasm_bindgen(constructor)]
    pub fn new(title: &str) -> Self {
        console_error_panic_hook::set_once();
        let info = CorpusInfo { title: title.to_owned(), ..CorpusInfo::default() };
        Self { assembly: publish::Assembly::new(info, &Lexicon::default()) }
    }

    /// Takes in one file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<JsValue, JsError> {
        let (articles, problems) = self.assembly.add(name, bytes);
        object(&Added { articles, problems: problems.into_iter().map(wire::problem).collect() })
    }

    /// Reads up to `count` more articles; gives how far it is.
    pub fn read(&mut self, count: usize) -> Result<JsValue, JsError> {
        let (done, total) = self.assembly.read(count);
        object(&Progress { done, total })
    }

    /// Leaves unread what is not read yet: it can be searched and shown, but nothing in it is marked.
    pub fn skip(&mut self) {
        self.assembly.skip();
    }

    /// The corpus, as bytes for the engine to open.
    pub fn finish(self) -> Vec<u8> {
        self.assembly.finish()
    }
}

#[derive(Serialize)]
struct Added {
    articles: usize,
    problems: Vec<wire::ProblemObject>,
}

#[derive(Serialize)]
struct Progress {
    done: usize,
    total: usize,
}

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
