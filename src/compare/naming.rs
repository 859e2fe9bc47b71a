//! Who is named in which article how often and by which names, and what each speaker says. Counts only; every row can
//! be opened to its mentions.

use super::Document;
use super::comparison::{EntityRow, Place, SpeakerQuotes};
use crate::analysis::{Entity, EntityIndex, Form, Quote, Reading};
use crate::text::{Arrange as _, Block, Keyed, Span};

/// One row an entity that any article names, most mentioned first; `aside` are the stretches of each article that do not
/// count.
pub(super) fn entities(documents: &[Document], aside: &[Vec<Span>]) -> Vec<EntityRow> {
    let mut rows: Keyed<Row> = Keyed::default();
    for (at, document) in documents.iter().enumerate() {
        for mention in &document.reading.mentions {
            let told = is_told(document, mention.span)
                && mention.form != Form::Pronoun
                && !is_aside(&aside[at], mention.span);
            let entity = mention.entity.and_then(|index| entity(document.reading, index));
            if let (true, Some(entity)) = (told, entity) {
                let row = rows.entry(&entity.id, || Row::new(entity, documents.len()));
                row.name(at, mention.span.of(&document.article.text));
            }
        }
    }
    let mut rows: Vec<EntityRow> = rows.into_values().into_iter().map(Row::finish).collect();
    rows.arrange_by(|x, y| {
        let articles = |row: &EntityRow| row.counts.iter().filter(|count| **count > 0).count();
        let total = |row: &EntityRow| row.counts.iter().sum::<u32>();
        articles(y).cmp(&articles(x)).then(total(y).cmp(&total(x))).then_with(|| x.entity.cmp(&y.entity))
    });
    rows
}

struct Row {
    row: EntityRow,
    /// An article: name as written, with its count and where it first stood.
    names: Vec<Vec<(String, u32)>>,
}

impl Row {
    fn new(entity: &Entity, articles: usize) -> Self {
        let row = EntityRow {
            entity: entity.id.clone(),
            label: entity.name.clone(),
            kind: entity.kind,
            counts: vec![0; articles],
            names: Vec::new(),
        };
        Self { row, names: vec![Vec::new(); articles] }
    }

    fn name(&mut self, article: usize, written: &str) {
        self.row.counts[article] += 1;
        let name = written.split_whitespace().collect::<Vec<_>>().join(" ");
        match self.names[article].iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => self.names[article].push((name, 1)),
        }
    }

    /// Names by count; of equal ones the first to stand in the article comes first.
    fn finish(mut self) -> EntityRow {
        self.row.names = self.names.into_iter().map(by_count).collect();
        self.row
    }
}

fn by_count(mut names: Vec<(String, u32)>) -> Vec<String> {
    names.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
    names.into_iter().map(|(name, _)| name).collect()
}

/// The quotes of each speaker in all articles, most quoted first; those whose speaker is not sure come last.
pub(super) fn quotes(documents: &[Document], aside: &[Vec<Span>]) -> Vec<SpeakerQuotes> {
    let mut speakers: Keyed<SpeakerQuotes> = Keyed::default();
    for (article, document) in documents.iter().enumerate() {
        let told = |quote: &&Quote| is_told(document, quote.span) && !is_aside(&aside[article], quote.span);
        for quote in document.reading.quotes.iter().filter(told) {
            let index = quote.speaker.and_then(|speaker| speaker.entity);
            let entity = index.and_then(|index| entity(document.reading, index));
            let row = speakers.entry(entity.map_or("", |entity| &entity.id), || SpeakerQuotes {
                entity: entity.map(|entity| entity.id.clone()),
                label: entity.map(|entity| entity.name.clone()).unwrap_or_default(),
                items: Vec::new(),
            });
            row.items.push(Place { article, span: quote.span });
        }
    }
    let mut rows = speakers.into_values();
    rows.arrange_by_key(|row| (row.entity.is_none(), std::cmp::Reverse(row.items.len())));
    rows
}

fn entity(reading: &Reading, index: EntityIndex) -> Option<&Entity> {
    reading.entities.get(usize::from(index.0))
}

/// Whether a stretch begins in one of those left aside.
pub(super) fn is_aside(aside: &[Span], span: Span) -> bool {
    aside.iter().any(|aside| aside.start <= span.start && span.start < aside.end)
}

/// Whether a stretch belongs to what the article itself says.
pub(super) fn is_told(document: &Document, span: Span) -> bool {
    let blocks = &document.article.blocks;
    let holds = |block: &Block| block.span.start <= span.start && span.start < block.span.end;
    let after = blocks.partition_point(|block| block.span.start <= span.start);
    after.checked_sub(1).is_some_and(|at| holds(&blocks[at]) && blocks[at].kind.is_article())
}
