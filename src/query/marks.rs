//! Where a query matches in a text that is at hand: the words of the text are held against the words that count as those
//! of the query, which are looked up once for all articles. Cost: a pass over the text.

use super::forms::choices;
use super::occurrences::{Occurrence, followed, joined};
use super::syntax::{Form, Pattern, Phrase, Query};
use crate::index::{ArticleId, Corpus, DecodeError, Zone};
use crate::text::{Arrange as _, Span, words};
use std::borrow::Cow;

/// What a query's patterns look for in texts.
pub(super) struct Marker {
    patterns: Vec<Sought>,
}

/// A pattern, its phrases as words.
struct Sought {
    first: Vec<Wanted>,
    near: Vec<(u32, Vec<Wanted>)>,
}

/// The words that count as a form.
enum Wanted {
    Beginning(String),
    /// Each perhaps in the articles of one language alone.
    Words(Vec<(String, Option<u32>)>),
}

impl Wanted {
    fn new(corpus: &Corpus, form: &Form) -> Result<Self, DecodeError> {
        if let Form::Prefix(beginning) = form {
            return Ok(Self::Beginning(beginning.clone()));
        }
        let terms = corpus.terms()?;
        let mut wanted = Vec::new();
        for choice in choices(corpus, form)? {
            wanted.extend(terms.get(choice.term).map(|word| (word, choice.language)));
        }
        Ok(Self::Words(wanted))
    }

    fn is(&self, folded: &str, language: Option<u32>) -> bool {
        match self {
            Self::Beginning(beginning) => folded.starts_with(beginning.as_str()),
            Self::Words(words) => {
                words.iter().any(|(word, only)| word == folded && (only.is_none() || *only == language))
            }
        }
    }
}

impl Marker {
    pub fn new(corpus: &Corpus, query: &Query) -> Result<Self, DecodeError> {
        let mut patterns = Vec::new();
        for pattern in Pattern::wanted(query).into_iter().filter(|pattern| pattern.zone != Some(Zone::Title))
        {
            let wanted = |phrase: &Phrase| -> Result<Vec<Wanted>, DecodeError> {
                phrase.0.iter().map(|form| Wanted::new(corpus, form)).collect()
            };
            let mut near = Vec::with_capacity(pattern.near.len());
            for (distance, phrase) in &pattern.near {
                near.push((*distance, wanted(phrase)?));
            }
            patterns.push(Sought { first: wanted(&pattern.first)?, near });
        }
        Ok(Self { patterns })
    }

    /// Every match in an article's text, ordered, apart from each other.
    pub fn marks(&self, corpus: &Corpus, article: ArticleId, text: &str) -> Result<Vec<Span>, DecodeError> {
        if self.patterns.is_empty() {
            return Ok(Vec::new());
        }
        let language = corpus.columns()?.language(article.0);
        let words = words(text);
        let folded: Vec<Cow<'_, str>> = words.iter().map(|word| word.folded()).collect();
        let mut marks = Vec::new();
        for pattern in &self.patterns {
            let mut found = phrase(&pattern.first, &folded, language);
            for (distance, near) in &pattern.near {
                found = joined(&found, &phrase(near, &folded, language), *distance);
            }
            let span = |found: &Occurrence| {
                Some(Span {
                    start: words.get(found.first as usize)?.span.start,
                    end: words.get(found.last as usize)?.span.end,
                })
            };
            marks.extend(found.iter().filter_map(span));
        }
        marks.arrange();
        Ok(merged(marks))
    }
}

/// Where words stand side by side, in words of the text.
fn phrase(wanted: &[Wanted], folded: &[Cow<'_, str>], language: Option<u32>) -> Vec<Occurrence> {
    let mut found: Option<Vec<u64>> = None;
    for wanted in wanted {
        let is_wanted = |(_, word): &(u64, &Cow<'_, str>)| wanted.is(word, language);
        let places: Vec<u64> = (0..).zip(folded).filter(is_wanted).map(|(at, _)| at).collect();
        found = Some(match found {
            None => places,
            Some(before) => followed(before, &places),
        });
    }
    let further = wanted.len().saturating_sub(1) as u32;
    let occurrence = |last: u64| Occurrence {
        article: 0,
        first: (last as u32).saturating_sub(further),
        last: last as u32,
    };
    found.unwrap_or_default().into_iter().map(occurrence).collect()
}

fn merged(marks: Vec<Span>) -> Vec<Span> {
    let mut apart: Vec<Span> = Vec::with_capacity(marks.len());
    for mark in marks {
        match apart.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => apart.push(mark),
        }
    }
    apart
}
