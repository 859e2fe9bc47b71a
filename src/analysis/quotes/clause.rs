//! What a cue says was said: the clause behind the verb, in front of it or around it, with the words between quotation
//! marks that stand in it. "Haddad said the talks were “frank and useful” and would go on": all from "the talks".
//! "“The talks,” he said, “were frank.”": one saying, from the first mark to the last.

use super::cues::{self, Strength};
use super::frame::{Cue, Words, is_pronoun};
use super::marks::Stretch;
use super::units::Unit;
use crate::text::Span;
use std::ops::Range;

/// The fewest words that make speech without marks.
const LEAST_WORDS: usize = 3;
/// So many words lead from a verb to a comma and the marks behind it: "told them on Monday, “…”".
const NEAR: usize = 3;
/// So far behind a verb that names or judges may its words in marks begin.
const REACH_OF_JUDGING: usize = 20;

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
    fn group(&self, cue: &Cue) -> Span {
        if cue.is_joined {
            return cue.span;
        }
        let (start, end) = (cue.subject.start.min(cue.span.start), cue.subject.end.max(cue.span.end));
        Span { start, end }
    }

    fn stretches_in(&self, span: Span) -> Range<usize> {
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
            Some(_) if self.is_behind_colon(stretch.outer.start) || self.is_adjunct(lead.clone(), stretch) => {
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
        let before = self.words.text[group.end as usize..first.outer.start as usize].trim_end();
        let is_parted = before.ends_with([',', ':', ';', '.', '—', '–', '-']);
        is_parted.then(|| self.stretches[behind.end - 1].outer.end)
    }

    /// "In a statement on Monday," before a stretch is no part of what was said.
    fn is_adjunct(&self, lead: Range<usize>, stretch: &Stretch) -> bool {
        let first = &*self.words.folded[lead.start];
        let before = self.words.text[..stretch.outer.start as usize].trim_end();
        let opens = is_setting(first) || first.ends_with("ing") || matches!(first, "asked" | "and" | "but" | "so");
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
        for (offset, next) in self.cues[at + 1..].iter().enumerate() {
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
        self.unit.span.end
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
    fn end_of(&self, word: usize) -> u32 {
        let end = self.words.words[word].span.end;
        let own = self.stretches[self.unit.stretches.clone()].iter();
        let mut around = own.filter(|stretch| stretch.outer.start < end && end <= stretch.outer.end);
        around.next().map_or(end, |stretch| stretch.outer.end)
    }

    fn start_of(&self, word: usize) -> u32 {
        let start = self.words.words[word].span.start;
        let own = self.stretches[self.unit.stretches.clone()].iter();
        let mut around = own.filter(|stretch| stretch.outer.start <= start && start < stretch.outer.end);
        around.next().map_or(start, |stretch| stretch.outer.start)
    }

    /// What stands behind the verb.
    fn behind(&self, cue: &Cue, limit: u32) -> Behind {
        let words = self.words;
        let verb = &*words.folded[cue.word];
        let from = if cue.is_inverted && cue.subject.start < self.first_mark_after(cue.span.end) {
            self.group(cue).end
        } else {
            cue.span.end
        };
        let mut rest = words.range(Span { start: from, end: limit.max(from) });
        if cue.is_inverted && cue.subject.start >= from {
            // "was called “a disgrace” by Haddad": what stands between.
            rest = words.range(Span { start: from, end: cue.subject.start });
            rest.end -= usize::from(rest.end > rest.start);
        }
        let Some(mut last) = rest.clone().last() else { return Behind::Nothing };
        let marked = self.stretches_in(Span { start: from, end: self.end_of(last) });
        let first_marked = marked.clone().next().map(|at| words.range(self.stretches[at].outer).start);
        let that = rest.clone().take(20).find(|&at| words.folded[at] == "that" && !words.quoted[at]);
        let that = that.filter(|&that| first_marked.is_none_or(|first| that < first));
        let first = &*words.folded[rest.start];
        let is_put_off = (is_setting(first) || is_day(first)) && !(first == "to" && is_promise(verb));
        let is_announced = that == Some(rest.start) || that.is_some() && (is_put_off || is_addressed(verb));
        let is_short = rest.len() < LEAST_WORDS && marked.is_empty();
        let start = match that.filter(|_| is_announced) {
            Some(that) => that + 1,
            None if cue.is_inverted && rest.is_empty() || is_short && !cue.is_inverted => return Behind::Nothing,
            None => match first_marked {
                Some(mark) => match self.start_before_marks(cue, rest.clone(), mark, is_put_off) {
                    Some(start) => start,
                    None => return Behind::Else,
                },
                None if is_addressed(verb) && first != "against" => return Behind::Else,
                None if cue.strength == Strength::Says
                    && (is_put_off || matches!(first, "and" | "to"))
                    && !cue.is_inverted =>
                {
                    return Behind::Else;
                }
                // "what they describe as a threat": what is described stands elsewhere.
                None if first == "as" => return Behind::Else,
                None => rest.start,
            },
        };
        if let Some(at) = marked.clone().last() {
            last = if cue.strength == Strength::Judges {
                words.range(self.stretches[at].outer).last().unwrap_or(last)
            } else {
                self.last_word(start, last, at, is_announced)
            };
        }
        let is_long = last + 1 >= start + LEAST_WORDS || !marked.is_empty();
        if start > last || !is_long {
            return Behind::Else;
        }
        Behind::Said(Span { start: self.start_of(start), end: self.end_of(last) })
    }

    fn first_mark_after(&self, at: u32) -> u32 {
        let own = self.stretches[self.unit.stretches.clone()].iter();
        own.map(|stretch| stretch.outer.start).find(|&start| start >= at).unwrap_or(u32::MAX)
    }

    /// Where a clause with words in marks begins: at the marks where a comma or colon or the verb itself leads to them,
    /// else behind the verb and whom it tells.
    fn start_before_marks(&self, cue: &Cue, rest: Range<usize>, mark: usize, is_put_off: bool) -> Option<usize> {
        let words = self.words;
        if rest.start >= mark {
            return Some(mark);
        }
        let lead = mark - rest.start;
        if cue.strength == Strength::Judges && lead > REACH_OF_JUDGING {
            return None;
        }
        let gap = words.text[words.words[mark - 1].span.end as usize..words.words[mark].span.start as usize].trim_start();
        let is_led_to = gap.starts_with([',', ':']);
        if is_led_to && cue.strength == Strength::Judges && lead > NEAR {
            return None;
        }
        if is_led_to && (gap.starts_with(':') || is_put_off || is_addressed(&words.folded[cue.word]) || lead <= NEAR) {
            return Some(mark);
        }
        if is_addressed(&words.folded[cue.word]) {
            return Some(self.behind_listener(rest, mark));
        }
        if is_put_off && cue.strength == Strength::Says && !cue.is_inverted {
            return Some(mark);
        }
        // "referred to him as", "called for", "was described as": the link is the verb's.
        let is_link = cue.strength == Strength::Judges
            && matches!(&*words.folded[rest.start], "to" | "for" | "of" | "on" | "against" | "as");
        Some(rest.start + usize::from(is_link))
    }

    /// Behind "reporters", "the crowd", "Fox News": where what they are told begins.
    fn behind_listener(&self, rest: Range<usize>, mark: usize) -> usize {
        let words = self.words;
        let mut at = rest.start;
        let is_name = |at: usize| words.words[at].is_capitalised() && !words.quoted[at];
        if is_name(at) {
            while at < mark && is_name(at) {
                at += 1;
            }
            return at;
        }
        if matches!(&*words.folded[at], "the" | "a" | "an" | "his" | "her" | "their") {
            at += 1;
        }
        (at + 1).min(mark)
    }

    /// The last word of what is said: the writer may go on behind the marks, "“…,” in an interview".
    fn last_word(&self, start: usize, last: usize, stretch: usize, is_announced: bool) -> usize {
        let words = self.words;
        let stretch = &self.stretches[stretch];
        let inside = words.range(stretch.outer);
        let (Some(&next), Some(marked)) = (self.words_behind(stretch, last).first(), inside.clone().last()) else {
            return last;
        };
        let inner = stretch.inner.of(words.text).trim_end();
        let is_closed = inner.ends_with([',', '.', '!', '?'])
            || words.gap(marked, next).contains([',', '—', '–'])
            || inside.start == start && !is_announced;
        let folded = &*words.folded[next];
        let writer_goes_on = is_setting(folded)
            || folded.ends_with("ing")
            || is_pronoun(folded)
            || matches!(folded, "according" | "which" | "who" | "until" | "while" | "when" | "as" | "but" | "and" | "toward" | "towards" | "a" | "the" | "although");
        if is_closed && writer_goes_on { marked } else { last }
    }

    fn words_behind(&self, stretch: &Stretch, last: usize) -> Vec<usize> {
        let from = self.words.words.partition_point(|word| word.span.start < stretch.outer.end);
        (from..last + 1).take(1).collect()
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
        let gap_before = words.text[words.words[last].span.end as usize..group.start as usize].trim();
        let gap_after = words.text[group.end as usize..words.words[next].span.start as usize].trim();
        let is_parenthesis = gap_before == "," && gap_after == ",";
        let is_apposed = cue.is_inverted && matches!(&*words.folded[next], "the" | "a" | "an" | "who" | "which");
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
        let gap = words.text.get(words.words[last].span.end as usize..end as usize)?;
        let is_parted = gap.contains([',', '—', '–']);
        let is_long = inside.len() > LEAST_WORDS;
        (is_parted && is_long).then(|| Span { start: self.start_of(inside.start), end: self.end_of(last) })
    }
}

enum Behind {
    Said(Span),
    /// Nothing stands there: it may stand in front.
    Nothing,
    /// Something stands there, but nothing that is surely speech.
    Else,
}

/// Verbs that take a listener before what is said.
fn is_addressed(cue: &str) -> bool {
    matches!(
        cue,
        "told" | "tells" | "telling" | "tell" | "informed" | "reminded" | "assured" | "warned" | "added" | "asked"
    )
}

/// Verbs whose "to" begins what is promised or asked: "vowed to fight on".
fn is_promise(cue: &str) -> bool {
    ["vow", "pledg", "promis", "sw", "threaten", "ask", "refus"].iter().any(|stem| cue.starts_with(stem))
}

fn is_setting(folded: &str) -> bool {
    matches!(folded, "in" | "on" | "at" | "to" | "during" | "after" | "by" | "before" | "from" | "about" | "of" | "with")
}

fn is_day(folded: &str) -> bool {
    const LONGER_THAN_DAY: usize = 4;
    folded.ends_with("day") && folded.len() > LONGER_THAN_DAY || matches!(folded, "earlier" | "later" | "recently")
}

/// Whether a verb tells speech without marks.
pub fn tells(cue: &Cue, words: &Words) -> bool {
    let verb = &*words.folded[cue.word];
    cue.strength == Strength::Says && !cues::utters(verb) || cues::tells_alone(verb)
}
