//! How long Crossread's index takes to build, without the reading of names, quotes and dates: on one thread.

use crate::articles;
use anyhow::Result;
use crossread::analysis::Reading;
use crossread::index::Builder;
use crossread::ingest::CorpusInfo;
use serde_json::{Value, json};
use std::path::Path;
use std::time::Instant;

pub fn measure(path: &Path) -> Result<Value> {
    let articles = articles::read(path)?;
    let unread = Reading::default();
    let started = Instant::now();
    let mut builder = Builder::new(&CorpusInfo::default());
    articles.iter().for_each(|article| builder.add(article, &unread));
    let corpus = builder.finish();
    let seconds = started.elapsed().as_secs_f64();
    let bytes = articles::text_bytes(&articles);
    Ok(json!({
        "articles": articles.len(),
        "text_bytes": bytes,
        "corpus_bytes": corpus.len(),
        "build_ms": seconds * 1e3,
        "mb_per_s": bytes as f64 / 1e6 / seconds,
    }))
}
