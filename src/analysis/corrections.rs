//! Applies corrections to the readings of a corpus: after it everything that counts or shows entities, counts and shows the
//! corrected ones. Nothing is read again; texts are only looked into for how a mention is spelled.
//!
//! Cost: a look-up a correction, then the readings that name the entity.

use super::{Basis, Entity, EntityIndex, Form, Mention, Reading};
use crate::ingest::{Article, Change, Correction, EntityKind, Lexicon};
use crate::text::{Arrange as _, Keyed, Span, spelling};

/// An article as corrections see it.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub id: &'a str,
    pub text: &'a str,
}

/// What came of a correction: with the ids and names that it was applied to, or why it was not.
pub type Outcome = Result<Correction, String>;

/// Applies corrections in order, each to what those before it have left; `places[i]` is the article of `readings[i]`. One
/// that cannot be applied leaves the readings as they are.
///
/// ```
/// use crossread::analysis::{Place, Reader, correct};
/// use crossread::ingest::{Change, Correction, ingest};
/// let article = &ingest("talks.txt", "Leyla Aliyeva met Omar Haddad in Baku.".as_bytes()).articles[0];
/// let mut readings = [Reader::new(&Default::default()).read(article)];
/// let change = Change::Rename { name: "Leyla I. Aliyeva".into() };
/// let rename = Correction { entity: "leyla-aliyeva".into(), entity_name: String::new(), change };
/// let places = [Place { id: &article.id, text: &article.text }];
/// let outcomes = correct(&mut readings, &places, &[rename]);
/// assert_eq!(outcomes[0].as_ref().unwrap().entity_name, "Leyla Aliyeva");
/// assert!(readings[0].entities.iter().any(|entity| entity.name == "Leyla I. Aliyeva"));
/// ```
pub fn correct(readings: &mut [Reading], places: &[Place], corrections: &[Correction]) -> Vec<Outcome> {
    let mut correcting = Correcting::new(readings, places);
    corrections.iter().map(|correction| correcting.apply(correction)).collect()
}

/// Applies the corrections of a lexicon to the readings of all articles; leaves in the lexicon those that could be, and
/// tells why the others could not.
pub fn correct_all(readings: &mut [Reading], articles: &[Article], lexicon: &mut Lexicon) -> Vec<String> {
    let places: Vec<Place> =
        articles.iter().map(|article| Place { id: &article.id, text: &article.text }).collect();
    let outcomes = correct(readings, &places, &lexicon.corrections);
    lexicon.corrections = outcomes.iter().flatten().cloned().collect();
    outcomes.into_iter().filter_map(Result::err).collect()
}

struct Correcting<'a> {
    readings: &'a mut [Reading],
    places: &'a [Place<'a>],
    /// Every entity that there is by now or has been, by id.
    known: Keyed<Known>,
}

struct Known {
    name: String,
    kind: EntityKind,
    /// The readings that name it, ascending; none where it has become a part of another.
    readings: Vec<u32>,
}

impl Known {
    fn entity(&self, id: &str) -> Entity {
        Entity {
            id: id.to_owned(),
            name: self.name.clone(),
            kind: self.kind,
            titles: Vec::new(),
            joined: Vec::new(),
        }
    }

    fn add(&mut self, readings: Vec<u32>) {
        self.readings.extend(readings);
        self.readings.arrange();
        self.readings.dedup();
    }
}

