//! Whether articles speak of the same things: what a name in one of them may mean in another rests on it.

use super::super::{Entity, Reading};
use super::candidates::{Corpus, Known};
use crate::ingest::EntityKind;
use std::collections::BTreeSet;

/// So many articles of a candidate are looked at for what they share.
const SEEN: usize = 64;

/// What more than one article in so many names tells of no subject: in a corpus of one country's politics its president.
/// In 20,000 articles the two spellings of one person met in every second article at least by what is rarer, those of two
/// people in one of three at most.
const COMMON: usize = 50;

/// In a corpus of a few events everything is named by a large part: so many articles are few.
const FEW: usize = 10;

impl Corpus {
    /// The articles of `id` that share `wanted` other entities with those of `other` together.
    pub(super) fn beside_it(
        &self,
        id: &str,
        entry: &Known,
        other: &str,
        readings: &[Reading],
        wanted: usize,
    ) -> Vec<usize> {
        let beside = self.beside(other, readings);
        let shares = |number: &usize| is_among(&readings[*number], id, &beside, wanted);
        entry.readings.iter().copied().filter(shares).collect()
    }

    /// Whether most articles of `id` each share two entities that are not everywhere with one article of `other`.
    pub(super) fn tells_the_same(&self, id: &str, entry: &Known, other: &str, readings: &[Reading]) -> bool {
        let seen = &entry.readings[..entry.readings.len().min(SEEN)];
        let same = seen.iter().filter(|&&number| self.has_alike(&readings[number], id, other, readings, 2));
        2 * same.count() > seen.len()
    }

    /// Whether most articles of `id` share two entities with those of `other` together, one of them not everywhere.
    pub(super) fn tells_much_of_it(
        &self,
        id: &str,
        entry: &Known,
        other: &str,
        readings: &[Reading],
    ) -> bool {
        let beside = self.beside(other, readings);
        let seen = &entry.readings[..entry.readings.len().min(SEEN)];
        let tells = |number: &&usize| {
            let reading = &readings[**number];
            let mut telling = self.telling(reading).filter(|entity| entity.id != id);
            is_among(reading, id, &beside, 2) && telling.any(|entity| beside.contains(entity.id.as_str()))
        };
        2 * seen.iter().filter(tells).count() > seen.len()
    }

    /// Whether an article of `other` shares `wanted` telling entities with this one.
    pub(super) fn has_alike(
        &self,
        reading: &Reading,
        id: &str,
        other: &str,
        readings: &[Reading],
        wanted: usize,
    ) -> bool {
        let own: BTreeSet<&str> = self.telling(reading).map(|entity| entity.id.as_str()).collect();
        let count = |number: usize| {
            let shared = self.telling(&readings[number]).filter(|entity| own.contains(entity.id.as_str()));
            shared.filter(|entity| entity.id != id && entity.id != other).count()
        };
        self.known[other].readings.iter().take(SEEN).any(|&number| count(number) >= wanted)
    }

    /// The entities of an article that are not everywhere in the corpus.
    fn telling<'r>(&self, reading: &'r Reading) -> impl Iterator<Item = &'r Entity> {
        let limit = FEW.max(self.articles / COMMON);
        reading.entities.iter().filter(move |entity| {
            self.known.get(&entity.id).is_some_and(|known| known.readings.len() <= limit)
        })
    }

    /// The articles of `id` that share `wanted` other entities with those of `other`, or with those of one that does.
    pub(super) fn sharing(
        &self,
        id: &str,
        entry: &Known,
        other: &str,
        readings: &[Reading],
        wanted: usize,
    ) -> Vec<usize> {
        let mut beside = self.beside(other, readings);
        let mut room = SEEN.saturating_sub(self.known[other].readings.len());
        let mut open = entry.readings.clone();
        loop {
            let mut joining = Vec::new();
            open.retain(|&number| {
                let joins = is_among(&readings[number], id, &beside, wanted);
                if joins {
                    joining.push(number);
                }
                !joins
            });
            let grows = joining.len().min(room);
            if grows == 0 {
                return entry
                    .readings
                    .iter()
                    .copied()
                    .filter(|number| open.binary_search(number).is_err())
                    .collect();
            }
            room -= grows;
            beside.extend(joining[..grows].iter().flat_map(|&number| ids(&readings[number])));
        }
    }

    /// What the articles of an entity name.
    fn beside<'a>(&self, id: &str, readings: &'a [Reading]) -> BTreeSet<&'a str> {
        self.known[id].readings.iter().take(SEEN).flat_map(|&number| ids(&readings[number])).collect()
    }
}

fn ids(reading: &Reading) -> impl Iterator<Item = &str> {
    reading.entities.iter().map(|entity| entity.id.as_str())
}

/// Whether a reading names `wanted` entities, `id` left out, that are among `beside`; of three, one is no place.
fn is_among(reading: &Reading, id: &str, beside: &BTreeSet<&str>, wanted: usize) -> bool {
    let (mut count, mut telling) = (0, 0);
    for entity in reading.entities.iter().filter(|it| it.id != id && beside.contains(it.id.as_str())) {
        count += 1;
        telling += usize::from(entity.kind != EntityKind::Place);
    }
    count >= wanted && (wanted < 3 || telling > 0)
}
