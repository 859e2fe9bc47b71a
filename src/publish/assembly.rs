//! Files -> corpus bytes, step by step: a browser reads a few articles at a time, shows how far it is, and may stop.

use crate::analysis::{Model, ModelError, Reader, Reading, correct_all, link};
use crate::index::Builder;
use crate::ingest::{CorpusInfo, Ingest, Lexicon, Problem};

/// A corpus in the making: add files, read, finish.
pub struct Assembly {
    info: CorpusInfo,
    lexicon: Lexicon,
    reader: Reader,
    ingest: Ingest,
    readings: Vec<Reading>,
}

impl Assembly {
    pub fn new(info: CorpusInfo, lexicon: &Lexicon) -> Self {
        Self {
            info,
            lexicon: lexicon.clone(),
            reader: Reader::new(lexicon),
            ingest: Ingest::default(),
            readings: Vec::new(),
        }
    }

    /// Reads names with a trained model, given as the bytes of its file. Without one the rules alone read.
    pub fn use_model(&mut self, bytes: &[u8]) -> Result<(), ModelError> {
        self.reader = Reader::new(&self.lexicon).with_model(Model::from_bytes(bytes)?);
        Ok(())
    }

    /// Takes in one file; gives how many articles it held and what was wrong.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> (usize, Vec<Problem>) {
        let before = self.ingest.so_far();
        let (articles, problems) = (before.articles.len(), before.problems.len());
        self.ingest.add(name, bytes);
        let after = self.ingest.so_far();
        (after.articles.len() - articles, after.problems[problems..].to_vec())
    }

    /// Reads up to `count` more articles; gives how many are read and how many there are.
    pub fn read(&mut self, count: usize) -> (usize, usize) {
        let articles = &self.ingest.so_far().articles;
        let from = self.readings.len();
        let to = from.saturating_add(count).min(articles.len());
        self.readings.extend(articles[from..to].iter().map(|article| self.reader.read(article)));
        (to, articles.len())
    }

    /// Leaves unread what is not read yet: it can be searched and shown, but nothing in it is marked.
    pub fn skip(&mut self) {
        self.readings.resize_with(self.ingest.so_far().articles.len(), Reading::default);
    }

    /// Reads what is left, lets all articles agree on who is who, and builds the corpus.
    pub fn finish(mut self) -> Vec<u8> {
        self.read(usize::MAX);
        let articles = self.ingest.finish().articles;
        link(&mut self.readings);
        correct_all(&mut self.readings, &articles, &mut self.lexicon);
        let mut builder = Builder::new(&self.info);
        builder.know(&self.lexicon);
        articles.iter().zip(&self.readings).for_each(|(article, reading)| builder.add(article, reading));
        builder.finish()
    }
}
