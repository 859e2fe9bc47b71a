//! Who can be meant by a name: what a corpus knows of each id, and which id gives way to which.

use super::super::transcription::respelled;
use super::super::{Basis, Entity, Form, Joined, Reading, Why};
use super::Merger;
use super::forms::{initials, start_of, words_of};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Keyed};

/// The country whose institutions English-language news names with it or without.
const COUNTRY: &str = "us";

/// So many names at most give way one to the next.
const LONGEST_CHAIN: usize = 4;

/// What is known of one id in the whole corpus.
pub(super) struct Known {
    name: String,
    pub(super) words: Vec<String>,
    kind: EntityKind,
    pub(super) readings: Vec<usize>,
    pub(super) is_curated: bool,
    /// Some article calls it by its initials.
    has_acronym: bool,
    /// The titles that stand before the name, each with the articles where it does.
    pub(super) titles: Vec<(String, Vec<usize>)>,
    joined: Vec<Joined>,
}

pub(super) struct Corpus {
    pub(super) known: Keyed<Known>,
    /// How many articles there are.
    pub(super) articles: usize,
    /// People by the last word of their names; people of one word are not among them.
    pub(super) surnames: Keyed<Vec<String>>,
    /// People by the first word of their names, if they have another.
    pub(super) given: Keyed<Vec<String>>,
    /// In how many articles a single word names something else than a person.
    pub(super) things: Keyed<usize>,
    /// Organizations, agreements and events by their initials.
    initials: Keyed<Vec<String>>,
    /// People by the sound of their surnames.
    pub(super) sounds: Keyed<Vec<String>>,
    /// Organizations, agreements and events by their words in one orthography.
    spellings: Keyed<Vec<String>>,
}

