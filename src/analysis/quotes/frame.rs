//! A sentence seen as what is said around its quotations: cues, and who stands as their subject.

use super::cues::{self, Strength};
use super::marks::Stretch;
use crate::text::{Span, Word, fold};

/// The words of an article with their folded forms, and whether they stand inside quotation marks.
pub struct Words<'a> {
    pub text: &'a str,
    pub words: Vec<Word<'a>>,
    pub folded: Vec<String>,
    pub quoted: Vec<bool>,
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

/// Words that end a noun phrase towards its right.
const ENDS_PHRASE: &[&str] = &[
    "in",
    "on",
    "at",
    "after",
    "during",
    "before",
    "while",
    "who",
    "which",
    "that",
    "as",
    "when",
    "to",
    "with",
    "by",
    "about",
    "adding",
    "following",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
    "today",
    "last",
    "this",
    "earlier",
    "later",
    "recently",
    "is",
    "was",
    "are",
    "were",
    "has",
    "had",
    "have",
    "and",
    "but",
    "because",
    "if",
    "are",
    "will",
    "would",
    "there",
    "via",
    "upon",
    "from",
    "through",
    "it",
    "he",
    "she",
    "they",
    "we",
];

/// Words that end a noun phrase towards its left.
const BEGINS_CLAUSE: &[&str] = &[
    "but", "that", "while", "when", "as", "because", "after", "before", "where", "which", "if", "whether",
    "since", "although", "though", "what", "how", "why", "until", "unless", "so", "or", "than", "whom",
    "then", "is", "was", "are", "were", "has", "had", "have", "be", "been", "will", "would", "can", "could",
    "may", "might", "should", "did", "does", "do",
];

/// Words between a subject and its verb.
const BEFORE_VERB: &[&str] = &[
    "also",
    "later",
    "then",
    "further",
    "has",
    "had",
    "have",
    "recently",
    "once",
    "again",
    "often",
    "always",
    "just",
    "even",
    "still",
    "would",
    "will",
    "did",
    "himself",
    "herself",
    "themselves",
    "now",
    "earlier",
    "further",
    "first",
    "today",
    "yesterday",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "on",
    "s",
    "is",
    "are",
    "was",
    "were",
    "been",
    "never",
    "since",
    "must",
    "went",
    "to",
    "too",
    "soon",
];

/// Words that join a second verb to the subject of the first.
const JOINS: &[&str] = &["and", "but", "also", "while", "then", "or", "further", "before", "by"];

const PASSIVE: &[&str] = &["was", "were", "been", "being", "be", "is", "are", "get", "got"];

impl<'a> Words<'a> {
    pub fn new(text: &'a str, words: Vec<Word<'a>>, stretches: &[Stretch]) -> Self {
        let folded = words.iter().map(|word| fold(word.text).into_owned()).collect();
        let mut at = 0;
        let quoted = words.iter().map(|word| {
            while stretches.get(at).is_some_and(|stretch| stretch.outer.end <= word.span.start) {
                at += 1;
            }
            stretches.get(at).is_some_and(|stretch| stretch.outer.start <= word.span.start)
        });
        let quoted = quoted.collect();
        Self { text, words, folded, quoted }
    }

    /// Indices of the words inside `span` that are not quoted.
    pub fn frame(&self, span: Span) -> Vec<usize> {
        self.range(span).filter(|&at| !self.quoted[at]).collect()
    }

    pub fn range(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.words.partition_point(|word| word.span.start < span.start);
        let to = self.words.partition_point(|word| word.span.start < span.end);
        from..to.max(from)
    }

