//! Tantivy: the bound for what an index can do without the limits of a browser.

use crate::articles;
use crate::figures::{milliseconds, percentile};
use anyhow::{Context, Result, bail};
use crossread::ingest::Article;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ops::Bound;
use std::path::Path;
use std::time::Instant;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Occur, PhraseQuery, RangeQuery, RegexQuery, TermQuery};
use tantivy::schema::*;
use tantivy::tokenizer::{LowerCaser, SimpleTokenizer, TextAnalyzer};
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument, Term};

const MEMORY: usize = 200_000_000;
const LISTED: usize = 20;

/// Where an article's parts go: title and text are one field.
pub struct Fields {
    pub schema: Schema,
    pub number: Field,
    pub text: Field,
    source: Field,
    date: Field,
}

/// A query of the synthetic set.
#[derive(Deserialize)]
struct Query {
    kind: String,
    words: Vec<String>,
    source: Option<String>,
    from: Option<String>,
    to: Option<String>,
    total: usize,
}

impl Fields {
    pub fn new() -> Self {
        let mut builder = Schema::builder();
        let positions = TextFieldIndexing::default()
            .set_tokenizer("plain")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let text = builder.add_text_field("text", TextOptions::default().set_indexing_options(positions));
        let number = builder.add_u64_field("number", FAST | STORED);
        let source = builder.add_text_field("source", STRING);
        let date = builder.add_u64_field("date", FAST | INDEXED);
        Self { schema: builder.build(), number, text, source, date }
    }

    fn document(&self, number: usize, article: &Article) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.text, format!("{}\n{}", article.title, article.text));
        document.add_u64(self.number, number as u64);
        document.add_text(self.source, article.source.as_deref().unwrap_or_default());
        document.add_u64(self.date, ordered(&article.date.map(|date| date.to_string()).unwrap_or_default()));
        document
    }
}

/// A date as a number that sorts as dates do: 2021-03-09 is 20210309.
fn ordered(date: &str) -> u64 {
    date.replace('-', "").parse().unwrap_or(0)
}

/// How the field of the text becomes words: runs of letters and digits, in small letters.
pub fn register_analyzer(index: &Index) {
    let analyzer = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).build();
    index.tokenizers().register("plain", analyzer);
}

pub fn measure_build(path: &Path, folder: &Path) -> Result<Value> {
    let articles = articles::read(path)?;
    if folder.exists() {
        std::fs::remove_dir_all(folder).context("cannot clear the folder of the index")?;
    }
    std::fs::create_dir_all(folder).context("cannot make the folder of the index")?;
    let fields = Fields::new();
    let started = Instant::now();
    let index = Index::create_in_dir(folder, fields.schema.clone())?;
    register_analyzer(&index);
    let mut writer: IndexWriter = index.writer_with_num_threads(1, MEMORY)?;
    for (number, article) in articles.iter().enumerate() {
        writer.add_document(fields.document(number, article))?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    let seconds = started.elapsed().as_secs_f64();
    let bytes = articles::text_bytes(&articles);
    Ok(json!({
        "text_bytes": bytes,
        "index_bytes": index_bytes(folder)?,
        "build_ms": seconds * 1e3,
        "mb_per_s": bytes as f64 / 1e6 / seconds,
    }))
}

/// The files of segments are named after an id of 32 letters; the others hold settings and locks.
fn index_bytes(folder: &Path) -> Result<u64> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().len() > 30 {
            sum += entry.metadata()?.len();
        }
    }
    Ok(sum)
}

pub fn measure_queries(folder: &Path, queries: &Path) -> Result<Value> {
    let queries: Vec<Query> = serde_json::from_slice(&std::fs::read(queries)?)?;
    let fields = Fields::new();
    let index = Index::open_in_dir(folder)?;
    register_analyzer(&index);
    let searcher = index.reader()?.searcher();
    let mut kinds: BTreeMap<&str, (Vec<f64>, usize)> = BTreeMap::new();
    for query in &queries {
        let asked = query_of(&fields, query)?;
        let right = count(&searcher, &*asked)? == query.total;
        // Parsing the query is part of the answer, as it is for every other engine.
        let took = milliseconds(|| count(&searcher, &*query_of(&fields, query)?));
        let (times, correct) = kinds.entry(&query.kind).or_default();
        times.push(took);
        *correct += usize::from(right);
    }
    let said = kinds.into_iter().map(|(kind, (mut times, correct))| {
        let (p50, p95) = (percentile(&mut times, 50.0), percentile(&mut times, 95.0));
        (kind.to_owned(), json!({"p50": p50, "p95": p95, "right": correct, "of": times.len()}))
    });
    Ok(json!({ "kinds": said.collect::<serde_json::Map<_, _>>() }))
}

/// How many articles match, with the best twenty found.
fn count(searcher: &Searcher, query: &dyn tantivy::query::Query) -> Result<usize> {
    Ok(searcher.search(query, &(Count, TopDocs::with_limit(LISTED).order_by_score()))?.0)
}

fn query_of(fields: &Fields, query: &Query) -> Result<Box<dyn tantivy::query::Query>> {
    let terms: Vec<Term> = query.words.iter().map(|word| Term::from_field_text(fields.text, word)).collect();
    let Some(first) = terms.first() else { bail!("a query without words") };
    Ok(match query.kind.as_str() {
        "facet" => {
            let day = |date: &Option<String>| {
                Bound::Included(Term::from_field_u64(
                    fields.date,
                    ordered(date.as_deref().unwrap_or_default()),
                ))
            };
            let source = Term::from_field_text(fields.source, query.source.as_deref().unwrap_or_default());
            let filters: Vec<Box<dyn tantivy::query::Query>> = vec![
                holding(first),
                Box::new(TermQuery::new(source, IndexRecordOption::Basic)),
                Box::new(RangeQuery::new(day(&query.from), day(&query.to))),
            ];
            all_of(filters)
        }
        kind => query_for(fields, kind, &query.words, &terms)?,
    })
}

/// A query for words alone.
pub fn query_for(
    fields: &Fields,
    kind: &str,
    words: &[String],
    terms: &[Term],
) -> Result<Box<dyn tantivy::query::Query>> {
    Ok(match kind {
        "prefix" => Box::new(RegexQuery::from_pattern(&format!("{}.*", words[0]), fields.text)?),
        "fuzzy" => Box::new(FuzzyTermQuery::new(terms[0].clone(), 1, false)),
        "phrase" if terms.len() > 1 => Box::new(PhraseQuery::new(terms.to_vec())),
        _ => all_of(terms.iter().map(holding).collect()),
    })
}

fn holding(term: &Term) -> Box<dyn tantivy::query::Query> {
    Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs))
}

fn all_of(queries: Vec<Box<dyn tantivy::query::Query>>) -> Box<dyn tantivy::query::Query> {
    Box::new(BooleanQuery::new(queries.into_iter().map(|query| (Occur::Must, query)).collect()))
}