impl<'a> Correcting<'a> {
    fn new(readings: &'a mut [Reading], places: &'a [Place<'a>]) -> Self {
        let mut known: Keyed<Known> = Keyed::default();
        for (number, reading) in (0..).zip(readings.iter()) {
            for Entity { id, name, kind, .. } in &reading.entities {
                let new = || Known { name: name.clone(), kind: *kind, readings: Vec::new() };
                known.entry(id, new).readings.push(number);
            }
        }
        Self { readings, places, known }
    }

    fn apply(&mut self, correction: &Correction) -> Outcome {
        let entity = self.find(&correction.entity, &correction.entity_name)?;
        let entity_name = self.at(&entity).name.clone();
        let change = match &correction.change {
            Change::Merge { into, name } => self.merge(&entity, into, name)?,
            Change::Split { spellings, articles, into, name, kind } => {
                let wanted =
                    Wanted { spellings: spellings.iter().map(|of| spelling(of)).collect(), articles };
                self.split(&entity, &wanted, into, name, *kind)?;
                correction.change.clone()
            }
            Change::Rename { name } => {
                self.each(&entity, &mut |reading, at| name.clone_into(&mut reading.entities[at].name));
                name.clone_into(&mut self.at(&entity).name);
                correction.change.clone()
            }
            Change::Retype { kind } => {
                self.retype(&entity, *kind);
                correction.change.clone()
            }
            Change::Remove => {
                self.remove(&entity);
                Change::Remove
            }
        };
        Ok(Correction { entity, entity_name, change })
    }

    /// What is known of an id that there is.
    fn at(&mut self, id: &str) -> &mut Known {
        let new = || Known { name: id.to_owned(), kind: EntityKind::Person, readings: Vec::new() };
        self.known.entry(id, new)
    }

    fn held(&self, id: &str) -> Option<&Known> {
        self.known.get(id).filter(|known| !known.readings.is_empty())
    }

    /// The id of an entity: the one asked for, or that of the only entity of this name.
    fn find(&self, id: &str, name: &str) -> Result<String, String> {
        if self.held(id).is_some() {
            return Ok(id.to_owned());
        }
        let wanted = spelling(name);
        let is_named =
            |(_, known): &(&str, &Known)| !known.readings.is_empty() && spelling(&known.name) == wanted;
        let mut named = self.known.iter().filter(is_named);
        match (named.next(), named.next()) {
            (Some((found, _)), None) if !wanted.is_empty() => Ok(found.to_owned()),
            (Some(_), Some(_)) if !wanted.is_empty() => {
                Err(format!("there is no `{id}` here, and more than one is called {name}"))
            }
            _ if name.is_empty() => Err(format!("there is no `{id}` here")),
            _ => Err(format!("there is no `{id}` here, and nothing called {name}")),
        }
    }

    fn merge(&mut self, from: &str, into: &str, name: &str) -> Result<Change, String> {
        let into = self.find(into, name)?;
        if into == from {
            return Err(format!("`{from}` cannot be merged with itself"));
        }
        let target = self.at(&into).entity(&into);
        let moved = std::mem::take(&mut self.at(from).readings);
        for &number in &moved {
            merge(&mut self.readings[number as usize], from, &target);
        }
        self.at(&into).add(moved);
        Ok(Change::Merge { into, name: target.name })
    }

    fn split(
        &mut self,
        from: &str,
        wanted: &Wanted,
        into: &str,
        name: &str,
        kind: Option<EntityKind>,
    ) -> Result<(), String> {
        if into == from {
            return Err(format!("what is split off `{from}` needs another id"));
        }
        let kind = kind.unwrap_or(self.at(from).kind);
        let new = Entity {
            id: into.to_owned(),
            name: name.to_owned(),
            kind,
            titles: Vec::new(),
            joined: Vec::new(),
        };
        let target = self.held(into).map_or(new, |known| known.entity(into));
        let (mut given, mut kept) = (Vec::new(), Vec::new());
        for &number in &self.at(from).readings.clone() {
            let (reading, Some(place)) =
                (&mut self.readings[number as usize], self.places.get(number as usize))
            else {
                continue;
            };
            let is_moved = wanted.moved(reading, from, place);
            if is_moved.contains(&true) {
                give(reading, from, &target, &is_moved);
                given.push(number);
            }
            if place_of(reading, from).is_some() {
                kept.push(number);
            }
        }
        if given.is_empty() {
            return Err(format!("`{from}` has no mention that is to be split off"));
        }
        self.at(from).readings = kept;
        let known = self.at(into);
        (known.name, known.kind) = (target.name, target.kind);
        known.add(given);
        Ok(())
    }

    fn retype(&mut self, id: &str, kind: EntityKind) {
        self.each(id, &mut |reading, at| {
            reading.entities[at].kind = kind;
            each_mention(reading, at, &mut |mention| mention.kind = kind);
        });
        self.at(id).kind = kind;
    }

    fn remove(&mut self, id: &str) {
        self.each(id, &mut |reading, at| {
            reading.mentions.retain(|mention| !is(mention.entity, at));
            speakers(reading).filter(|speaker| is(**speaker, at)).for_each(|speaker| *speaker = None);
            drop_entity(reading, at);
        });
        self.at(id).readings.clear();
    }

    /// Hands over every reading that names an entity, with the entity's place in it.
    fn each(&mut self, id: &str, change: &mut dyn FnMut(&mut Reading, usize)) {
        for &number in self.known.get(id).map(|known| &known.readings).into_iter().flatten() {
            let reading = &mut self.readings[number as usize];
            if let Some(at) = place_of(reading, id) {
                change(reading, at);
            }
        }
    }
}

/// Which mentions are split off an entity.
struct Wanted<'a> {
    /// Folded; any where there are none.
    spellings: Vec<String>,
    /// All where there are none.
    articles: &'a [String],
}

