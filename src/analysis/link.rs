//! Lets all articles of a corpus agree on who is who. The same id is the same entity; a shorter name joins the one
//! fuller name it can stand for: a lone surname, a name without its middle part, an acronym that another article
//! explains. A wrong merger is worse than a missed one: there has to be a single candidate, and the two articles have
//! to speak of the same things otherwise.
//!
//! Cost: a few ordered look-ups an entity; of the articles that name a candidate at most [`SEEN`] are compared.

use super::{Basis, Entity, EntityIndex, Form, Reading};
use crate::ingest::EntityKind;
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// So many articles of a candidate are looked at for what they share.
const SEEN: usize = 64;

/// Words in front of a name that are no part of it.
const HONORIFICS: &[&str] = &[
    "seyyed", "sayyid", "seyed", "sayyed", "syed", "haji", "hajji", "sheikh", "shaikh", "dr", "mr", "mrs",
    "ms",
];

/// Gives the same entity the same id and name in all readings of a corpus.
pub fn link(readings: &mut [Reading]) {
    part_kinds(readings);
    let corpus = Corpus::of(readings);
    let mergers = corpus.mergers(readings);
    let names = names(readings, &mergers);
    for reading in readings {
        apply(reading, &mergers, &names);
    }
}

/// What is known of one id in the whole corpus.
struct Known {
    words: Vec<String>,
    kind: EntityKind,
    readings: Vec<usize>,
    is_curated: bool,
    /// Some article calls it by its initials.
    has_acronym: bool,
}

struct Corpus {
    known: BTreeMap<String, Known>,
    /// People by the last word of their names; people of one word are not among them.
    surnames: BTreeMap<String, Vec<String>>,
    /// Organizations, agreements and events by their initials.
    initials: BTreeMap<String, Vec<String>>,
}

impl Corpus {
    fn of(readings: &[Reading]) -> Self {
        let mut known: BTreeMap<String, Known> = BTreeMap::new();
        for (number, reading) in readings.iter().enumerate() {
            for entity in &reading.entities {
                let entry = known.entry(entity.id.clone()).or_insert_with(|| Known {
                    words: words_of(&entity.name),
                    kind: entity.kind,
                    readings: Vec::new(),
                    is_curated: false,
                    has_acronym: false,
                });
                if entry.readings.last() != Some(&number) {
                    entry.readings.push(number);
                }
            }
            for mention in &reading.mentions {
                let Some(entity) = mention.entity.and_then(|index| reading.entities.get(index.0 as usize))
                else {
                    continue;
                };
                let Some(entry) = known.get_mut(&entity.id) else { continue };
                entry.is_curated |= mention.basis == Basis::Curated;
                entry.has_acronym |= mention.form == Form::Acronym;
            }
        }
        let mut corpus = Self { known, surnames: BTreeMap::new(), initials: BTreeMap::new() };
        for (id, entry) in &corpus.known {
            match (entry.kind, entry.words.as_slice()) {
                (EntityKind::Person, [_, .., last]) => {
                    corpus.surnames.entry(last.clone()).or_default().push(id.clone());
                }
                (EntityKind::Organization | EntityKind::Agreement | EntityKind::Event, [_, _, ..]) => {
                    corpus.initials.entry(initials(&entry.words)).or_default().push(id.clone());
                }
                _ => {}
            }
        }
        corpus
    }

    /// Which id gives way to which; ends of chains only.
    fn mergers(&self, readings: &[Reading]) -> BTreeMap<String, String> {
        let mut mergers: BTreeMap<String, String> = BTreeMap::new();
        for (id, entry) in self.known.iter().filter(|(_, entry)| !entry.is_curated) {
            let fuller = match entry.kind {
                EntityKind::Person => self.fuller_person(id, entry, readings),
                EntityKind::Organization => self.explained(id, entry, readings),
                _ => None,
            };
            mergers.extend(fuller.map(|fuller| (id.clone(), fuller)));
        }
        let ends = mergers.keys().map(|id| {
            let mut end = id;
            for _ in 0..4 {
                end = mergers.get(end).unwrap_or(end);
            }
            (id.clone(), end.clone())
        });
        ends.collect()
    }

