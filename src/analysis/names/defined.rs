//! Names that an article defines itself: "Shanghai Cooperation Organization (SCO)", in both orders, checked by the
//! initials. Cost: one pass; a few words back from every bracket. After Schwartz and Hearst (2003), with stricter
//! initials: every capitalised word has to give its letter.

use super::tokens::{Case, Gap, Text};
use super::vocabulary::Classes;
use crate::ingest::EntityKind;
use crate::text::WordList;
use std::ops::Range;

/// A name and the acronym that the article gives it.
#[derive(Clone, Debug)]
pub(super) struct Definition {
    pub(super) name: Range<usize>,
    pub(super) acronym: usize,
    pub(super) kind: EntityKind,
}

pub(super) fn definitions(text: &Text<'_>) -> Vec<Definition> {
    let brackets = (1..text.tokens.len()).filter(|&at| text.tokens[at].gap == Gap::Bracket);
    brackets.filter_map(|inside| name_before(text, inside).or_else(|| name_inside(text, inside))).collect()
}

/// "International Atomic Energy Agency (IAEA)"
fn name_before(text: &Text<'_>, acronym: usize) -> Option<Definition> {
    let letters = letters_of(text, acronym)?;
    closes(text, acronym).then_some(())?;
    let name = spelling_back(text, &letters, acronym)?;
    kind_of(text, &name).map(|kind| Definition { name, acronym, kind })
}

/// "IAEA (International Atomic Energy Agency)"
fn name_inside(text: &Text<'_>, inside: usize) -> Option<Definition> {
    let acronym = inside - 1;
    let letters = letters_of(text, acronym)?;
    let mut end = inside + 1;
    while text.beside(inside, Some(end)).is_some_and(|token| token.gap.joins()) {
        end += 1;
    }
    closes(text, end - 1).then_some(())?;
    let name = spelling_back(text, &letters, end).filter(|name| name.start == inside)?;
    kind_of(text, &name).map(|kind| Definition { name, acronym, kind })
}

fn letters_of(text: &Text<'_>, at: usize) -> Option<Vec<char>> {
    let token = &text.tokens[at];
    let letters: Vec<char> = token.text.chars().filter(|c| *c != '.').collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let is_acronym = (2..=10).contains(&letters.len()) && capitals >= 2 && capitals * 2 > letters.len();
    let is_cased = token.case == Case::Capitals || token.case == Case::Capital;
    (is_acronym && is_cased).then_some(letters)
}

fn closes(text: &Text<'_>, at: usize) -> bool {
    text.source[text.tokens[at].span.end as usize..].starts_with([')', ']'])
}

/// The words before `end` whose initials are `letters`, from the last letter to the first.
fn spelling_back(text: &Text<'_>, letters: &[char], end: usize) -> Option<Range<usize>> {
    let mut left = letters.len();
    let mut at = end;
    while left > 0 {
        let token = text.beside(end - 1, at.checked_sub(1))?;
        at -= 1;
        if at + 1 < end && !(text.tokens[at + 1].gap.joins() || text.tokens[at + 1].gap == Gap::Possessive) {
            return None;
        }
        let initial = token.text.chars().next()?;
        let wanted = letters[left - 1];
        match token.is_capitalised() {
            true if initial.to_lowercase().eq(wanted.to_lowercase()) => left -= 1,
            false if wanted.is_lowercase() && initial == wanted => left -= 1,
            false if token.is(Classes::COMMON.or(Classes::PARTICLE)) && at + 1 < end => {}
            _ => return None,
        }
    }
    (end - at >= 2 && text.tokens[at].is_capitalised()).then_some(at..end)
}

/// What is defined, by the words of the name; `None` for what is no name ("Gross Domestic Product").
fn kind_of(text: &Text<'_>, name: &Range<usize>) -> Option<EntityKind> {
    const NO_NAMES: WordList = WordList::of(
        "product report investment rate index act bill zone system disease syndrome virus intelligence officer \
     director minister president test order control price tax day code number vehicle person persons \
     people law device technology learning network",
    );
    let words = &text.tokens[name.clone()];
    let has = |class| words.iter().any(|word| word.is(class));
    let last = crate::text::fold(words.last()?.text);
    match () {
        () if has(Classes::AGREEMENT) || last == "action" => Some(EntityKind::Agreement),
        () if has(Classes::ORGANIZATION) => Some(EntityKind::Organization),
        () if words.last()?.is(Classes::EVENT) => Some(EntityKind::Event),
        () if NO_NAMES.contains(last.as_ref()) || has(Classes::NO_NAME) => None,
        () if words.last()?.is(Classes::PLACE) => Some(EntityKind::Place),
        () => Some(EntityKind::Organization),
    }
}
