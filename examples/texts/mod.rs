//! The articles of a file, read together, for the examples that compare them pair by pair.

use crossread::analysis::{Model, Reader, Reading, link};
use crossread::compare::{Comparison, Document, Rarity, compare};
use crossread::ingest::{Article, Ingest, Lexicon};
use crossread::text::words;
use std::collections::{HashMap, HashSet};

/// The articles of a file as a corpus: read together, with how rare their words are.
pub struct Texts {
    pub articles: Vec<Article>,
    readings: Vec<Reading>,
    places: HashMap<String, usize>,
    /// In how many articles a folded word stands.
    pub frequencies: HashMap<String, u32>,
}

impl Texts {
    pub fn read(file: &str) -> Self {
        let mut ingest = Ingest::default();
        ingest.add(file, &std::fs::read(file).expect("the file can be read"));
        let articles = ingest.finish().articles;
        let model = std::fs::read("model/names.crossread-model").expect("the model of names is there");
        let names = Lexicon::default();
        let reader =
            Reader::new(&names).with_model(Model::from_bytes(&model).expect("the model can be read"));
        let mut readings: Vec<Reading> = articles.iter().map(|article| reader.read(article)).collect();
        link(&mut readings);
        let mut frequencies = HashMap::new();
        for article in &articles {
            let folded: HashSet<_> =
                words(&article.text).iter().map(|word| word.folded().into_owned()).collect();
            folded.into_iter().for_each(|word| *frequencies.entry(word).or_default() += 1);
        }
        let places = articles.iter().enumerate().map(|(at, article)| (article.id.clone(), at)).collect();
        Self { articles, readings, places, frequencies }
    }

    /// Articles held against each other, or, of one that stands there twice, its two halves.
    pub fn compared(&self, ids: &[&str]) -> (Vec<&Article>, Comparison) {
        let places: Vec<usize> =
            ids.iter().map(|id| *self.places.get(*id).expect("the file has the article")).collect();
        let articles: Vec<&Article> = places.iter().map(|&at| &self.articles[at]).collect();
        let mut readings: Vec<Reading> = places.iter().map(|&at| self.readings[at].clone()).collect();
        if matches!(places[..], [a, b] if a == b) {
            readings.iter_mut().enumerate().for_each(|(side, reading)| keep_every_other(reading, side));
        }
        let documents: Vec<Document> =
            articles.iter().zip(&readings).map(|(article, reading)| Document { article, reading }).collect();
        let document_frequency = |word: &str| self.frequencies.get(word).copied().unwrap_or(0);
        let rarity = Rarity { articles: self.articles.len(), document_frequency: &document_frequency };
        let comparison = compare(&documents, &rarity);
        (articles, comparison)
    }
}

fn keep_every_other(reading: &mut Reading, side: usize) {
    let mut at = 0;
    reading.sentences.retain(|_| {
        at += 1;
        at % 2 == side
    });
}
