//! Names by a trained model: a linear-chain conditional random field (Lafferty, McCallum and Pereira, "Conditional random
//! fields", ICML 2001) over hashed features of words, spellings, clusters, lists and the article around.
//!
//! tokens -> [`words`] -> [`features`] -> [`weights`] -> [`decode`]. Only islands of capitalised words are looked at. Cost:
//! about thirty look-ups a word in an island, a third of all words.

mod agree;
mod coder;
mod companies;
mod decode;
mod features;
mod file;
mod hash;
mod humans;
mod keys;
mod labels;
mod lists;
pub mod training;
mod weights;
mod words;

pub(super) use agree::lone_words;
pub use file::ModelError;

use super::patterns::Match;
use super::rules::Proposal;
use super::tokens::{Case, Text};
use crate::analysis::{Basis, Form};
use decode::Decoder;
use features::Place;
use labels::{KINDS, LABELS};
use lists::Lists;
use weights::{Scores, Weights, add};
use words::{Spelling, Words, islands};

/// A trained model of names, read from the bytes of its file.
#[derive(Clone, Debug)]
pub struct Model {
    lists: Lists,
    weights: Weights,
    predecessors: [Vec<usize>; LABELS],
}

impl Model {
    /// Reads a model; damaged bytes give an error.
    ///
    /// ```
    /// use crossread::analysis::{Model, ModelError};
    /// assert_eq!(Model::from_bytes(b"no model").err(), Some(ModelError::Unknown));
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let (lists, weights) = file::read(bytes)?;
        Ok(Self { lists, weights, predecessors: weights::predecessors() })
    }

    /// The names that the model sees in an article.
    pub(super) fn propose(&self, text: &Text<'_>, matches: &[Match]) -> Vec<Proposal> {
        let islands = islands(text);
        let words = Words::of(text, &self.lists, &islands);
        let mut sums = Sums::new(&words.spellings);
        let mut decoder = Decoder::default();
        let (mut scores, mut gaps): (Vec<Scores>, Vec<u8>) = (Vec::new(), Vec::new());
        let mut features = Vec::new();
        let mut found = Vec::new();
        let mut place = Place::new(text, &words, &self.lists, matches, &islands);
        for island in &islands {
            place.enter(island);
            let start = island.start;
            scores.clear();
            gaps.clear();
            for at in island.clone() {
                let mut score = sums.of(&self.weights, &place, at);
                features.clear();
                place.emit(at, &mut features);
                self.weights.add(&features, &mut score);
                scores.push(score);
                gaps.push(place.gap(at) as u8);
            }
            let names = decoder.names(&scores, &gaps, &self.weights.transitions, &self.predecessors);
            found.extend(names.into_iter().map(|name| {
                let tokens = start + name.words.start..start + name.words.end;
                let kind = KINDS[name.kind];
                let is_acronym =
                    tokens.len() == 1 && kind == KINDS[1] && text.tokens[tokens.start].case == Case::Capitals;
                let form = if is_acronym { Form::Acronym } else { Form::Name };
                Proposal { tokens, kind, form, basis: Basis::Model }
            }));
        }
        agree::agree(text, &mut found);
        found
    }
}

/// What the spellings of an article say, for the word itself and for those up to two words away; each added up once.
struct Sums<'s> {
    spellings: &'s [Spelling],
    /// Five rows a spelling: for the words two and one before it, itself, and after.
    rows: Vec<Option<Scores>>,
    /// A buffer.
    features: Vec<u32>,
}

impl<'s> Sums<'s> {
    const OFFSETS: usize = 2 * features::REACH + 1;

    fn new(spellings: &'s [Spelling]) -> Self {
        Self { spellings, rows: vec![None; spellings.len() * Self::OFFSETS], features: Vec::new() }
    }

    /// What the spellings at and around `at` say together.
    fn of(&mut self, weights: &Weights, place: &Place<'_>, at: usize) -> Scores {
        let mut scores = [0; labels::LANES];
        for offset in -(features::REACH as isize)..=features::REACH as isize {
            let Some(spelling) = place.neighbour(at, offset).filter(|&spelling| spelling != words::UNSEEN)
            else {
                continue;
            };
            let row = spelling as usize * Self::OFFSETS + (offset + features::REACH as isize) as usize;
            let Some(kept) = self.rows.get_mut(row) else { continue };
            let sum = kept.get_or_insert_with(|| {
                self.features.clear();
                match offset {
                    0 => features::of_spelling(&self.spellings[spelling as usize], &mut self.features),
                    _ => features::beside(&self.spellings[spelling as usize], offset, &mut self.features),
                }
                let mut sum = [0; labels::LANES];
                weights.add(&self.features, &mut sum);
                sum
            });
            add(&mut scores, sum);
        }
        scores
    }
}