    /// What stands between two neighbouring words; quotations count as a break.
    pub fn gap(&self, left: usize, right: usize) -> &'a str {
        // Pairs of characters in scripts without spaces overlap: nothing stands between them.
        let between = self.words[left].span.end as usize..self.words[right].span.start as usize;
        self.text.get(between).unwrap_or("")
    }

    fn is_break(&self, left: usize, right: usize) -> bool {
        let gap = self.gap(left, right);
        let rest = gap.strip_prefix("’s").or_else(|| gap.strip_prefix("'s")).unwrap_or(gap);
        rest.contains([',', ';', ':', '—', '(', ')', '“', '”', '"', '«', '»', '!', '?', '\n'])
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
            let cue = self.according_to(frame, at).or_else(|| self.verb(frame, at, found.last()));
            found.extend(cue);
        }
        found
    }

    fn according_to(&self, frame: &[usize], at: usize) -> Option<Cue> {
        let next = *frame.get(at + 1)?;
        if self.folded[frame[at]] != "according" || self.folded[next] != "to" {
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

    fn verb(&self, frame: &[usize], at: usize, last: Option<&Cue>) -> Option<Cue> {
        let word = frame[at];
        let strength = cues::cue(&self.folded[word]).filter(|_| !self.words[word].is_capitalised())?;
        let span = self.words[word].span;
        let cue = |subject, is_joined, is_inverted| {
            Some(Cue { word, span, strength, subject, is_joined, is_inverted })
        };
        let before = at.checked_sub(1).map(|before| frame[before]).filter(|&before| before + 1 == word);
        if before.is_some_and(|before| {
            matches!(
                self.folded[before].as_str(),
                "the" | "a" | "an" | "his" | "her" | "their" | "of" | "its" | "no" | "not"
            )
        }) {
            return None;
        }
        if before.is_some_and(|before| PASSIVE.contains(&self.folded[before].as_str())) {
            let by = frame.get(at + 1).is_some_and(|&next| self.folded[next] == "by");
            let by = by.then(|| self.phrase_after(frame, at + 2)).flatten();
            let is_progressive = self.folded[word].ends_with("ing");
            if !is_progressive {
                return by.and_then(|subject| cue(subject, false, true));
            }
        }
        let is_participle = self.folded[word].ends_with("ing");
        let is_progressive = before.is_some_and(|before| PASSIVE.contains(&self.folded[before].as_str()));
        if (!is_participle || is_progressive)
            && let Some(subject) = self.subject_before(frame, at)
        {
            return cue(subject, false, false);
        }
        let opens_frame = at == 0 || before.is_none();
        if opens_frame
            && strength == Strength::Says
            && !matches!(self.folded[word].as_str(), "told" | "saying" | "adding")
            && let Some(subject) = self.phrase_after(frame, at + 1)
        {
            return cue(subject, false, true);
        }
        if !before
            .is_none_or(|before| self.is_break(before, word) || JOINS.contains(&self.folded[before].as_str()))
        {
            return None;
        }
        last.and_then(|last| cue(last.subject, true, false))
            .or_else(|| cue(self.first_subject(frame, at)?, true, false))
    }

    /// "Haddad" in "Haddad, the finance minister, later said".
    fn subject_before(&self, frame: &[usize], at: usize) -> Option<Span> {
        let mut right = at;
        let mut end = at.checked_sub(1)?;
        while BEFORE_VERB.contains(&self.folded[frame[end]].as_str())
            || self.folded[frame[end]].ends_with("ly")
        {
            if self.is_break(frame[end], frame[right]) {
                break;
            }
            right = end;
            end = end.checked_sub(1)?;
        }
        if self.folded[frame[end]] == "who" {
            end = end.checked_sub(1)?;
            return self.phrase_before(frame, end);
        }
        if frame[end] + 1 < frame[right] || !self.gap(frame[end], frame[right]).contains([',', '—', ')', '–'])
        {
            return if self.is_break(frame[end], frame[right]) {
                None
            } else {
                self.phrase_before(frame, end)
            };
        }
        // A comma in front of the verb closes an apposition: look for the comma that opens it.
        let is_finite = !self.folded[frame[at]].ends_with("ing");
        let mut opening = end;
        while opening > 0 && !self.is_break(frame[opening - 1], frame[opening]) {
            opening -= 1;
        }
        let is_apposition = is_finite && opening > 0 && end - opening < 14;
        if is_apposition { self.phrase_before(frame, opening - 1) } else { None }
    }

    /// The noun phrase that ends at `end`.
    fn phrase_before(&self, frame: &[usize], end: usize) -> Option<Span> {
        let mut start = end;
        if !self.may_stand(frame[end]) {
            return None;
        }
        while start > 0 && end - start < 14 {
            let (left, right) = (frame[start - 1], frame[start]);
            let folded = self.folded[left].as_str();
            let joins = folded == "and"
                && start >= 2
                && self.words[right].is_capitalised()
                && self.words[frame[start - 2]].is_capitalised();
            let is_verb = cues::cue(folded) == Some(Strength::Says) && !self.words[left].is_capitalised();
            if self.is_break(left, right)
                || folded == "and" && !joins
                || BEGINS_CLAUSE.contains(&folded)
                || is_verb
                || left + 1 != right
            {
                break;
            }
            start -= 1;
        }
        // "In a statement the ministry": the phrase proper begins behind the preposition's own.
        while start < end
            && matches!(
                self.folded[frame[start]].as_str(),
                "in" | "on" | "at" | "during" | "for" | "and" | "by" | "of" | "with" | "from" | "to"
            )
        {
            let noun = (start + 1..=end).find(|&at| self.is_fresh_start(frame, at, start + 1));
            start = noun.unwrap_or(end);
        }
        Some(self.span(frame[start], frame[end]))
    }

    /// Whether a new noun phrase can begin at `at`, behind a prepositional one that began at `from`.
    fn is_fresh_start(&self, frame: &[usize], at: usize, from: usize) -> bool {
        at > from
            && (is_pronoun(&self.folded[frame[at]])
                || matches!(self.folded[frame[at]].as_str(), "the" | "a" | "an")
                || self.words[frame[at]].is_capitalised() && !self.words[frame[at - 1]].is_capitalised())
    }

    fn may_stand(&self, word: usize) -> bool {
        let folded = self.folded[word].as_str();
        !(BEGINS_CLAUSE.contains(&folded)
            || matches!(
                folded,
                "and"
                    | "to"
                    | "not"
                    | "it"
                    | "there"
                    | "this"
                    | "the"
                    | "a"
                    | "of"
                    | "in"
                    | "on"
                    | "for"
                    | "with"
                    | "by"
                    | "you"
                    | "their"
                    | "his"
                    | "him"
            ))
    }

    /// The noun phrase that begins at `start`, up to the next mark or preposition of time and place.
    fn phrase_after(&self, frame: &[usize], start: usize) -> Option<Span> {
        let first = *frame.get(start)?;
        let previous = *frame.get(start.checked_sub(1)?)?;
        if self.is_break(previous, first)
            || ENDS_PHRASE.contains(&self.folded[first].as_str()) && !is_pronoun(&self.folded[first])
        {
            return None;
        }
        let mut end = start;
        while end + 1 < frame.len() && end - start < 14 && !is_pronoun(&self.folded[first]) {
            let (left, right) = (frame[end], frame[end + 1]);
            let folded = self.folded[right].as_str();
            let joins = folded == "and" && self.words[left].is_capitalised();
            if self.is_break(left, right)
                || left + 1 != right
                || ENDS_PHRASE.contains(&folded) && !joins
                || self.gap(left, right).contains(". ")
            {
                break;
            }
            end += 1;
        }
        while end > start && matches!(self.folded[frame[end]].as_str(), "and" | "of" | "the" | "for") {
            end -= 1;
        }
        Some(self.span(first, frame[end]))
    }

    /// The first word of the frame that looks like a subject, for verbs that are joined on: "criticized … and said".
    fn first_subject(&self, frame: &[usize], before: usize) -> Option<Span> {
        let is_joined = before.checked_sub(1).is_some_and(|at| {
            matches!(self.folded[frame[at]].as_str(), "and" | "but" | "also")
                || self.folded[frame[before]].ends_with("ing")
        });
        let first = frame.first().filter(|_| is_joined)?;
        let begins = is_pronoun(&self.folded[*first]) || self.words[*first].is_capitalised();
        let begins = begins
            && !matches!(
                self.folded[*first].as_str(),
                "in" | "on" | "at" | "after" | "during" | "when" | "while" | "it" | "as" | "for"
            );
        if !begins {
            return None;
        }
        let mut end = 0;
        while end + 1 < before
            && (self.words[frame[end + 1]].is_capitalised() || self.folded[frame[0]] == "the" && end < 2)
            && !self.is_break(frame[end], frame[end + 1])
        {
            end += 1;
        }
        Some(self.span(*first, frame[end]))
    }
}

/// Pronouns that speak.
pub fn is_pronoun(folded: &str) -> bool {
    matches!(folded, "he" | "she" | "they" | "i" | "we" | "who")
}
