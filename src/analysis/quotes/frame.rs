//! A sentence seen as what is said around its quotations: its cues, and who stands as their subject.

use super::cues::{self, Strength};
use super::marks::Stretch;
use crate::text::{Span, Word, fold};
use std::borrow::Cow;
use std::ops::Range;

/// The words of an article with their folded forms, whether they stand inside quotation marks, and which are cues.
pub struct Words<'a> {
    pub text: &'a str,
    pub words: &'a [Word<'a>],
    pub folded: Vec<Cow<'a, str>>,
    pub quoted: Vec<bool>,
    pub strengths: Vec<Option<Strength>>,
}

/// A cue, the words that say it and whose it is.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// Index of the (first) word of the cue.
    pub word: usize,
    pub span: Span,
    pub strength: Strength,
    pub subject: Span,
    /// Whether the subject was taken over from the verb before: "said … and added".
    pub is_joined: bool,
    /// Whether the subject stands behind the cue: "said Lavrov", "according to Lavrov".
    pub is_inverted: bool,
}

/// Words that join a second verb to the subject of the first.
const JOINS: &[&str] = &["and", "but", "also", "while", "then", "or", "further", "before", "after", "by"];

/// Nouns for what is written or given, right before "saying".
const UTTERANCES: &[&str] = &[
    "statement",
    "letter",
    "note",
    "tweet",
    "message",
    "email",
    "post",
    "speech",
    "report",
    "memo",
    "interview",
    "article",
    "op-ed",
    "video",
    "reporters",
];

const PASSIVE: &[&str] = &["was", "were", "been", "being", "be", "is", "are", "get", "got"];

/// Words before a verb of saying that make it a noun, or no fact.
const NO_VERB_AFTER: &[&str] =
    &["the", "a", "an", "his", "her", "their", "of", "its", "no", "not", "my", "our", "your", "for"];

impl<'a> Words<'a> {
    /// `has_cues` is false in a language whose words are no English verbs, whatever they look like: "a-t-il déclaré".
    pub fn new(text: &'a str, words: &'a [Word<'a>], stretches: &[Stretch], has_cues: bool) -> Self {
        let folded: Vec<Cow<str>> = words.iter().map(|word| fold(word.text)).collect();
        let mut at = 0;
        let quoted = words.iter().map(|word| {
            while stretches.get(at).is_some_and(|stretch| stretch.outer.end <= word.span.start) {
                at += 1;
            }
            stretches.get(at).is_some_and(|stretch| stretch.outer.start <= word.span.start)
        });
        let quoted: Vec<bool> = quoted.collect();
        let strength = |at: usize| {
            if !has_cues || quoted[at] || words[at].is_capitalised() {
                return None;
            }
            cues::cue(&folded[at]).or_else(|| cues::cue_with(&folded[at], folded.get(at + 1)?))
        };
        let strengths = (0..words.len()).map(strength).collect();
        Self { text, words, folded, quoted, strengths }
    }

    /// Indices of the words inside `span` that are not quoted.
    pub fn frame(&self, span: Span) -> Vec<usize> {
        self.range(span).filter(|&at| !self.quoted[at]).collect()
    }

    #[inline(never)]
    pub fn range(&self, span: Span) -> Range<usize> {
        let from = self.words.partition_point(|word| word.span.start < span.start);
        let to = self.words.partition_point(|word| word.span.start < span.end);
        from..to.max(from)
    }

    /// What stands between two neighbouring words; quotations count as a break.
    #[inline(never)]
    pub fn gap(&self, left: usize, right: usize) -> &'a str {
        self.between(self.words[left].span.end, self.words[right].span.start)
    }

