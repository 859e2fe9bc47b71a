//! What the command line prints: one JSON object a line, or plain text for people.

use anyhow::{Context, Result};
use crossread::analysis::Reading;
use crossread::compare::{Comparison, DateFindingKind, Document, Keyness, Place, Relation, Retelling};
use crossread::index::Event;
use crossread::index::{ArticleId, Corpus, Header};
use crossread::ingest::Article;
use crossread::query::{Request, Results};
use serde::Serialize;
use std::io::Write as _;

/// One line of JSON on standard output.
pub fn json(value: &impl Serialize) -> Result<()> {
    let mut line = serde_json::to_vec(value).context("the object is plain data")?;
    line.push(b'\n');
    std::io::stdout().lock().write_all(&line).context("cannot write to standard output")
}

/// An article's reading: who, what was said, which days.
pub fn article(article: &Article, reading: &Reading) {
    let text = &article.text;
    println!("{}\n  {}", article.id, article.title);
    for (at, entity) in reading.entities.iter().enumerate() {
        let of_entity = reading
            .mentions
            .iter()
            .filter(|mention| mention.entity.is_some_and(|index| index.0 as usize == at));
        let mut names: Vec<String> = of_entity.map(|mention| one_line(mention.span.of(text))).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        println!("  {:<12} {} ({count}): {}", entity.kind.name(), entity.name, names.join(", "));
    }
    for mention in reading.mentions.iter().filter(|mention| mention.entity.is_none()) {
        println!("  {:<12} not resolved: {}", mention.kind.name(), one_line(mention.span.of(text)));
    }
    for quote in &reading.quotes {
        let speaker = quote.speaker.map_or("not sure who".to_owned(), |speaker| {
            let name = speaker.entity.map(|index| reading.entity(index).name.clone());
            name.unwrap_or_else(|| one_line(speaker.span.of(text)))
        });
        println!("  {:<12} {speaker}: {}", quote.style.name(), one_line(quote.span.of(text)));
    }
    for date in &reading.dates {
        println!("  {:<12} {} = {}", "date", one_line(date.span.of(text)), date.value);
    }
    println!();
}

/// The hits of a search, with their passages.
pub fn results(corpus: &Corpus, request: &Request, results: &Results) -> Result<()> {
    println!("{} of {} articles match", results.total, corpus.len());
    for diagnostic in &results.diagnostics {
        println!("  note: {} (“{}”)", diagnostic.message, diagnostic.span.of(&request.query));
    }
    if let Some(suggestion) = &results.suggestion {
        println!("  did you mean {} ({})?", suggestion.query, suggestion.total);
    }
    for hit in &results.hits {
        println!("\n{}", line(&corpus.header(hit.article)?));
        let text = &corpus.text(hit.article)?;
        for snippet in &hit.snippets {
            println!("  … {} …", one_line(snippet.span.of(text)));
        }
    }
    Ok(())
}

/// The nearest articles with their similarity.
pub fn nearest(corpus: &Corpus, found: &[(ArticleId, f32)]) -> Result<()> {
    for (article, similarity) in found {
        println!("{similarity:.3}  {}", line(&corpus.header(*article)?));
    }
    Ok(())
}

/// Events of several articles, one after the other; how many articles stand alone.
pub fn events(corpus: &Corpus, events: &[Event]) -> Result<()> {
    let (shared, alone): (Vec<_>, Vec<_>) = events.iter().partition(|event| event.articles.len() > 1);
    for event in &shared {
        println!("{} articles: {}", event.articles.len(), corpus.header(event.centre)?.title);
        for article in &event.articles {
            println!("  {}", line(&corpus.header(*article)?));
        }
    }
    println!("{} events told by several, {} articles alone", shared.len(), alone.len());
    Ok(())
}

fn line(header: &Header) -> String {
    let date = header.date.map_or("undated".to_owned(), |date| date.to_string());
    let source = header.source.as_deref().unwrap_or("source unknown");
    format!("{}  [{source}, {date}]  {}", header.id, header.title)
}

/// A comparison: passages side by side, what differs, dates that cannot both be so, what stands alone.
pub fn comparison(comparison: &Comparison, documents: &[Document]) {
    let show = |place: &Place| {
        let article = documents[place.article].article;
        format!("  {}: {}", article.id, one_line(place.span.of(&article.text)))
    };
    for passage in &comparison.passages {
        let relation = match passage.relation {
            Relation::Same => "same",
            Relation::Reworded => "reworded",
            Relation::Related => "related",
        };
        println!("{relation} {:.2}", passage.similarity);
        passage.places.iter().for_each(|place| println!("{}", show(place)));
        passage
            .differs
            .iter()
            .for_each(|difference| println!("  differs: {}", difference.values.join(" / ")));
    }
    for left_out in &comparison.left_out {
        println!("told by all but {}", documents[left_out.article].article.id);
        left_out.places.iter().for_each(|place| println!("{}", show(place)));
    }
    for utterance in &comparison.utterances {
        let relation = match utterance.relation {
            Retelling::Same => "the same words",
            Retelling::Cut => "only a part",
            Retelling::Paraphrased => "in other words",
        };
        let another = if utterance.given_to_another { ", given to another" } else { "" };
        println!("said, {relation}{another}");
        utterance.places.iter().for_each(|place| println!("{}", show(place)));
    }
    for copy in comparison.copies.iter().filter(|copy| !copy.is_quoted) {
        let source = copy.source.map(|at| format!(", first in {}", documents[at].article.id));
        println!("{} words in common{}", copy.words, source.unwrap_or_default());
        copy.places.iter().for_each(|place| println!("{}", show(place)));
    }
    for finding in &comparison.dates {
        let kind =
            if finding.kind == DateFindingKind::Order { "dates cannot both be so" } else { "dates differ" };
        println!("{kind}: {}", finding.explain);
        finding.places.iter().for_each(|place| println!("{}", show(place)));
    }
    if !comparison.alone.is_empty() && documents.len() > 1 {
        println!("only in one");
        comparison.alone.iter().for_each(|place| println!("{}", show(place)));
    }
}

/// Key words with what they rest on, log ratio first.
pub fn key_words(rows: &[Keyness], sizes: [usize; 2]) {
    println!("{} articles against {}", sizes[0], sizes[1]);
    for row in rows {
        let dispersion = row.dispersion.map_or("-".to_owned(), |value| format!("{value:.2}"));
        let sign = if row.of == 0 { "+" } else { "-" };
        println!(
            "{sign}{:.2}  {} ({} / {}), G2 {:.1}, DPnorm {dispersion}",
            row.log_ratio, row.term, row.counts[0], row.counts[1], row.g2
        );
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
