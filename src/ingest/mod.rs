//! File bytes -> [`Article`]: one file a format. What can be read is kept; what is wrong becomes a [`Problem`] that
//! names the file, the line and what to do.

mod article;
mod lexicon;

pub use article::{Article, CorpusInfo, DateBasis, Problem};
pub use lexicon::{CuratedEntity, EntityKind, Lexicon, Role};

/// What one file holds: `.md` and `.txt` one article, `.ndjson` one a line.
///
/// `name` is the file's path or name as the user knows it; its ending decides the format and its stem is the id.
/// Bytes that are no UTF-8, an empty file or broken front matter are reported and, where nothing is left to read,
/// dropped.
pub fn ingest(name: &str, bytes: &[u8]) -> Ingested {
    let _ = (name, bytes);
    Ingested::default()
}

/// The outcome of [`ingest`].
#[derive(Clone, Debug, Default)]
pub struct Ingested {
    pub articles: Vec<Article>,
    pub problems: Vec<Problem>,
}

/// Files taken in one after the other; every id unique.
#[derive(Debug, Default)]
pub struct Ingest {
    articles: Vec<Article>,
    problems: Vec<Problem>,
}

impl Ingest {
    /// Takes in one file; gives how many articles it held.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> usize {
        let ingested = ingest(name, bytes);
        let count = ingested.articles.len();
        self.articles.extend(ingested.articles);
        self.problems.extend(ingested.problems);
        count
    }

    /// The articles in the order in which they came, and what was wrong.
    pub fn finish(self) -> (Vec<Article>, Vec<Problem>) {
        (self.articles, self.problems)
    }
}

pub fn corpus_info(name: &str, text: &str) -> (CorpusInfo, Vec<Problem>) {
    let _ = (name, text);
    Default::default()
}

pub fn lexicon(name: &str, text: &str) -> (Lexicon, Vec<Problem>) {
    let _ = (name, text);
    Default::default()
}
