//! Articles and readings -> the bytes of a corpus, one article at a time.

use super::appearances::Cast;
use super::blobs::BlobsWriter;
use super::bytes::push_ascending;
use super::columns::{Column, write_columns};
use super::dictionary::write_sorted;
use super::emphasis::Emphasis;
use super::header::Header;
use super::section::{Section, SectionWriter};
use super::stems::{MOST_LANGUAGES, primary_language};
use super::stream::{Counted, Stream};
use super::texts::TextWriter;
use super::vocabulary::write_words;
use crate::analysis::Reading;
use crate::ingest::{Article, CorpusInfo, Lexicon};
use crate::text::Numbering;
use crate::text::{Block, Span, sentences};
use serde::{Deserialize, Serialize};

/// A corpus being built, article by article: what a page does that must stay responsive.
///
/// ```
/// use crossread::analysis::Reading;
/// use crossread::index::{Builder, Corpus};
/// use crossread::ingest::{Article, CorpusInfo};
/// let mut builder = Builder::new(&CorpusInfo::default());
/// let text = "The two ministers signed a treaty in Tashkent.";
/// let article = Article { id: "treaty".into(), title: "A treaty at last".into(), text: text.into(), ..Article::default() };
/// builder.add(&article, &Reading::default());
/// let corpus = Corpus::open(builder.finish()).unwrap();
/// assert_eq!(corpus.document_frequency("treaty"), 1);
/// ```
pub struct Builder {
    info: CorpusInfo,
    lexicon: Lexicon,
    headers: BlobsWriter,
    articles: BlobsWriter,
    readings: BlobsWriter,
    /// Sources and languages are still numbered by arrival.
    columns: Vec<Column>,
    ids: Numbering,
    /// The first article of each id.
    id_articles: Vec<u32>,
    sources: Numbering,
    languages: Numbering,
    /// The primary languages by arrival, as the vocabulary numbers them.
    primary_languages: Vec<String>,
    authors: Numbering,
    author_articles: Vec<Vec<u32>>,
    stream: Stream,
    /// The lengths of the texts in bytes.
    text_lengths: Vec<usize>,
    cast: Cast,
}

/// What an article has beside its header and its text.
#[derive(Serialize, Deserialize)]
pub(crate) struct Details {
    pub authors: Vec<String>,
    pub url: Option<String>,
    pub licence: Option<String>,
    pub tags: Vec<String>,
    pub blocks: Vec<Block>,
}

impl Details {
    /// The article with this header and text.
    pub fn article(self, header: Header, text: String) -> Article {
        Article {
            id: header.id,
            title: header.title,
            source: header.source,
            date: header.date,
            date_basis: header.date_basis,
            authors: self.authors,
            url: self.url,
            language: header.language,
            licence: self.licence,
            tags: self.tags,
            text,
            blocks: self.blocks,
        }
    }
}

impl Builder {
    /// An empty corpus. Its language is that of every article that names none.
    pub fn new(info: &CorpusInfo) -> Self {
        Self {
            info: info.clone(),
            lexicon: Lexicon::default(),
            headers: BlobsWriter::default(),
            articles: BlobsWriter::default(),
            readings: BlobsWriter::default(),
            columns: Vec::new(),
            ids: Numbering::default(),
            id_articles: Vec::new(),
            sources: Numbering::default(),
            languages: Numbering::default(),
            primary_languages: Vec::new(),
            authors: Numbering::default(),
            author_articles: Vec::new(),
            stream: Stream::default(),
            text_lengths: Vec::new(),
            cast: Cast::default(),
        }
    }

    /// Makes known how else curated entities are spelled, for those that the articles to come name, and keeps the lexicon
    /// with the corpus. Its corrections are those that the readings to come have gone through.
    pub fn know(&mut self, lexicon: &Lexicon) {
        self.cast.know(lexicon);
        self.lexicon = lexicon.clone();
    }

    /// How many articles have been added.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Adds an article with its reading. Ids are unique (ingest sees to it): of two articles with one id, only the
    /// first can be found by it.
    pub fn add(&mut self, article: &Article, reading: &Reading) {
        let number = self.columns.len() as u32;
        self.headers.push(&encoded(&Header::of(article)));
        self.articles.push(&encoded(&Details {
            authors: article.authors.clone(),
            url: article.url.clone(),
            licence: article.licence.clone(),
            tags: article.tags.clone(),
            blocks: article.blocks.clone(),
        }));
        self.readings.push(&encoded(reading));
        self.cast.add(number, &article.text, reading);
        self.add_authors(number, &article.authors);
        let counted = self.add_words(article, reading);
        self.add_column(article, counted);
    }

    fn add_words(&mut self, article: &Article, reading: &Reading) -> Counted {
        let found: Vec<Span>;
        let sentences = if reading.sentences.is_empty() {
            found = sentences(&article.text, &article.blocks);
            &found
        } else {
            &reading.sentences
        };
        let language = primary_language(self.language(article)).to_ascii_lowercase();
        let place = self.primary_languages.iter().position(|known| *known == language);
        let place = place.unwrap_or_else(|| {
            self.primary_languages.push(language);
            self.primary_languages.len() - 1
        });
        self.text_lengths.push(article.text.len());
        let mut emphasis = Emphasis::new(&article.text, &article.blocks, sentences);
        self.stream.add(&article.title, &article.text, &mut emphasis, place.min(MOST_LANGUAGES - 1) as u32)
    }

