//! Query text -> [`Results`]: parse, match, rank, snippets, facets. A query never fails: what cannot be understood is
//! searched as words and named in [`Results::diagnostics`].

mod facets;
mod forms;
mod frequencies;
mod lexer;
mod matching;
mod nearest;
mod occurrences;
mod parser;
mod profile;
mod ranking;
mod results;
mod set;
mod snippets;
mod syntax;
mod timeline;
mod typos;

pub use nearest::nearest;
pub use parser::parse;
pub use profile::{NameUse, Profile, ProfileArticle, ProfileQuote, profile};
pub use results::{Detail, Diagnostic, Facet, FacetValue, Hit, Request, Results, Snippet, Sort};
pub use syntax::{Field, Form, Pattern, Phrase, Query, Value};
pub use timeline::{TimelineEntry, timeline};

use crate::index::{ArticleId, Corpus, DecodeError};
use crate::text::Span;
use set::ArticleSet;

/// Answers a request.
pub fn search(corpus: &Corpus, request: &Request) -> Result<Results, DecodeError> {
    let (query, diagnostics) = parse(&request.query);
    let mut patterns = Vec::new();
    let mut asked = matching::evaluated(corpus, &query, &mut patterns)?;
    if request.from.is_some() || request.to.is_some() {
        asked.and(&matching::within(corpus, request.from, request.to)?);
    }
    let open = match request.detail {
        Detail::Full => open_facets(corpus, request, &asked)?,
        Detail::Ids => Vec::new(),
    };
    let mut found = asked;
    for (facet, values) in &request.selected {
        found.and(&facets::selected(corpus, *facet, values)?);
    }
    let reach = request.offset.saturating_add(request.limit);
    let ranked = ranking::best(corpus, &patterns, &found, request.sort, reach)?;
    let shown = ranked.iter().skip(request.offset);
    Ok(Results {
        total: found.len(),
        hits: shown
            .map(|&(article, score)| hit(corpus, &query, article, score, request.detail))
            .collect::<Result<_, _>>()?,
        facets: facets::counted(corpus, &open)?,
        diagnostics,
    })
}

/// For each facet, the matches with every selection but its own.
fn open_facets(
    corpus: &Corpus,
    request: &Request,
    asked: &ArticleSet,
) -> Result<Vec<ArticleSet>, DecodeError> {
    let mut open = vec![asked.clone(); Facet::ALL.len()];
    for (facet, values) in &request.selected {
        let selected = facets::selected(corpus, *facet, values)?;
        for (_, set) in Facet::ALL.iter().zip(&mut open).filter(|(other, _)| *other != facet) {
            set.and(&selected);
        }
    }
    Ok(open)
}

fn hit(corpus: &Corpus, query: &Query, article: u32, score: f32, detail: Detail) -> Result<Hit, DecodeError> {
    let article = ArticleId(article);
    if detail == Detail::Ids {
        return Ok(Hit { article, score, snippets: Vec::new() });
    }
    let marks = snippets::marks(corpus, query, article)?;
    let snippets = snippets::snippets(&corpus.text(article)?, &corpus.article(article)?.blocks, &marks);
    Ok(Hit { article, score, snippets })
}

/// Every match of a query in one article's text, ordered: what the reader marks.
pub fn matches(corpus: &Corpus, query: &str, article: ArticleId) -> Result<Vec<Span>, DecodeError> {
    snippets::marks(corpus, &parse(query).0, article)
}
