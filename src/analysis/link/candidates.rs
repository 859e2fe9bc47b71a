//! Who can be meant by a name: what a corpus knows of each id, and which id gives way to which.

use super::super::transcription::{are_alike, respelled, sounds};
use super::super::{Basis, Entity, Form, Joined, Reading, Why};
use super::Merger;
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, fold};
use std::collections::{BTreeMap, BTreeSet};

/// So many articles of a candidate are looked at for what they share.
const SEEN: usize = 64;

/// Of several people with one surname the lone surname may mean the one whom so many times more articles name than all others.
const LEAD: usize = 10;

/// A shorter surname has too little to sound alike by: "Li", "Lee".
const SHORTEST: usize = 5;

/// Words in front of a name that are no part of it.
const HONORIFICS: &[&str] = &[
    "seyyed", "sayyid", "seyed", "sayyed", "syed", "haji", "hajji", "sheikh", "shaikh", "dr", "mr", "mrs",
    "ms",
];

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

pub(super) struct Corpus {
    known: BTreeMap<String, Known>,
    /// People by the last word of their names; people of one word are not among them.
    surnames: BTreeMap<String, Vec<String>>,
    /// People by the first word of their names, if they have another.
    given: BTreeMap<String, Vec<String>>,
    /// In how many articles a single word names something else than a person.
    things: BTreeMap<String, usize>,
    /// Organizations, agreements and events by their initials.
    initials: BTreeMap<String, Vec<String>>,
    /// People by the sound of their surnames.
    sounds: BTreeMap<String, Vec<String>>,
    /// Organizations, agreements and events by their words in one orthography.
    spellings: BTreeMap<Vec<String>, Vec<String>>,
}

