//! What kind of thing a name is, where the articles of a corpus read it differently: "Mueller" is an organization to nobody
//! who has seen "Robert Mueller" in fifty other articles. Cost: one pass over the entities of all readings, one over those
//! of their mentions that change.

use super::super::{Basis, Entity, EntityIndex, Form, Reading};
use super::forms::words_of;
use crate::ingest::EntityKind;
use crate::text::Keyed;

/// So many times as many articles have to give a person's whole name as read it, or the surname, as something else. Of the
/// surnames in 6,000 articles that were read as organizations about a hundred lead so, and two were no person's.
const LEAD: usize = 3;

/// A name that stands in fewer articles shows little of how the corpus means it.
const FEW: usize = 5;

/// Gives a name that the model alone took for an organization or a place the kind that the corpus knows better.
pub(super) fn agree(readings: &mut [Reading]) {
    let corpus = Kinds::of(readings);
    for reading in readings {
        for at in 0..reading.entities.len() {
            let words = words_of(&reading.entities[at].name);
            if corpus.is_a_person(&words, reading.entities[at].kind) && is_guessed(reading, at) {
                make_a_person(reading, at, &words);
            }
        }
    }
}

/// The person of that name whom the article has beside the organization becomes one with it.
fn make_a_person(reading: &mut Reading, at: usize, words: &[String]) {
    reading.entities[at].kind = EntityKind::Person;
    let index = Some(EntityIndex(at as u16));
    let own = reading.mentions.iter_mut().filter(|mention| mention.entity == index);
    own.for_each(|mention| mention.kind = EntityKind::Person);
    let is_same = |entity: &Entity| entity.kind == EntityKind::Person && words_of(&entity.name) == words;
    let same = reading.entities.iter().filter(|entity| is_same(entity));
    let Some(id) = same.map(|entity| entity.id.clone()).min_by_key(String::len) else { return };
    for entity in reading.entities.iter_mut().filter(|entity| is_same(entity)) {
        entity.id.clone_from(&id);
    }
}

/// In how many articles something is of each kind.
type Counts = [usize; 5];

/// In how many articles names stand as what.
#[derive(Default)]
struct Kinds {
    /// By surname the most articles that one bearer has with the whole name.
    surnames: Keyed<usize>,
    names: Keyed<Counts>,
}

impl Kinds {
    fn of(readings: &[Reading]) -> Self {
        let mut kinds = Self::default();
        for reading in readings {
            for entity in &reading.entities {
                let name = words_of(&entity.name).join(" ");
                kinds.names.entry(&name, Counts::default)[entity.kind as usize] += 1;
            }
        }
        for (name, counts) in kinds.names.unordered() {
            if let Some((_, surname)) = name.rsplit_once(' ') {
                let most = kinds.surnames.entry(surname, || 0);
                *most = counts[EntityKind::Person as usize].max(*most);
            }
        }
        kinds
    }

    /// Whether a name that was read as another kind is a person's: the surname of one, or the whole name.
    fn is_a_person(&self, words: &[String], kind: EntityKind) -> bool {
        let name = words.join(" ");
        let counts = self.names.get(&name).copied().unwrap_or_default();
        let as_person = match (words, kind) {
            ([_], EntityKind::Organization) => self.surnames.get(&name).copied().unwrap_or(0),
            ([_, _, ..], EntityKind::Organization | EntityKind::Place) => counts[EntityKind::Person as usize],
            _ => return false, // "Garland" may well be the town, whoever else is called so
        };
        let other = counts[EntityKind::Organization as usize] + counts[EntityKind::Place as usize];
        as_person >= FEW && as_person >= LEAD * other
    }
}

/// Whether an entity rests on names that the model found, and on repeats of these.
fn is_guessed(reading: &Reading, at: usize) -> bool {
    let index = Some(EntityIndex(at as u16));
    let mut own =
        reading.mentions.iter().filter(|mention| mention.entity == index && mention.form == Form::Name);
    own.clone().any(|mention| mention.basis == Basis::Model)
        && own.all(|mention| matches!(mention.basis, Basis::Model | Basis::Defined))
}