    /// The text between two places; empty where they overlap, as pairs of characters in scripts without spaces do.
    #[inline(never)]
    pub fn between(&self, from: u32, to: u32) -> &'a str {
        self.text.get(from as usize..to as usize).unwrap_or("")
    }

    pub fn is_break(&self, left: usize, right: usize) -> bool {
        let gap = self.gap(left, right);
        if matches!(gap, " " | "-" | "’s " | "'s ") {
            return false;
        }
        let rest = gap.strip_prefix("’s").or_else(|| gap.strip_prefix("'s")).unwrap_or(gap);
        rest.contains([',', ';', ':', '—', '(', ')', '[', ']', '“', '”', '"', '«', '»', '!', '?', '\n'])
            || rest.contains(" – ")
            || rest.contains(" - ")
            || rest.contains("--")
    }

    pub fn span(&self, from: usize, to: usize) -> Span {
        Span { start: self.words[from].span.start, end: self.words[to].span.end }
    }

    /// The cues of a frame whose subjects are found, in order.
    pub fn cues(&self, frame: &[usize]) -> Vec<Cue> {
        let mut found: Vec<Cue> = Vec::new();
        for at in 0..frame.len() {
            let word = frame[at];
            let cue = match self.strengths[word] {
                Some(strength) => self.verb(frame, at, strength, found.last()),
                None if self.folded[word] == "according" => self.according_to(frame, at),
                None => None,
            };
            found.extend(cue);
        }
        found
    }

    fn according_to(&self, frame: &[usize], at: usize) -> Option<Cue> {
        let next = *frame.get(at + 1)?;
        if self.folded[next] != "to" {
            return None;
        }
        let subject = self.phrase_after(frame, at + 2)?;
        Some(Cue {
            word: frame[at],
            span: self.span(frame[at], next),
            strength: Strength::Says,
            subject,
            is_joined: false,
            is_inverted: true,
        })
    }

    fn verb(&self, frame: &[usize], at: usize, strength: Strength, last: Option<&Cue>) -> Option<Cue> {
        let word = frame[at];
        let verb = &*self.folded[word];
        let cue = |subject, is_joined, is_inverted| {
            let particle =
                frame.get(at + 1).filter(|&&next| cues::cue_with(verb, &self.folded[next]).is_some());
            let span = self.span(word, *particle.unwrap_or(&word));
            Some(Cue { word, span, strength, subject, is_joined, is_inverted })
        };
        // What stands before without quotation marks in between.
        let before = at.checked_sub(1).filter(|&before| frame[before] + 1 == word);
        let word_before = before.map_or("", |before| &*self.folded[frame[before]]);
        if NO_VERB_AFTER.contains(&word_before) {
            return None;
        }
        if word_before == "to" && !self.goes_on_to(frame, at) {
            return None;
        }
        let next = frame.get(at + 1).filter(|&&next| next == word + 1 && !self.is_break(word, next));
        let word_after = next.map_or("", |&next| &*self.folded[next]);
        // "asked for time", "continued pressure": no speech.
        let is_other = verb.starts_with("ask") && matches!(word_after, "for" | "about" | "to" | "by")
            || verb.starts_with("agre") && matches!(word_after, "to" | "on" | "with" | "upon")
            || verb.starts_with("continu") && next.is_some() && before.is_some();
        if is_other {
            return None;
        }
        let is_participle = verb.ends_with("ing");
        let is_passive = PASSIVE.contains(&word_before);
        if is_passive && !is_participle {
            let by = frame[at + 1..].iter().take(4).position(|&next| self.folded[next] == "by")?;
            return cue(self.phrase_after(frame, at + 2 + by)?, false, true);
        }
        if verb == "saying" && word_before == "as" {
            return cue(self.quoted_as_saying(frame, at)?, false, false);
        }
        if (!is_participle || is_passive)
            && let Some(subject) = self.subject_before(frame, at)
        {
            return cue(subject, false, false);
        }
        if let Some(subject) = self.subject_behind(frame, at, strength) {
            return cue(subject, false, true);
        }
        let is_open = before.is_none_or(|before| {
            self.is_break(frame[before], word) || JOINS.contains(&&*self.folded[frame[before]])
        });
        let may_join = is_open || is_participle && UTTERANCES.contains(&word_before);
        if !may_join {
            return None;
        }
        let last = last.filter(|last| !last.is_inverted || is_open);
        last.and_then(|last| cue(last.subject, true, false))
            .or_else(|| cue(self.first_subject(frame, at)?, true, false))
    }

    /// "He went on to say", "she began to explain".
    fn goes_on_to(&self, frame: &[usize], at: usize) -> bool {
        let verb = at.checked_sub(2).map_or("", |verb| &*self.folded[frame[verb]]);
        matches!(verb, "on" | "continued" | "continues" | "began" | "started" | "proceeded" | "had" | "as")
    }

    /// "“We agree,” said Lavrov", "The road is open, says Haddad".
    fn subject_behind(&self, frame: &[usize], at: usize, strength: Strength) -> Option<Span> {
        let word = frame[at];
        let verb = &*self.folded[word];
        if strength == Strength::Judges || matches!(verb, "told" | "saying" | "adding") {
            return None;
        }
        let before = at.checked_sub(1).map(|before| frame[before]);
        let opens = before.is_none_or(|before| before + 1 != word);
        let follows = || before.is_some_and(|before| self.is_break(before, word));
        let is_named = || {
            let next = frame.get(at + 1)?;
            Some(self.words[*next].is_capitalised() || matches!(&*self.folded[*next], "the" | "a" | "an"))
        };
        let plain = matches!(verb, "said" | "says") && follows() && is_named() == Some(true);
        if opens || plain { self.phrase_after(frame, at + 1) } else { None }
    }

    /// The cue right behind "“This is fantastic!”", whatever the verb: "beamed Haddad", "Haddad crowed on Monday".
    pub fn cue_behind_marks(&self, behind: Span) -> Option<Cue> {
        const LONGEST_SUBJECT: usize = 8;
        let range = self.range(behind);
        let frame: Vec<usize> = range.clone().take_while(|&at| !self.quoted[at]).collect();
        let is_finite = |at: usize| {
            let folded = &*self.folded[frame[at]];
            !self.words[frame[at]].is_capitalised()
                && (folded.ends_with("ed") || folded.ends_with('s') || matches!(folded, "read" | "began"))
        };
        let is_named = |at: usize| {
            frame.get(at).is_some_and(|&word| {
                self.words[word].is_capitalised() || matches!(&*self.folded[word], "the" | "a" | "an" | "one")
            })
        };
        let cue = |at: usize, subject, is_inverted| {
            let (word, span) = (frame[at], self.words[frame[at]].span);
            Some(Cue { word, span, strength: Strength::Says, subject, is_joined: false, is_inverted })
        };
        let first = *frame.first()?;
        if is_finite(0) && is_named(1) {
            return cue(0, self.phrase_after(&frame, 1)?, true);
        }
        if !(is_named(0) || is_pronoun(&self.folded[first])) {
            return None;
        }
        let verb = (1..frame.len().min(LONGEST_SUBJECT))
            .take_while(|&at| !self.is_break(frame[at - 1], frame[at]))
            .find(|&at| is_finite(at))?;
        let ends = frame.get(verb + 1).is_none_or(|&next| {
            self.is_break(frame[verb], next)
                || matches!(&*self.folded[next], "in" | "on" | "at" | "to" | "out" | "as")
        });
        if ends { cue(verb, self.span(first, frame[verb - 1]), false) } else { None }
    }

    /// "Haddad was quoted as saying", "the agency quoted Haddad as saying": Haddad.
    fn quoted_as_saying(&self, frame: &[usize], at: usize) -> Option<Span> {
        const REACH: usize = 12;
        let from = at.saturating_sub(REACH);
        let verb = (from..at - 1).rev().find(|&place| {
            matches!(&*self.folded[frame[place]], "quoted" | "cited" | "quotes" | "quoting")
        })?;
        let before = verb.checked_sub(1)?;
        if PASSIVE.contains(&&*self.folded[frame[before]]) {
            return self.subject_before(frame, verb);
        }
        if verb + 2 == at { None } else { Some(self.span(frame[verb + 1], frame[at - 2])) }
    }
}

/// Pronouns that speak.
pub fn is_pronoun(folded: &str) -> bool {
    matches!(folded, "he" | "she" | "they" | "i" | "we" | "who")
}
