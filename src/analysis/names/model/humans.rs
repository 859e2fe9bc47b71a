//! Whether a lone word that the model takes for an organization is a person: presidents have administrations, people have
//! wives, and only they act "himself". Signs are added up over the article. Cost: a few words around each lone name.

use super::super::hashing::HashMap;
use super::super::rules::Proposal;
use super::super::tokens::{Case, Gap, Text, WordId};
use super::super::vocabulary::Classes;
use super::companies::is_company;
use crate::ingest::EntityKind;

/// What is called by the name of whoever holds an office or runs for it.
const OF_OFFICE: &[&str] = &["administration", "presidency", "candidacy", "premiership"];

/// What only people have.
const OF_PEOPLE: &[&str] = &[
    "wife",
    "husband",
    "son",
    "daughter",
    "sons",
    "daughters",
    "father",
    "mother",
    "brother",
    "sister",
    "childhood",
    "presidency",
    "candidacy",
    "inauguration",
    "widow",
    "death",
    "birthday",
];

/// Signs that make a person; one clear sign is enough, of the weak ones two are needed.
const CLEAR: i32 = 2;

/// Lone words that the article shows to be people are so wherever they stand.
pub(super) fn humans(text: &Text<'_>, proposals: &mut [Proposal]) {
    let lone = |name: &Proposal| {
        name.tokens.len() == 1
            && name.kind == EntityKind::Organization
            && text.tokens[name.tokens.start].case == Case::Capital
            && !text.tokens[name.tokens.start].is(Classes::ALONE.or(Classes::ORGANIZATION))
    };
    let mut signs: HashMap<WordId, i32> = HashMap::default();
    for name in proposals.iter().filter(|name| lone(name)) {
        let at = name.tokens.start;
        let weak = i32::from(is_followed_by_pronoun(text, proposals, at));
        let sign = CLEAR * i32::from(is_human(text, at)) + weak - CLEAR * i32::from(is_company(text, at));
        *signs.entry(text.tokens[at].id).or_default() += sign;
    }
    for name in proposals.iter_mut().filter(|name| lone(name)) {
        if signs.get(&text.tokens[name.tokens.start].id).is_some_and(|&sum| sum >= CLEAR) {
            name.kind = EntityKind::Person;
        }
    }
}

/// "the Hale administration", "Hale's wife", "Hale himself"
fn is_human(text: &Text<'_>, at: usize) -> bool {
    let Some(next) = text.after(at) else { return false };
    match next.gap {
        Gap::Space => OF_OFFICE.contains(&next.text) || matches!(next.text, "himself" | "herself"),
        Gap::Possessive => OF_PEOPLE.contains(&next.text),
        _ => false,
    }
}

/// "Hale said he …": a subject with "he" or "his" behind it in the sentence, where nobody else is named and nothing is "its".
fn is_followed_by_pronoun(text: &Text<'_>, proposals: &[Proposal], at: usize) -> bool {
    let acts = text
        .after(at)
        .is_some_and(|next| next.gap == Gap::Space && next.is(Classes::VERB) && !next.is_capitalised());
    let the = text.before(at).is_some_and(|before| matches!(before.text, "the" | "The" | "a" | "an"));
    if !acts || the {
        return false;
    }
    let sentence = &text.sentence_of(at).tokens;
    let is_inside = |name: &Proposal| sentence.contains(&name.tokens.start);
    let others = proposals.iter().filter(|name| is_inside(name) && name.kind == EntityKind::Person);
    let behind = || text.tokens[at..sentence.end].iter();
    others.count() == 0
        && behind().any(|token| matches!(token.text, "he" | "she" | "his" | "her" | "himself" | "herself"))
        && !behind().any(|token| matches!(token.text, "it" | "its" | "they" | "their"))
}
