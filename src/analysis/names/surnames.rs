//! Which shorter names a person may go by once the full name has been told: "Hossein Amir-Abdollahian" is
//! "Amir-Abdollahian", "Mohammed bin Salman" is "bin Salman" and "Salman", seldom "Mohammed".

use super::tokens::{Gap, Text};
use super::vocabulary::Classes;
use std::ops::Range;

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
