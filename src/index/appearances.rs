//! Entities on their way into the index: who appears in which article, how often, whether as a speaker, and under
//! which spellings.

use super::blobs::BlobsWriter;
use super::bytes::{Cursor, Damage, push_ascending, push_number};
use super::numbering::{Numbering, write_sorted};
use super::section::{Section, SectionWriter};
use super::spelling::spelling;
use crate::analysis::{Entity, Form, Reading};
use crate::text::Span;

/// An entity in an article, or an article of an entity, whichever is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Appearance {
    /// The number of the article or the entity.
    pub number: u32,
    /// Mentions; 0 where somebody speaks without being named.
    pub mentions: u32,
    pub speaks: bool,
}

/// Reads the appearances of one entity or one article, each number below `limit`.
pub(crate) fn read_appearances(blob: &[u8], limit: u32) -> Result<Vec<Appearance>, Damage> {
    let mut cursor = Cursor::new(blob);
    let mut found = Vec::new();
    let mut next = 0u32;
    while !cursor.is_empty() {
        let number = next.checked_add(cursor.number()?).filter(|&number| number < limit);
        let number = number.ok_or(Damage("names an entry that does not exist"))?;
        let code = cursor.number()?;
        found.push(Appearance { number, mentions: code >> 1, speaks: code & 1 == 1 });
        next = number + 1;
    }
    Ok(found)
}

fn write_appearances(appearances: impl Iterator<Item = Appearance>, blob: &mut Vec<u8>) {
    blob.clear();
    let mut next = 0;
    for appearance in appearances {
        push_number(blob, appearance.number - next);
        push_number(blob, appearance.mentions << 1 | u32::from(appearance.speaks));
        next = appearance.number + 1;
    }
}

/// The entities of all articles so far.
#[derive(Default)]
pub(crate) struct Cast {
    ids: Numbering,
    entities: Vec<Entity>,
    /// The article and the entity's number by arrival, ordered by both.
    roles: Vec<(u32, Appearance)>,
    spellings: Numbering,
    /// The entities of each spelling, both by number of arrival.
    spelled: Vec<Vec<u32>>,
}

impl Cast {
    /// Adds an article, in ascending order.
    pub fn add(&mut self, article: u32, text: &str, reading: &Reading) {
        let numbers: Vec<u32> = reading.entities.iter().map(|entity| self.entity(entity)).collect();
        let number = |index: crate::analysis::EntityIndex| numbers.get(usize::from(index.0)).copied();
        let mut found: Vec<Appearance> = Vec::new();
        for mention in &reading.mentions {
            if let Some(number) = mention.entity.and_then(number) {
                found.push(Appearance { number, mentions: 1, speaks: false });
                if matches!(mention.form, Form::Name | Form::Acronym) {
                    self.spell(number, mention.span, text);
                }
            }
        }
        let speakers = reading.quotes.iter().filter_map(|quote| quote.speaker?.entity.and_then(number));
        found.extend(speakers.map(|number| Appearance { number, mentions: 0, speaks: true }));
        found.sort_unstable();
        for of_entity in found.chunk_by(|a, b| a.number == b.number) {
            let mentions = of_entity.iter().map(|appearance| appearance.mentions).sum();
            let speaks = of_entity.iter().any(|appearance| appearance.speaks);
            self.roles.push((article, Appearance { number: of_entity[0].number, mentions, speaks }));
        }
    }

    fn entity(&mut self, entity: &Entity) -> u32 {
        let number = self.ids.number(&entity.id);
        if number as usize == self.entities.len() {
            self.entities.push(entity.clone());
            self.spell_as(number, &spelling(&entity.name));
            self.spell_as(number, &spelling(&entity.id));
        }
        number
    }

    fn spell(&mut self, entity: u32, mention: Span, text: &str) {
        self.spell_as(entity, &spelling(mention.of(text)));
    }

    fn spell_as(&mut self, entity: u32, spelling: &str) {
        if spelling.is_empty() {
            return;
        }
        let number = self.spellings.number(spelling) as usize;
        if number == self.spelled.len() {
            self.spelled.push(Vec::new());
        }
        if !self.spelled[number].contains(&entity) {
            self.spelled[number].push(entity);
        }
    }

    /// Writes the sections of entities, which stand in the order of their names, then ids.
    pub fn finish(mut self, articles: u32, sections: &mut SectionWriter) {
        let places = self.write_entities(sections);
        for (_, appearance) in &mut self.roles {
            appearance.number = places[appearance.number as usize];
        }
        self.roles.sort_unstable();
        sections.push(Section::Casts, by_article(&self.roles, articles));
        sections.push(Section::Appearances, by_entity(self.roles, places.len() as u32));
        let spellings = self.spellings.sorted();
        sections.push(Section::Spellings, write_sorted(&spellings).0);
        let mut spelled = BlobsWriter::default();
        for (_, number) in &spellings {
            let entities = &self.spelled[*number as usize];
            let mut entities: Vec<u32> = entities.iter().map(|&entity| places[entity as usize]).collect();
            entities.sort_unstable();
            let mut blob = Vec::new();
            push_ascending(&mut blob, &entities);
            spelled.push(&blob);
        }
        sections.push(Section::SpellingEntities, spelled.finish());
    }

    /// Writes entities and ids; gives each entity's place by its number of arrival.
    fn write_entities(&mut self, sections: &mut SectionWriter) -> Vec<u32> {
        let entities = &self.entities;
        let mut order: Vec<usize> = (0..entities.len()).collect();
        order.sort_unstable_by_key(|&index| (&entities[index].name, &entities[index].id));
        let mut places = vec![0; order.len()];
        let mut blobs = BlobsWriter::default();
        for (place, &index) in order.iter().enumerate() {
            places[index] = place as u32;
            blobs.push(&super::build::encoded(&entities[index]));
        }
        sections.push(Section::Entities, blobs.finish());
        let ids = std::mem::take(&mut self.ids).sorted();
        sections.push(Section::EntityIds, write_sorted(&ids).0);
        let order = ids.iter().flat_map(|(_, number)| places[*number as usize].to_le_bytes()).collect();
        sections.push(Section::EntityOrder, order);
        places
    }
}

fn by_article(roles: &[(u32, Appearance)], articles: u32) -> Vec<u8> {
    let mut blobs = BlobsWriter::default();
    let mut blob = Vec::new();
    let mut rest = roles;
    for article in 0..articles {
        let (own, others) = rest.split_at(rest.partition_point(|(of, _)| *of == article));
        write_appearances(own.iter().map(|(_, appearance)| *appearance), &mut blob);
        blobs.push(&blob);
        rest = others;
    }
    blobs.finish()
}

fn by_entity(mut roles: Vec<(u32, Appearance)>, entities: u32) -> Vec<u8> {
    roles.sort_unstable_by_key(|(article, appearance)| (appearance.number, *article));
    let mut blobs = BlobsWriter::default();
    let mut blob = Vec::new();
    let mut rest = &roles[..];
    for entity in 0..entities {
        let (own, others) =
            rest.split_at(rest.partition_point(|(_, appearance)| appearance.number == entity));
        write_appearances(own.iter().map(|(article, of)| Appearance { number: *article, ..*of }), &mut blob);
        blobs.push(&blob);
        rest = others;
    }
    blobs.finish()
}
