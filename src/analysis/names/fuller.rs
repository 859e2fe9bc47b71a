//! One person under two full names in an article: "John Hale" is "John F. Hale", "Viktor Hale" once is "Victor Hale", unless
//! the article names both in one sentence. Cost: a look-up for each full name; few share a surname.

use super::cast::{Cast, Named};
use super::tokens::{Gap, Token, WordId};
use crate::analysis::transcription::{Likeness, likeness};
use crate::analysis::{Basis, Form};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, fold};
use std::ops::Range;

/// A person of two words or more, with the places of the name.
struct Bearer {
    surname: WordId,
    member: usize,
    places: Vec<Range<usize>>,
}

impl Cast<'_> {
    /// Gives a full name and the same cut short one member: the fuller's, unless that only stands right behind the other as
    /// a page runs them together ("Jonas Hale Jonas Edward Hale").
    pub(super) fn settle_fuller(&self, named: &mut [Named]) {
        let mut bearers: Vec<Bearer> = Vec::new();
        for name in named.iter().filter(|name| name.kind == EntityKind::Person && name.form == Form::Name) {
            let Some(member) = name.member.filter(|&member| self.members[member].known.is_none()) else {
                continue;
            };
            if name.tokens.len() > 1 && self.in_article(&name.tokens) {
                let surname = self.text.tokens[name.tokens.end - 1].id;
                bearers.push(Bearer { surname, member, places: vec![name.tokens.clone()] });
            }
        }
        bearers.arrange_by_key(|bearer| (bearer.surname, bearer.member));
        bearers.dedup_by(|next, before| {
            let is_same = (next.surname, next.member) == (before.surname, before.member);
            if is_same {
                before.places.append(&mut next.places);
            }
            is_same
        });
        let mut moved: Vec<(usize, usize)> = Vec::new();
        for namesakes in bearers.chunk_by(|one, other| one.surname == other.surname) {
            for rare in namesakes.iter().filter(|rare| rare.places.len() == 1) {
                let mut alike = namesakes.iter().filter(|usual| self.is_misspelt(rare, usual));
                if let (Some(usual), None) = (alike.next(), alike.next()) {
                    moved.push((rare.member, usual.member));
                }
            }
            for short in namesakes {
                let mut fuller = namesakes.iter().filter(|long| self.is_cut_short(short, long));
                let (Some(long), None) = (fuller.next(), fuller.next()) else { continue };
                if self.stand_apart(short, long) {
                    let is_glued = long.places.iter().all(|place| {
                        short.places.iter().any(|before| before.end == place.start)
                            && self.text.tokens[place.start].gap == Gap::Space
                    });
                    let (from, to) =
                        if is_glued { (long.member, short.member) } else { (short.member, long.member) };
                    moved.push((from, to));
                }
            }
        }
        let target = |member: usize| moved.iter().rev().find(|(from, _)| *from == member).map(|(_, to)| *to);
        for name in named.iter_mut().filter(|_| !moved.is_empty()) {
            let to = name.member.and_then(target).filter(|&to| target(to).is_none());
            if to.is_some() {
                (name.member, name.basis) = (to, Basis::Defined);
            }
        }
    }

    /// "Viktor Hale" once, where "Victor Hale" stands oftener and never beside it.
    fn is_misspelt(&self, rare: &Bearer, usual: &Bearer) -> bool {
        let words = |bearer: &Bearer| &self.text.tokens[bearer.places[0].clone()];
        let (one, other) = (words(rare), words(usual));
        let is_alike = |one: &Token<'_>, other: &Token<'_>| {
            one.id == other.id || likeness(&fold(one.text), &fold(other.text)) == Some(Likeness::Transcribed)
        };
        usual.places.len() > 1
            && one.len() == other.len()
            && one.iter().zip(other).all(|(one, other)| is_alike(one, other))
            && self.stand_apart(rare, usual)
    }

    fn is_cut_short(&self, short: &Bearer, long: &Bearer) -> bool {
        let words = |bearer: &Bearer| &self.text.tokens[bearer.places[0].clone()];
        let (short, long) = (words(short), words(long));
        let stands_for = |one: &Token<'_>, other: &Token<'_>| {
            one.id == other.id || one.is_initial() && other.text.starts_with(one.text)
        };
        let mut rest = long.iter();
        let within = short.iter().all(|word| rest.any(|other| stands_for(word, other)));
        // "Charles (Chuck) Hale" is "Chuck Hale" as well.
        let called = long.get(1).filter(|word| word.gap == Gap::Bracket);
        let begins = stands_for(&short[0], &long[0]) || called.is_some_and(|called| called.id == short[0].id);
        let has_middle = short[1..].iter().any(Token::is_initial);
        short.len() < long.len() && within && begins && !has_middle
    }

    /// Whether no sentence names both, but where one directly follows the other.
    fn stand_apart(&self, short: &Bearer, long: &Bearer) -> bool {
        let sentence = |place: &Range<usize>| self.text.tokens[place.start].sentence;
        let together = |one: &Range<usize>, other: &Range<usize>| {
            sentence(one) == sentence(other) && one.end != other.start
        };
        !short.places.iter().any(|one| long.places.iter().any(|other| together(one, other)))
    }
}
