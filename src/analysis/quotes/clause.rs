//! What a cue says was said: the clause behind the verb, in front of it or around it, with the words between quotation
//! marks that stand in it. "Haddad said the talks were “frank and useful” and would go on": all from "the talks".
//! "“The talks,” he said, “were frank.”": one saying, from the first mark to the last.

use super::cues::{self, Strength};
use super::frame::{Cue, Words};
use super::marks::Stretch;
use super::objects::{Behind, is_setting};
use super::units::Unit;
use crate::text::Span;
use std::ops::Range;

/// The fewest words that make speech without marks.
pub const LEAST_WORDS: usize = 3;
/// So many cues on either side of one may have to do with it; it bounds the time for the longest sentences.
pub const NEIGHBOURS: usize = 12;

/// Something said, and by which cue.
#[derive(Clone, Debug)]
pub struct Saying {
    pub cue: Cue,
    /// From the first to the last character, with the marks at its ends.
    pub span: Span,
    /// Indices of the stretches in it.
    pub stretches: Range<usize>,
    /// Whether it begins or ends in front of the cue.
    pub is_fronted: bool,
}

/// A unit with its cues.
pub struct Clauses<'a> {
    pub words: &'a Words<'a>,
    pub stretches: &'a [Stretch],
    pub unit: &'a Unit,
    pub cues: Vec<Cue>,
}

