//! The call that gives articles and readings to other programs.

use super::comparing::{matching, read};
use super::{Outcome, print, sources};
use anyhow::Result;
use clap::ValueEnum;
use crossread::index::ArticleId;
use crossread::{publish, wire};
use std::path::Path;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// A row an article, with the entities it names
    Csv,
    /// A list of the objects that `analyze` gives
    Json,
    /// The W3C's Web Annotation Data Model, in JSON-LD
    WebAnnotation,
    Bibtex,
    Ris,
}

/// Writes the articles of a corpus that match, or all, to standard output, in the order of the corpus.
pub fn export(corpus: &Path, kind: Kind, query: Option<&str>) -> Result<Outcome> {
    let opened = sources::open(corpus)?;
    let corpus = &opened.corpus;
    let mut chosen: Vec<ArticleId> = match query {
        Some(query) => matching(corpus, query)?,
        None => corpus.articles().collect(),
    };
    chosen.sort_unstable();
    let pairs = read(corpus, &chosen)?;
    let articles = pairs.iter().map(|(article, _)| article);
    match kind {
        Kind::Csv => print::text(|to| Ok(to.write_all(publish::table(&pairs).as_bytes())?))?,
        Kind::Json => {
            let objects: Vec<_> =
                pairs.iter().map(|(article, reading)| wire::article(article, reading)).collect();
            print::json(&objects)?;
        }
        Kind::WebAnnotation => print::json(&wire::annotations(&corpus.info()?.title, &pairs))?,
        Kind::Bibtex => print::text(|to| Ok(to.write_all(publish::bibtex(articles).as_bytes())?))?,
        Kind::Ris => print::text(|to| Ok(to.write_all(publish::ris(articles).as_bytes())?))?,
    }
    Ok(opened.report())
}
