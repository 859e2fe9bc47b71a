//! A pattern of a query -> in which articles it stands, and how often.

use super::forms::{Choice, choices};
use super::occurrences::occurrences;
use super::set::ArticleSet;
use super::syntax::{Form, Pattern};
use crate::index::{Columns, Corpus, DecodeError, Occurrences, PostingBlock, Zone, postings_damage};
use crate::text::Arrange as _;

/// An article and how often it has the pattern.
pub(super) type Frequency = (u32, Occurrences);

/// The articles that have a pattern, ascending.
pub(super) fn frequencies(corpus: &Corpus, pattern: &Pattern) -> Result<Vec<Frequency>, DecodeError> {
    if let ([form], []) = (&pattern.first.0[..], &pattern.near[..]) {
        return together(corpus, &choices(corpus, form)?, pattern.zone);
    }
    let mut found: Vec<Frequency> = Vec::new();
    let columns = corpus.columns()?;
    for occurrence in occurrences(corpus, pattern, None)? {
        let one = Occurrences::new(1, occurrence.first < columns.title_words(occurrence.article));
        match found.last_mut() {
            Some((article, before)) if *article == occurrence.article => *before = before.and(one),
            _ => found.push((occurrence.article, one)),
        }
    }
    Ok(found)
}

/// The articles that have one of some words, ascending, and how often they have them all.
pub(super) fn together(
    corpus: &Corpus,
    choices: &[Choice],
    zone: Option<Zone>,
) -> Result<Vec<Frequency>, DecodeError> {
    let columns = corpus.columns()?;
    let mut length = 0;
    for choice in choices {
        length += corpus.postings(choice.term)?.len();
    }
    // A word in several forms counts as one: few postings are sorted, many added up in a table over all articles.
    if choices.len() < 2 || length < corpus.len() / SPARSE {
        let mut found = Vec::with_capacity(length);
        for &choice in choices {
            each(corpus, choice, columns, &mut |article, occurrences| {
                found.extend(in_zone(occurrences, zone).map(|occurrences| (article, occurrences)));
            })?;
        }
        if choices.len() > 1 {
            found.arrange_by_key(|(article, _)| *article);
            found.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 = if same { kept.1.and(next.1) } else { kept.1 };
                same
            });
        }
        return Ok(found);
    }
    let mut table = vec![Occurrences::default(); corpus.len()];
    let mut set = ArticleSet::none(corpus.len() as u32);
    for &choice in choices {
        each(corpus, choice, columns, &mut |article, occurrences| {
            if let (Some(here), Some(cell)) = (in_zone(occurrences, zone), table.get_mut(article as usize)) {
                *cell = cell.and(here);
                set.insert(article);
            }
        })?;
    }
    let mut found = Vec::with_capacity(set.len());
    set.iter().for_each(|article| found.push((article, table[article as usize])));
    Ok(found)
}

/// With fewer postings than one in so many articles, sorting them costs less than a table of all (measured in wasm).
const SPARSE: usize = 64;

/// What counts of a word's occurrences in an article where it is asked for in one part of it.
#[inline(always)]
fn in_zone(occurrences: Occurrences, zone: Option<Zone>) -> Option<Occurrences> {
    let (count, in_title) = (occurrences.count(), occurrences.in_title());
    match zone {
        None => Some(occurrences),
        Some(Zone::Title) => in_title.then_some(Occurrences::new(1, true)),
        Some(Zone::Text) => (count > u32::from(in_title)).then_some(Occurrences::new(count, false)),
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
