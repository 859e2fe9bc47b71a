//! The words of one comparison, each numbered, and what is known of it in a language: whether it carries matter, its
//! stem, how rare it is. Found out once a word, however often and in however many articles it stands.
//!
//! Features are numbered as they are met; [`Vocabulary::ranks`] gives their places in the order of their texts.

use super::Rarity;
use super::commonness::Commonness;
use super::profile::Feature;
use super::stop_words::StopWords;
use super::synonyms::Synonyms;
use crate::text::{Numbering, stem};

/// What the texts of entities and of stems begin with.
const ENTITY: &str = "e";
const WORD: &str = "w";

pub(super) struct Vocabulary<'r> {
    rarity: &'r Rarity<'r>,
    words: Numbering,
    stems: Numbering,
    features: Numbering,
    languages: Vec<Language>,
}

/// A language of the articles, by its place among those met.
#[derive(Clone, Copy)]
pub(super) struct LanguageIndex(usize);

struct Language {
    tag: String,
    stop_words: StopWords,
    commonness: Commonness,
    synonyms: Synonyms,
    /// What is known of a word, by its number.
    lexemes: Vec<Option<Lexeme>>,
    /// The feature of a stem, by its number.
    features: Vec<Option<Feature>>,
}

/// A word in a language.
#[derive(Clone, Copy)]
pub(super) struct Lexeme {
    /// Equal numbers are equal folded words, whatever the language.
    pub word: u32,
    /// `None` for a stop-word.
    pub stem: Option<Stem>,
}

#[derive(Clone, Copy)]
pub(super) struct Stem {
    /// Equal numbers are equal stems.
    pub number: u32,
    /// From [`Commonness::rarity`], of the word that was asked for.
    pub rarity: f32,
}

impl<'r> Vocabulary<'r> {
    pub fn new(rarity: &'r Rarity<'r>) -> Self {
        let (words, stems, features) = Default::default();
        Self { rarity, words, stems, features, languages: Vec::new() }
    }

    /// The language with a BCP 47 tag; its lists are made ready when it is first asked for.
    pub fn language(&mut self, tag: &str) -> LanguageIndex {
        let known = self.languages.iter().position(|language| language.tag == tag);
        LanguageIndex(known.unwrap_or_else(|| {
            self.languages.push(Language::new(tag));
            self.languages.len() - 1
        }))
    }

    /// What is known of a folded word.
    pub fn lexeme(&mut self, language: LanguageIndex, folded: &str) -> Lexeme {
        let word = self.words.number(folded);
        let language = &mut self.languages[language.0];
        if let Some(known) = slot(&mut language.lexemes, word) {
            return *known;
        }
        let stem = (!language.stop_words.contains(folded)).then(|| {
            let stem = stem(folded, &language.tag);
            let rarity = language.commonness.rarity(folded, &stem, self.rarity);
            Stem { number: self.stems.number(&stem), rarity }
        });
        *slot(&mut language.lexemes, word).insert(Lexeme { word, stem })
    }

    /// How rare a folded word is, a stop-word too.
    pub fn rarity(&mut self, language: LanguageIndex, folded: &str) -> f32 {
        let known = self.lexeme(language, folded);
        let language = &self.languages[language.0];
        let of_stop_word = || language.commonness.rarity(folded, &stem(folded, &language.tag), self.rarity);
        known.stem.map_or_else(of_stop_word, |stem| stem.rarity)
    }

    /// The feature of a stem: all that stands for the same matter is one.
    pub fn feature(&mut self, language: LanguageIndex, stem: Stem) -> Feature {
        let language = &mut self.languages[language.0];
        *slot(&mut language.features, stem.number).get_or_insert_with(|| {
            let class = language.synonyms.class(self.stems.get(stem.number));
            self.features.number(&[WORD, class].concat())
        })
    }

    /// The feature of an entity.
    pub fn entity(&mut self, id: &str) -> Feature {
        self.features.number(&[ENTITY, id].concat())
    }

    /// For each feature the place of its text in the order of all texts, and how many are entities: these come first.
    pub fn ranks(&self) -> (Vec<u32>, u32) {
        let order = self.features.order();
        let mut ranks = vec![0; order.len()];
        for (rank, &number) in order.iter().enumerate() {
            ranks[number as usize] = rank as u32;
        }
        let entities = order.partition_point(|&number| self.features.get(number) < WORD);
        (ranks, entities as u32)
    }
}

impl Language {
    fn new(tag: &str) -> Self {
        Self {
            tag: tag.to_owned(),
            stop_words: StopWords::of(tag),
            commonness: Commonness::of(tag),
            synonyms: Synonyms::of(tag),
            lexemes: Vec::new(),
            features: Vec::new(),
        }
    }
}

/// The entry with a number in a list that grows with what is asked for.
pub(super) fn slot<T>(entries: &mut Vec<Option<T>>, number: u32) -> &mut Option<T> {
    let at = number as usize;
    if at >= entries.len() {
        entries.resize_with(at + 1, || None);
    }
    &mut entries[at]
}
