//! Which days, months and years an article speaks of, as EDTF values: "April 18, 2025" as it stands, "on Tuesday" and
//! "next February" from the article's date.
//!
//! Four steps: [`token`] finds the words of dates, [`grammar`] matches the phrases that [`vocabulary`] lists,
//! `reader` keeps those that `confirm` admits and `range` joins the ends of a stretch, [`calendar`] works out the value with
//! `counting`, `periods`, `feasts` and `other_calendars`. A phrase whose value is not sure is left out. Cost: one pass over the
//! words; rows are tried only at words that a date may begin with.

mod calendar;
mod confirm;
mod counting;
mod feasts;
mod grammar;
mod other_calendars;
mod periods;
mod phrase;
mod range;
mod reader;
mod tense;
mod token;
mod vocabulary;

use super::DateMention;
use crate::ingest::Article;
use crate::text::{Span, Word, words};
use grammar::Grammar;
use vocabulary::{VOCABULARIES, WordTable};

/// The words and rows of every language, ready to read with. Made once.
pub struct Dates {
    languages: Vec<(WordTable, Grammar)>,
}

impl Default for Dates {
    fn default() -> Self {
        let language = |&vocabulary| {
            let table = WordTable::new(vocabulary);
            let grammar = Grammar::new(&table);
            (table, grammar)
        };
        Self { languages: VOCABULARIES.iter().map(language).collect() }
    }
}

impl Dates {
    /// The dates of the article in order, none overlapping; none where its language is not known.
    pub fn read(&self, article: &Article, sentences: &[Span]) -> Vec<DateMention> {
        self.of_words(article, &words(&article.text), sentences)
    }

    /// The same where the article's words are known.
    pub(super) fn of_words(
        &self,
        article: &Article,
        words: &[Word<'_>],
        sentences: &[Span],
    ) -> Vec<DateMention> {
        let tag = article.language.as_deref().filter(|tag| !tag.is_empty()).unwrap_or("en");
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        let known = self.languages.iter().find(|(table, _)| table.vocabulary.language == language);
        known.map_or_else(Vec::new, |(table, grammar)| {
            reader::Reader::new(article, words, table, grammar).read(sentences)
        })
    }
}

/// The dates of one article; for many, keep a [`super::Reader`].
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
    Dates::default().read(article, sentences)
}
