//! A few articles taken out of a corpus, with all that a comparison needs: what the engine hands to the part of the page
//! that compares, which has no corpus of its own.
//!
//! ```text
//! articles of the corpus, articles taken (LEB128)
//! | per article: header, details, text, reading, each with its length
//! | per word of titles, texts and names, in order: how many articles of the corpus hold it
//! ```
//!
//! The words themselves are not written: whoever reads the articles meets the same words in the same order.

use super::build::Details;
use super::bytes::{Cursor, push_number};
use super::check::{decoded, decoded_reading};
use super::header::Header;
use super::section::Section;
use super::{ArticleId, Corpus, DecodeError};
use crate::analysis::Reading;
use crate::ingest::Article;
use crate::text::{Keyed, words};

/// Articles with their readings, and how rare their words are in the corpus that they come from.
#[derive(Clone, Debug)]
pub struct Dossier {
    pub documents: Vec<(Article, Reading)>,
    /// How many articles the corpus has.
    pub corpus: usize,
    frequencies: Keyed<u32>,
}

impl Dossier {
    /// Reads what [`Corpus::dossier`] wrote.
    pub fn read(bytes: &[u8]) -> Result<Self, DecodeError> {
        let error = |_| DecodeError { section: "dossier", message: "is cut short".into() };
        let mut cursor = Cursor::new(bytes);
        let corpus = cursor.number().map_err(error)? as usize;
        let count = cursor.number().map_err(error)?;
        let mut dossier = Self { documents: Vec::new(), corpus, frequencies: Keyed::default() };
        for _ in 0..count {
            let mut blob = || {
                let length = cursor.number()?;
                cursor.take(length as usize)
            };
            let [header, details, text, reading] = [blob(), blob(), blob(), blob()];
            let text = String::from_utf8_lossy(text.map_err(error)?).into_owned();
            let header: Header = decoded(Section::Headers, header.map_err(error)?)?;
            let details = Details::decoded(details.map_err(error)?, &text)?;
            let reading = decoded_reading(reading.map_err(error)?, &text)?;
            dossier.documents.push((details.article(header, text), reading));
        }
        let mut frequencies = Keyed::default();
        each_word(&dossier.documents, &mut |word| {
            frequencies.entry(word, || cursor.number().unwrap_or(0));
        });
        dossier.frequencies = frequencies;
        Ok(dossier)
    }

    /// How many articles of the corpus hold a folded word; 0 for one that these articles do not have.
    pub fn document_frequency(&self, word: &str) -> u32 {
        self.frequencies.get(word).copied().unwrap_or(0)
    }
}

impl Corpus {
    /// Takes articles out, for [`Dossier::read`]. Cost: a look-up a word.
    ///
    /// ```
    /// use crossread::index::{Corpus, Dossier, build};
    /// use crossread::ingest::{Article, CorpusInfo};
    /// let text = "The two ministers signed a treaty in Tashkent.";
    /// let article = Article { id: "treaty".into(), text: text.into(), ..Article::default() };
    /// let corpus = Corpus::open(build(&CorpusInfo::default(), &[article], &[Default::default()])).unwrap();
    /// let bytes = corpus.dossier(&[corpus.find("treaty").unwrap()]).unwrap();
    /// let dossier = Dossier::read(&bytes).unwrap();
    /// assert_eq!(dossier.documents[0].0.text, text);
    /// assert_eq!(dossier.document_frequency("treaty"), 1);
    /// ```
    pub fn dossier(&self, articles: &[ArticleId]) -> Result<Vec<u8>, DecodeError> {
        let mut bytes = Vec::new();
        push_number(&mut bytes, self.len() as u32);
        push_number(&mut bytes, articles.len() as u32);
        let mut documents = Vec::with_capacity(articles.len());
        for &article in articles {
            let document = (self.article(article)?, self.reading(article)?);
            let blob = |section| self.blob(section, article.0);
            let text = document.0.text.as_bytes();
            for part in [blob(Section::Headers)?, blob(Section::Articles)?, text, blob(Section::Readings)?] {
                push_number(&mut bytes, part.len() as u32);
                bytes.extend_from_slice(part);
            }
            documents.push(document);
        }
        let mut known: Keyed<()> = Keyed::default();
        each_word(&documents, &mut |word| {
            known.entry(word, || push_number(&mut bytes, self.document_frequency(word)));
        });
        Ok(bytes)
    }
}

/// The folded words of titles, texts and names, in order.
fn each_word(documents: &[(Article, Reading)], visit: &mut dyn FnMut(&str)) {
    for (article, reading) in documents {
        let names = reading.entities.iter().map(|entity| entity.name.as_str());
        for text in [article.title.as_str(), article.text.as_str()].into_iter().chain(names) {
            words(text).iter().for_each(|word| visit(&word.folded()));
        }
    }
}
