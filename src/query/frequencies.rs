//! A pattern of a query -> in which articles it stands, and how often.

use super::forms::{Choice, choices};
use super::occurrences::occurrences;
use super::set::ArticleSet;
use super::syntax::{Form, Pattern};
use crate::index::{Columns, Corpus, DecodeError, Occurrences, PostingBlock, Zone, postings_damage};
use crate::text::Arrange as _;

/// What an occurrence in the title adds to the frequency of a word, once.
const TITLE_ADDS: u32 = 2;

/// An article and how often it has the pattern: each occurrence counts one, and two more are counted where one
/// stands in the title.
pub(super) type Frequency = (u32, u32);

/// The articles that have a pattern, ascending.
pub(super) fn frequencies(corpus: &Corpus, pattern: &Pattern) -> Result<Vec<Frequency>, DecodeError> {
    if let ([form], []) = (&pattern.first.0[..], &pattern.near[..]) {
        return of_form(corpus, form, pattern.zone);
    }
    let mut found: Vec<Frequency> = Vec::new();
    let columns = corpus.columns()?;
    let mut last = None;
    for occurrence in occurrences(corpus, pattern, None)? {
        let in_title = occurrence.first < columns.title_words(occurrence.article);
        // The title's words come first, so an article's first occurrence tells whether the title has one.
        if last != Some(occurrence.article) {
            last = Some(occurrence.article);
            found.push((occurrence.article, if in_title { TITLE_ADDS } else { 0 }));
        }
        if let Some((_, frequency)) = found.last_mut() {
            *frequency += 1;
        }
    }
    Ok(found)
}

fn of_form(corpus: &Corpus, form: &Form, zone: Option<Zone>) -> Result<Vec<Frequency>, DecodeError> {
    let choices = choices(corpus, form)?;
    let columns = corpus.columns()?;
    if let [choice @ Choice { language: None, .. }] = choices[..] {
        let mut found = Vec::with_capacity(corpus.postings(choice.term)?.len());
        each(corpus, choice, columns, &mut |article, occurrences| {
            if let Some(frequency) = frequency(occurrences, zone) {
                found.push((article, frequency));
            }
        })?;
        return Ok(found);
    }
    let mut length = 0;
    for choice in &choices {
        length += corpus.postings(choice.term)?.len();
    }
    // A word in several forms counts as one: few postings are sorted, many added up in a table over all articles.
    if length < corpus.len() / SPARSE {
        let mut found = Vec::with_capacity(length);
        for &choice in &choices {
            each(corpus, choice, columns, &mut |article, occurrences| {
                found.extend(frequency(occurrences, zone).map(|count| (article, marked(count, occurrences))));
            })?;
        }
        found.arrange_by_key(|(article, _)| *article);
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 = if same { together(kept.1, next.1) } else { kept.1 };
            same
        });
        found.iter_mut().for_each(|(_, frequency)| *frequency &= !TITLE_MARK);
        return Ok(found);
    }
    let mut table = vec![0u32; corpus.len()];
    for choice in choices {
        each(corpus, choice, columns, &mut |article, occurrences| {
            let cell = table.get_mut(article as usize);
            if let (Some(frequency), Some(cell)) = (frequency(occurrences, zone), cell) {
                *cell = together(*cell, marked(frequency, occurrences));
            }
        })?;
    }
    Ok(having(&table, length))
}

/// The articles with a frequency in a table of all; at most so many are there.
fn having(table: &[u32], most: usize) -> Vec<Frequency> {
    // Which articles are found nobody can guess: they are put into a row without a branch.
    const ROW: usize = 64;
    let mut found = Vec::with_capacity(most.min(table.len()));
    let mut row = [(0, 0); ROW + 1];
    let mut article = 0;
    for frequencies in table.chunks(ROW) {
        let mut length = 0;
        for &frequency in frequencies {
            row[length.min(ROW)] = (article, frequency & !TITLE_MARK);
            length += usize::from(frequency > 0);
            article += 1;
        }
        found.extend_from_slice(&row[..length]);
    }
    found
}

/// With fewer postings than one in so many articles, sorting them costs less than a table of all.
const SPARSE: usize = 16;

/// Tells, in a frequency, that the title has the word.
const TITLE_MARK: u32 = 1 << 31;

#[inline(always)]
fn marked(frequency: u32, occurrences: Occurrences) -> u32 {
    frequency | if occurrences.in_title() { TITLE_MARK } else { 0 }
}

/// Two forms of a word in one article; what a title adds is added once.
#[inline(always)]
fn together(a: u32, b: u32) -> u32 {
    let twice = a & b & TITLE_MARK != 0;
    let sum = (a & !TITLE_MARK) + (b & !TITLE_MARK) - if twice { TITLE_ADDS } else { 0 };
    sum | (a | b) & TITLE_MARK
}

#[inline(always)]
fn frequency(occurrences: Occurrences, zone: Option<Zone>) -> Option<u32> {
    match zone {
        None => Some(occurrences.frequency()),
        Some(Zone::Title) => occurrences.in_title().then_some(1 + TITLE_ADDS),
        Some(Zone::Text) => {
            Some(occurrences.count()).filter(|&count| count > u32::from(occurrences.in_title()))
        }
    }
}

/// The postings of a word in the articles in which it counts.
fn each(
    corpus: &Corpus,
    choice: Choice,
    columns: Columns<'_>,
    visit: &mut impl FnMut(u32, Occurrences),
) -> Result<(), DecodeError> {
    let mut take = |block: &PostingBlock| {
        for (article, occurrences) in block.postings() {
            if choice.language.is_none() || columns.language(article) == choice.language {
                visit(article, occurrences);
            }
        }
    };
    corpus.postings(choice.term)?.each(&mut take).map_err(postings_damage)
}

/// The articles in which a form stands.
pub(super) fn holders(corpus: &Corpus, form: &Form) -> Result<ArticleSet, DecodeError> {
    let mut set = ArticleSet::none(corpus.len() as u32);
    let columns = corpus.columns()?;
    for choice in choices(corpus, form)? {
        each(corpus, choice, columns, &mut |article, _| set.insert(article))?;
    }
    Ok(set)
}