impl Corpus {
    pub(super) fn of(readings: &[Reading]) -> Self {
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
            given: BTreeMap::new(),
            things: BTreeMap::new(),
            initials: BTreeMap::new(),
            sounds: BTreeMap::new(),
            spellings: BTreeMap::new(),
        };
        for (id, entry) in &corpus.known {
            match (entry.kind, entry.words.as_slice()) {
                (EntityKind::Person, [first, .., last]) => {
                    corpus.given.entry(first.clone()).or_default().push(id.clone());
                    corpus.surnames.entry(last.clone()).or_default().push(id.clone());
                    corpus.sounds.entry(start_of(last)).or_default().push(id.clone());
                }
                (EntityKind::Organization | EntityKind::Agreement | EntityKind::Event, [_, _, ..]) => {
                    corpus.initials.entry(initials(&entry.words)).or_default().push(id.clone());
                    corpus.spellings.entry(respelled(&entry.words)).or_default().push(id.clone());
                }
                (EntityKind::Person, _) => {}
                (_, [word]) => *corpus.things.entry(word.clone()).or_default() += entry.readings.len(),
                _ => {}
            }
        }
        corpus
    }

    /// Which id gives way to which, and why; ends of chains only.
    pub(super) fn mergers(&self, readings: &[Reading]) -> BTreeMap<String, Merger> {
        let mut mergers: BTreeMap<String, Merger> = BTreeMap::new();
        for (id, entry) in self.known.iter().filter(|(_, entry)| !entry.is_curated) {
            let merger = match entry.kind {
                EntityKind::Person => {
                    self.fuller_person(id, entry, readings).or_else(|| self.transcribed(id, entry, readings))
                }
                EntityKind::Organization => {
                    self.explained(id, entry, readings).or_else(|| self.respelled(id, entry))
                }
                EntityKind::Agreement | EntityKind::Event => self.respelled(id, entry),
                EntityKind::Place => None,
            };
            mergers.extend(merger.map(|merger| (id.clone(), merger)));
        }
        let ends: Vec<(String, String)> = mergers
            .keys()
            .map(|id| {
                let mut end = id;
                for _ in 0..4 {
                    end = mergers.get(end).map_or(end, |merger| &merger.target);
                }
                (id.clone(), end.clone())
            })
            .collect();
        for (id, end) in ends {
            mergers.entry(id).and_modify(|merger| merger.target = end);
        }
        mergers
    }

    /// Writes down at each entity which names joined it.
    pub(super) fn tell(&self, mergers: &BTreeMap<String, Merger>, names: &mut BTreeMap<String, Entity>) {
        for (id, entity) in names.iter_mut() {
            entity.joined = self.known.get(id).map_or(Vec::new(), |known| known.joined.clone());
        }
        for (id, merger) in mergers {
            let (Some(known), Some(entity)) = (self.known.get(id), names.get_mut(&merger.target)) else {
                continue;
            };
            let joined = Joined { name: known.name.clone(), why: merger.why };
            entity.joined.extend(known.joined.iter().cloned().chain([joined]));
        }
        for entity in names.values_mut() {
            entity.joined.arrange();
            entity.joined.dedup();
        }
    }

    /// "Abbas Araqchi" beside "Abbas Araghchi": of two transcriptions the one that more articles have, a curated one before
    /// all. A lone surname may be another person's, so it has to share more.
    fn transcribed(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<Merger> {
        let last = entry.words.last().filter(|last| last.chars().count() >= SHORTEST)?;
        if entry.words.len() == 1 && self.surnames.contains_key(last) {
            return None; // it means one of those who are spelled so, even where it stays open whom
        }
        let alike = |other: &&String| {
            let known = &self.known[*other];
            let leads = (known.is_curated, known.readings.len(), other.as_str())
                > (entry.is_curated, entry.readings.len(), id);
            let is_other = known.words.last().is_some_and(|word| are_alike(last, word));
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
        if self.known[other].readings.iter().any(|number| entry.readings.contains(number)) {
            return None;
        }
        if entry.words.len() == 1 {
            let within = self.sharing(id, entry, other, readings, 3);
            return Merger::within(other, Why::Transcription, within);
        }
        self.share(id, entry, other, readings, 2)
            .then(|| Merger::everywhere(other.clone(), Why::Transcription))
    }

    /// "Organisation" beside "Organization": the same words, so nothing else has to be shared.
    fn respelled(&self, id: &str, entry: &Known) -> Option<Merger> {
        let same = self.spellings.get(&respelled(&entry.words))?;
        let rank = |id: &String| {
            let known = &self.known[id];
            (known.is_curated, known.readings.len(), std::cmp::Reverse(id.clone()))
        };
        let best =
            same.iter().filter(|other| self.known[*other].kind == entry.kind).max_by_key(|id| rank(id))?;
        (best != id).then(|| Merger::everywhere(best.clone(), Why::Spelling))
    }

    /// "Araghchi" beside "Abbas Araghchi", "Mahmoud R. Abbas" beside "Mahmoud Abbas".
    fn fuller_person(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<Merger> {
        let last = entry.words.last()?;
        let stands_for = |other: &&String| {
            let words = &self.known[*other].words;
            other.as_str() != id
                && (is_shorter(&entry.words, words) || entry.words == *words && other.len() < id.len())
        };
        let fuller: Vec<&String> = self.surnames.get(last)?.iter().filter(stands_for).collect();
        if entry.words.len() == 1 {
            let other = self.leading(&fuller, last)?;
            if entry.readings.len() > LEAD * self.known[other].readings.len() {
                return None; // nobody is so rarely given the whole name
            }
            return Merger::within(other, Why::Shorter, self.sharing(id, entry, other, readings, 3));
        }
        let [fuller] = fuller.as_slice() else { return None };
        self.share(id, entry, fuller, readings, 1)
            .then(|| Merger::everywhere(fuller.to_string(), Why::Shorter))
    }

    /// The only one whom a word can mean among the people who have it as surname, or the one who leads by [`LEAD`] times
    /// as many articles: all others of that surname, those whose given name it is ("Jonathan"), and what else is called
    /// so ("Twitter").
    fn leading<'a>(&self, people: &[&'a String], word: &str) -> Option<&'a String> {
        let articles = |id: &String| self.known[id].readings.len();
        let first = people.iter().max_by_key(|id| (articles(id), std::cmp::Reverse(**id)))?;
        let given = self.given.get(word).into_iter().flatten();
        let others: usize = people.iter().copied().chain(given).filter(|id| id != first).map(articles).sum();
        let others = others + self.things.get(word).copied().unwrap_or(0);
        (others == 0 || articles(first) >= LEAD * others).then_some(*first)
    }

    /// An acronym that no article of its own explains joins the one name of these initials that has it elsewhere.
    fn explained(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<Merger> {
        let [acronym] = entry.words.as_slice() else { return None };
        let fuller: Vec<&String> =
            self.initials.get(acronym)?.iter().filter(|other| self.known[*other].has_acronym).collect();
        let [fuller] = fuller.as_slice() else { return None };
        Merger::within(fuller, Why::Initials, self.sharing(id, entry, fuller, readings, 1))
    }

    /// Whether every article of `id` shares `wanted` other entities with those of `other`.
    fn share(&self, id: &str, entry: &Known, other: &str, readings: &[Reading], wanted: usize) -> bool {
        let beside = self.beside(other, readings);
        entry.readings.iter().take(SEEN).all(|&number| is_among(&readings[number], id, &beside, wanted))
    }

    /// The articles of `id` that share `wanted` other entities with those of `other`, or with those of one that does.
    fn sharing(
        &self,
        id: &str,
        entry: &Known,
        other: &str,
        readings: &[Reading],
        wanted: usize,
    ) -> BTreeSet<usize> {
        let mut beside = self.beside(other, readings);
        let mut room = SEEN.saturating_sub(self.known[other].readings.len());
        let mut sharing = BTreeSet::new();
        loop {
            let joins = |number: &&usize| {
                !sharing.contains(*number) && is_among(&readings[**number], id, &beside, wanted)
            };
            let joining: Vec<usize> = entry.readings.iter().filter(joins).copied().collect();
            sharing.extend(joining.iter().copied());
            let grows = joining.len().min(room);
            if grows == 0 {
                return sharing;
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
