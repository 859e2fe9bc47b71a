//! A pattern of a query -> in which articles it stands, and how often.

use super::forms::{Choice, choices};
use super::occurrences::occurrences;
use super::set::ArticleSet;
use super::syntax::{Form, Pattern};
use crate::index::{Columns, Corpus, DecodeError, Occurrences, PostingBlock, Zone, postings_damage};

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
    let columns = corpus.columns()?;
    let mut length = 0;
    for choice in &choices {
        length += corpus.postings(choice.term)?.len();
    }
    if length < corpus.len() / SPARSE {
        return sparse(corpus, &choices, zone);
    }
    // A word in several forms counts as one: a table over all articles adds them up.
    let mut table = vec![0u32; corpus.len()];
    let mut holders = ArticleSet::none(corpus.len() as u32);
    for choice in choices {
        each(corpus, choice, columns, &mut |article, occurrences| {
            if let (Some(frequency), Some(cell)) =
                (frequency(occurrences, zone), table.get_mut(article as usize))
            {
                // What a title adds is added once, whichever form stands there.
                let added = *cell & TITLE_MARK != 0 && occurrences.in_title();
                *cell += frequency - if added { TITLE_ADDS } else { 0 };
                *cell |= if occurrences.in_title() { TITLE_MARK } else { 0 };
                holders.insert(article);
            }
        })?;
    }
    Ok(holders.iter().map(|article| (article, table[article as usize] & !TITLE_MARK)).collect())
}

/// Tells in the table of frequencies that the title has the word.
const TITLE_MARK: u32 = 1 << 31;

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
