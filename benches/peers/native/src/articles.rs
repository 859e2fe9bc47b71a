//! The articles, as Crossread's ingest reads them.

use anyhow::{Context, Result};
use crossread::ingest::{Article, ingest};
use std::path::Path;

/// Reads a file of articles, as NDJSON.
pub fn read(path: &Path) -> Result<Vec<Article>> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(ingest("articles.ndjson", &bytes).articles)
}

/// The bytes of all titles and texts.
pub fn text_bytes(articles: &[Article]) -> usize {
    articles.iter().map(|article| article.title.len() + article.text.len() + 1).sum()
}
