//! What the command line prints: one JSON object a line, or plain text for people.

use anyhow::{Context, Result};
use crossread::analysis::Reading;
use crossread::compare::{Comparison, DateFindingKind, Document, Keyness, Place, Relation, Retelling};
use crossread::index::Event;
use crossread::index::{ArticleId, Corpus, Header};
use crossread::ingest::{Article, Problem};
use crossread::query::{Request, Results};
use serde::Serialize;
use std::io::{BufWriter, ErrorKind, Write};

/// Writes plain text to standard output. Who reads only the beginning, as `head` does, has what was asked for.
pub fn text(write: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    match write(&mut out).and_then(|()| Ok(out.flush()?)) {
        Err(error) if error.chain().any(is_closed_pipe) => Ok(()),
        written => written.context("cannot write to standard output"),
    }
}

/// One line of JSON on standard output.
pub fn json(value: &impl Serialize) -> Result<()> {
    let mut line = serde_json::to_vec(value).context("the object is plain data")?;
    line.push(b'\n');
    text(|to| Ok(to.write_all(&line)?))
}

fn is_closed_pipe(cause: &(dyn std::error::Error + 'static)) -> bool {
    cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

/// An article's reading: who, what was said, which days.
pub fn article(to: &mut dyn Write, article: &Article, reading: &Reading) -> Result<()> {
    let text = &article.text;
    writeln!(to, "{}\n  {}", article.id, article.title)?;
    for (at, entity) in reading.entities.iter().enumerate() {
        let of_entity = reading
            .mentions
            .iter()
            .filter(|mention| mention.entity.is_some_and(|index| index.0 as usize == at));
        let mut names: Vec<String> = of_entity.map(|mention| one_line(mention.span.of(text))).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        writeln!(to, "  {:<12} {} ({count}): {}", entity.kind.name(), entity.name, names.join(", "))?;
    }
    for mention in reading.mentions.iter().filter(|mention| mention.entity.is_none()) {
        writeln!(to, "  {:<12} not resolved: {}", mention.kind.name(), one_line(mention.span.of(text)))?;
    }
    for quote in &reading.quotes {
        let speaker = quote.speaker.map_or("not sure who".to_owned(), |speaker| {
            let name = speaker.entity.map(|index| reading.entity(index).name.clone());
            name.unwrap_or_else(|| one_line(speaker.span.of(text)))
        });
        writeln!(to, "  {:<12} {speaker}: {}", quote.style.name(), one_line(quote.span.of(text)))?;
    }
    for date in &reading.dates {
        writeln!(to, "  {:<12} {} = {}", "date", one_line(date.span.of(text)), date.value)?;
    }
    Ok(writeln!(to)?)
}

/// What is wrong with a corpus, a problem a line.
pub fn problems(to: &mut dyn Write, problems: &[Problem], articles: usize) -> Result<()> {
    for problem in problems {
        writeln!(to, "{problem}")?;
    }
    Ok(writeln!(to, "{articles} articles, {} problems", problems.len())?)
}

/// Groups of near-duplicates, a group a line.
pub fn near_duplicates(to: &mut dyn Write, groups: &[Vec<&str>], articles: usize) -> Result<()> {
    for group in groups {
        writeln!(to, "{}", group.join("  "))?;
    }
    Ok(writeln!(to, "{articles} articles, {} groups of near-duplicates", groups.len())?)
}

/// The hits of a search, with their passages.
pub fn results(to: &mut dyn Write, corpus: &Corpus, request: &Request, results: &Results) -> Result<()> {
    writeln!(to, "{} of {} articles match", results.total, corpus.len())?;
    for diagnostic in &results.diagnostics {
        writeln!(to, "  note: {} (“{}”)", diagnostic.message, diagnostic.span.of(&request.query))?;
    }
    if let Some(suggestion) = &results.suggestion {
        writeln!(to, "  did you mean {} ({})?", suggestion.query, suggestion.total)?;
    }
    for hit in &results.hits {
        writeln!(to, "\n{}", line(&corpus.header(hit.article)?))?;
        let text = &corpus.text(hit.article)?;
        for snippet in &hit.snippets {
            writeln!(to, "  … {} …", one_line(snippet.span.of(text)))?;
        }
    }
    Ok(())
}

/// The nearest articles with their similarity.
pub fn nearest(to: &mut dyn Write, corpus: &Corpus, found: &[(ArticleId, f32)]) -> Result<()> {
    for (article, similarity) in found {
        writeln!(to, "{similarity:.3}  {}", line(&corpus.header(*article)?))?;
    }
    Ok(())
}

/// Events of several articles, one after the other; how many articles stand alone.
pub fn events(to: &mut dyn Write, corpus: &Corpus, events: &[Event]) -> Result<()> {
    let (shared, alone): (Vec<_>, Vec<_>) = events.iter().partition(|event| event.articles.len() > 1);
    for event in &shared {
        writeln!(to, "{} articles: {}", event.articles.len(), corpus.header(event.centre)?.title)?;
        for article in &event.articles {
            writeln!(to, "  {}", line(&corpus.header(*article)?))?;
        }
    }
    writeln!(to, "{} events told by several, {} articles alone", shared.len(), alone.len())?;
    Ok(())
}

fn line(header: &Header) -> String {
    let date = header.date.map_or("undated".to_owned(), |date| date.to_string());
    let source = header.source.as_deref().unwrap_or("source unknown");
    format!("{}  [{source}, {date}]  {}", header.id, header.title)
}

/// A comparison: passages side by side, what differs, dates that cannot both be so, what stands alone.
pub fn comparison(to: &mut dyn Write, comparison: &Comparison, documents: &[Document]) -> Result<()> {
    let show = |to: &mut dyn Write, places: &[Place]| -> Result<()> {
        for place in places {
            let article = documents[place.article].article;
            writeln!(to, "  {}: {}", article.id, one_line(place.span.of(&article.text)))?;
        }
        Ok(())
    };
    for passage in &comparison.passages {
        let relation = match passage.relation {
            Relation::Same => "same",
            Relation::Reworded => "reworded",
            Relation::Related => "related",
        };
        writeln!(to, "{relation} {:.2}", passage.similarity)?;
        show(to, &passage.places)?;
        for difference in &passage.differs {
            writeln!(to, "  differs: {}", difference.values.join(" / "))?;
        }
    }
    for left_out in &comparison.left_out {
        writeln!(to, "told by all but {}", documents[left_out.article].article.id)?;
        show(to, &left_out.places)?;
    }
    for utterance in &comparison.utterances {
        let relation = match utterance.relation {
            Retelling::Same => "the same words",
            Retelling::Cut => "only a part",
            Retelling::Paraphrased => "in other words",
        };
        let another = if utterance.given_to_another { ", given to another" } else { "" };
        writeln!(to, "said, {relation}{another}")?;
        show(to, &utterance.places)?;
    }
    for copy in comparison.copies.iter().filter(|copy| !copy.is_quoted) {
        let source = copy.source.map(|at| format!(", first in {}", documents[at].article.id));
        writeln!(to, "{} words in common{}", copy.words, source.unwrap_or_default())?;
        show(to, &copy.places)?;
    }
    for finding in &comparison.dates {
        let kind =
            if finding.kind == DateFindingKind::Order { "dates cannot both be so" } else { "dates differ" };
        writeln!(to, "{kind}: {}", finding.explain)?;
        show(to, &finding.places)?;
    }
    if !comparison.alone.is_empty() && documents.len() > 1 {
        writeln!(to, "only in one")?;
        show(to, &comparison.alone)?;
    }
    Ok(())
}

/// Key words with what they rest on, log ratio first.
pub fn key_words(to: &mut dyn Write, rows: &[Keyness], sizes: [usize; 2]) -> Result<()> {
    writeln!(to, "{} articles against {}", sizes[0], sizes[1])?;
    for row in rows {
        let dispersion = row.dispersion.map_or("-".to_owned(), |value| format!("{value:.2}"));
        let sign = if row.of == 0 { "+" } else { "-" };
        writeln!(
            to,
            "{sign}{:.2}  {} ({} / {}), G2 {:.1}, DPnorm {dispersion}",
            row.log_ratio, row.term, row.counts[0], row.counts[1], row.g2
        )?;
    }
    Ok(())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
