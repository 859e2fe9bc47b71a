//! Files -> corpus bytes, step by step: a browser reads a few articles at a time, shows how far it is, and may stop.

use crate::analysis::{Model, ModelError, Reader, Reading, link};
use crate::index::Builder;
use crate::ingest::{CorpusInfo, Correction, Ingest, Lexicon, Problem, corpus_info, decoded, lexicon};

/// A corpus in the making: add files, read, finish.
///
/// ```
/// use crossread::publish::Assembly;
/// let mut assembly = Assembly::new(Default::default());
/// let added = assembly.add("entities.toml", b"[[entity]]\nkind = \"event\"\nname = \"Harbour Days\"");
/// assert_eq!((added.articles, added.entities), (0, 1));
/// assembly.add("fair.txt", b"Sund opened its harbour days: Harbour Days drew a crowd.");
/// assert_eq!(assembly.read(1), (1, 1));
/// assert!(!assembly.finish().is_empty());
/// ```
pub struct Assembly {
    info: CorpusInfo,
    lexicon: Lexicon,
    model: Option<Model>,
    /// Once the first article is read: what is known of names by then holds for all.
    reader: Option<Reader>,
    ingest: Ingest,
    readings: Vec<Reading>,
}

/// What a file held, and what was wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Added {
    pub articles: usize,
    /// Curated entities that were not known, or known otherwise.
    pub entities: usize,
    /// What the file says is to be corrected; whoever adds the file corrects the finished corpus
    /// ([`Corpus::corrected`](crate::index::Corpus::corrected)), which comes to the same as building it corrected.
    pub corrections: Vec<Correction>,
    pub problems: Vec<Problem>,
}

impl Assembly {
    pub fn new(info: CorpusInfo) -> Self {
        Self {
            info,
            lexicon: Lexicon::default(),
            model: None,
            reader: None,
            ingest: Ingest::default(),
            readings: Vec::new(),
        }
    }

    /// Reads names with a trained model, given as the bytes of its file. Without one the rules alone read.
    pub fn use_model(&mut self, bytes: &[u8]) -> Result<(), ModelError> {
        self.model = Some(Model::from_bytes(bytes)?);
        Ok(())
    }

    /// Takes in one file: articles, or `corpus.toml`, or curated names in any other `.toml`.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Added {
        let lower = name.to_ascii_lowercase();
        if !lower.ends_with(".toml") {
            return self.adding(|ingest| ingest.add(name, bytes));
        }
        let text = match decoded(name, bytes) {
            Ok(text) => text,
            Err(problem) => return Added { problems: vec![problem], ..Added::default() },
        };
        if lower.ends_with("corpus.toml") {
            let (info, problems) = corpus_info(name, &text);
            let title = std::mem::take(&mut self.info.title);
            self.info = info;
            if self.info.title.is_empty() {
                self.info.title = title;
            }
            return Added { problems, ..Added::default() };
        }
        let (Lexicon { entities, corrections }, problems) = lexicon(name, &text);
        Added { entities: self.lexicon.curate(entities), corrections, problems, articles: 0 }
    }

    /// Takes in records, one a line, that were made of a file of another format
    /// ([`Ingest::add_records`]).
    pub fn add_records(&mut self, name: &str, bytes: &[u8]) -> Added {
        self.adding(|ingest| ingest.add_records(name, bytes))
    }

    /// What came in with a file.
    fn adding(&mut self, add: impl FnOnce(&mut Ingest)) -> Added {
        let before = self.ingest.so_far();
        let (articles, problems) = (before.articles.len(), before.problems.len());
        add(&mut self.ingest);
        let after = self.ingest.so_far();
        let problems = after.problems[problems..].to_vec();
        Added { articles: after.articles.len() - articles, problems, ..Added::default() }
    }

    /// Reads up to `count` more articles; gives how many are read and how many there are.
    pub fn read(&mut self, count: usize) -> (usize, usize) {
        let articles = &self.ingest.so_far().articles;
        let from = self.readings.len();
        let to = from.saturating_add(count).min(articles.len());
        let reader = self.reader.get_or_insert_with(|| {
            let reader = Reader::new(&self.lexicon);
            match self.model.take() {
                Some(model) => reader.with_model(model),
                None => reader,
            }
        });
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
        let mut builder = Builder::new(&self.info);
        builder.know(&self.lexicon);
        articles.iter().zip(&self.readings).for_each(|(article, reading)| builder.add(article, reading));
        builder.finish()
    }
}
