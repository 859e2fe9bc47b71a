//! The whole article decides together: titles are no part of a person's name, a name is of the kind that its head says, a
//! spelling has the kind that it has most often, a lone word of a full name or once behind a title is that person, and what
//! only companies have makes an organization, what only people have a person.

use super::super::hashing::HashMap;
use super::super::heads::kind_of_head;
use super::super::rules::Proposal;
use super::super::runs::is_title;
use super::super::tokens::{Case, Gap, Style, Text, Token, WordId};
use super::super::vocabulary::Classes;
use super::companies::companies;
use super::humans::humans;
use crate::ingest::EntityKind;
use crate::text::Arrange as _;

/// Makes the names that the model sees in an article agree with each other.
pub(in super::super) fn agree(text: &Text<'_>, proposals: &mut Vec<Proposal>) {
    proposals.retain(|name| !is_loud_word(text, name));
    for name in proposals.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        without_title(text, name);
    }
    for name in proposals.iter_mut() {
        let is_person = name.kind == EntityKind::Person;
        name.kind = kind_of_head(text, &name.tokens, is_person).unwrap_or(name.kind);
    }
    majority(text, proposals);
    lone_words(text, proposals);
    titled(text, proposals);
    companies(text, proposals);
    humans(text, proposals);
}

/// "Mr. Okafor" once in the article makes "Okafor" a person wherever the model takes the word alone for an organization.
fn titled(text: &Text<'_>, proposals: &mut [Proposal]) {
    let is_lone = |name: &Proposal| name.tokens.len() == 1 && name.kind == EntityKind::Organization;
    let mut bearers: Vec<WordId> = Vec::new();
    for name in proposals.iter().filter(|name| name.tokens.len() == 1 && name.tokens.start > 0) {
        let at = name.tokens.start;
        let near = text.before(at).is_some() && text.tokens[at].gap == Gap::Space;
        let runs_on = text.after(at).is_some_and(|next| next.gap.joins() && next.is_capitalised());
        if near && !runs_on && text.tokens[at].case == Case::Capital && is_title(text, at - 1) {
            bearers.push(text.tokens[at].id);
        }
    }
    bearers.arrange();
    for name in proposals.iter_mut().filter(|name| is_lone(name)) {
        if bearers.binary_search(&text.tokens[name.tokens.start].id).is_ok() {
            name.kind = EntityKind::Person;
        }
    }
}

/// In a line of capitals function words and verbs say nothing ("IRAN TELLS US ALL"), nor do words that the article has in small
/// letters. What it has as a name elsewhere is found again as a repeat.
fn is_loud_word(text: &Text<'_>, name: &Proposal) -> bool {
    let is_loud = text.sentence_of(name.tokens.start).style == Style::AllCapitals;
    let words = &text.tokens[name.tokens.clone()];
    let is_word = |token: &Token<'_>| {
        token.case == Case::Capitals
            && (token.is(Classes::COMMON.or(Classes::VERB)) || text.has_lower(token.id))
    };
    is_loud && words.iter().all(is_word)
}

fn without_title(text: &Text<'_>, name: &mut Proposal) {
    while name.tokens.len() > 1 && is_title(text, name.tokens.start) {
        name.tokens.start += 1;
    }
}

/// A spelling that is found as two kinds is what it is most often; where it is undecided nothing changes.
fn majority(text: &Text<'_>, proposals: &mut [Proposal]) {
    let mut counts: HashMap<Vec<WordId>, Vec<(EntityKind, u32)>> = HashMap::default();
    for name in proposals.iter() {
        let kinds = counts.entry(text.ids(&name.tokens)).or_default();
        match kinds.iter_mut().find(|(kind, _)| *kind == name.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((name.kind, 1)),
        }
    }
    counts.retain(|_, kinds| kinds.len() > 1);
    if counts.is_empty() {
        return;
    }
    for name in proposals {
        let Some(kinds) = counts.get(&text.ids(&name.tokens)) else { continue };
        let most = kinds.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let mut leading = kinds.iter().filter(|(_, count)| *count == most);
        if let (Some((kind, _)), None) = (leading.next(), leading.next()) {
            name.kind = *kind;
        }
    }
}

/// "Abbas" is a person where "Mahmoud Abbas" is one.
pub(in super::super) fn lone_words(text: &Text<'_>, proposals: &mut [Proposal]) {
    let mut of_people: Vec<WordId> = Vec::new();
    for name in proposals.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1) {
        for at in [name.tokens.start, name.tokens.end - 1] {
            let token = &text.tokens[at];
            if !token.is_initial() && !token.is(Classes::PARTICLE) {
                of_people.push(token.id);
            }
        }
    }
    of_people.arrange();
    for name in proposals.iter_mut().filter(|name| name.tokens.len() == 1) {
        if of_people.binary_search(&text.tokens[name.tokens.start].id).is_ok() {
            name.kind = EntityKind::Person;
        }
    }
}
