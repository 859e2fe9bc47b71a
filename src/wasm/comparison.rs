//! Articles held against each other. A file of its own, because the page loads it only when somebody compares.

use super::object;
use crate::compare::{Document, KeyWords, Options, Rarity, compare_with};
use crate::index::{Dossier, Prose};
use crate::wire;
use wasm_bindgen::prelude::*;

/// The comparison of the articles that an engine took out of its corpus; with `without_copies` what they copied from each
/// other counts nowhere else.
#[wasm_bindgen]
pub fn compare_dossier(bytes: &[u8], without_copies: Option<bool>) -> Result<JsValue, JsError> {
    console_error_panic_hook::set_once();
    let dossier = Dossier::read(bytes)?;
    let documents = dossier.documents.iter().map(|(article, reading)| Document { article, reading });
    let documents: Vec<Document> = documents.collect();
    let document_frequency = |word: &str| dossier.document_frequency(word);
    let rarity = Rarity { articles: dossier.corpus, document_frequency: &document_frequency };
    let options = Options { without_copies: without_copies.unwrap_or(false) };
    object(&wire::comparison(compare_with(&documents, &rarity, options), &documents))
}

/// The words that set one set of articles apart from another, counted a few articles at a time.
#[wasm_bindgen]
#[derive(Default)]
pub struct WordsOfSets(KeyWords);

#[wasm_bindgen]
impl WordsOfSets {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        console_error_panic_hook::set_once();
        Self::default()
    }

    /// Counts the prose of articles into the first or the second set.
    pub fn add(&mut self, proses: &[u8], to_second: bool) -> Result<(), JsError> {
        Prose::read(proses)?.iter().for_each(|prose| self.0.add(to_second.into(), prose));
        Ok(())
    }

    pub fn rows(&self) -> Result<JsValue, JsError> {
        object(&wire::key_words(self.0.rows()))
    }
}
