//! The short answer, for those who ask for no counts: the frequent kinds of queries are answered without a set of all
//! articles, so that the cost goes with what is found and not with the corpus.

use super::conjunction::{conjunction, plain_words};
use super::filters::Passing;
use super::frequencies::frequencies;
use super::ranking::{Best, Found, Sieve};
use super::results::{Request, Sort};
use super::syntax::{Pattern, Query};
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
    let total = if let Some(words) = plain_words(corpus, query)? {
        let passing = Passing::new(corpus, request)?;
        conjunction(corpus, &words, passing.as_ref(), &mut best)?
    } else if let Query::Text(pattern) = query {
        one_pattern(corpus, request, pattern, &mut best)?
    } else {
        return Ok(None);
    };
    Ok(Some(Found::new(request, total, best.in_order())))
}

/// Offers `best` the articles that have a pattern and pass; gives how many there are.
fn one_pattern(
    corpus: &Corpus,
    request: &Request,
    pattern: &Pattern,
    best: &mut Best<'_>,
) -> Result<usize, DecodeError> {
    let (columns, shape) = (corpus.columns()?, corpus.score_shape());
    let passing = Passing::new(corpus, request)?;
    let found = frequencies(corpus, pattern)?;
    let idf = rarity(corpus.len(), found.len());
    let mut sieve = Sieve::new(idf, shape);
    let mut total = 0;
    for (article, frequency) in found {
        if passing.as_ref().is_none_or(|passing| passing.passes(article)) {
            total += 1;
            let length = columns.words(article);
            if sieve.lets(frequency, length) {
                best.offer(article, (idf * shape.score(frequency, length)) as f32);
                sieve.raise(best.threshold());
            }
        }
    }
    Ok(total)
}
