//! Lets all articles of a corpus agree on who is who. The same id is the same entity; a shorter name joins the one
//! fuller name it can stand for: a lone surname, a name without its middle part, an acronym that another article
//! explains; a name joins the one that is spelled otherwise: transcribed in another way, British for American. Every
//! entity keeps the names that joined it, and why. A wrong merger is worse than a missed one: there has to be a single
//! candidate, or one that leads all others far, and the articles have to speak of the same things otherwise. For a lone
//! surname or an acronym each article decides by itself: one that speaks of other things keeps a "Smith" of its own.
//!
//! Cost: a few look-ups an entity, for a person also a look at all whose surnames begin with the same sounds; of the
//! articles that name a candidate at most 64 are compared.

mod candidates;
mod context;
mod forms;
mod kinds;
mod people;

use super::{Entity, EntityIndex, Reading, Why};
use crate::text::{Keyed, Numbering};
use candidates::Corpus;

/// Gives the same entity the same id and name in all readings of a corpus.
pub fn link(readings: &mut [Reading]) {
    kinds::agree(readings);
    kinds::part(readings);
    let corpus = Corpus::of(readings);
    let mergers = corpus.mergers(readings);
    let mut names = names(readings, &mergers);
    corpus.tell(&mergers, &mut names);
    for (number, reading) in readings.iter_mut().enumerate() {
        apply(reading, number, &mergers, &names);
    }
}

/// An id that gives way to another.
#[derive(Clone, Debug)]
struct Merger {
    target: String,
    why: Why,
    /// Only in these readings, ascending; in all where there is none.
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

/// The name of every id: as most articles have it, that of a fuller name where names were merged.
fn names(readings: &[Reading], mergers: &Keyed<Merger>) -> Keyed<Entity> {
    let mut counts: Keyed<Vec<(&str, usize)>> = Keyed::default();
    let mut names: Keyed<Entity> = Keyed::default();
    for entity in readings.iter().flat_map(|reading| &reading.entities) {
        if mergers.get(&entity.id).is_some_and(|merger| merger.within.is_none()) {
            continue;
        }
        let counted = counts.entry(&entity.id, Vec::new);
        match counted.iter_mut().find(|(name, _)| *name == entity.name) {
            Some((_, count)) => *count += 1,
            None => counted.push((&entity.name, 1)),
        }
        let (id, name, kind) = (entity.id.clone(), String::new(), entity.kind);
        names.entry(&entity.id, || Entity { id, name, kind, titles: Vec::new(), joined: Vec::new() });
    }
    for entity in names.values_mut() {
        let counted = counts.get(&entity.id).into_iter().flatten();
        if let Some((name, _)) = counted.max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name))) {
            (*name).clone_into(&mut entity.name);
        }
    }
    names
}

/// Renames the entities of a reading and lets those that are now one stand once.
fn apply(reading: &mut Reading, number: usize, mergers: &Keyed<Merger>, names: &Keyed<Entity>) {
    let mut kept: Vec<Entity> = Vec::with_capacity(reading.entities.len());
    let mut places = Numbering::default();
    let mut moved: Vec<EntityIndex> = Vec::with_capacity(reading.entities.len());
    for entity in reading.entities.drain(..) {
        let merger = mergers.get(&entity.id).filter(|merger| merger.holds(number));
        let id = merger.map_or(&entity.id, |merger| &merger.target);
        let place = places.number(id);
        if place as usize == kept.len() {
            kept.push(names.get(id).cloned().unwrap_or(entity));
        }
        moved.push(EntityIndex(place as u16));
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
