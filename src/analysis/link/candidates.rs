//! Who can be meant by a name: what a corpus knows of each id, and which id gives way to which.

use super::super::transcription::respelled;
use super::super::{Basis, Entity, Form, Joined, Reading, Why};
use super::Merger;
use super::forms::{initials, start_of, words_of};
use crate::ingest::EntityKind;
use crate::text::Arrange as _;
use std::collections::BTreeMap;

/// What is known of one id in the whole corpus.
pub(super) struct Known {
    name: String,
    pub(super) words: Vec<String>,
    kind: EntityKind,
    pub(super) readings: Vec<usize>,
    pub(super) is_curated: bool,
    /// Some article calls it by its initials.
    pub(super) has_acronym: bool,
    /// Nothing but the model says what it is.
    pub(super) is_guessed: bool,
    /// The titles that stand before the name, and in which articles.
    pub(super) titles: Vec<(String, usize)>,
    joined: Vec<Joined>,
}

pub(super) struct Corpus {
    pub(super) known: BTreeMap<String, Known>,
    /// How many articles there are.
    pub(super) articles: usize,
    /// People by the last word of their names; people of one word are not among them.
    pub(super) surnames: BTreeMap<String, Vec<String>>,
    /// People by the first word of their names, if they have another.
    pub(super) given: BTreeMap<String, Vec<String>>,
    /// In how many articles a single word names something else than a person.
    pub(super) things: BTreeMap<String, usize>,
    /// Organizations, agreements and events by their initials.
    initials: BTreeMap<String, Vec<String>>,
    /// People by the sound of their surnames.
    pub(super) sounds: BTreeMap<String, Vec<String>>,
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
                    is_guessed: true,
                    titles: Vec::new(),
                    joined: Vec::new(),
                });
                entry.titles.extend(entity.titles.iter().map(|title| (title.clone(), number)));
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
                // Repeats and pronouns follow the names.
                let is_own = mention.form == Form::Name && mention.basis != Basis::Defined;
                entry.is_guessed &= !is_own || mention.basis == Basis::Model;
            }
        }
        let mut corpus = Self {
            known,
            articles: readings.len(),
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
                EntityKind::Person => self
                    .fuller_person(id, entry, readings)
                    .or_else(|| self.embellished(id, entry, readings))
                    .or_else(|| self.transcribed(id, entry, readings)),
                EntityKind::Organization => self
                    .explained(id, entry, readings)
                    .or_else(|| self.respelled(id, entry))
                    .or_else(|| self.mistaken(id, entry, readings)),
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

    /// An acronym that no article of its own explains joins the one name of these initials that has it elsewhere.
    fn explained(&self, id: &str, entry: &Known, readings: &[Reading]) -> Option<Merger> {
        let [acronym] = entry.words.as_slice() else { return None };
        let fuller: Vec<&String> =
            self.initials.get(acronym)?.iter().filter(|other| self.known[*other].has_acronym).collect();
        let [fuller] = fuller.as_slice() else { return None };
        Merger::within(fuller, Why::Initials, self.sharing(id, entry, fuller, readings, 1))
    }
}
