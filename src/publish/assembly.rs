//! Files -> corpus bytes, step by step: a browser reads a few articles at a time, shows how far it is, and may stop.

use crate::analysis::{Reader, Reading, link};
use crate::index;
use crate::ingest::{Article, CorpusInfo, Lexicon, Problem, ingest};

/// A corpus in the making: add files, read, finish.
pub struct Assembly {
    info: CorpusInfo,
    reader: Reader,
    articles: Vec<Article>,
    readings: Vec<Reading>,
}

impl Assembly {
    pub fn new(info: CorpusInfo, lexicon: &Lexicon) -> Self {
        Self { info, reader: Reader::new(lexicon), articles: Vec::new(), readings: Vec::new() }
    }

    /// Takes in one file; gives how many articles it held and what was wrong.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> (usize, Vec<Problem>) {
        let ingested = ingest(name, bytes);
        let count = ingested.articles.len();
        self.articles.extend(ingested.articles);
        (count, ingested.problems)
    }

    /// Reads up to `count` more articles; gives how many are read and how many there are.
    pub fn read(&mut self, count: usize) -> (usize, usize) {
        let from = self.readings.len();
        let to = (from + count).min(self.articles.len());
        self.readings.extend(self.articles[from..to].iter().map(|article| self.reader.read(article)));
        (to, self.articles.len())
    }

    /// Reads what is left, lets all articles agree on who is who, and builds the corpus.
    pub fn finish(mut self) -> Vec<u8> {
        self.read(usize::MAX - self.readings.len());
        link(&mut self.readings);
        index::build(&self.info, &self.articles, &self.readings)
    }
}
