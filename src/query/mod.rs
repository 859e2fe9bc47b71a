//! Query text -> [`Results`]: parse, match, rank, snippets, facets. A query never fails: what cannot be understood is
//! searched as words and named in [`Results::diagnostics`].

mod results;

pub use results::{Diagnostic, Facet, FacetValue, Hit, Request, Results, Snippet, Sort};

use crate::index::{ArticleId, Corpus, DecodeError};
use crate::text::Span;

/// Answers a request.
pub fn search(corpus: &Corpus, request: &Request) -> Result<Results, DecodeError> {
    let _ = (corpus, request);
    Ok(Results::default())
}

/// Every match of a query in one article's text, ordered: what the reader marks.
pub fn matches(corpus: &Corpus, query: &str, article: ArticleId) -> Result<Vec<Span>, DecodeError> {
    let _ = (corpus, query, article);
    Ok(Vec::new())
}
