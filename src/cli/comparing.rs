//! The calls that hold articles against each other.

use super::{Format, Outcome, find, print, sources};
use anyhow::Result;
use crossread::analysis::Reading;
use crossread::compare::{self, Document, KeyWords, Options, Rarity, compare_with};
use crossread::index::{ArticleId, Corpus};
use crossread::ingest::Article;
use crossread::query::{Detail, Request, search};
use crossread::wire;
use std::path::Path;

/// Two or more articles held against each other.
pub fn compare_articles(corpus: &Path, ids: &[String], options: Options, format: Format) -> Result<Outcome> {
    let opened = sources::open(corpus)?;
    let corpus = &opened.corpus;
    let found = ids.iter().map(|id| find(corpus, id)).collect::<Result<Vec<_>>>()?;
    let pairs = read(corpus, &found)?;
    let documents = documents(&pairs);
    let document_frequency = |word: &str| corpus.document_frequency(word);
    let rarity = Rarity { articles: corpus.len(), document_frequency: &document_frequency };
    let comparison = compare_with(&documents, &rarity, options);
    match format {
        Format::Json => print::json(&wire::comparison(comparison, &documents))?,
        Format::Text => print::text(|to| print::comparison(to, &comparison, &documents))?,
    }
    Ok(opened.report())
}

/// The words that set the articles that match one query apart from those that match another, or from all others.
pub fn key_words_of(corpus: &Path, query: &str, against: Option<&str>, format: Format) -> Result<Outcome> {
    let opened = sources::open(corpus)?;
    let corpus = &opened.corpus;
    let first = matching(corpus, query)?;
    let second = match against {
        Some(against) => matching(corpus, against)?,
        None => (0..corpus.len() as u32).map(ArticleId).filter(|id| !first.contains(id)).collect(),
    };
    let mut words = KeyWords::default();
    for (set, articles) in [&first, &second].into_iter().enumerate() {
        for &article in articles {
            words.add(set, &corpus.prose(article)?);
        }
    }
    let rows = words.rows();
    match format {
        Format::Json => print::json(&wire::key_words(rows))?,
        Format::Text => print::text(|to| print::key_words(to, &rows, [first.len(), second.len()]))?,
    }
    Ok(opened.report())
}

/// Groups of articles that are near-duplicates of each other.
pub fn near_duplicates(corpus: &Path, format: Format) -> Result<Outcome> {
    let sources = sources::read(&[corpus.to_path_buf()], None)?;
    let texts: Vec<&str> = sources.articles.iter().map(|article| article.text.as_str()).collect();
    let groups = compare::near_duplicates(&texts);
    let ids = |group: &Vec<usize>| -> Vec<&str> {
        group.iter().map(|&at| sources.articles[at].id.as_str()).collect()
    };
    let named: Vec<Vec<&str>> = groups.iter().map(ids).collect();
    match format {
        Format::Json => print::json(&named)?,
        Format::Text => print::text(|to| print::near_duplicates(to, &named, texts.len()))?,
    }
    Ok(sources.report())
}

/// The articles that match a query, by relevance.
pub fn matching(corpus: &Corpus, query: &str) -> Result<Vec<ArticleId>> {
    let request =
        Request { query: query.to_owned(), limit: corpus.len(), detail: Detail::Ids, ..Request::default() };
    Ok(search(corpus, &request)?.hits.iter().map(|hit| hit.article).collect())
}

pub fn read(corpus: &Corpus, ids: &[ArticleId]) -> Result<Vec<(Article, Reading)>> {
    ids.iter().map(|&id| Ok((corpus.article(id)?, corpus.reading(id)?))).collect()
}

fn documents(pairs: &[(Article, Reading)]) -> Vec<Document<'_>> {
    pairs.iter().map(|(article, reading)| Document { article, reading }).collect()
}
