//! Whether a sentence looks back or ahead from where a date stands in it: which side of the article's date a phrase without
//! its year lies on rests on that.

use super::reader::{Bounds, Match, Reader};
use super::token::{Kind, Tense};
use std::ops::Range;

/// How many words before and after a phrase are asked for its tense.
const REACH: usize = 12;

/// A verb of saying is the verb of a month that stands so close behind it: "told reporters in March", but not "said that the
/// election in November".
const SAYING_REACH: usize = 5;

/// The same for a participle, which may belong to anything: so close before "in June", and so close before "the June vote".
/// Of 60 months without a year that lie three or more months off their articles, 17 were seen on the wrong side before.
const PARTICIPLE_REACH: usize = 9;
const PARTICIPLE_REACH_OF_A_NOUN: usize = 3;

/// A month that was so many months ago comes again soon; one that was so few ago is not meant by what only might look ahead.
const LONG_AGO: u8 = 8;
const JUST_NOW: u8 = 3;

impl Reader<'_> {
    /// The tense around a match: a deadline looks ahead unless the sentence surely looks back, and what only
    /// describes a noun ("the May 20 primary") has none.
    pub(super) fn tense_for(&self, found: &Match, sentence: Bounds) -> Tense {
        let is_month = found.to.is_none() && found.from.is_month();
        let tense = if is_month {
            self.tense_of_month(found, sentence)
        } else {
            self.tense(found.start, found.end, sentence)
        };
        let is_deadline = self.follows(found.start, sentence, &["by", "to"])
            || is_month && self.follows(found.start, sentence, &["until", "till", "through"]);
        let is_dated = self.before(found.start, sentence).is_some_and(|at| self.dates(at));
        let next = self.tokens[..sentence.end].get(found.end);
        let describes = found.from.month.is_some()
            && found.from.day.is_some()
            && !is_dated
            && next.is_some_and(|next| next.kind == Kind::Other && !next.is_capitalised);
        match tense {
            Tense::LikelyPast | Tense::Unknown if is_deadline => Tense::LikelyFuture,
            _ if describes => Tense::Unknown,
            tense => tense,
        }
    }

    pub(super) fn tense(&self, start: usize, end: usize, sentence: Bounds) -> Tense {
        let (before, after) = around(start, end, sentence);
        before.rev().chain(after).find_map(|at| self.tense_of(at)).unwrap_or_default()
    }

    fn tense_of(&self, at: usize) -> Option<Tense> {
        let token = self.tokens[at];
        match token.tense {
            Some(tense) if tense.is_past() => {
                // "will be held", "is to be signed"
                let before = &self.tokens[at.saturating_sub(3)..at];
                if before.iter().any(|token| token.tense == Some(Tense::Future)) {
                    return Some(Tense::Future);
                }
                let is_planned = at >= 2 && self.is_word(at - 1, "be") && self.is_word(at - 2, "to");
                let tense = if is_planned { Tense::LikelyFuture } else { tense };
                (!token.is_capitalised).then_some(tense)
            }
            None if token.span.len() == 3 && self.written(at) == "set" && self.is_word(at + 1, "to") => {
                Some(Tense::LikelyFuture)
            }
            tense => tense,
        }
    }

    /// The tense around a month without its year. What stands farther off decides only for a month that is not soon to
    /// come again; what stands beyond a quotation mark tells of something else.
    fn tense_of_month(&self, found: &Match, sentence: Bounds) -> Tense {
        let is_after = |words: &[&str]| self.follows(found.start, sentence, words);
        if is_after(&["since"]) {
            return Tense::Past;
        }
        if is_after(&["into", "come"]) {
            return Tense::Future;
        }
        let is_in = is_after(&["in"]);
        let months_ago = found.from.month.map_or(0, |month| self.months_ago(month));
        let (before, after) = around(found.start, found.end, sentence);
        let mut is_told_before = false;
        for at in before.rev().take_while(|&at| !self.is_quote_between(at, found.start)) {
            let distance = found.start - at;
            let reach = match self.tense_of(at) {
                Some(Tense::Past) if self.is_saying(at) => SAYING_REACH,
                Some(Tense::LikelyPast) if is_in => PARTICIPLE_REACH,
                Some(Tense::LikelyPast) => PARTICIPLE_REACH_OF_A_NOUN,
                _ => REACH,
            };
            match self.tense_before_month(at, distance) {
                Some(Tense::LikelyFuture) if months_ago <= JUST_NOW => return Tense::Unknown,
                Some(tense) if distance <= reach => return tense,
                Some(_) => is_told_before = true,
                None => {}
            }
        }
        if is_told_before {
            return if months_ago >= LONG_AGO { Tense::Unknown } else { Tense::LikelyPast };
        }
        let mut after = after.take_while(|&at| !self.is_quote_between(found.end, at));
        after.find_map(|at| self.tense_of(at)).unwrap_or_default()
    }

    fn tense_before_month(&self, at: usize, distance: usize) -> Option<Tense> {
        let is = |words: &[&str]| words.iter().any(|word| self.is_word(at, word));
        match self.tense_of(at) {
            _ if is(&["would", "could", "should", "might"]) => {
                let is_past = self.is_word(at + 1, "have");
                Some(if is_past { Tense::LikelyPast } else { Tense::LikelyFuture })
            }
            None if is(&["if"]) || distance <= 2 && is(&["before"]) => Some(Tense::LikelyFuture),
            Some(Tense::LikelyFuture) if is(&["going"]) && !self.is_word(at + 1, "to") => None,
            tense => tense,
        }
    }

    /// How long ago a month was last, in months.
    fn months_ago(&self, month: u8) -> u8 {
        let now = self.reference.map_or(month, |(first, _)| u8::from(first.month()));
        (now + 12 - month) % 12
    }

    fn is_saying(&self, at: usize) -> bool {
        self.is_word(at, "said") || self.is_word(at, "told")
    }

    /// Whether a quotation mark stands between two tokens.
    fn is_quote_between(&self, from: usize, to: usize) -> bool {
        let (Some(from), Some(to)) = (self.tokens.get(from), self.tokens.get(to)) else { return false };
        let between = self.text.get(from.span.start as usize..to.span.start as usize).unwrap_or("");
        between.contains(['"', '“', '”', '«', '»', '„'])
    }
}

/// The tokens of the sentence before and after a phrase that are asked.
fn around(start: usize, end: usize, sentence: Bounds) -> (Range<usize>, Range<usize>) {
    (sentence.start.max(start.saturating_sub(REACH))..start, end..sentence.end.min(end + REACH))
}
