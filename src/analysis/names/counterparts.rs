//! Who has the same office elsewhere, or next: "met her Tunisian counterpart", "his successor, Omar Haddad,". The
//! office is that of whoever is told right before. Cost: a look at the neighbours of each such phrase.

use super::offices::{Office, Phrase, Standing};
use super::roles::{Holder, Roles};

/// So many sentences back may the office stand that "his counterpart" takes up.
const REACH: u32 = 1;

impl Roles<'_> {
    /// The phrase with the office it takes up; `None` where it is no such phrase or the office is open.
    pub(super) fn taken_up(&self, phrase: &Phrase, before: &[Phrase], holders: &[Holder]) -> Option<Phrase> {
        let is_counterpart = phrase.office.key == "counterpart";
        if !is_counterpart && phrase.office.key != "successor" {
            return None;
        }
        let other = self.office_before(phrase, before, holders)?;
        let of = if is_counterpart { phrase.office.of.clone() } else { other.of.clone() };
        if is_counterpart && of.is_some() && of == other.of {
            return None;
        }
        let mut whole = phrase.whole.clone();
        let own = self.text.before(whole.start);
        if own.is_some_and(|word| {
            matches!(word.text, "his" | "her" | "their" | "its" | "His" | "Her" | "Their")
        }) {
            whole.start -= 1;
        }
        let office = Office { key: other.key, of };
        Some(Phrase { tokens: phrase.tokens.clone(), whole, office, standing: Standing::Definite })
    }

    /// The office of whoever is told last before a phrase: named by it, or a person who holds one.
    fn office_before(&self, phrase: &Phrase, before: &[Phrase], holders: &[Holder]) -> Option<Office> {
        let at = phrase.whole.start;
        let sentence = self.text.tokens[phrase.tokens.start].sentence;
        let is_near = |place: usize| self.text.tokens[place].sentence + REACH >= sentence;
        let office = before
            .iter()
            .rev()
            .find(|other| other.office.of.is_some() || other.standing != Standing::Indefinite);
        let office = office.filter(|other| other.tokens.end <= at && is_near(other.tokens.start));
        let next = self.people.partition_point(|person| person.tokens.start < at);
        let person =
            next.checked_sub(1).map(|last| &self.people[last]).filter(|person| is_near(person.tokens.start));
        let of_person =
            person.and_then(|person| Some((person.tokens.start, self.office_of(person.member?, holders)?)));
        match (office, of_person) {
            (Some(office), Some((place, held))) if place > office.tokens.start => Some(held),
            (Some(office), _) => Some(office.office.clone()),
            (None, held) => held.map(|(_, held)| held),
        }
    }

    /// The office that somebody holds: as the article last said, else by the one curated role at its date.
    fn office_of(&self, member: usize, holders: &[Holder]) -> Option<Office> {
        let told = holders.iter().rev().find(|holder| holder.member == member);
        let curated = || {
            let known = self.known_of.get(member).copied().flatten()?;
            let mut roles =
                self.known.roles.iter().filter(|role| role.entity == known && role.holds(self.date));
            let first = roles.next()?;
            roles.all(|other| other.office == first.office).then(|| first.office.clone())
        };
        told.map(|holder| self.with_owner(holder)).or_else(curated)
    }

    fn with_owner(&self, holder: &Holder) -> Office {
        Office { key: holder.office.key.clone(), of: self.affiliation(holder) }
    }
}
