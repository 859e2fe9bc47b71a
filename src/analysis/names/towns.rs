//! Towns that are called as people are: "in Weller, Ohio" makes "Weller" a place throughout the article, or just there
//! where the article names a person of that surname as well. Cost: a look at each name.

use super::curated::Known;
use super::offices::match_around;
use super::patterns::{Match, Meaning};
use super::rules::Proposal;
use super::tokens::{Gap, Text, WordId};
use crate::ingest::EntityKind;

/// Makes places of what the article puts into a country or state.
pub(super) fn towns(text: &Text<'_>, known: &Known, matches: &[Match], proposals: &mut [Proposal]) {
    const LONGEST: usize = 2;
    let is_place = |at: usize| {
        let meaning = match_around(matches, at).and_then(|found| found.meanings.first());
        matches!(meaning, Some(&Meaning::Name(entity, _)) if known.entities[entity as usize].kind == EntityKind::Place)
    };
    let is_town = |name: &Proposal| {
        let (start, end) = (name.tokens.start, name.tokens.end);
        let is_there =
            text.before(start).is_some_and(|before| matches!(before.text, "in" | "near" | "outside"));
        let is_short = name.tokens.len() <= LONGEST;
        let is_apart =
            is_short && text.tokens[start].gap == Gap::Space && text.gap_after(end - 1) == Gap::Comma;
        is_apart && is_there && is_place(end)
    };
    let towns: Vec<Vec<WordId>> =
        proposals.iter().filter(|name| is_town(name)).map(|name| text.ids(&name.tokens)).collect();
    if towns.is_empty() {
        return;
    }
    let is_person = |name: &&Proposal| name.kind == EntityKind::Person && name.tokens.len() > 1;
    let surname = |name: &Proposal| text.tokens[name.tokens.end - 1].id;
    let surnames: Vec<WordId> = proposals.iter().filter(is_person).map(surname).collect();
    for name in proposals {
        let ids = text.ids(&name.tokens);
        let is_borne = ids.len() == 1 && surnames.contains(&ids[0]);
        if towns.contains(&ids) && (!is_borne || is_town(name)) {
            name.kind = EntityKind::Place;
        }
    }
}
