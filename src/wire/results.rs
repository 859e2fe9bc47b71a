//! The results of a search.

use super::{HeaderObject, Utf16, header};
use crate::analysis::{Form, Reading};
use crate::index::{ArticleId, Corpus, DecodeError};
use crate::query::{Facet, Hit, Results, Snippet};
use crate::text::Arrange as _;
use serde::Serialize;

/// How many names a line of the list shows.
const NAMES_SHOWN: usize = 4;

#[derive(Serialize)]
pub struct ResultsObject {
    total: usize,
    hits: Vec<HitObject>,
    facets: FacetsObject,
    diagnostics: Vec<DiagnosticObject>,
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

#[derive(Default, Serialize)]
struct FacetsObject {
    source: Vec<ValueObject>,
    person: Vec<ValueObject>,
    organization: Vec<ValueObject>,
    place: Vec<ValueObject>,
    agreement: Vec<ValueObject>,
    event: Vec<ValueObject>,
    year: Vec<ValueObject>,
}

#[derive(Serialize)]
struct ValueObject {
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

/// The object of a search over `corpus` for `query`.
pub fn results(corpus: &Corpus, query: &str, results: Results) -> Result<ResultsObject, DecodeError> {
    let utf16 = Utf16::new(query);
    let diagnostic = |diagnostic: crate::query::Diagnostic| {
        let super::Stretch { start, end } = utf16.stretch(diagnostic.span);
        DiagnosticObject { start, end, message: diagnostic.message }
    };
    Ok(ResultsObject {
        total: results.total,
        hits: results.hits.iter().map(|found| hit(corpus, found)).collect::<Result<_, _>>()?,
        facets: facets(results.facets),
        diagnostics: results.diagnostics.into_iter().map(diagnostic).collect(),
    })
}

#[derive(Serialize)]
pub struct FoundObject {
    total: usize,
    hits: Vec<FoundHitObject>,
}

#[derive(Serialize)]
struct FoundHitObject {
    id: String,
    score: f64,
}

/// The object of a search that asks for ids alone.
pub fn found(corpus: &Corpus, results: &Results) -> Result<FoundObject, DecodeError> {
    let hit = |hit: &Hit| Ok(FoundHitObject { id: corpus.id(hit.article)?, score: rounded(hit.score) });
    Ok(FoundObject { total: results.total, hits: results.hits.iter().map(hit).collect::<Result<_, _>>()? })
}

fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

fn hit(corpus: &Corpus, hit: &Hit) -> Result<HitObject, DecodeError> {
    let (entities, more_entities) = names(&corpus.reading(hit.article)?);
    Ok(HitObject {
        header: header(&corpus.header(hit.article)?),
        score: rounded(hit.score),
        snippets: snippets(corpus, hit.article, &hit.snippets)?,
        entities,
        more_entities,
    })
}

/// The entities that the article names most often: people, organizations, agreements and events before places,
/// which nearly every article has; and how many more there are.
fn names(reading: &Reading) -> (Vec<NameObject>, usize) {
    let mut counts = vec![0u32; reading.entities.len()];
    for mention in reading.mentions.iter().filter(|mention| mention.form != Form::Pronoun) {
        if let Some(count) = mention.entity.and_then(|index| counts.get_mut(index.0 as usize)) {
            *count += 1;
        }
    }
    let mut order: Vec<usize> = (0..counts.len()).filter(|&at| counts[at] > 0).collect();
    let is_place = |at: usize| reading.entities[at].kind == crate::ingest::EntityKind::Place;
    order.arrange_by_key(|&at| (is_place(at), std::cmp::Reverse(counts[at]), at));
    let shown = order.iter().take(NAMES_SHOWN).map(|&at| {
        let entity = &reading.entities[at];
        NameObject { entity: entity.id.clone(), label: entity.name.clone(), kind: entity.kind.name() }
    });
    (shown.collect(), order.len().saturating_sub(NAMES_SHOWN))
}

fn snippets(
    corpus: &Corpus,
    article: ArticleId,
    snippets: &[Snippet],
) -> Result<Vec<SnippetObject>, DecodeError> {
    let text = &corpus.text(article)?;
    let whole = Utf16::new(text);
    let object = |snippet: &Snippet| {
        let passage = snippet.span.of(text);
        let utf16 = Utf16::new(passage);
        let within = |at: u32| utf16.offset(at.saturating_sub(snippet.span.start));
        SnippetObject {
            start: whole.offset(snippet.span.start),
            text: passage.to_owned(),
            marks: snippet.marks.iter().map(|mark| [within(mark.start), within(mark.end)]).collect(),
        }
    };
    Ok(snippets.iter().map(object).collect())
}

fn facets(facets: Vec<(Facet, Vec<crate::query::FacetValue>)>) -> FacetsObject {
    let mut object = FacetsObject::default();
    for (facet, values) in facets {
        let values = values.into_iter().map(|value| ValueObject {
            value: value.value,
            label: value.label,
            count: value.count,
        });
        *facet_of(&mut object, facet) = values.collect();
    }
    object
}

fn facet_of(object: &mut FacetsObject, facet: Facet) -> &mut Vec<ValueObject> {
    match facet {
        Facet::Source => &mut object.source,
        Facet::Person => &mut object.person,
        Facet::Organization => &mut object.organization,
        Facet::Place => &mut object.place,
        Facet::Agreement => &mut object.agreement,
        Facet::Event => &mut object.event,
        Facet::Year => &mut object.year,
    }
}
