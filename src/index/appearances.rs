//! Entities on their way into the index: who appears in which article, how often, whether as a speaker, and under
//! which names and roles.

use super::blobs::{Blobs, BlobsWriter};
use super::bytes::{Cursor, Damage, push_number, u32_at};
use super::dictionary::write_sorted;
use super::name_table::NameTable;
use super::offices::{Offices, offices};
use super::roles::{RoleTable, RoleUse};
use super::section::{Section, SectionWriter};
use crate::analysis::{Entity, Form, Reading};
use crate::ingest::{EntityKind, Lexicon};
use crate::text::{Arrange as _, Keyed, Numbering, spelling};

/// An entity in an article, or an article of an entity, whichever is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Appearance {
    /// The number of the article or the entity.
    pub number: u32,
    /// Mentions; 0 where somebody speaks without being named.
    pub mentions: u32,
    pub speaks: bool,
}

/// Reads the appearances of one entity or one article, each number below `limit`: how many there are, their numbers,
/// then for each its mentions and whether it speaks. Numbers come first because counting reads no more.
pub(crate) fn read_appearances(blob: &[u8], limit: u32) -> Result<Vec<Appearance>, Damage> {
    let mut numbers = Vec::new();
    let mut codes = each_number(blob, limit, &mut |number| numbers.push(number))?;
    let appearance = |number| {
        let code = codes.number()?;
        Ok(Appearance { number, mentions: code >> 1, speaks: code & 1 == 1 })
    };
    numbers.into_iter().map(appearance).collect()
}

/// Hands over the numbers of a blob; gives what follows them.
#[inline]
fn each_number<'a>(blob: &'a [u8], limit: u32, visit: &mut impl FnMut(u32)) -> Result<Cursor<'a>, Damage> {
    let mut cursor = Cursor::new(blob);
    let count = if blob.is_empty() { 0 } else { cursor.number()? };
    let mut next = 0u32;
    for _ in 0..count {
        let number = next.checked_add(cursor.number()?).filter(|&number| number < limit);
        let number = number.ok_or(Damage("names an entry that does not exist"))?;
        visit(number);
        next = number + 1;
    }
    Ok(cursor)
}

/// The casts of articles asked for in ascending order, for counting: a step from one to the next where they stand close,
/// no list for each.
pub(crate) struct Casts<'a> {
    blobs: Blobs<'a>,
    cursor: Cursor<'a>,
    next: u32,
}

impl<'a> Casts<'a> {
    pub fn new(blobs: Blobs<'a>) -> Self {
        Self { blobs, cursor: Cursor::new(&[]), next: u32::MAX }
    }

    /// Adds one to the count of each entity that appears in the article.
    pub fn count(&mut self, article: u32, counts: &mut [u32]) -> Result<(), Damage> {
        if article < self.next || article - self.next >= 16 {
            self.cursor = self.blobs.from(article as usize)?;
            self.next = article;
        }
        let mut cast = &[][..];
        while self.next <= article {
            let length = self.cursor.number()?;
            cast = self.cursor.take(length as usize)?;
            self.next += 1;
        }
        each_number(cast, counts.len() as u32, &mut |entity| counts[entity as usize] += 1)?;
        Ok(())
    }
}

/// What counting and completing need of every entity: one record of fixed size each.
#[derive(Clone, Copy)]
pub(crate) struct EntityFacts<'a> {
    bytes: &'a [u8],
}

const FACTS_LENGTH: usize = 5;

