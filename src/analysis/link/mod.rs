//! Lets all articles of a corpus agree on who is who. The same id is the same entity; a shorter name joins the one
//! fuller name it can stand for: a lone surname, a name without its middle part, an acronym that another article
//! explains; a name joins the one that is spelled otherwise: transcribed in another way, British for American. Every
//! entity keeps the names that joined it, and why. A wrong merger is worse than a missed one: there has to be a single
//! candidate, or one that leads all others far, and the articles have to speak of the same things otherwise. For a lone
//! surname or an acronym each article decides by itself: one that speaks of other things keeps a "Smith" of its own.
//!
//! Cost: a few ordered look-ups an entity; of the articles that name a candidate at most 64 are compared.

mod candidates;
mod context;
mod forms;
mod people;

use super::{Entity, EntityIndex, Reading, Why, slug};
use crate::ingest::EntityKind;
use candidates::Corpus;
use std::collections::BTreeMap;

/// Gives the same entity the same id and name in all readings of a corpus.
pub fn link(readings: &mut [Reading]) {
    part_kinds(readings);
    let corpus = Corpus::of(readings);
    let mergers = corpus.mergers(readings);
    let mut names = names(readings, &mergers);
    corpus.tell(&mergers, &mut names);
    for (number, reading) in readings.iter_mut().enumerate() {
        apply(reading, number, &mergers, &names);
    }
}

/// An id that gives way to another.
struct Merger {
    target: String,
    why: Why,
    /// Only in these readings, in order; in all where there is none.
    within: Option<Vec<usize>>,
}

impl Merger {
    fn everywhere(target: String, why: Why) -> Self {
        Self { target, why, within: None }
    }

    /// In the readings that speak of the same as the target's, if there are any.
    fn within(target: &str, why: Why, within: Vec<usize>) -> Option<Self> {
        (!within.is_empty()).then(|| Self { target: target.to_owned(), why, within: Some(within) })
    }

    fn holds(&self, number: usize) -> bool {
        self.within.as_ref().is_none_or(|within| within.binary_search(&number).is_ok())
    }
}

/// One id for things of two kinds ("Washington" the city and the man): the more frequent kind keeps it.
fn part_kinds(readings: &mut [Reading]) {
    let mut kinds: BTreeMap<(String, EntityKind), usize> = BTreeMap::new();
    for entity in readings.iter().flat_map(|reading| &reading.entities) {
        *kinds.entry((entity.id.clone(), entity.kind)).or_default() += 1;
    }
    let mut keepers: BTreeMap<String, (EntityKind, usize)> = BTreeMap::new();
    for ((id, kind), &count) in &kinds {
        let keeper = keepers.entry(id.clone()).or_insert((*kind, count));
        if count > keeper.1 {
            *keeper = (*kind, count);
        }
    }
    let mut own: Vec<String> = Vec::new();
    for entity in readings.iter().flat_map(|reading| &reading.entities) {
        if entity.id.ends_with(entity.kind.name()) && slug(&entity.name) == entity.id {
            own.push(entity.id.clone());
        }
    }
    for entity in readings.iter_mut().flat_map(|reading| &mut reading.entities) {
        if keepers.get(&entity.id).is_some_and(|(kind, _)| *kind != entity.kind) {
            entity.id = format!("{}-{}", entity.id, entity.kind.name());
            // "Hale", read as an organization, is not the "Hale Organization".
            if own.contains(&entity.id) {
                entity.id.push_str("-2");
            }
        }
    }
}

/// The name of every id: as most articles have it, that of a fuller name where names were merged.
fn names(readings: &[Reading], mergers: &BTreeMap<String, Merger>) -> BTreeMap<String, Entity> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, (usize, EntityKind)>> = BTreeMap::new();
    for entity in readings
        .iter()
        .flat_map(|reading| &reading.entities)
        .filter(|entity| mergers.get(&entity.id).is_none_or(|merger| merger.within.is_some()))
    {
        counts.entry(&entity.id).or_default().entry(&entity.name).or_insert((0, entity.kind)).0 += 1;
    }
    let chosen = counts.into_iter().filter_map(|(id, names)| {
        let most = names.values().map(|(count, _)| *count).max()?;
        let (name, (_, kind)) = names.into_iter().find(|(_, (count, _))| *count == most)?;
        let (id, name) = (id.to_owned(), name.to_owned());
        Some((id.clone(), Entity { id, name, kind, titles: Vec::new(), joined: Vec::new() }))
    });
    chosen.collect()
}

/// Renames the entities of a reading and lets those that are now one stand once.
fn apply(
    reading: &mut Reading,
    number: usize,
    mergers: &BTreeMap<String, Merger>,
    names: &BTreeMap<String, Entity>,
) {
    let mut kept: Vec<Entity> = Vec::with_capacity(reading.entities.len());
    let mut place: BTreeMap<String, u16> = BTreeMap::new();
    let mut moved: Vec<EntityIndex> = Vec::with_capacity(reading.entities.len());
    for entity in reading.entities.drain(..) {
        let merger = mergers.get(&entity.id).filter(|merger| merger.holds(number));
        let id = merger.map_or(&entity.id, |merger| &merger.target);
        let next = kept.len() as u16;
        let index = *place.entry(id.clone()).or_insert(next);
        if index == next {
            kept.push(names.get(id).cloned().unwrap_or(entity));
        }
        moved.push(EntityIndex(index));
    }
    reading.entities = kept;
    let target = |index: EntityIndex| moved.get(index.0 as usize).copied();
    for mention in &mut reading.mentions {
        mention.entity = mention.entity.and_then(target);
        if let Some(index) = mention.entity {
            mention.kind = reading.entities[index.0 as usize].kind;
        }
    }
    for speaker in reading.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
        speaker.entity = speaker.entity.and_then(target);
    }
}