impl Clauses<'_> {
    /// What each cue says was said, in the order of the cues.
    pub fn sayings(&self) -> Vec<Saying> {
        let mut floor = self.unit.span.start;
        let mut found = Vec::new();
        for at in 0..self.cues.len() {
            let Some(saying) = self.saying(at, floor) else { continue };
            if saying.is_fronted {
                floor = saying.span.end.max(self.group(&saying.cue).end);
            }
            found.push(saying);
        }
        found
    }

    fn saying(&self, at: usize, floor: u32) -> Option<Saying> {
        let cue = self.cues[at];
        if let Some(marked) = self.marked_in_front(at, floor) {
            return Some(marked);
        }
        let limit = self.limit(at);
        let around = if self.stretches_in(self.unit.span).is_empty() { self.around(&cue) } else { None };
        let (span, is_fronted) = match around {
            Some(whole) => (whole, true),
            None => match self.behind(&cue, limit) {
                Behind::Said(span) => (span, false),
                Behind::Nothing => (self.in_front(&cue, floor)?, true),
                Behind::Else => return None,
            },
        };
        Some(Saying { cue, span, stretches: self.stretches_in(span), is_fronted })
    }

    /// The cue with its subject, where they stand together.
    pub(super) fn group(&self, cue: &Cue) -> Span {
        if cue.is_joined {
            return cue.span;
        }
        let (start, end) = (cue.subject.start.min(cue.span.start), cue.subject.end.max(cue.span.end));
        Span { start, end }
    }

    pub(super) fn stretches_in(&self, span: Span) -> Range<usize> {
        let own = &self.stretches[self.unit.stretches.clone()];
        let from = own.partition_point(|stretch| stretch.outer.start < span.start);
        let to = own.partition_point(|stretch| stretch.outer.start < span.end);
        self.unit.stretches.start + from..self.unit.stretches.start + to.max(from)
    }

    /// "“We agree,” said Lavrov", "It was “a mistake,” he said, “and we pay for it.”"
    fn marked_in_front(&self, at: usize, floor: u32) -> Option<Saying> {
        let mut cue = self.cues[at];
        let mut group = self.group(&cue);
        if cue.is_joined || cue.strength == Strength::Judges && !self.ends_unit(group.end) {
            return None;
        }
        let last = self.stretches_in(Span { start: floor, end: group.start.max(floor) }).last()?;
        let stretch = &self.stretches[last];
        let between = self.words.range(Span { start: stretch.outer.end, end: group.start });
        let is_near = between.len() <= 1 && between.clone().all(|at| self.words.folded[at] == "as");
        if !is_near {
            cue.subject = self.long_subject(&cue, between)?;
            group = self.group(&cue);
        }
        let is_alone = stretch.outer.start == self.unit.span.start && self.ends_unit(group.end);
        if !(cue.is_inverted || is_alone || self.ends_open(stretch)) {
            return None;
        }
        let lead = self.words.range(Span { start: floor, end: stretch.outer.start });
        let first = self.stretches_in(Span { start: floor, end: stretch.outer.end }).start;
        let start = match lead.clone().next() {
            None => self.stretches[first].outer.start,
            Some(word) if self.stretches[first].outer.start < self.words.words[word].span.start => {
                self.stretches[first].outer.start
            }
            Some(_)
                if self.is_behind_colon(stretch.outer.start) || self.is_adjunct(lead.clone(), stretch) =>
            {
                stretch.outer.start
            }
            Some(word) => self.words.words[word].span.start,
        };
        let end = self.carried_on(at, &group).unwrap_or(stretch.outer.end);
        let span = Span { start, end };
        Some(Saying { cue, span, stretches: self.stretches_in(span), is_fronted: true })
    }

    /// "“…,” Ana Silva, secretary for ports, rails and roads, said": the name right behind the marks, where the commas
    /// hide it from the verb.
    fn long_subject(&self, cue: &Cue, between: Range<usize>) -> Option<Span> {
        const LONGEST: usize = 24;
        let words = self.words;
        let is_name = words.words[between.start].is_capitalised() || words.folded[between.start] == "the";
        let has_verb = between.clone().any(|at| words.strengths[at].is_some() || words.quoted[at]);
        let is_closed = cue.word > 0 && words.gap(cue.word - 1, cue.word).contains(',');
        if !is_name || has_verb || !is_closed || cue.is_inverted || between.len() > LONGEST {
            return None;
        }
        let end = (between.start + 1..=cue.word).find(|&at| words.is_break(at - 1, at))?;
        Some(words.span(between.start, end - 1))
    }

    /// The end of what goes on behind "“A,” he said": ", “B.”"
    fn carried_on(&self, at: usize, group: &Span) -> Option<u32> {
        let next_cue = self.cues.get(at + 1).map_or(self.unit.span.end, |next| self.group(next).start);
        let limit = next_cue.max(group.end);
        let behind = self.stretches_in(Span { start: group.end, end: limit });
        let first = &self.stretches[behind.clone().next()?];
        let before = self.words.between(group.end, first.outer.start).trim_end();
        let is_parted = before.ends_with([',', ':', ';', '.', '—', '–', '-']);
        is_parted.then(|| self.stretches[behind.end - 1].outer.end)
    }

    /// "In a statement on Monday," before a stretch is no part of what was said.
    fn is_adjunct(&self, lead: Range<usize>, stretch: &Stretch) -> bool {
        let first = &*self.words.folded[lead.start];
        let before = self.words.text[..stretch.outer.start as usize].trim_end();
        let opens =
            is_setting(first) || first.ends_with("ing") || matches!(first, "asked" | "and" | "but" | "so");
        opens && before.ends_with([',', ':', '—', '–'])
    }

    fn is_behind_colon(&self, at: u32) -> bool {
        self.words.text[..at as usize].trim_end().ends_with(':')
    }

    /// Whether the words in the marks end with a comma or the like, so that the sentence goes on.
    fn ends_open(&self, stretch: &Stretch) -> bool {
        let inner = stretch.inner.of(self.words.text).trim_end();
        let inner = inner.trim_end_matches(['’', '\'', '”', '"', ')', ']']);
        inner.ends_with([',', '?', '!', '—', '-', '–', '…'])
            || self.words.text[stretch.outer.end as usize..].trim_start().starts_with([',', '—', '–'])
    }

    fn ends_unit(&self, at: u32) -> bool {
        self.words.range(Span { start: at, end: self.unit.span.end }).len() <= LEAST_WORDS
    }

    /// Where what is said behind a cue ends at the latest: where another verb is joined on, a new clause begins, or the
    /// whole is given to somebody: "He called it “a mistake,” Haddad said".
    fn limit(&self, at: usize) -> u32 {
        let own_end = self.group(&self.cues[at]).end;
        for (offset, next) in self.cues[at + 1..].iter().enumerate().take(NEIGHBOURS) {
            if next.span.start < own_end {
                continue;
            }
            if next.is_joined {
                return self.end_before(next.word);
            }
            let group = self.group(next);
            let first = self.words.range(group).start;
            if let Some(fronted) = self.marked_in_front(at + 1 + offset, own_end) {
                let is_led_to = self.is_behind_colon(fronted.span.start);
                return if is_led_to { fronted.span.start } else { self.end_before(first) };
            }
            let opens_clause = first.checked_sub(1).is_some_and(|before| {
                let is_link = matches!(&*self.words.folded[before], "but" | "while" | "and" | "whereas");
                let link = if is_link { before } else { first };
                let parted = link.checked_sub(1).is_some_and(|last| {
                    let gap = self.words.gap(last, link);
                    if is_link { gap.contains([',', ';', '”', '"', '—']) } else { gap.contains(';') }
                });
                !next.is_inverted && parted
            });
            if opens_clause {
                return self.end_before(first);
            }
        }
        self.cues.get(at + NEIGHBOURS + 1).map_or(self.unit.span.end, |far| self.end_before(far.word))
    }

    /// Where the clause before ", adding that" or "and said" ends.
    fn end_before(&self, word: usize) -> u32 {
        let mut end = word;
        while end > 0
            && matches!(
                &*self.words.folded[end - 1],
                "and" | "but" | "also" | "while" | "then" | "further" | "whereas"
            )
        {
            end -= 1;
        }
        end.checked_sub(1).map_or(self.unit.span.start, |last| self.end_of(last))
    }

    /// Where a word ends; for the last one inside marks, where these close.
    pub(super) fn end_of(&self, word: usize) -> u32 {
        let end = self.words.words[word].span.end;
        self.around_place(end - 1).map_or(end, |stretch| stretch.outer.end)
    }

    pub(super) fn start_of(&self, word: usize) -> u32 {
        let start = self.words.words[word].span.start;
        self.around_place(start).map_or(start, |stretch| stretch.outer.start)
    }

    /// The stretch that a byte stands in.
    fn around_place(&self, at: u32) -> Option<&Stretch> {
        let own = &self.stretches[self.unit.stretches.clone()];
        let next = own.partition_point(|stretch| stretch.outer.end <= at);
        own.get(next).filter(|stretch| stretch.outer.start <= at)
    }

    /// "Such a step, he argued, is crucial": the whole sentence, since it is said around the cue.
    fn around(&self, cue: &Cue) -> Option<Span> {
        let words = self.words;
        if cue.is_joined || cue.is_inverted && words.folded[cue.word] != "according" {
            return None;
        }
        let group = self.group(cue);
        let before = words.range(Span { start: self.unit.span.start, end: group.start });
        let after = words.range(Span { start: group.end, end: self.unit.span.end });
        let last = before.clone().last()?;
        let next = after.clone().next()?;
        let gap_before = words.between(words.words[last].span.end, group.start).trim();
        let gap_after = words.between(group.end, words.words[next].span.start).trim();
        let is_parenthesis = gap_before == "," && gap_after == ",";
        let is_apposed =
            cue.is_inverted && matches!(&*words.folded[next], "the" | "a" | "an" | "who" | "which");
        let is_first = words.folded[before.start] == "in" || words.words[before.start].text == "On";
        (is_parenthesis && !is_first && !is_apposed).then(|| words.span(before.start, after.end - 1))
    }

    /// "The deal is dead, he said": all before the subject.
    fn in_front(&self, cue: &Cue, floor: u32) -> Option<Span> {
        let words = self.words;
        if cue.is_joined {
            return None;
        }
        let end = self.group(cue).start;
        let inside = words.range(Span { start: floor, end: end.max(floor) });
        let last = inside.clone().last()?;
        let gap = words.between(words.words[last].span.end, end);
        let is_parted = gap.contains([',', '—', '–']);
        let is_long = inside.len() > LEAST_WORDS;
        (is_parted && is_long).then(|| Span { start: self.start_of(inside.start), end: self.end_of(last) })
    }
}

/// Whether a verb tells speech without marks.
pub fn tells(cue: &Cue, words: &Words) -> bool {
    let verb = &*words.folded[cue.word];
    // "They signed, signaling a thaw": what the deed shows, not what they said.
    let is_shown = cue.is_joined
        && cues::shows(verb)
        && words.folded.get(cue.word + 1).is_none_or(|next| next != "that");
    !is_shown && (cue.strength == Strength::Says && !cues::utters(verb) || cues::tells_alone(verb))
}
