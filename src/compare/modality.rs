//! How a passage tells its verbs: denied or not, done, ahead or possible. Read from the words right in front of the
//! verb; English only, since the lists are.

use super::evidence::Unit;
use super::profile::{Feature, Token, language};
use super::stop_words::is_english;
use crate::text::{Span, fold};

/// Something that a passage denies: from the denying word to what it denies.
pub(super) struct Denial {
    pub feature: Feature,
    pub span: Span,
}

/// How a passage tells a verb.
pub(super) struct Mood {
    pub feature: Feature,
    pub span: Span,
    pub class: MoodClass,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MoodClass {
    /// "has approved", "was approved", "approved"
    Done,
    /// "will approve", "is set to approve"
    Ahead,
    /// "may approve"
    Possible,
}

/// How many words may stand between a denying word and what it denies.
const DENIAL_REACH: usize = 2;

const DENYING: &[&str] = &["cannot", "denied", "denies", "failed", "never", "not", "refused", "without"];

/// "Not only" denies nothing.
const NOT_DENIED: &[&str] = &["just", "merely", "only"];

/// What a unit denies.
pub(super) fn denials(unit: &Unit) -> Vec<Denial> {
    let mut found = Vec::new();
    each_sentence(unit, &mut |read| {
        for at in 0..read.len() {
            let denying = DENYING.contains(&read.word(at)) || read.word(at).ends_with("n't");
            if !denying || NOT_DENIED.contains(&read.word(at + 1)) {
                continue;
            }
            let denied =
                (at + 1..read.len().min(at + 2 + DENIAL_REACH)).find(|&k| read.tokens[k].feature.is_some());
            if let Some((end, feature)) = denied.and_then(|k| Some((k, read.tokens[k].feature?))) {
                let span = Span { start: read.tokens[at].span.start, end: read.tokens[end].span.end };
                found.push(Denial { feature, span });
            }
        }
    });
    found
}

/// The verbs of a unit whose mood is plain.
pub(super) fn moods(unit: &Unit) -> Vec<Mood> {
    let mut found = Vec::new();
    each_sentence(unit, &mut |read| {
        for (at, token) in read.tokens.iter().enumerate() {
            if let (Some(feature), Some((from, class))) = (token.feature, read.mood(at)) {
                let span = Span { start: read.tokens[from].span.start, end: token.span.end };
                found.push(Mood { feature, span, class });
            }
        }
    });
    found
}

fn each_sentence(unit: &Unit, visit: &mut dyn FnMut(&Read)) {
    if !is_english(language(&unit.article.document)) {
        return;
    }
    for sentence in unit.profiles() {
        let words = sentence
            .tokens
            .iter()
            .map(|token| fold(token.span.of(unit.article.text())).into_owned())
            .collect();
        visit(&Read { tokens: &sentence.tokens, words });
    }
}

/// A sentence with its words folded.
struct Read<'p> {
    tokens: &'p [Token],
    words: Vec<String>,
}

impl Read<'_> {
    fn len(&self) -> usize {
        self.words.len()
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// Where the marks of the verb at `at` begin, and what they make of it.
    fn mood(&self, at: usize) -> Option<(usize, MoodClass)> {
        let mut k = self.before(at)?;
        let passive = self.word(k) == "be";
        if passive {
            k = self.before(k)?;
        }
        let word = self.word(at);
        match self.word(k) {
            "will" | "shall" => Some((k, MoodClass::Ahead)),
            "may" | "might" | "could" => Some((k, MoodClass::Possible)),
            "to" => self.announced(k).map(|from| (from, MoodClass::Ahead)),
            "has" | "have" | "had" | "was" | "were" if !passive && word.ends_with("ed") => {
                Some((k, MoodClass::Done))
            }
            "been" if word.ends_with("ed") => Some((k, MoodClass::Done)),
            _ => None,
        }
    }

    /// The word in front, adverbs skipped.
    fn before(&self, at: usize) -> Option<usize> {
        let skipped = |k: &usize| {
            self.word(*k).ends_with("ly") || matches!(self.word(*k), "also" | "now" | "then" | "soon")
        };
        (0..at).rev().take(3).find(|k| !skipped(k))
    }

    /// Where "is set to", "is expected to" begins that ends with the "to" at `to`.
    fn announced(&self, to: usize) -> Option<usize> {
        let plan = to.checked_sub(1)?;
        let be = self.before(plan)?;
        let planned =
            matches!(self.word(plan), "set" | "due" | "scheduled" | "slated" | "expected" | "planned");
        (planned && matches!(self.word(be), "is" | "are")).then_some(be)
    }
}
