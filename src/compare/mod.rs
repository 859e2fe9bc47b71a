//! Two or more readings -> [`Comparison`]: align, naming, facts, words.
//!
//! Pairs are judged by themselves: adding an article changes no pair of the others, and
//! `compare(a, b)` mirrors `compare(b, a)`.

mod align;
mod chronology;
mod clauses;
mod commonness;
mod comparison;
mod context;
mod copies;
mod counts;
mod descriptions;
mod differences;
mod duplicates;
mod edits;
mod evidence;
mod facts;
mod keyness;
mod left_out;
mod modality;
mod naming;
mod opposites;
mod passages;
mod profile;
mod silence;
mod slots;
mod speakers;
pub mod statistics;
mod stop_words;
mod synonyms;
mod telling;
mod tolls;
mod utterances;
mod values;
mod vocabulary;
mod wording;

pub use comparison::{
    Comparison, CopiedText, DateFinding, DateFindingKind, Difference, DifferenceKind, EntityRow, Evidence,
    EvidenceKind, Keyness, LeftOut, Options, Passage, Place, Relation, Retelling, SpeakerQuotes, Utterance,
};
pub use duplicates::near_duplicates;
pub use keyness::{KeyWords, key_words};

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

/// Holds articles against each other. One article alone is checked for dates that cannot both be so, and for what it
/// repeats.
pub fn compare(documents: &[Document], rarity: &Rarity) -> Comparison {
    compare_with(documents, rarity, Options::default())
}

/// [`compare`] with something left aside.
pub fn compare_with(documents: &[Document], rarity: &Rarity, options: Options) -> Comparison {
    let mut vocabulary = vocabulary::Vocabulary::new(rarity);
    let mut profiles = profile::profiles(documents, &mut vocabulary);
    let copies = copies::copies(&profiles);
    let aside = if options.without_copies {
        copies::copied_spans(&copies, documents.len())
    } else {
        vec![Vec::new(); documents.len()]
    };
    profiles.leave_aside(&aside);
    let passages = passages::passages(&profiles);
    Comparison {
        left_out: left_out::left_out(&profiles, &passages.shared, &passages.may_be_told),
        utterances: utterances::utterances(documents, &passages.shared, &mut vocabulary),
        dates: chronology::findings(documents, &passages.shared),
        passages: passages.shared,
        alone: passages.alone,
        entities: naming::entities(documents, &aside),
        quotes: naming::quotes(documents, &aside),
        words: keyness::keyness(documents, &aside),
        copies,
    }
}
