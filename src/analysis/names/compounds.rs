//! Where a name ends that a hyphen or a bracket goes through: "the Trump-Russia inquiry" names two, "Moon Jae-in" is one,
//! "Fund for Rural Schools (FRS" ends at its bracket, "Hurricane Helga" is no namesake of Helga's. Cost: a look at each name.

use super::curated::Known;
use super::heads::is_storm;
use super::offices::match_around;
use super::patterns::{Match, Meaning};
use super::rules::Proposal;
use super::tokens::{Gap, Text, WordId};
use crate::ingest::EntityKind;

/// Mends the names that the model and the rules propose; those known beforehand stay.
pub(super) fn mend(text: &Text<'_>, known: &Known, matches: &[Match], proposals: &mut Vec<Proposal>) {
    for name in proposals.iter_mut() {
        end_at_bracket(text, name);
        take_syllable(text, name);
    }
    proposals.retain(|name| !is_of_two_parties(text, known, matches, name));
    call_storms(text, proposals);
}

/// "Hurricane Helga" is an event, and "Helga" nobody, unless the article has a person of that name.
fn call_storms(text: &Text<'_>, proposals: &mut Vec<Proposal>) {
    let last = |name: &Proposal| text.tokens[name.tokens.end - 1].id;
    let mut called: Vec<WordId> = Vec::new();
    for name in proposals.iter_mut().filter(|name| is_storm(text, &name.tokens)) {
        name.kind = EntityKind::Event;
        called.push(last(name));
    }
    if called.is_empty() {
        return;
    }
    for name in proposals.iter().filter(|name| name.kind == EntityKind::Person && name.tokens.len() > 1) {
        let ids = text.ids(&name.tokens);
        called.retain(|storm| !ids.contains(storm));
    }
    proposals.retain(|name| name.tokens.len() > 1 || !called.contains(&last(name)));
}

/// "Fund for Rural Schools (FRS" loses what stands in the bracket that it does not close.
fn end_at_bracket(text: &Text<'_>, name: &mut Proposal) {
    let mut inner = name.tokens.clone().skip(1);
    let Some(at) = inner.find(|&at| text.tokens[at].gap == Gap::Bracket) else { return };
    let (start, end) = (text.tokens[at].span.start, text.tokens[name.tokens.end - 1].span.end);
    if !text.source[start as usize..end as usize].contains([')', ']']) {
        name.tokens.end = at;
    }
}

/// "Moon Jae" before "-in": the last syllable of a Korean given name, which is a word of English as well.
fn take_syllable(text: &Text<'_>, name: &mut Proposal) {
    let at = name.tokens.end;
    let Some(next) = text.after(at - 1).filter(|next| next.text == "in" && next.gap == Gap::Hyphen) else {
        return;
    };
    let joins = text.source[..next.span.start as usize].ends_with('-');
    let goes_on = text.gap_after(at) == Gap::Hyphen;
    if name.kind == EntityKind::Person && name.tokens.len() > 1 && joins && !goes_on {
        name.tokens.end = at + 1;
    }
}

/// "US-Mexico", "Hale-Russia": a country and somebody else whom the article names as well. Both are found by themselves.
fn is_of_two_parties(text: &Text<'_>, known: &Known, matches: &[Match], name: &Proposal) -> bool {
    let tokens = &name.tokens;
    let joined = tokens.len() == 2 && text.tokens[tokens.start + 1].gap == Gap::Hyphen;
    if !joined || name.kind != EntityKind::Organization {
        return false;
    }
    let place_at = |at: usize| {
        let found = match_around(matches, at).filter(|found| found.tokens == (at..at + 1))?;
        let Some(&Meaning::Name(entity, _)) = found.meanings.first() else { return None };
        Some(known.entities[entity as usize].kind == EntityKind::Place)
    };
    let parties = tokens.clone().map(place_at);
    let stands_alone = |at: usize| {
        let token = &text.tokens[at];
        let same = text.tokens.iter().filter(|other| other.id == token.id && other.is_capitalised());
        same.count() > 1
    };
    let is_party = |(at, place): (usize, Option<bool>)| place.is_some() || stands_alone(at);
    let has_place = parties.clone().any(|place| place == Some(true));
    has_place && tokens.clone().zip(parties).all(is_party)
}
