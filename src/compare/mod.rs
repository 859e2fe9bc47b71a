//! Two or more readings -> [`Comparison`]: align, naming, facts, words.
//!
//! Pairs are judged by themselves: adding an article changes no pair of the others, and
//! `compare(a, b)` mirrors `compare(b, a)`.

mod align;
mod chronology;
mod clauses;
mod commonness;
mod comparison;
mod differences;
mod evidence;
mod keyness;
mod modality;
mod naming;
mod passages;
mod profile;
pub mod statistics;
mod stop_words;
mod values;
mod wording;

pub use comparison::{
    Comparison, DateFinding, DateFindingKind, Difference, DifferenceKind, EntityRow, Evidence, EvidenceKind,
    Keyness, Passage, Place, Relation, SpeakerQuotes,
};

use crate::analysis::Reading;
use crate::ingest::Article;

/// An article with its reading.
#[derive(Clone, Copy)]
pub struct Document<'a> {
    pub article: &'a Article,
    pub reading: &'a Reading,
}

/// How rare words are: in how many of how many articles a folded word stands.
pub struct Rarity<'a> {
    pub articles: usize,
    pub document_frequency: &'a dyn Fn(&str) -> u32,
}

/// Holds articles against each other. One article alone is checked for dates that cannot both be so.
pub fn compare(documents: &[Document], rarity: &Rarity) -> Comparison {
    let profiles = profile::profiles(documents, rarity);
    let passages = passages::passages(&profiles);
    let mut dates = chronology::within(documents);
    dates.extend(chronology::across(documents, &passages.shared));
    Comparison {
        passages: passages.shared,
        alone: passages.alone,
        entities: naming::entities(documents),
        quotes: naming::quotes(documents),
        dates,
        words: keyness::keyness(documents),
    }
}
