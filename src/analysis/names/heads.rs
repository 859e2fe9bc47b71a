//! The word of a name that says what it names: "Central Bank", "Ministry of Trade", "Kariba Airport", "Hurricane Helga".

use super::tokens::{Case, Gap, Text, Token};
use super::vocabulary::Classes;
use crate::ingest::EntityKind;
use std::ops::Range;

/// Heads of organizations that name buildings, papers or people as often: "Oval Office", "Lincoln Center", "Robert Post".
const UNSURE: &[&str] = &[
    "center", "centre", "office", "hospital", "school", "exchange", "front", "park", "fund", "watch", "post",
    "group", "services", "service", "command", "media", "network", "times", "guard", "guards", "movement",
    "society", "trust", "press",
];

/// Heads of places that are nothing else, and nobody's surname.
const SURE_PLACES: &[&str] =
    &["airport", "street", "avenue", "river", "mountains", "province", "peninsula", "pradesh", "oblast"];

/// The kind that the head of a name leaves no doubt of. Of what is taken for a person, a given name and a surname are not
/// looked at ("John Fund", "Celinda Lake").
pub(super) fn kind_of_head(text: &Text<'_>, name: &Range<usize>, is_person: bool) -> Option<EntityKind> {
    let words = &text.tokens[name.clone()];
    let linked = words.iter().position(|word| matches!(word.text, "of" | "for"));
    let (head, before) = words[..linked.unwrap_or(words.len())].split_last()?;
    if words.len() < 2 || is_person && before.len() < 2 || !head.is_capitalised() {
        return None;
    }
    if is_organization(head) {
        return Some(EntityKind::Organization);
    }
    (linked.is_none() && is_one_of(head, SURE_PLACES)).then_some(EntityKind::Place)
}

/// Whether an organization's name stands whole, between words that cannot belong to it: not "Office of the Vice" before
/// "President", nor "Circuit Court" after "10th"; and whether it is meant, not the title of a film in quotation marks.
pub(super) fn is_whole_organization(text: &Text<'_>, name: &Range<usize>) -> bool {
    let words = &text.tokens[name.clone()];
    let is_shouted = words.iter().all(|word| word.text.len() < 4 || word.case == Case::Capitals);
    let before = text.before(name.start).is_some_and(|before| match text.tokens[name.start].gap {
        Gap::Space => {
            before.is_capitalised() && !before.is(Classes::COMMON)
                || before.text.starts_with(|c: char| c.is_ascii_digit())
        }
        gap => gap != Gap::Comma,
    });
    let after = text.after(name.end - 1).is_some_and(|after| after.gap.joins() && after.is_capitalised());
    let opening = text.source[..words[0].span.start as usize].chars().next_back();
    let is_quoted = opening.is_some_and(|mark| matches!(mark, '"' | '“' | '‘' | '«' | '\''));
    // "See If She Has Insurance", "JUST WATCHED Court"
    let told = words[0].is(Classes::VERB.or(Classes::COMMON)) && !is_organization(&words[0]);
    let is_apart = !is_shouted && !is_quoted && !before && !after && !told;
    is_apart && kind_of_head(text, name, false) == Some(EntityKind::Organization)
}

/// "Hurricane Helga"
pub(super) fn is_storm(text: &Text<'_>, name: &Range<usize>) -> bool {
    let (first, last) = (&text.tokens[name.start], &text.tokens[name.end - 1]);
    matches!(first.text, "Hurricane" | "Typhoon" | "Cyclone" | "Superstorm")
        && name.len() == 2
        && last.gap == Gap::Space
        && last.case == Case::Capital
        && !last.is(Classes::COMMON)
        && !text.has_lower(last.id)
}

fn is_organization(head: &Token<'_>) -> bool {
    head.is(Classes::ORGANIZATION) && !is_one_of(head, UNSURE)
}

fn is_one_of(word: &Token<'_>, list: &[&str]) -> bool {
    list.contains(&crate::text::fold(word.text).as_ref())
}
