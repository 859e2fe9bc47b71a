//! “Did you mean”: a query that finds nothing, with the nearest words of the corpus in place of those that no article
//! has. Cost: the words within one typo of each such word, or within two.

use super::filters::Filters;
use super::forms::choices;
use super::matching::matching;
use super::parser::{parse, typed_words};
use super::results::{Request, Suggestion};
use super::syntax::Form;
use crate::index::{Corpus, DecodeError};

/// The request's query with the nearest words, where that finds something; everything else of it stays as it is.
pub(super) fn suggestion(corpus: &Corpus, request: &Request) -> Result<Option<Suggestion>, DecodeError> {
    let mut query = String::new();
    let mut done = 0;
    for (span, form) in typed_words(&request.query) {
        let (Form::Inflected(word) | Form::Exact(word)) = &form else { continue };
        if !choices(corpus, &form)?.is_empty() {
            continue;
        }
        if let Some(better) = nearest_word(corpus, word)? {
            query.push_str(&request.query[done..span.start as usize]);
            query.push_str(&better);
            done = span.end as usize;
        }
    }
    if done == 0 {
        return Ok(None);
    }
    query.push_str(&request.query[done..]);
    let asked = matching(corpus, &parse(&query).0)?;
    let total = Filters::new(corpus, request, asked)?.all().len();
    Ok((total > 0).then_some(Suggestion { query, total }))
}

/// The word of the corpus with the fewest typos: of several one with the same first letter, then the most frequent.
/// A short word is near to too many others: one typo takes three letters, two take five.
fn nearest_word(corpus: &Corpus, word: &str) -> Result<Option<String>, DecodeError> {
    let terms = corpus.terms()?;
    let length = word.chars().count();
    for typos in (1..=2).take_while(|typos| length > 2 * typos) {
        let mut best: Option<((bool, usize), String)> = None;
        for choice in choices(corpus, &Form::Typos(word.to_owned(), typos as u8))? {
            let Some(candidate) = terms.get(choice.term) else { continue };
            let begins_alike = candidate.chars().next() == word.chars().next();
            let rank = (begins_alike, corpus.postings(choice.term)?.len());
            if best.as_ref().is_none_or(|(most, _)| rank > *most) {
                best = Some((rank, candidate));
            }
        }
        if let Some((_, candidate)) = best {
            return Ok(Some(candidate));
        }
    }
    Ok(None)
}
