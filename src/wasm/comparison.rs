//! Articles held against each other. A file of its own, because the page loads it only when somebody compares.

use super::object;
use crate::compare::{Document, Options, Rarity, compare_with, key_words};
use crate::index::Dossier;
use crate::wire;
use wasm_bindgen::prelude::*;

/// The comparison of the articles that an engine took out of its corpus; with `without_copies` what they copied from each
/// other counts nowhere else.
#[wasm_bindgen]
pub fn compare_dossier(bytes: &[u8], without_copies: Option<bool>) -> Result<JsValue, JsError> {
    console_error_panic_hook::set_once();
    let dossier = Dossier::read(bytes)?;
    let documents = documents(&dossier);
    let document_frequency = |word: &str| dossier.document_frequency(word);
    let rarity = Rarity { articles: dossier.corpus, document_frequency: &document_frequency };
    let options = Options { without_copies: without_copies.unwrap_or(false) };
    object(&wire::comparison(compare_with(&documents, &rarity, options), &documents))
}

/// The words that set the articles of one dossier apart from those of another.
#[wasm_bindgen]
pub fn key_words_of(first: &[u8], second: &[u8]) -> Result<JsValue, JsError> {
    console_error_panic_hook::set_once();
    let (first, second) = (Dossier::read(first)?, Dossier::read(second)?);
    object(&wire::key_words(key_words(&documents(&first), &documents(&second))))
}

fn documents(dossier: &Dossier) -> Vec<Document<'_>> {
    dossier.documents.iter().map(|(article, reading)| Document { article, reading }).collect()
}
