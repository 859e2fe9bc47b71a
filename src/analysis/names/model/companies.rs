//! Whether a lone word that the model takes for a person is a company: companies have shares, profits and customers, and
//! articles tell what they are ("the retailer Zentrix", "Zentrix, a maker of lamps"). Signs are added up over the article,
//! since most of its sentences give none. Cost: a few words around each lone name.

use super::super::hashing::HashMap;
use super::super::rules::Proposal;
use super::super::runs::is_title;
use super::super::tokens::{Gap, Text, WordId};
use super::super::vocabulary::Classes;
use crate::ingest::EntityKind;
use crate::text::WordList;

/// Lone words that the article shows to be companies are organizations wherever they stand.
pub(super) fn companies(text: &Text<'_>, proposals: &mut [Proposal]) {
    let mut signs: HashMap<WordId, i32> = HashMap::default();
    let lone = |name: &Proposal| name.tokens.len() == 1 && name.kind == EntityKind::Person;
    for name in proposals.iter().filter(|name| lone(name)) {
        let at = name.tokens.start;
        let sign = i32::from(is_company(text, at)) - 2 * i32::from(is_human(text, at));
        *signs.entry(text.tokens[at].id).or_default() += sign;
    }
    for name in proposals.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1) {
        for token in &text.tokens[name.tokens.clone()] {
            signs.remove(&token.id);
        }
    }
    for name in proposals.iter_mut().filter(|name| lone(name)) {
        if signs.get(&text.tokens[name.tokens.start].id).is_some_and(|&sum| sum > 0) {
            name.kind = EntityKind::Organization;
        }
    }
}

/// "the retailer Zentrix", "Zentrix, a maker of lamps,", "Zentrix shares fell", "Zentrix's customers", "Zentrix posted a loss"
pub(super) fn is_company(text: &Text<'_>, at: usize) -> bool {
    let called = text.before(at).is_some_and(|before| {
        before.is(Classes::COMPANY) && !before.is_capitalised() && text.tokens[at].gap == Gap::Space
    });
    called || is_apposed(text, at) || has_trade(text, at)
}

/// "Zentrix, a Norwegian maker of lamps,"
fn is_apposed(text: &Text<'_>, at: usize) -> bool {
    const NEAR: usize = 6;
    let article = text.after(at).filter(|next| next.gap == Gap::Comma);
    if !article.is_some_and(|next| matches!(next.text, "a" | "an" | "the")) {
        return false;
    }
    for place in at + 2..at + 2 + NEAR {
        let Some(token) = text.beside(at, Some(place)) else { return false };
        let goes_on = matches!(token.gap, Gap::Space | Gap::Hyphen | Gap::Possessive);
        if !goes_on || token.is(Classes::LINK.or(Classes::CALLING).or(Classes::OFFICE)) {
            return false;
        }
        if token.is(Classes::COMPANY) {
            return true;
        }
    }
    false
}

/// "Zentrix's customers", "Zentrix shares fell", "shares of Zentrix", "Zentrix announced a loss"; not "Zentrix shares a
/// video", where it is a verb.
fn has_trade(text: &Text<'_>, at: usize) -> bool {
    let place = |offset: usize| text.beside(at, at.checked_add(offset));
    let is_noun = |offset: usize| {
        let trade = place(offset).filter(|token| token.is(Classes::TRADE) && !token.is_capitalised());
        let object = place(offset + 1).filter(|next| next.gap == Gap::Space);
        let is_verb = object.is_some_and(|next| next.is(Classes::INDEFINITE) || next.is_capitalised());
        trade.is_some() && !is_verb
    };
    // "Keller's loss" is that of an election.
    let is_loss = place(1).is_some_and(|noun| noun.text.starts_with("loss"));
    let owns =
        place(1).is_some_and(|next| next.gap == Gap::Possessive) && !is_loss && (is_noun(1) || is_noun(2));
    let before = |back: usize| text.beside(at, at.checked_sub(back));
    let of = before(1).is_some_and(|link| matches!(link.text, "of" | "in") && link.gap == Gap::Space);
    let shares = of && before(2).is_some_and(|noun| matches!(noun.text, "shares" | "Shares" | "stock"));
    let joined = place(1).is_some_and(|next| next.gap == Gap::Space);
    let moves = joined
        && place(1).is_some_and(|noun| noun.is(Classes::TRADE) && !noun.is_capitalised())
        && place(2).is_none_or(|next| next.gap == Gap::Space && MOVES.contains(next.text));
    let tells = joined && place(1).is_some_and(|verb| TELLS.contains(&verb.text));
    let result = place(2).is_some_and(|next| matches!(next.text, "a" | "an" | "its" | "record"));
    owns || shares || moves || tells && result && (is_noun(3) || is_noun(4))
}

/// What shares, sales and profits do.
const MOVES: WordList = WordList::of(
    "rose fell gained climbed jumped dropped slid tumbled surged closed plunged soared sank rallied were \
     are have had was is has would will traded more by in on",
);

/// How companies tell of their results.
const TELLS: &[&str] = &["announced", "reported", "posted", "announces", "reports", "posts", "recorded"];

/// "Mr. Keller", "analyst Keller", "Keller, 45,", "Keller, who"
fn is_human(text: &Text<'_>, at: usize) -> bool {
    let near = text.tokens[at].gap == Gap::Space;
    let titled = text.before(at).is_some_and(|before| {
        near && (is_title(text, at - 1) || before.is(Classes::OFFICE.or(Classes::CALLING)))
    });
    let after = text.after(at).filter(|next| next.gap == Gap::Comma);
    titled || after.is_some_and(|next| matches!(next.text, "who" | "whose") || is_age(next.text))
}

fn is_age(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}