impl Corpus {
    pub(super) fn of(readings: &[Reading]) -> Self {
        let mut known: Keyed<Known> = Keyed::default();
        for (number, reading) in readings.iter().enumerate() {
            for entity in &reading.entities {
                let entry = known.entry(&entity.id, || Known {
                    name: entity.name.clone(),
                    words: words_of(&entity.name),
                    kind: entity.kind,
                    readings: Vec::new(),
                    is_curated: false,
                    has_acronym: false,
                    titles: Vec::new(),
                    joined: Vec::new(),
                });
                for title in &entity.titles {
                    match entry.titles.iter_mut().find(|(known, _)| known == title) {
                        Some((_, articles)) if articles.last() == Some(&number) => {}
                        Some((_, articles)) => articles.push(number),
                        None => entry.titles.push((title.clone(), vec![number])),
                    }
                }
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
            articles: readings.len(),
            surnames: Keyed::default(),
            given: Keyed::default(),
            things: Keyed::default(),
            initials: Keyed::default(),
            sounds: Keyed::default(),
            spellings: Keyed::default(),
        };
        for (id, entry) in corpus.known.iter() {
            match (entry.kind, entry.words.as_slice()) {
                (EntityKind::Person, [first, .., last]) => {
                    corpus.given.entry(first, Vec::new).push(id.to_owned());
                    corpus.surnames.entry(last, Vec::new).push(id.to_owned());
                    corpus.sounds.entry(&start_of(last), Vec::new).push(id.to_owned());
                }
                (EntityKind::Organization | EntityKind::Agreement | EntityKind::Event, [_, _, ..]) => {
                    corpus.initials.entry(&initials(&entry.words), Vec::new).push(id.to_owned());
                    let spelling = respelled(&entry.words).join(" ");
                    corpus.spellings.entry(&spelling, Vec::new).push(id.to_owned());
                }
                (EntityKind::Person, _) => {}
                (_, [word]) => *corpus.things.entry(word, || 0) += entry.readings.len(),
                _ => {}
            }
        }
        corpus
    }

    /// Which id gives way to which, and why; ends of chains only.
    pub(super) fn mergers(&self, readings: &[Reading]) -> Keyed<Merger> {
        let mut found: Keyed<Merger> = Keyed::default();
        for (id, entry) in self.known.iter().filter(|(_, entry)| !entry.is_curated) {
            let merger = match entry.kind {
                EntityKind::Person => self
                    .fuller_person(id, entry, readings)
                    .or_else(|| self.embellished(id, entry, readings))
                    .or_else(|| self.transcribed(id, entry, readings)),
                EntityKind::Organization => {
                    let named = self.explained(id, entry, readings);
                    named.or_else(|| self.respelled(id, entry)).or_else(|| self.national(id, entry))
                }
                EntityKind::Agreement | EntityKind::Event => self.respelled(id, entry),
                EntityKind::Place => None,
            };
            if let Some(merger) = merger {
                found.entry(id, || merger);
            }
        }
        let mut mergers: Keyed<Merger> = Keyed::default();
        for (id, merger) in found.iter().filter(|(id, _)| !self.leads_a_ring(id, &found)) {
            let mut end = merger.target.as_str();
            for _ in 0..LONGEST_CHAIN {
                // A name that gives way in some articles only stays what it is in the others.
                let next = found.get(end).filter(|merger| merger.within.is_none());
                let Some(next) = next.filter(|_| !self.leads_a_ring(end, &found)) else { break };
                end = &next.target;
            }
            mergers.entry(id, || Merger { target: end.to_owned(), ..merger.clone() });
        }
        mergers
    }

    /// Whether names give way to each other in a ring, "Donald Trump" to "Donald J. Trump", that to "Donald John Trump" and
    /// that to the first as the usual one, and this is the one that most articles have.
    fn leads_a_ring(&self, id: &str, mergers: &Keyed<Merger>) -> bool {
        let rank = |id: &str| (self.known[id].readings.len(), id.to_owned());
        let mut at = id;
        for _ in 0..LONGEST_CHAIN {
            let Some(merger) = mergers.get(at) else { return false };
            at = &merger.target;
            if at == id {
                return true;
            }
            if rank(at) > rank(id) {
                return false;
            }
        }
        false
    }

    /// Writes down at each entity which names joined it.
    pub(super) fn tell(&self, mergers: &Keyed<Merger>, names: &mut Keyed<Entity>) {
        for entity in names.values_mut() {
            entity.joined = self.known.get(&entity.id).map_or(Vec::new(), |known| known.joined.clone());
        }
        for (id, merger) in mergers.unordered() {
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
        let same = self.spellings.get(&respelled(&entry.words).join(" "))?;
        let rank = |id: &String| {
            let known = &self.known[id];
            (known.is_curated, known.readings.len(), std::cmp::Reverse(id.clone()))
        };
        let best =
            same.iter().filter(|other| self.known[*other].kind == entry.kind).max_by_key(|id| rank(id))?;
        (best.as_str() != id).then(|| Merger::everywhere(best.clone(), Why::Spelling))
    }

    /// "U.S. Commerce Department" beside "Commerce Department": one of the two gives way where nobody else in the corpus has
    /// one, such as "Ohio Commerce Department".
    fn national(&self, id: &str, entry: &Known) -> Option<Merger> {
        let is_of_country = |words: &[String]| words.first().is_some_and(|word| word == COUNTRY);
        let own = if is_of_country(&entry.words) { &entry.words[1..] } else { &entry.words };
        if own.len() < 2 {
            return None;
        }
        let institution = respelled(own).join(" ");
        let of_country = format!("{COUNTRY} {institution}");
        let other = if is_of_country(&entry.words) { &institution } else { &of_country };
        let others = self.spellings.get(other)?;
        let is_organization = |id: &&String| self.known[*id].kind == EntityKind::Organization;
        let other = others.iter().filter(is_organization).max_by_key(|id| self.known[*id].readings.len())?;
        let leads = |a: &str, b: &str| {
            let rank = |id: &str| (self.known[id].is_curated, self.known[id].readings.len());
            (rank(a), a) > (rank(b), b)
        };
        let is_anothers = |(spelling, _): (&str, &Vec<String>)| {
            let owner = spelling.strip_suffix(&institution).map(str::trim_end);
            owner.is_some_and(|owner| !owner.is_empty() && owner != COUNTRY)
        };
        let gives_way = leads(other, id) && !self.spellings.unordered().any(is_anothers);
        gives_way.then(|| Merger::everywhere(other.clone(), Why::Shorter))
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