    fn fuller_person(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<String> {
        let last = entry.words.last()?;
        let others: Vec<&String> =
            self.surnames.get(last)?.iter().filter(|other| other.as_str() != id).collect();
        let stands_for = |other: &&String| {
            let words = &self.known[*other].words;
            is_shorter(&entry.words, words) || entry.words == *words && other.len() < id.len()
        };
        let fuller: Vec<&String> = others.into_iter().filter(stands_for).collect();
        let [fuller] = fuller.as_slice() else { return None };
        let is_lone = entry.words.len() == 1;
        self.share(id, entry, fuller, readings, if is_lone { 3 } else { 1 }).then(|| fuller.to_string())
    }

    /// An acronym that no article of its own explains joins the one name of these initials that has it elsewhere.
    fn explained(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<String> {
        let [acronym] = entry.words.as_slice() else { return None };
        let fuller: Vec<&String> =
            self.initials.get(acronym)?.iter().filter(|other| self.known[*other].has_acronym).collect();
        let [fuller] = fuller.as_slice() else { return None };
        self.share(id, entry, fuller, readings, 1).then(|| fuller.to_string())
    }

    /// Whether every article of `id` shares `wanted` other entities with those of `other`; of three, one is no place.
    fn share(&self, id: &str, entry: &Known, other: &str, readings: &[Reading], wanted: usize) -> bool {
        let mut beside: BTreeSet<&str> = BTreeSet::new();
        for &number in self.known[other].readings.iter().take(SEEN) {
            beside.extend(readings[number].entities.iter().map(|entity| entity.id.as_str()));
        }
        entry.readings.iter().take(SEEN).all(|&number| {
            let shared = readings[number]
                .entities
                .iter()
                .filter(|entity| entity.id != id && beside.contains(entity.id.as_str()));
            let (mut count, mut telling) = (0, 0);
            for entity in shared {
                count += 1;
                telling += usize::from(entity.kind != EntityKind::Place);
            }
            count >= wanted && (wanted < 3 || telling > 0)
        })
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
    for entity in readings.iter_mut().flat_map(|reading| &mut reading.entities) {
        if keepers.get(&entity.id).is_some_and(|(kind, _)| *kind != entity.kind) {
            entity.id = format!("{}-{}", entity.id, entity.kind.name());
        }
    }
}

/// The name of every id: as most articles have it, that of a fuller name where names were merged.
fn names(readings: &[Reading], mergers: &BTreeMap<String, String>) -> BTreeMap<String, Entity> {
    let mut counts: BTreeMap<&str, BTreeMap<&str, (usize, EntityKind)>> = BTreeMap::new();
    for entity in readings
        .iter()
        .flat_map(|reading| &reading.entities)
        .filter(|entity| !mergers.contains_key(&entity.id))
    {
        counts.entry(&entity.id).or_default().entry(&entity.name).or_insert((0, entity.kind)).0 += 1;
    }
    let chosen = counts.into_iter().filter_map(|(id, names)| {
        let most = names.values().map(|(count, _)| *count).max()?;
        let (name, (_, kind)) = names.into_iter().find(|(_, (count, _))| *count == most)?;
        Some((id.to_owned(), Entity { id: id.to_owned(), name: name.to_owned(), kind }))
    });
    chosen.collect()
}

/// Renames the entities of a reading and lets those that are now one stand once.
fn apply(reading: &mut Reading, mergers: &BTreeMap<String, String>, names: &BTreeMap<String, Entity>) {
    let mut kept: Vec<Entity> = Vec::with_capacity(reading.entities.len());
    let mut place: BTreeMap<String, u16> = BTreeMap::new();
    let mut moved: Vec<EntityIndex> = Vec::with_capacity(reading.entities.len());
    for entity in reading.entities.drain(..) {
        let id = mergers.get(&entity.id).unwrap_or(&entity.id);
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

/// The folded words of a name, honorifics left out.
fn words_of(name: &str) -> Vec<String> {
    let folded = fold(name).into_owned();
    let mut words: Vec<String> =
        folded.split_whitespace().map(|word| word.trim_matches(',').to_owned()).collect();
    while words.len() > 1 && HONORIFICS.contains(&words[0].as_str()) {
        words.remove(0);
    }
    words
}

/// Whether `short` is `long` with words left out, or with initials for given names; the surname stays.
fn is_shorter(short: &[String], long: &[String]) -> bool {
    if short.len() > long.len() || short == long {
        return false;
    }
    let mut rest = long.iter();
    let is_initial = |word: &str| word.chars().count() == 1;
    let within = short
        .iter()
        .all(|word| rest.any(|other| other == word || is_initial(word) && other.starts_with(word.as_str())));
    let first = short.len() == 1
        || short[0] == long[0]
        || is_initial(&short[0]) && long[0].starts_with(short[0].as_str());
    within && first && short.last() == long.last()
}

/// "sco" of "Shanghai Cooperation Organization".
fn initials(words: &[String]) -> String {
    let counted = words
        .iter()
        .flat_map(|word| word.split('-'))
        .filter(|word| !matches!(*word, "of" | "the" | "and" | "for" | "on"));
    counted.filter_map(|word| word.chars().next()).collect()
}
