//! Whether tantivy finds the same articles as Crossread, over articles that people wrote. Both get the same words:
//! tantivy takes those of Crossread's tokenizer as they are, so that only the two indexes are held against each other.

use crate::drawing::{Drawn, draw};
use crate::peer::{Fields, query_for, register_analyzer};
use crate::{articles, figures};
use anyhow::Result;
use crossread::analysis::Reading;
use crossread::index::{Builder, Corpus};
use crossread::ingest::{Article, CorpusInfo};
use crossread::query::{Detail, Request, search};
use crossread::text::words;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tantivy::collector::{Count, DocSetCollector, TopDocs};
use tantivy::schema::Value as _;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument, Term};

const MEMORY: usize = 200_000_000;
/// No phrase reaches from a title into its text.
const BETWEEN_PARTS: usize = 100;
/// How many disagreements are named.
const NAMED: usize = 5;

pub fn measure(path: &Path, count: usize, file: &Path) -> Result<Value> {
    let articles = articles::read(path)?;
    let corpus = indexed(&articles)?;
    let fields = Fields::new();
    let searcher = in_tantivy(&fields, &articles)?;
    let mut queries = draw(&articles, count);
    let mut differing = Vec::new();
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for query in &mut queries {
        let ours = found_by_crossread(&corpus, &articles, query)?;
        let theirs = found_by_tantivy(&searcher, &fields, query)?;
        query.total = theirs.len();
        if ours != theirs {
            let apart: Vec<_> =
                ours.symmetric_difference(&theirs).take(3).map(|&at| &articles[at].id).collect();
            differing.push(json!({
                "query": text_of(query), "crossread": ours.len(), "tantivy": theirs.len(), "for example": apart,
            }));
        }
        let asked = query_of(&fields, query)?;
        let list = (Count, TopDocs::with_limit(20).order_by_score());
        times.entry(query.kind).or_default().push(figures::milliseconds(|| searcher.search(&*asked, &list)));
    }
    std::fs::write(file, serde_json::to_vec(&queries)?)?;
    let p95 =
        times.iter_mut().map(|(kind, times)| ((*kind).to_owned(), figures::percentile(times, 95.0).into()));
    Ok(json!({
        "articles": articles.len(),
        "queries": queries.len(),
        "agreeing": queries.len() - differing.len(),
        "differing": differing.into_iter().take(NAMED).collect::<Vec<_>>(),
        "tantivy_p95": p95.collect::<serde_json::Map<_, Value>>(),
    }))
}

fn indexed(articles: &[Article]) -> Result<Corpus> {
    let mut builder = Builder::new(&CorpusInfo::default());
    articles.iter().for_each(|article| builder.add(article, &Reading::default()));
    Ok(Corpus::open(builder.finish())?)
}

fn in_tantivy(fields: &Fields, articles: &[Article]) -> Result<Searcher> {
    let index = Index::create_in_ram(fields.schema.clone());
    register_analyzer(&index);
    let mut writer: IndexWriter = index.writer_with_num_threads(1, MEMORY)?;
    for (number, article) in articles.iter().enumerate() {
        let mut document = TantivyDocument::new();
        document.add_u64(fields.number, number as u64);
        document.add_pre_tokenized_text(fields.text, tokens(article));
        writer.add_document(document)?;
    }
    writer.commit()?;
    Ok(index.reader()?.searcher())
}

/// The words of title and text, folded, as Crossread indexes them.
fn tokens(article: &Article) -> PreTokenizedString {
    let mut tokens = Vec::new();
    for part in [&article.title, &article.text] {
        let first = tokens.last().map_or(0, |token: &Token| token.position + BETWEEN_PARTS);
        tokens.extend(words(part).iter().enumerate().map(|(place, word)| Token {
            position: first + place,
            text: word.folded().into_owned(),
            ..Token::default()
        }));
    }
    PreTokenizedString { text: String::new(), tokens }
}

fn found_by_crossread(corpus: &Corpus, articles: &[Article], query: &Drawn) -> Result<BTreeSet<usize>> {
    let request =
        Request { query: text_of(query), limit: articles.len(), detail: Detail::Ids, ..Request::default() };
    Ok(search(corpus, &request)?.hits.iter().map(|hit| hit.article.0 as usize).collect())
}

/// The query in Crossread's language; quotes ask for words as they are, for tantivy knows no inflection here.
fn text_of(query: &Drawn) -> String {
    match query.kind {
        "prefix" => format!("{}*", query.words[0]),
        "phrase" => format!("\"{}\"", query.words.join(" ")),
        _ => query.words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" "),
    }
}

fn query_of(fields: &Fields, query: &Drawn) -> Result<Box<dyn tantivy::query::Query>> {
    let terms: Vec<_> = query.words.iter().map(|word| Term::from_field_text(fields.text, word)).collect();
    query_for(fields, query.kind, &query.words, &terms)
}

fn found_by_tantivy(searcher: &Searcher, fields: &Fields, query: &Drawn) -> Result<BTreeSet<usize>> {
    let mut found = BTreeSet::new();
    for address in searcher.search(&*query_of(fields, query)?, &DocSetCollector)? {
        let document: TantivyDocument = searcher.doc(address)?;
        let number = document.get_first(fields.number).and_then(|value| value.as_u64());
        found.extend(number.map(|number| number as usize));
    }
    Ok(found)
}