/// One id for things of two kinds ("Washington" the city and the man): the more frequent kind keeps it, the others get
/// one that nothing else has ("Trump" is not the Trump Organization).
pub(super) fn part(readings: &mut [Reading]) {
    let mut kinds: Keyed<(Counts, Vec<String>)> = Keyed::default();
    for entity in readings.iter().flat_map(|reading| &reading.entities) {
        let new = || (Counts::default(), words_of(&entity.name));
        kinds.entry(&entity.id, new).0[entity.kind as usize] += 1;
    }
    for entity in readings.iter_mut().flat_map(|reading| &mut reading.entities) {
        let Some((counts, words)) = kinds.get(&entity.id) else { continue };
        let most = counts.iter().max().copied().unwrap_or(0);
        if counts.iter().position(|&count| count == most) == Some(entity.kind as usize) {
            continue;
        }
        let mut own = format!("{}-{}", entity.id, entity.kind.name());
        while kinds.get(&own).is_some_and(|(_, others)| others != words) {
            own = format!("{own}-{}", entity.kind.name());
        }
        entity.id = own;
    }
}

#[cfg(test)]
mod tests {
    use super::{agree, part};
    use crate::analysis::{Basis, Entity, EntityIndex, Form, Mention, Reading};
    use crate::ingest::EntityKind::{self, Organization, Person, Place};
    use crate::text::Span;

    /// A reading of entities by id, name, kind and basis, each mentioned once.
    fn reading(entities: &[(&str, &str, EntityKind, Basis)]) -> Reading {
        let mut reading = Reading::default();
        for (number, &(id, name, kind, basis)) in (0..).zip(entities) {
            let entity = Some(EntityIndex(number));
            let (titles, joined) = (Vec::new(), Vec::new());
            reading.entities.push(Entity { id: id.into(), name: name.into(), kind, titles, joined });
            reading.mentions.push(Mention { span: Span::new(0, 1), kind, entity, form: Form::Name, basis });
        }
        reading
    }

    fn with_five_articles_on_ada_thornby(last: Reading) -> Reading {
        let whole = || reading(&[("ada-thornby", "Ada Thornby", Person, Basis::Model)]);
        let mut readings = vec![whole(), whole(), whole(), whole(), whole(), last];
        agree(&mut readings);
        readings.pop().unwrap_or_default()
    }

    #[test]
    fn a_surname_that_the_corpus_knows_is_no_organization() {
        let read = with_five_articles_on_ada_thornby(reading(&[
            ("thornby", "Thornby", Organization, Basis::Model),
            ("norwick", "Norwick", Organization, Basis::Model),
        ]));
        let kinds: Vec<_> = read.mentions.iter().map(|mention| mention.kind).collect();
        assert_eq!(kinds, [Person, Organization]);
        assert_eq!(read.entities[0].kind, Person);
    }

    #[test]
    fn what_rests_on_more_than_a_guess_stays() {
        for (name, kind, basis) in [
            ("Thornby", Organization, Basis::Rule),
            ("Thornby", Organization, Basis::Curated),
            ("Thornby", Place, Basis::Model),
            ("Thornby Mills", Organization, Basis::Model),
        ] {
            let read = with_five_articles_on_ada_thornby(reading(&[("thornby", name, kind, basis)]));
            assert_eq!(read.entities[0].kind, kind, "{name} {basis:?}");
        }
    }

    #[test]
    fn the_person_beside_the_organization_of_that_name_is_one_with_it() {
        let read = with_five_articles_on_ada_thornby(reading(&[
            ("ada-thornby", "Ada Thornby", Organization, Basis::Model),
            ("ada-thornby-person", "Ada Thornby", Person, Basis::Model),
        ]));
        let ids: Vec<_> = read.entities.iter().map(|entity| (entity.id.as_str(), entity.kind)).collect();
        assert_eq!(ids, [("ada-thornby", Person), ("ada-thornby", Person)]);
    }

    #[test]
    fn two_kinds_of_one_name_get_ids_that_nothing_else_has() {
        let town = || reading(&[("thornby", "Thornby", Place, Basis::Model)]);
        let firm = reading(&[
            ("thornby", "Thornby", Organization, Basis::Model),
            ("thornby-organization", "Thornby Organization", Organization, Basis::Model),
        ]);
        let mut readings = vec![town(), town(), firm];
        part(&mut readings);
        let ids: Vec<_> =
            readings.iter().flat_map(|it| &it.entities).map(|entity| entity.id.as_str()).collect();
        assert_eq!(ids, ["thornby", "thornby", "thornby-organization-organization", "thornby-organization"]);
    }
}