impl<'a> EntityFacts<'a> {
    pub fn read(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// The kind of an entity and the number of articles in which it appears.
    pub fn get(&self, entity: u32) -> Result<(EntityKind, u32), Damage> {
        let start = entity as usize * FACTS_LENGTH;
        let kind = self.bytes.get(start).and_then(|&kind| EntityKind::ALL.get(usize::from(kind)));
        let facts = kind.copied().zip(u32_at(self.bytes, start + 1));
        facts.ok_or(Damage("has no such entry"))
    }
}

fn write_appearances(appearances: &[Appearance], blob: &mut Vec<u8>) {
    blob.clear();
    if appearances.is_empty() {
        return;
    }
    push_number(blob, appearances.len() as u32);
    let mut next = 0;
    for appearance in appearances {
        push_number(blob, appearance.number - next);
        next = appearance.number + 1;
    }
    for appearance in appearances {
        push_number(blob, appearance.mentions << 1 | u32::from(appearance.speaks));
    }
}

/// The entities of all articles so far.
#[derive(Default)]
pub(crate) struct Cast {
    ids: Numbering,
    entities: Vec<Entity>,
    /// The article and the entity's number by arrival, ordered by both.
    appearances: Vec<(u32, Appearance)>,
    names: NameTable,
    roles: RoleTable,
    /// Other spellings of curated entities by id.
    curated: Keyed<Vec<String>>,
    offices: Keyed<Offices>,
}

impl Cast {
    /// Makes known how else entities are spelled, should an article name them.
    pub fn know(&mut self, lexicon: &Lexicon) {
        for (id, also) in lexicon.spellings().iter() {
            self.curated.entry(id, Vec::new).extend(also.iter().map(|also| spelling(also)));
        }
        self.offices = offices(lexicon);
    }

    /// Adds an article, in ascending order.
    pub fn add(&mut self, article: u32, text: &str, reading: &Reading) {
        let numbers: Vec<u32> = reading.entities.iter().map(|entity| self.entity(entity)).collect();
        let number = |index: crate::analysis::EntityIndex| numbers.get(usize::from(index.0)).copied();
        let speakers: Vec<u32> =
            reading.quotes.iter().filter_map(|quote| quote.speaker?.entity.and_then(number)).collect();
        let mut found: Vec<Appearance> =
            speakers.iter().map(|&number| Appearance { number, mentions: 0, speaks: true }).collect();
        for mention in &reading.mentions {
            let Some(entity) = mention.entity.and_then(number) else { continue };
            found.push(Appearance { number: entity, mentions: 1, speaks: false });
            let words = || spelling(mention.span.of(text));
            match mention.form {
                Form::Name | Form::Acronym => self.names.add(entity, &words()),
                Form::Role => {
                    self.roles.add(&words(), RoleUse { article, entity, speaks: speakers.contains(&entity) })
                }
                Form::Demonym | Form::Pronoun => {}
            }
        }
        found.arrange();
        for of_entity in found.chunk_by(|a, b| a.number == b.number) {
            let mentions = of_entity.iter().map(|appearance| appearance.mentions).sum();
            let speaks = of_entity.iter().any(|appearance| appearance.speaks);
            self.appearances.push((article, Appearance { number: of_entity[0].number, mentions, speaks }));
        }
    }

    fn entity(&mut self, entity: &Entity) -> u32 {
        let number = self.ids.number(&entity.id);
        if number as usize == self.entities.len() {
            self.entities.push(entity.clone());
            self.names.add(number, &spelling(&entity.name));
            self.names.add(number, &spelling(&entity.id));
            let also = self.curated.get(&entity.id).into_iter().flatten();
            also.for_each(|spelling| self.names.add(number, spelling));
        }
        number
    }

    /// Writes the sections of entities, which stand in the order of their names, then ids.
    pub fn finish(mut self, articles: u32, sections: &mut SectionWriter) {
        let places = self.write_entities(sections);
        for (_, appearance) in &mut self.appearances {
            appearance.number = places[appearance.number as usize];
        }
        self.appearances.arrange();
        sections.push(Section::Casts, by_article(&self.appearances, articles));
        sections.push(Section::EntityFacts, self.facts(&places));
        sections.push(Section::Appearances, by_entity(self.appearances, places.len() as u32));
        self.names.finish(&places, sections);
        self.roles.finish(&places, sections);
    }