impl Wanted<'_> {
    /// For each mention of a reading whether it is split off. Roles, demonyms and pronouns go where the names of their
    /// article go, should all names go there.
    fn moved(&self, reading: &Reading, from: &str, place: &Place) -> Vec<bool> {
        let mut moved = vec![false; reading.mentions.len()];
        let Some(at) = place_of(reading, from) else { return moved };
        if !self.articles.is_empty() && !self.articles.iter().any(|article| article == place.id) {
            return moved;
        }
        let is_spelled =
            |span: Span| self.spellings.is_empty() || self.spellings.contains(&spelling(span.of(place.text)));
        let own = |mention: &Mention| is(mention.entity, at);
        for (moved, mention) in moved.iter_mut().zip(&reading.mentions) {
            *moved = own(mention) && is_spelled(mention.span);
        }
        let named = |(_, mention): &(&bool, &Mention)| own(mention) && is_name(mention.form);
        let mut names = moved.iter().zip(&reading.mentions).filter(named).peekable();
        if names.peek().is_some() && names.all(|(moved, _)| *moved) {
            for (moved, mention) in moved.iter_mut().zip(&reading.mentions) {
                *moved = own(mention);
            }
        }
        moved
    }
}

fn is_name(form: Form) -> bool {
    matches!(form, Form::Name | Form::Acronym)
}

fn is(index: Option<EntityIndex>, at: usize) -> bool {
    index.is_some_and(|index| usize::from(index.0) == at)
}

fn place_of(reading: &Reading, id: &str) -> Option<usize> {
    reading.entities.iter().position(|entity| entity.id == id)
}

fn speakers(reading: &mut Reading) -> impl Iterator<Item = &mut Option<EntityIndex>> {
    reading.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut().map(|speaker| &mut speaker.entity))
}

fn each_mention(reading: &mut Reading, at: usize, change: &mut dyn FnMut(&mut Mention)) {
    reading.mentions.iter_mut().filter(|mention| is(mention.entity, at)).for_each(change);
}

/// Somebody says who is meant by this name: that is as sure as a curated list.
fn certify(mention: &mut Mention) {
    if is_name(mention.form) {
        mention.basis = Basis::Curated;
    }
}

fn merge(reading: &mut Reading, from: &str, target: &Entity) {
    let Some(at) = place_of(reading, from) else { return };
    each_mention(reading, at, &mut |mention| {
        mention.kind = target.kind;
        certify(mention);
    });
    let Some(other) = place_of(reading, &target.id) else {
        reading.entities[at] = target.clone();
        return;
    };
    // The one that the article names first keeps its place.
    let (first, second) = (at.min(other), at.max(other));
    reading.entities[first] = target.clone();
    point(reading, second, first);
    drop_entity(reading, second);
}

/// Lets everything that points to one entity point to another.
fn point(reading: &mut Reading, from: usize, to: usize) {
    let to = Some(EntityIndex(to as u16));
    each_mention(reading, from, &mut |mention| mention.entity = to);
    speakers(reading).filter(|speaker| is(**speaker, from)).for_each(|speaker| *speaker = to);
}

/// Takes out an entity to which nothing points any more.
fn drop_entity(reading: &mut Reading, at: usize) {
    reading.entities.remove(at);
    let close = |index: &mut Option<EntityIndex>| {
        if let Some(index) = index.as_mut().filter(|index| usize::from(index.0) > at) {
            index.0 -= 1;
        }
    };
    reading.mentions.iter_mut().for_each(|mention| close(&mut mention.entity));
    speakers(reading).for_each(close);
}

/// Gives some mentions of an entity to another, and the quotes whose speakers they are.
fn give(reading: &mut Reading, from: &str, target: &Entity, is_moved: &[bool]) {
    let Some(at) = place_of(reading, from) else { return };
    let to = place_of(reading, &target.id).unwrap_or_else(|| {
        reading.entities.push(target.clone());
        reading.entities.len() - 1
    });
    let Ok(index) = u16::try_from(to).map(EntityIndex) else { return };
    let mut spans = Vec::new();
    for (mention, _) in reading.mentions.iter_mut().zip(is_moved).filter(|(_, moved)| **moved) {
        mention.entity = Some(index);
        mention.kind = target.kind;
        certify(mention);
        spans.push(mention.span);
    }
    let stays = reading.mentions.iter().any(|mention| is(mention.entity, at));
    for speaker in reading.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
        let is_given = !stays || spans.contains(&speaker.span);
        if is(speaker.entity, at) && is_given {
            speaker.entity = Some(index);
        }
    }
    let is_used =
        stays || reading.quotes.iter().any(|quote| quote.speaker.is_some_and(|of| is(of.entity, at)));
    if !is_used {
        drop_entity(reading, at);
    }
}
