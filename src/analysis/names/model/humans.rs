//! Whether what the model takes for an organization is a person: presidents have administrations, people have wives, and only
//! they act "himself"; "first lady" stands right before a name. Signs of lone words are added up over the article. Cost: a
//! few words around each name.

use super::super::hashing::HashMap;
use super::super::rules::Proposal;
use super::super::runs::is_title;
use super::super::tokens::{Case, Gap, Text, Token, WordId};
use super::super::vocabulary::Classes;
use super::companies::is_company;
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, WordList};

/// What is called by the name of whoever holds an office or runs for it.
const OF_OFFICE: WordList = WordList::of("administration presidency candidacy premiership");

/// What only people have.
const OF_PEOPLE: WordList = WordList::of(
    "wife husband son daughter sons daughters father mother brother sister childhood presidency candidacy \
     inauguration widow death birthday",
);

/// Signs that make a person; one clear sign is enough, of the weak ones two are needed.
const CLEAR: i32 = 2;

/// Names that the article shows to be people's are so wherever they stand.
pub(super) fn humans(text: &Text<'_>, proposals: &mut [Proposal]) {
    called(text, proposals);
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

/// "actress Irma Hale", "an actress, Irma Hale," or "First Lady Irma Hale" once in the article makes "Irma Hale" a person
/// wherever it stands.
fn called(text: &Text<'_>, proposals: &mut [Proposal]) {
    const LONGEST: usize = 3;
    let institution = Classes::ORGANIZATION.or(Classes::PLACE).or(Classes::COMMON);
    let is_whole = |name: &Proposal| {
        let words = &text.tokens[name.tokens.clone()];
        (2..=LONGEST).contains(&words.len())
            && name.kind == EntityKind::Organization
            && words.iter().all(|word| word.case == Case::Capital && !word.is(institution))
    };
    let is_called = |name: &&Proposal| {
        let (start, gap) = (name.tokens.start, text.tokens[name.tokens.start].gap);
        let calling = |word: &Token<'_>| word.is(Classes::CALLING) && !word.is_capitalised();
        let is_beside = match gap {
            Gap::Space => text.before(start).is_some_and(calling) || start > 0 && is_title(text, start - 1),
            Gap::Comma => {
                let article = |word: &Token<'_>| word.is(Classes::INDEFINITE);
                let is_apposed = text.gap_after(name.tokens.end - 1) == Gap::Comma;
                let introduces =
                    |back: usize| text.beside(start, start.checked_sub(back)).is_some_and(article);
                is_apposed && text.before(start).is_some_and(calling) && (introduces(2) || introduces(3))
            }
            _ => false,
        };
        is_beside && is_whole(name)
    };
    let mut people: Vec<Vec<WordId>> =
        proposals.iter().filter(is_called).map(|name| text.ids(&name.tokens)).collect();
    if people.is_empty() {
        return;
    }
    people.arrange();
    for name in proposals.iter_mut().filter(|name| is_whole(name)) {
        if people.binary_search(&text.ids(&name.tokens)).is_ok() {
            name.kind = EntityKind::Person;
        }
    }
}

/// "the Hale administration", "Hale's wife", "Hale himself"
fn is_human(text: &Text<'_>, at: usize) -> bool {
    let Some(next) = text.after(at) else { return false };
    match next.gap {
        Gap::Space => OF_OFFICE.contains(next.text) || matches!(next.text, "himself" | "herself"),
        Gap::Possessive => OF_PEOPLE.contains(next.text),
        _ => false,
    }
}

/// "Hale said he …" (the names in order): a subject with "he" or "his" behind it in the sentence, where nobody else is named and nothing is "its".
fn is_followed_by_pronoun(text: &Text<'_>, proposals: &[Proposal], at: usize) -> bool {
    let acts = text
        .after(at)
        .is_some_and(|next| next.gap == Gap::Space && next.is(Classes::VERB) && !next.is_capitalised());
    let the = text.before(at).is_some_and(|before| matches!(before.text, "the" | "The" | "a" | "an"));
    if !acts || the {
        return false;
    }
    let sentence = &text.sentence_of(at).tokens;
    let first = proposals.partition_point(|name| name.tokens.start < sentence.start);
    let inside = proposals[first..].iter().take_while(|name| name.tokens.start < sentence.end);
    let others = inside.filter(|name| name.kind == EntityKind::Person);
    let behind = || text.tokens[at..sentence.end].iter();
    others.count() == 0
        && behind().any(|token| matches!(token.text, "he" | "she" | "his" | "her" | "himself" | "herself"))
        && !behind().any(|token| matches!(token.text, "it" | "its" | "they" | "their"))
}