    /// The record of each entity, by place.
    fn facts(&self, places: &[u32]) -> Vec<u8> {
        let mut facts = vec![(0u8, 0u32); places.len()];
        for (entity, &place) in self.entities.iter().zip(places) {
            facts[place as usize].0 = entity.kind as u8;
        }
        self.appearances.iter().for_each(|(_, appearance)| facts[appearance.number as usize].1 += 1);
        let mut bytes = Vec::with_capacity(facts.len() * FACTS_LENGTH);
        for (kind, articles) in facts {
            bytes.push(kind);
            bytes.extend_from_slice(&articles.to_le_bytes());
        }
        bytes
    }

    /// Writes entities and ids; gives each entity's place by its number of arrival.
    fn write_entities(&mut self, sections: &mut SectionWriter) -> Vec<u32> {
        let entities = &self.entities;
        let mut order: Vec<usize> = (0..entities.len()).collect();
        order.arrange_by(|&a, &b| {
            let [a, b] = [&entities[a], &entities[b]];
            a.name.cmp(&b.name).then_with(|| a.id.cmp(&b.id))
        });
        let mut places = vec![0; order.len()];
        let (mut blobs, mut offices) = (BlobsWriter::default(), BlobsWriter::default());
        for (place, &index) in order.iter().enumerate() {
            places[index] = place as u32;
            blobs.push(&super::build::encoded(&entities[index]));
            let held = self.offices.get(&entities[index].id).map(super::build::encoded);
            offices.push(&held.unwrap_or_default());
        }
        sections.push(Section::Entities, blobs.finish());
        sections.push(Section::Offices, offices.finish());
        let ids = std::mem::take(&mut self.ids).sorted();
        sections.push(Section::EntityIds, write_sorted(&ids).0);
        let order = ids.iter().flat_map(|(_, number)| places[*number as usize].to_le_bytes()).collect();
        sections.push(Section::EntityOrder, order);
        places
    }
}

fn by_article(appearances: &[(u32, Appearance)], articles: u32) -> Vec<u8> {
    let mut blobs = BlobsWriter::default();
    let mut blob = Vec::new();
    let mut rest = appearances;
    for article in 0..articles {
        let (own, others) = rest.split_at(rest.partition_point(|(of, _)| *of == article));
        let own: Vec<Appearance> = own.iter().map(|(_, appearance)| *appearance).collect();
        write_appearances(&own, &mut blob);
        blobs.push(&blob);
        rest = others;
    }
    blobs.finish()
}

fn by_entity(mut appearances: Vec<(u32, Appearance)>, entities: u32) -> Vec<u8> {
    appearances.arrange_by_key(|(article, appearance)| (appearance.number, *article));
    let mut blobs = BlobsWriter::default();
    let mut blob = Vec::new();
    let mut rest = &appearances[..];
    for entity in 0..entities {
        let (own, others) =
            rest.split_at(rest.partition_point(|(_, appearance)| appearance.number == entity));
        let own: Vec<Appearance> =
            own.iter().map(|(article, of)| Appearance { number: *article, ..*of }).collect();
        write_appearances(&own, &mut blob);
        blobs.push(&blob);
        rest = others;
    }
    blobs.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn appearances_come_back(all in proptest::collection::btree_map(0u32..900, (0u32..99, any::<bool>()), 0..40)) {
            let all: Vec<Appearance> =
                all.into_iter().map(|(number, (mentions, speaks))| Appearance { number, mentions, speaks }).collect();
            let mut blob = Vec::new();
            write_appearances(&all, &mut blob);
            prop_assert_eq!(read_appearances(&blob, 900), Ok(all));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            for appearance in read_appearances(&bytes, 50).unwrap_or_default() {
                prop_assert!(appearance.number < 50);
            }
            let mut casts = Casts::new(Blobs::read(&[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).unwrap());
            casts.cursor = Cursor::new(&bytes);
            casts.next = 0;
            let _ = casts.count(3, &mut [0; 20]);
        }
    }
}
