//! Which days, months and years an article speaks of, as EDTF values: "April 18, 2025" as it stands, "on Tuesday" and
//! "next February" from the article's date.
//!
//! Four steps: [`token`] finds the words of dates, [`grammar`] matches the phrases that [`vocabulary`] lists,
//! `reader` keeps those that `confirm` admits and `range` joins the ends of a stretch, [`calendar`] works out the value. A phrase whose
//! value is not sure is left out. Cost: one pass over the words, a fixed number of rows a word.

mod calendar;
mod confirm;
mod grammar;
mod range;
mod reader;
mod token;
mod vocabulary;

use super::DateMention;
use crate::ingest::Article;
use crate::text::Span;

/// The dates of the article in order, none overlapping.
///
/// ```
/// use crossread::analysis::dates;
/// use crossread::ingest::Article;
/// use crossread::text::Span;
/// let text = "Talks resumed on Tuesday, two weeks after the truce of December 2, 2025.";
/// let article = Article { text: text.into(), date: "2025-12-17".parse().ok(), ..Article::default() };
/// let found = dates(&article, &[Span::new(0, text.len())]);
/// let values: Vec<_> = found.iter().map(|date| (date.span.of(text), date.value.to_string())).collect();
/// assert_eq!(values, [("Tuesday", "2025-12-16".into()), ("December 2, 2025", "2025-12-02".into())]);
/// ```
pub fn dates(article: &Article, sentences: &[Span]) -> Vec<DateMention> {
    match vocabulary::vocabulary(article.language.as_deref()) {
        Some(vocabulary) => reader::Reader::new(article, vocabulary).read(sentences),
        None => Vec::new(),
    }
}
