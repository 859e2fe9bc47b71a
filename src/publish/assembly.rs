//! Files -> corpus bytes, step by step: a browser reads a few articles at a time, shows how far it is, and may stop.

use crate::analysis::{Reader, Reading, correct_all, link};
use crate::index::Builder;
use crate::ingest::{CorpusInfo, Ingest, Lexicon, Problem, corpus_info, lexicon};

/// A corpus in the making: add files, read, finish.
pub struct Assembly {
    info: CorpusInfo,
    lexicon: Lexicon,
    /// Made when reading begins: by then all curated names are known.
    reader: Option<Reader>,
    ingest: Ingest,
    readings: Vec<Reading>,
}

impl Assembly {
    pub fn new(info: CorpusInfo, lexicon: &Lexicon) -> Self {
        Self { info, lexicon: lexicon.clone(), reader: None, ingest: Ingest::default(), readings: Vec::new() }
    }

    /// Takes in one file; gives how many articles it held and what was wrong. `corpus.toml` and `entities.toml` describe
    /// what comes with them, as they do in a folder; names become known to the articles that are read afterwards.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> (usize, Vec<Problem>) {
        match name.rsplit(['/', '\\']).next().unwrap_or(name) {
            "entities.toml" => return (0, self.add_lexicon(name, bytes)),
            "corpus.toml" => return (0, self.add_info(name, bytes)),
            _ => {}
        }
        let before = self.ingest.so_far();
        let (articles, problems) = (before.articles.len(), before.problems.len());
        self.ingest.add(name, bytes);
        let after = self.ingest.so_far();
        (after.articles.len() - articles, after.problems[problems..].to_vec())
    }

    fn add_lexicon(&mut self, name: &str, bytes: &[u8]) -> Vec<Problem> {
        let (read, problems) = lexicon(name, &String::from_utf8_lossy(bytes));
        self.lexicon.entities.extend(read.entities);
        self.lexicon.corrections.extend(read.corrections);
        self.reader = None;
        problems
    }

    fn add_info(&mut self, name: &str, bytes: &[u8]) -> Vec<Problem> {
        let (info, problems) = corpus_info(name, &String::from_utf8_lossy(bytes));
        let title = std::mem::take(&mut self.info.title);
        self.info = info;
        if self.info.title.is_empty() {
            self.info.title = title;
        }
        problems
    }

    /// Reads up to `count` more articles; gives how many are read and how many there are.
    pub fn read(&mut self, count: usize) -> (usize, usize) {
        let articles = &self.ingest.so_far().articles;
        let from = self.readings.len();
        let to = from.saturating_add(count).min(articles.len());
        let reader = self.reader.get_or_insert_with(|| Reader::new(&self.lexicon));
        self.readings.extend(articles[from..to].iter().map(|article| reader.read(article)));
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
