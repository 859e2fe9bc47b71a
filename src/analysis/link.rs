//! Lets all articles of a corpus agree on who is who. The same id is the same entity; a shorter name joins the one
//! fuller name it can stand for: a lone surname, a name without its middle part, an acronym that another article
//! explains; a name joins the one that is spelled otherwise: transcribed in another way, British for American. Every
//! entity keeps the names that joined it, and why. A wrong merger is worse than a missed one: there has to be a single candidate, and the two articles have
//! to speak of the same things otherwise.
//!
//! Cost: a few ordered look-ups an entity; of the articles that name a candidate at most [`SEEN`] are compared.

use super::transcription::{are_alike, respelled, sounds};
use super::{Basis, Entity, EntityIndex, Form, Joined, Reading, Why};
use crate::ingest::EntityKind;
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// So many articles of a candidate are looked at for what they share.
const SEEN: usize = 64;

/// A shorter surname has too little to sound alike by: "Li", "Lee".
const SHORTEST: usize = 5;

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
    let targets = mergers.iter().map(|(id, (target, _))| (id.clone(), target.clone())).collect();
    let mut names = names(readings, &targets);
    corpus.tell(&mergers, &mut names);
    for reading in readings {
        apply(reading, &targets, &names);
    }
}

/// What is known of one id in the whole corpus.
struct Known {
    name: String,
    words: Vec<String>,
    kind: EntityKind,
    readings: Vec<usize>,
    is_curated: bool,
    /// Some article calls it by its initials.
    has_acronym: bool,
    joined: Vec<Joined>,
}

struct Corpus {
    known: BTreeMap<String, Known>,
    /// People by the last word of their names; people of one word are not among them.
    surnames: BTreeMap<String, Vec<String>>,
    /// Organizations, agreements and events by their initials.
    initials: BTreeMap<String, Vec<String>>,
    /// People by the sound of their surnames.
    sounds: BTreeMap<String, Vec<String>>,
    /// Organizations, agreements and events by their words in one orthography.
    spellings: BTreeMap<Vec<String>, Vec<String>>,
}

