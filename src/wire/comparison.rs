//! A comparison as the page and the command line show it.

use super::Utf16;
use crate::compare::{
    Comparison, CopiedText, DateFindingKind, Difference, DifferenceKind, Document, Evidence, EvidenceKind,
    LeftOut, Passage, Place, Relation, Retelling, Utterance,
};
use serde::Serialize;

#[derive(Serialize)]
pub struct ComparisonObject {
    articles: Vec<String>,
    passages: Vec<PassageObject>,
    alone: Vec<PlaceObject>,
    entities: Vec<EntityObject>,
    quotes: Vec<QuotesObject>,
    dates: Vec<FindingObject>,
    words: Vec<WordObject>,
    left_out: Vec<LeftOutObject>,
    utterances: Vec<UtteranceObject>,
    copies: Vec<CopyObject>,
}

#[derive(Serialize)]
struct PlaceObject {
    article: String,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct PassageObject {
    spans: Vec<PlaceObject>,
    relation: &'static str,
    similarity: f64,
    differs: Vec<DifferenceObject>,
    evidence: Vec<EvidenceObject>,
    kept: Vec<[super::Stretch; 2]>,
    rewritten: bool,
}

#[derive(Serialize)]
struct DifferenceObject {
    kind: &'static str,
    values: Vec<String>,
    spans: Vec<PlaceObject>,
}

#[derive(Serialize)]
struct EvidenceObject {
    kind: &'static str,
    label: String,
    weight: f64,
    spans: Vec<PlaceObject>,
}

#[derive(Serialize)]
struct EntityObject {
    entity: String,
    label: String,
    kind: &'static str,
    counts: Vec<u32>,
    names: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct QuotesObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<String>,
    label: String,
    items: Vec<PlaceObject>,
}

#[derive(Serialize)]
struct FindingObject {
    kind: &'static str,
    explain: String,
    spans: Vec<PlaceObject>,
}

#[derive(Serialize)]
pub struct WordObject {
    term: String,
    counts: Vec<u32>,
    per_million: Vec<f64>,
    log_ratio: f64,
    g2: f64,
    /// The article or set with the highest rate, by its place.
    of: usize,
    bic: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    percent_difference: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dispersion: Option<f64>,
}

#[derive(Serialize)]
struct LeftOutObject {
    article: String,
    spans: Vec<PlaceObject>,
}

#[derive(Serialize)]
struct UtteranceObject {
    relation: &'static str,
    spans: Vec<PlaceObject>,
    speakers: [Option<String>; 2],
    given_to_another: bool,
}

#[derive(Serialize)]
struct CopyObject {
    spans: Vec<PlaceObject>,
    words: u32,
    quoted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

/// The comparison's object; `documents` are those that were compared, in that order.
pub fn comparison(comparison: Comparison, documents: &[Document]) -> ComparisonObject {
    let places = Places::new(documents);
    ComparisonObject {
        articles: documents.iter().map(|document| document.article.id.clone()).collect(),
        passages: comparison.passages.into_iter().map(|passage| places.passage(passage)).collect(),
        alone: places.objects(&comparison.alone),
        entities: comparison.entities.into_iter().map(entity).collect(),
        quotes: comparison.quotes.into_iter().map(|quotes| places.quotes(quotes)).collect(),
        dates: comparison.dates.into_iter().map(|finding| places.finding(finding)).collect(),
        words: key_words(comparison.words),
        left_out: comparison.left_out.into_iter().map(|it| places.left_out(it)).collect(),
        utterances: comparison.utterances.into_iter().map(|it| places.utterance(it)).collect(),
        copies: comparison.copies.into_iter().map(|it| places.copy(it)).collect(),
    }
}

/// Turns places into objects, each by its own article's text.
struct Places<'a> {
    texts: Vec<(&'a str, Utf16<'a>)>,
}

impl<'a> Places<'a> {
    fn new(documents: &[Document<'a>]) -> Self {
        let text =
            |document: &Document<'a>| (document.article.id.as_str(), Utf16::new(&document.article.text));
        Self { texts: documents.iter().map(text).collect() }
    }

    fn object(&self, place: &Place) -> PlaceObject {
        let (id, utf16) = &self.texts[place.article];
        let super::Stretch { start, end } = utf16.stretch(place.span);
        PlaceObject { article: (*id).to_owned(), start, end }
    }

    fn objects(&self, places: &[Place]) -> Vec<PlaceObject> {
        places.iter().map(|place| self.object(place)).collect()
    }

    fn id(&self, article: usize) -> String {
        self.texts[article].0.to_owned()
    }

    fn stretch(&self, place: &Place) -> super::Stretch {
        self.texts[place.article].1.stretch(place.span)
    }

    fn passage(&self, passage: Passage) -> PassageObject {
        PassageObject {
            spans: self.objects(&passage.places),
            relation: match passage.relation {
                Relation::Same => "same",
                Relation::Reworded => "reworded",
                Relation::Related => "related",
            },
            similarity: rounded(passage.similarity),
            differs: passage.differs.into_iter().map(|difference| self.difference(difference)).collect(),
            evidence: passage.evidence.into_iter().map(|it| self.evidence(it)).collect(),
            rewritten: passage.relation != Relation::Related && passage.kept.is_empty(),
            kept: passage.kept.iter().map(|run| [self.stretch(&run[0]), self.stretch(&run[1])]).collect(),
        }
    }

    fn difference(&self, difference: Difference) -> DifferenceObject {
        let kind = match difference.kind {
            DifferenceKind::Date => "date",
            DifferenceKind::Number => "number",
            DifferenceKind::Name => "name",
            DifferenceKind::Negation => "negation",
            DifferenceKind::Modality => "modality",
            DifferenceKind::Speaker => "speaker",
        };
        DifferenceObject { kind, values: difference.values, spans: self.objects(&difference.places) }
    }

    fn quotes(&self, quotes: crate::compare::SpeakerQuotes) -> QuotesObject {
        QuotesObject { entity: quotes.entity, label: quotes.label, items: self.objects(&quotes.items) }
    }

    fn finding(&self, finding: crate::compare::DateFinding) -> FindingObject {
        let kind = match finding.kind {
            DateFindingKind::Order => "order",
            DateFindingKind::Disagree => "disagree",
        };
        FindingObject { kind, explain: finding.explain, spans: self.objects(&finding.places) }
    }

    fn evidence(&self, evidence: Evidence) -> EvidenceObject {
        let kind = match evidence.kind {
            EvidenceKind::Entity => "entity",
            EvidenceKind::Date => "date",
            EvidenceKind::Number => "number",
            EvidenceKind::Word => "word",
        };
        let spans = self.objects(&evidence.places);
        EvidenceObject { kind, label: evidence.label, weight: rounded(evidence.weight), spans }
    }

    fn left_out(&self, left_out: LeftOut) -> LeftOutObject {
        LeftOutObject { article: self.id(left_out.article), spans: self.objects(&left_out.places) }
    }

    fn utterance(&self, utterance: Utterance) -> UtteranceObject {
        let relation = match utterance.relation {
            Retelling::Same => "same",
            Retelling::Cut => "cut",
            Retelling::Paraphrased => "paraphrased",
        };
        let Utterance { places, speakers, given_to_another, .. } = utterance;
        UtteranceObject { relation, spans: self.objects(&places), speakers, given_to_another }
    }

    fn copy(&self, copy: CopiedText) -> CopyObject {
        CopyObject {
            spans: self.objects(&copy.places),
            words: copy.words,
            quoted: copy.is_quoted,
            source: copy.source.map(|article| self.id(article)),
        }
    }
}

/// The objects of key words.
pub fn key_words(rows: Vec<crate::compare::Keyness>) -> Vec<WordObject> {
    rows.into_iter().map(word).collect()
}

fn entity(row: crate::compare::EntityRow) -> EntityObject {
    let kind = row.kind.name();
    EntityObject { entity: row.entity, label: row.label, kind, counts: row.counts, names: row.names }
}

fn word(row: crate::compare::Keyness) -> WordObject {
    WordObject {
        term: row.term,
        counts: row.counts,
        per_million: row.per_million.into_iter().map(rounded).collect(),
        log_ratio: rounded(row.log_ratio),
        g2: rounded(row.g2),
        of: row.of,
        bic: rounded(row.bic),
        percent_difference: row.percent_difference.map(rounded),
        dispersion: row.dispersion.map(rounded),
    }
}

/// Four decimals: more would be noise, and fewer bytes travel.
fn rounded(value: impl Into<f64>) -> f64 {
    (value.into() * 10_000.0).round() / 10_000.0
}
