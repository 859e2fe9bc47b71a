//! The short answer, for those who ask for no counts: the frequent kinds of queries are answered without a set of all
//! articles, so that the cost goes with what is found and not with the corpus.

use super::alternatives::alternatives;
use super::conjunction::{conjunction, plain_words};
use super::filters::Passing;
use super::forms::choices;
use super::frequencies::frequencies;
use super::ranking::{Best, Found, offer_all};
use super::results::{Request, Sort};
use super::syntax::{Form, Pattern, Query};
use crate::index::{Corpus, DecodeError, rarity};

/// What a query finds; `None` for a query or an order that takes the long way.
pub(super) fn answer(
    corpus: &Corpus,
    request: &Request,
    query: &Query,
) -> Result<Option<Found>, DecodeError> {
    if request.sort != Sort::Relevance {
        return Ok(None);
    }
    let reach = request.offset.saturating_add(request.limit);
    let mut best = Best::new(corpus.columns()?, request.sort, reach);
    let passing = Passing::new(corpus, request)?;
    let total = if let (Some(form), None) = (lone_form(query), &passing) {
        alternatives(corpus, choices(corpus, form)?, &mut best)?
    } else if let Some(words) = plain_words(corpus, query)? {
        conjunction(corpus, &words, passing.as_ref(), &mut best)?
    } else if let Query::Text(pattern) = query {
        one_pattern(corpus, passing.as_ref(), pattern, &mut best)?
    } else {
        return Ok(None);
    };
    Ok(Some(Found::new(request, total, best.in_order())))
}

/// The one form of a query for one word.
fn lone_form(query: &Query) -> Option<&Form> {
    let Query::Text(Pattern { zone: None, first, near }) = query else { return None };
    match (&first.0[..], &near[..]) {
        ([form], []) => Some(form),
        _ => None,
    }
}

/// Offers `best` the articles that have a pattern and pass; gives how many there are.
fn one_pattern(
    corpus: &Corpus,
    passing: Option<&Passing<'_>>,
    pattern: &Pattern,
    best: &mut Best<'_>,
) -> Result<usize, DecodeError> {
    let mut found = frequencies(corpus, pattern)?;
    let idf = rarity(corpus.len(), found.len());
    found.retain(|&(article, _)| passing.is_none_or(|passing| passing.passes(article)));
    offer_all(corpus, &found, idf, best)?;
    Ok(found.len())
}