impl Corpus {
    fn of(readings: &[Reading]) -> Self {
        let mut known: BTreeMap<String, Known> = BTreeMap::new();
        for (number, reading) in readings.iter().enumerate() {
            for entity in &reading.entities {
                let entry = known.entry(entity.id.clone()).or_insert_with(|| Known {
                    name: entity.name.clone(),
                    words: words_of(&entity.name),
                    kind: entity.kind,
                    readings: Vec::new(),
                    is_curated: false,
                    has_acronym: false,
                    joined: Vec::new(),
                });
                for joined in &entity.joined {
                    if !entry.joined.contains(joined) {
                        entry.joined.push(joined.clone());
                    }
                }
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
        let mut corpus = Self {
            known,
            surnames: BTreeMap::new(),
            initials: BTreeMap::new(),
            sounds: BTreeMap::new(),
            spellings: BTreeMap::new(),
        };
        for (id, entry) in &corpus.known {
            match (entry.kind, entry.words.as_slice()) {
                (EntityKind::Person, [_, .., last]) => {
                    corpus.surnames.entry(last.clone()).or_default().push(id.clone());
                    corpus.sounds.entry(start_of(last)).or_default().push(id.clone());
                }
                (EntityKind::Organization | EntityKind::Agreement | EntityKind::Event, [_, _, ..]) => {
                    corpus.initials.entry(initials(&entry.words)).or_default().push(id.clone());
                    corpus.spellings.entry(respelled(&entry.words)).or_default().push(id.clone());
                }
                _ => {}
            }
        }
        corpus
    }

    /// Which id gives way to which, and why; ends of chains only.
    fn mergers(&self, readings: &[Reading]) -> BTreeMap<String, (String, Why)> {
        let mut mergers: BTreeMap<String, (String, Why)> = BTreeMap::new();
        for (id, entry) in self.known.iter().filter(|(_, entry)| !entry.is_curated) {
            let shorter = || Some((self.fuller_person(id, entry, readings)?, Why::Shorter));
            let initials = || Some((self.explained(id, entry, readings)?, Why::Initials));
            let transcribed = || Some((self.transcribed(id, entry, readings)?, Why::Transcription));
            let respelled = || Some((self.respelled(id, entry)?, Why::Spelling));
            let other = match entry.kind {
                EntityKind::Person => shorter().or_else(transcribed),
                EntityKind::Organization => initials().or_else(respelled),
                EntityKind::Agreement | EntityKind::Event => respelled(),
                EntityKind::Place => None,
            };
            mergers.extend(other.map(|other| (id.clone(), other)));
        }
        let ends = mergers.iter().map(|(id, (next, why))| {
            let mut end = next;
            for _ in 0..4 {
                end = mergers.get(end).map_or(end, |(next, _)| next);
            }
            (id.clone(), (end.clone(), *why))
        });
        ends.collect()
    }

    /// Writes down at each entity which names joined it.
    fn tell(&self, mergers: &BTreeMap<String, (String, Why)>, names: &mut BTreeMap<String, Entity>) {
        for (id, entity) in names.iter_mut() {
            entity.joined = self.known.get(id).map_or(Vec::new(), |known| known.joined.clone());
        }
        for (id, (target, why)) in mergers {
            let (Some(known), Some(entity)) = (self.known.get(id), names.get_mut(target)) else { continue };
            let joined = Joined { name: known.name.clone(), why: *why };
            entity.joined.extend(known.joined.iter().cloned().chain([joined]));
        }
        for entity in names.values_mut() {
            entity.joined.sort_unstable();
            entity.joined.dedup();
        }
    }

    /// "Abbas Araqchi" beside "Abbas Araghchi": of two transcriptions the one that more articles have, a curated one before
    /// all. A lone surname may be another person's, so it has to share more.
    fn transcribed(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<String> {
        let last = entry.words.last().filter(|last| last.chars().count() >= SHORTEST)?;
        let alike = |other: &&String| {
            let known = &self.known[*other];
            let leads = (known.is_curated, known.readings.len(), other.as_str())
                > (entry.is_curated, entry.readings.len(), id);
            // A lone surname in the same spelling is a shorter name, and was looked at as such.
            let is_other = known.words.last().is_some_and(|word| word != last && are_alike(last, word));
            let whole = entry.words.len() == known.words.len()
                && entry.words.iter().zip(&known.words).all(|(one, other)| are_alike(one, other));
            let names = if entry.words.len() == 1 { is_other } else { whole && leads };
            other.as_str() != id && names
        };
        let others: Vec<&String> = self.sounds.get(&start_of(last))?.iter().filter(alike).collect();
        let rank = |id: &String| {
            let known = &self.known[id];
            (known.is_curated, known.readings.len(), id.clone())
        };
        let other = *others.iter().max_by_key(|other| rank(other))?;
        let of_one = |id: &&String| {
            let (words, best) = (&self.known[*id].words, &self.known[other].words);
            words.len() == best.len() && words.iter().zip(best).all(|(one, other)| are_alike(one, other))
        };
        if !others.iter().all(of_one) {
            return None;
        }
        // Two that one article names side by side are two.
        let apart = self.known[other].readings.iter().all(|number| !entry.readings.contains(number));
        (apart && self.share(id, entry, other, readings, if entry.words.len() == 1 { 3 } else { 2 }))
            .then(|| other.clone())
    }

    /// "Organisation" beside "Organization": the same words, so nothing else has to be shared.
    fn respelled(&self, id: &str, entry: &Known) -> Option<String> {
        let same = self.spellings.get(&respelled(&entry.words))?;
        let rank = |id: &String| {
            let known = &self.known[id];
            (known.is_curated, known.readings.len(), std::cmp::Reverse(id.clone()))
        };
        let best =
            same.iter().filter(|other| self.known[*other].kind == entry.kind).max_by_key(|id| rank(id))?;
        (best != id).then(|| best.clone())
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
        let (id, name) = (id.to_owned(), name.to_owned());
        Some((id.clone(), Entity { id, name, kind, joined: Vec::new() }))
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

/// Where names that may sound alike are looked for: the first two consonants of the surname.
fn start_of(surname: &str) -> String {
    sounds(surname).chars().filter(|sound| !matches!(sound, 'a' | 'i' | 'u')).take(2).collect()
}

/// "sco" of "Shanghai Cooperation Organization".
fn initials(words: &[String]) -> String {
    let counted = words
        .iter()
        .flat_map(|word| word.split('-'))
        .filter(|word| !matches!(*word, "of" | "the" | "and" | "for" | "on"));
    counted.filter_map(|word| word.chars().next()).collect()
}