    fn language<'a>(&'a self, article: &'a Article) -> &'a str {
        article.language.as_deref().unwrap_or(&self.info.language)
    }

    fn add_authors(&mut self, article: u32, authors: &[String]) {
        for author in authors {
            let number = self.authors.number(&super::spelling(author)) as usize;
            if number == self.author_articles.len() {
                self.author_articles.push(Vec::new());
            }
            if self.author_articles[number].last() != Some(&article) {
                self.author_articles[number].push(article);
            }
        }
    }

    fn add_column(&mut self, article: &Article, counted: Counted) {
        if self.ids.number(&article.id) as usize == self.id_articles.len() {
            self.id_articles.push(self.columns.len() as u32);
        }
        let language = self.language(article).to_ascii_lowercase();
        self.columns.push(Column {
            source: article.source.as_deref().map(|source| self.sources.number(source)),
            language: (!language.is_empty()).then(|| self.languages.number(&language)),
            days: article.date.map(|date| {
                let (first, last) = date.bounds();
                (first.to_julian_day(), last.to_julian_day())
            }),
            rank: 0,
            words: counted.text,
            title_words: counted.title,
        });
    }

    /// The corpus as bytes: same articles and readings in the same order, same bytes.
    pub fn finish(mut self) -> Vec<u8> {
        let mut sections = SectionWriter::default();
        let articles = self.columns.len();
        sections.push(Section::Info, encoded(&self.info));
        sections.push(Section::Lexicon, encoded(&self.lexicon));
        sections.push(Section::Headers, self.headers.finish());
        sections.push(Section::Articles, self.articles.finish());
        sections.push(Section::Readings, self.readings.finish());
        write_texts(&self.stream, &self.text_lengths, &mut sections);
        write_words(&self.stream, &self.columns, &self.primary_languages, &mut sections);
        self.stream = Stream::default();
        self.cast.finish(articles as u32, &mut sections);
        write_authors(self.authors, &self.author_articles, &mut sections);
        write_ids(self.ids, &self.id_articles, &mut self.columns, &mut sections);
        let (sources, source_places) = write_sorted(&self.sources.sorted());
        let (languages, language_places) = write_sorted(&self.languages.sorted());
        for column in &mut self.columns {
            column.source = column.source.map(|number| source_places[number as usize]);
            column.language = column.language.map(|number| language_places[number as usize]);
        }
        sections.push(Section::SourceArticles, source_articles(&self.columns, source_places.len()));
        sections.push(Section::Sources, sources);
        sections.push(Section::Languages, languages);
        sections.push(Section::Columns, write_columns(&self.columns));
        sections.finish()
    }
}

/// The articles of each source, from columns that name sources by their places.
fn source_articles(columns: &[Column], sources: usize) -> Vec<u8> {
    let mut articles = vec![Vec::new(); sources];
    for (article, column) in (0..).zip(columns) {
        if let Some(source) = column.source {
            articles[source as usize].push(article);
        }
    }
    lists(articles.iter())
}

/// Blobs of ascending numbers.
fn lists<'a>(all: impl Iterator<Item = &'a Vec<u32>>) -> Vec<u8> {
    let mut blobs = BlobsWriter::default();
    let mut blob = Vec::new();
    for numbers in all {
        blob.clear();
        push_ascending(&mut blob, numbers);
        blobs.push(&blob);
    }
    blobs.finish()
}

fn write_texts(stream: &Stream, lengths: &[usize], sections: &mut SectionWriter) {
    let (mut writer, words) = TextWriter::new(stream);
    let mut texts = BlobsWriter::default();
    for (article, &length) in lengths.iter().enumerate() {
        texts.push(writer.blob(article, length));
    }
    sections.push(Section::Text, texts.finish());
    sections.push(Section::TextWords, words);
}

/// Writes the ids and gives each article its rank among them.
fn write_ids(ids: Numbering, articles: &[u32], columns: &mut [Column], sections: &mut SectionWriter) {
    let sorted = ids.sorted();
    let (dictionary, _) = write_sorted(&sorted);
    let mut order = Vec::with_capacity(sorted.len() * 4);
    for (rank, (_, number)) in sorted.iter().enumerate() {
        let article = articles[*number as usize];
        columns[article as usize].rank = rank as u32;
        order.extend_from_slice(&article.to_le_bytes());
    }
    sections.push(Section::Ids, dictionary);
    sections.push(Section::IdOrder, order);
}

fn write_authors(authors: Numbering, articles: &[Vec<u32>], sections: &mut SectionWriter) {
    let sorted = authors.sorted();
    let of_each = lists(sorted.iter().map(|(_, number)| &articles[*number as usize]));
    sections.push(Section::Authors, write_sorted(&sorted).0);
    sections.push(Section::AuthorArticles, of_each);
}

pub(crate) fn encoded<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).expect("lists and strings have lengths that postcard can write")
}
