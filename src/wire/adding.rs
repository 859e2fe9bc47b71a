//! What a file held that a reader brought: how many articles and curated names, corrections, and what was wrong.

use super::exploring::{ProblemObject, problem};
use crate::ingest::{Change, Correction};
use crate::publish::Added;
use serde::Serialize;

#[derive(Serialize)]
pub struct AddedObject {
    articles: usize,
    entities: usize,
    corrections: Vec<CorrectionObject>,
    problems: Vec<ProblemObject>,
}

/// A correction as a page keeps it; [`corrections`](crate::ingest::corrections) reads it again.
#[derive(Default, Serialize)]
struct CorrectionObject {
    change: &'static str,
    entity: String,
    entity_name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    into: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    spellings: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    articles: Vec<String>,
}

/// The object of a file that was taken in.
///
/// ```
/// use crossread::publish::Assembly;
/// use crossread::wire::{added, json};
/// let toml = b"[[correction]]\nchange = \"merge\"\nentity = \"araqchi\"\ninto = \"abbas-araghchi\"";
/// let added = added(Assembly::new(Default::default()).add("entities.toml", toml));
/// let text = json(&added, |number| number.to_string()).unwrap();
/// assert!(text.contains(r#"{"change":"merge","entity":"araqchi","entity_name":"","into":"abbas-araghchi"}"#));
/// ```
pub fn added(added: Added) -> AddedObject {
    AddedObject {
        articles: added.articles,
        entities: added.entities,
        corrections: added.corrections.into_iter().map(correction).collect(),
        problems: added.problems.into_iter().map(problem).collect(),
    }
}

fn correction(correction: Correction) -> CorrectionObject {
    let Correction { entity, entity_name, change } = correction;
    let object = CorrectionObject { change: change.word(), entity, entity_name, ..Default::default() };
    match change {
        Change::Merge { into, name } => CorrectionObject { into, name, ..object },
        Change::Split { spellings, articles, into, name, kind } => {
            let kind = kind.map(|kind| kind.name());
            CorrectionObject { spellings, articles, into, name, kind, ..object }
        }
        Change::Rename { name } => CorrectionObject { name, ..object },
        Change::Retype { kind } => CorrectionObject { kind: Some(kind.name()), ..object },
        Change::Remove => object,
    }
}
