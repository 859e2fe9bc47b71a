//! The results of a search.

use super::{HeaderObject, Utf16, header};
use crate::index::{ArticleId, Corpus, DecodeError};
use crate::ingest::EntityKind;
use crate::query::{Facet, FacetValue, Hit, Request, Results, Snippet, Suggestion};
use crate::text::Arrange as _;
use serde::{Serialize, Serializer};

/// How many names a line of the list shows.
const NAMES_SHOWN: usize = 4;

#[derive(Serialize)]
pub struct ResultsObject {
    total: usize,
    hits: Vec<HitObject>,
    facets: ByFacet<Vec<ValueObject>>,
    facet_totals: ByFacet<usize>,
    dates: DatesObject,
    diagnostics: Vec<DiagnosticObject>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<SuggestionObject>,
}

#[derive(Serialize)]
struct DatesObject {
    unit: &'static str,
    bins: Vec<BinObject>,
}

#[derive(Serialize)]
struct BinObject {
    start: String,
    count: u32,
}

#[derive(Serialize)]
struct SuggestionObject {
    query: String,
    total: usize,
}

#[derive(Serialize)]
struct HitObject {
    #[serde(flatten)]
    header: HeaderObject,
    score: f64,
    snippets: Vec<SnippetObject>,
    entities: Vec<NameObject>,
    more_entities: usize,
}

#[derive(Serialize)]
struct SnippetObject {
    start: u32,
    text: String,
    marks: Vec<[u32; 2]>,
}

#[derive(Serialize)]
struct NameObject {
    entity: String,
    label: String,
    kind: &'static str,
}

/// An object with a key for each facet.
struct ByFacet<T>(Vec<(Facet, T)>);

impl<T: Serialize> Serialize for ByFacet<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(facet, value)| (facet.name(), value)))
    }
}

#[derive(Serialize)]
pub struct ValueObject {
    value: String,
    label: String,
    count: u32,
}

#[derive(Serialize)]
struct DiagnosticObject {
    start: u32,
    end: u32,
    message: String,
}

/// The object of a search over `corpus`.
pub fn results(corpus: &Corpus, request: &Request, results: Results) -> Result<ResultsObject, DecodeError> {
    let utf16 = Utf16::new(&request.query);
    let diagnostic = |diagnostic: crate::query::Diagnostic| {
        let super::Stretch { start, end } = utf16.stretch(diagnostic.span);
        DiagnosticObject { start, end, message: diagnostic.message }
    };
    let bin = |&(date, count): &(crate::text::Date, u32)| BinObject { start: date.to_string(), count };
    let suggestion = |found: Suggestion| SuggestionObject { query: found.query, total: found.total };
    Ok(ResultsObject {
        total: results.total,
        hits: results.hits.iter().map(|found| hit(corpus, found)).collect::<Result<_, _>>()?,
        dates: DatesObject {
            unit: results.dates.unit.name(),
            bins: results.dates.bins.iter().map(bin).collect(),
        },
        facet_totals: ByFacet(results.facet_totals),
        facets: facets(results.facets),
        diagnostics: results.diagnostics.into_iter().map(diagnostic).collect(),
        suggestion: results.suggestion.map(suggestion),
    })
}

/// Id and score of each hit, for those who ask for no more.
pub fn found(corpus: &Corpus, results: &Results) -> Result<impl Iterator<Item = (String, f64)>, DecodeError> {
    let hit = |hit: &Hit| Ok((corpus.id(hit.article)?, rounded(hit.score)));
    let found: Vec<(String, f64)> = results.hits.iter().map(hit).collect::<Result<_, DecodeError>>()?;
    Ok(found.into_iter())
}

/// The objects of some values of a facet.
pub fn facet_values(values: Vec<FacetValue>) -> Vec<ValueObject> {
    let object = |FacetValue { value, label, count }| ValueObject { value, label, count };
    values.into_iter().map(object).collect()
}

fn facets(facets: Vec<(Facet, Vec<FacetValue>)>) -> ByFacet<Vec<ValueObject>> {
    ByFacet(facets.into_iter().map(|(facet, values)| (facet, facet_values(values))).collect())
}

fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

fn hit(corpus: &Corpus, hit: &Hit) -> Result<HitObject, DecodeError> {
    let (entities, more_entities) = names(corpus, hit.article)?;
    Ok(HitObject {
        header: header(&corpus.header(hit.article)?),
        score: rounded(hit.score),
        snippets: snippets(hit),
        entities,
        more_entities,
    })
}

/// The entities that the article names most often: people, organizations, agreements and events before places,
/// which nearly every article has; and how many more there are.
fn names(corpus: &Corpus, article: ArticleId) -> Result<(Vec<NameObject>, usize), DecodeError> {
    let mut cast = Vec::new();
    for (entity, mentions) in corpus.entities_of(article)? {
        if mentions > 0 {
            cast.push((corpus.entity_facts(entity.0)?.0 == EntityKind::Place, entity));
        }
    }
    cast.arrange_by_key(|(is_place, _)| *is_place);
    let mut names = Vec::with_capacity(NAMES_SHOWN);
    for (_, entity) in cast.iter().take(NAMES_SHOWN) {
        let entity = corpus.entity(*entity)?;
        names.push(NameObject { entity: entity.id, label: entity.name, kind: entity.kind.name() });
    }
    Ok((names, cast.len().saturating_sub(NAMES_SHOWN)))
}

fn snippets(hit: &Hit) -> Vec<SnippetObject> {
    let whole = Utf16::new(&hit.text);
    let object = |snippet: &Snippet| {
        let passage = snippet.span.of(&hit.text);
        let utf16 = Utf16::new(passage);
        let within = |at: u32| utf16.offset(at.saturating_sub(snippet.span.start));
        SnippetObject {
            start: whole.offset(snippet.span.start),
            text: passage.to_owned(),
            marks: snippet.marks.iter().map(|mark| [within(mark.start), within(mark.end)]).collect(),
        }
    };
    hit.snippets.iter().map(object).collect()
}
