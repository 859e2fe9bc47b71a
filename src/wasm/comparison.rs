//! Articles held against each other. A file of its own, because the page loads it only when somebody compares.

use super::object;
use crate::compare::{Document, Rarity, compare};
use crate::index::Dossier;
use crate::wire;
use wasm_bindgen::prelude::*;

/// The comparison of the articles that an engine took out of its corpus.
#[wasm_bindgen]
pub fn compare_dossier(bytes: &[u8]) -> Result<JsValue, JsError> {
    console_error_panic_hook::set_once();
    let dossier = Dossier::read(bytes)?;
    let documents: Vec<Document> =
        dossier.documents.iter().map(|(article, reading)| Document { article, reading }).collect();
    let document_frequency = |word: &str| dossier.document_frequency(word);
    let rarity = Rarity { articles: dossier.corpus, document_frequency: &document_frequency };
    object(&wire::comparison(compare(&documents, &rarity), &documents))
}
