//! Which shorter names a person may go by once the full name has been told: "Hossein Amir-Abdollahian" is
//! "Amir-Abdollahian", "Mohammed bin Salman" is "bin Salman" and "Salman", seldom "Mohammed".

use super::cast::{Cast, Named};
use super::hashing::HashMap;
use super::tokens::{Gap, Text, WordId};
use super::vocabulary::Classes;
use crate::analysis::Basis;
use crate::ingest::EntityKind;
use std::ops::Range;

impl Cast<'_> {
    /// "bin Rashed" and "Le Pen" are the one fuller name in the article that ends so.
    pub(super) fn settle_endings(&self, named: &mut [Named]) {
        /// No name has so many words that more endings need to be known.
        const LONGEST: usize = 6;
        let people = |name: &&Named| name.kind == EntityKind::Person && self.in_article(&name.tokens);
        let mut endings: HashMap<Vec<WordId>, Vec<usize>> = HashMap::default();
        for name in named.iter().filter(people) {
            let Some(member) = name.member else { continue };
            let particles = |start: &usize| self.text.tokens[*start].is(Classes::PARTICLE);
            for start in name.tokens.clone().skip(1).take(LONGEST).filter(particles) {
                let fuller = endings.entry(self.text.ids(&(start..name.tokens.end))).or_default();
                if !fuller.contains(&member) {
                    fuller.push(member);
                }
            }
        }
        for name in named.iter_mut().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1) {
            if !self.text.tokens[name.tokens.start].is(Classes::PARTICLE) {
                continue;
            }
            let is_known = name.member.is_some_and(|member| self.members[member].known.is_some());
            let Some(fuller) = endings.get(&self.text.ids(&name.tokens)) else { continue };
            if !is_known {
                // Of two who end alike it may be either.
                let member = if let [one] = fuller.as_slice() { Some(*one) } else { None };
                (name.member, name.basis) = (member, Basis::Defined);
            }
        }
    }
}

/// The parts of a person's name: given names and surnames; hyphens and particles hold a part together.
pub(super) fn parts(text: &Text<'_>, name: &Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    for at in name.clone() {
        let holds = at > name.start
            && (text.tokens[at].gap == Gap::Hyphen
                || (text.tokens[at - 1].is(Classes::PARTICLE) && at - 1 > name.start));
        match parts.last_mut() {
            Some(part) if holds => part.end = at + 1,
            _ => parts.push(at..at + 1),
        }
    }
    parts
}

/// The surname and, after particles, the surname without them; then the given name.
pub(super) fn short_forms(text: &Text<'_>, name: &Range<usize>) -> Vec<Range<usize>> {
    let parts = parts(text, name);
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Vec::new() };
    if parts.len() < 2 {
        return Vec::new();
    }
    let mut forms = vec![last.clone()];
    let bare = last.clone().find(|&at| !text.tokens[at].is(Classes::PARTICLE)).unwrap_or(last.start);
    if bare > last.start {
        forms.push(bare..last.end);
    }
    if parts.len() > 2 {
        forms.push(parts[parts.len() - 2].start..last.end);
    }
    let is_initial = text.tokens[first.start].is_initial();
    if !is_initial && first.len() == 1 {
        forms.push(first.clone());
    }
    if parts.len() > 2 {
        forms.push(first.start..parts[1].end);
    }
    forms
}

/// Whether a lone word is clearly used as a person's name although it is a word of its own ("May", "Young", "Jordan").
pub(super) fn acts_as_person(text: &Text<'_>, name: &Range<usize>) -> bool {
    let titled = text.before(name.start).is_some_and(|before| {
        text.tokens[name.start].gap == Gap::Space && before.is(Classes::TITLE.or(Classes::OFFICE))
    });
    let speaks = text
        .after(name.end - 1)
        .is_some_and(|next| next.gap == Gap::Space && next.is(Classes::VERB) && !next.is_capitalised());
    let is_where = text
        .before(name.start)
        .is_some_and(|before| before.is(Classes::LOCATIVE) && !before.is_capitalised());
    let spoken = text.before(name.start).is_some_and(|before| {
        matches!(before.text, "said" | "says" | "added") && text.tokens[name.start].gap == Gap::Space
    });
    titled || spoken || speaks && !is_where
}

/// "Mr. Jordan": a title in front leaves no doubt even where nobody of the name has been told.
pub(super) fn acts_as_person_only(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    let before = text.before(tokens.start);
    before.is_some_and(|before| {
        text.tokens[tokens.start].gap == Gap::Space && matches!(before.text, "Mr" | "Mrs" | "Ms" | "Dr")
    })
}
