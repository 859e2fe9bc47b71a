//! What stands behind a verb of saying: where what was said begins, past "that", the listener and the day, and where the
//! writer goes on.

use super::clause::{Clauses, LEAST_WORDS};
use super::cues::Strength;
use super::frame::{Cue, is_pronoun};
use super::marks::Stretch;
use crate::text::Span;
use std::ops::Range;

/// So many words lead from a verb to a comma and the marks behind it: "told them on Monday, “…”".
const NEAR: usize = 3;
/// So far behind a verb that names or judges may its words in marks begin.
const REACH_OF_JUDGING: usize = 20;

/// What stands behind a verb of saying.
pub enum Behind {
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
        "told"
            | "tells"
            | "telling"
            | "tell"
            | "informed"
            | "reminded"
            | "assured"
            | "warned"
            | "added"
            | "asked"
    )
}

/// Verbs whose "to" begins what is promised or asked: "vowed to fight on".
fn is_promise(cue: &str) -> bool {
    ["vow", "pledg", "promis", "sw", "threaten", "ask", "refus"].iter().any(|stem| cue.starts_with(stem))
}

/// Words that lead to where, when and to whom something was said.
pub fn is_setting(folded: &str) -> bool {
    matches!(
        folded,
        "in" | "on" | "at" | "to" | "during" | "after" | "by" | "before" | "from" | "about" | "of" | "with"
    )
}

fn is_day(folded: &str) -> bool {
    const LONGER_THAN_DAY: usize = 4;
    folded.ends_with("day") && folded.len() > LONGER_THAN_DAY
        || matches!(folded, "earlier" | "later" | "recently")
}

impl Clauses<'_> {
    /// What stands behind the verb.
    pub(super) fn behind(&self, cue: &Cue, limit: u32) -> Behind {
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
            None if cue.is_inverted && rest.is_empty() || is_short && !cue.is_inverted => {
                return Behind::Nothing;
            }
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
                None if self.is_about_speaker(cue, rest.start) => return Behind::Nothing,
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

    /// "The road is closed, said Ana Silva, a spokeswoman for the port": who speaks, behind what was said.
    fn is_about_speaker(&self, cue: &Cue, first: usize) -> bool {
        let words = self.words;
        let front = words.range(Span { start: self.unit.span.start, end: self.group(cue).start });
        let is_apposed = matches!(&*words.folded[first], "a" | "an" | "the" | "who" | "which" | "whose");
        cue.is_inverted
            && is_apposed
            && front.len() > LEAST_WORDS
            && first.checked_sub(1).is_some_and(|last| words.gap(last, first).contains(','))
    }

    fn first_mark_after(&self, at: u32) -> u32 {
        let own = &self.stretches[self.unit.stretches.clone()];
        let next = own.partition_point(|stretch| stretch.outer.start < at);
        own.get(next).map_or(u32::MAX, |stretch| stretch.outer.start)
    }

    /// Where a clause with words in marks begins: at the marks where a comma or colon or the verb itself leads to them,
    /// else behind the verb and whom it tells.
    fn start_before_marks(
        &self,
        cue: &Cue,
        rest: Range<usize>,
        mark: usize,
        is_put_off: bool,
    ) -> Option<usize> {
        let words = self.words;
        if rest.start >= mark {
            return Some(mark);
        }
        let lead = mark - rest.start;
        if cue.strength == Strength::Judges && lead > REACH_OF_JUDGING {
            return None;
        }
        let gap = words.gap(mark - 1, mark).trim_start();
        let is_led_to = gap.starts_with([',', ':']);
        if is_led_to && cue.strength == Strength::Judges && lead > NEAR {
            return None;
        }
        if is_led_to
            && (gap.starts_with(':') || is_put_off || is_addressed(&words.folded[cue.word]) || lead <= NEAR)
        {
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
        let (Some(&next), Some(marked)) = (self.words_behind(stretch, last).first(), inside.clone().last())
        else {
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
            || matches!(
                folded,
                "according"
                    | "which"
                    | "who"
                    | "until"
                    | "while"
                    | "when"
                    | "as"
                    | "but"
                    | "and"
                    | "toward"
                    | "towards"
                    | "a"
                    | "the"
                    | "although"
            );
        if is_closed && writer_goes_on { marked } else { last }
    }

    fn words_behind(&self, stretch: &Stretch, last: usize) -> Vec<usize> {
        let from = self.words.words.partition_point(|word| word.span.start < stretch.outer.end);
        (from..last + 1).take(1).collect()
    }
}
