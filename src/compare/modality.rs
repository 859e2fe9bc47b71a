//! How a passage tells its verbs: done, ahead or possible. Read from the words right in front of the verb; English only,
//! since the lists are.

use super::evidence::Unit;
use super::profile::{Feature, Token, language};
use super::stop_words::is_english;
use crate::text::{Span, WordList, fold};

/// How a passage tells a verb.
pub(super) struct Mood {
    pub feature: Feature,
    pub span: Span,
    pub class: MoodClass,
    /// "will be approved", "was approved"
    pub passive: bool,
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

/// With "is" in front and "to" behind they tell what is ahead.
const PLANNED: WordList = WordList::of("due expected planned scheduled set slated");

/// Behind one of these a form in "-ed" is no verb that tells what was done.
const NO_PAST_AFTER: WordList = WordList::of(
    "a an and are as be been being by for have her his if in is its never newly not of or the their to \
     was were with",
);

/// Whether two units share a word that one of them at least uses as a verb. True where nothing is known of the
/// language's verbs.
pub(super) fn shares_verb(a: &Unit, b: &Unit) -> bool {
    let uses = |unit: &Unit, other: &Unit| {
        let (mut shared, mut read_any) = (false, false);
        each_sentence(unit, &mut |read| {
            read_any = true;
            let verb = |at: usize| {
                read.tokens[at].feature.is_some_and(|feature| other.has(feature)) && read.is_verb(at)
            };
            shared |= (0..read.words.len()).any(verb);
        });
        shared || !read_any
    };
    uses(a, b) || uses(b, a)
}

/// The verbs of a unit whose mood is plain.
pub(super) fn moods(unit: &Unit) -> Vec<Mood> {
    let mut found = Vec::new();
    each_sentence(unit, &mut |read| {
        for (at, token) in read.tokens.iter().enumerate() {
            if let (Some(feature), Some((from, class))) = (token.feature, read.mood(at)) {
                let span = Span { start: read.tokens[from].span.start, end: token.span.end };
                let passive = read.has_passive(from, at);
                found.push(Mood { feature, span, class, passive });
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
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    /// Whether a word is used as a verb, by its ending or by the word in front.
    fn is_verb(&self, at: usize) -> bool {
        let word = self.word(at);
        let inflected = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        inflected
            || matches!(before, "to" | "not" | "he" | "she" | "they" | "it" | "who")
            || self.mood(at).is_some()
    }

    /// Where the marks of the verb at `at` begin, and what they make of it.
    fn mood(&self, at: usize) -> Option<(usize, MoodClass)> {
        let mut k = self.before(at)?;
        let passive = self.word(k) == "be";
        if passive {
            k = self.before(k)?;
        }
        let is_past = self.word(at).len() > 4 && self.word(at).ends_with("ed") && !passive;
        match self.word(k) {
            "will" | "shall" => Some((k, MoodClass::Ahead)),
            "may" | "might" | "could" => Some((k, MoodClass::Possible)),
            "to" => self.announced(k).map(|from| (from, MoodClass::Ahead)),
            "has" | "had" | "was" | "were" if is_past => Some((k, MoodClass::Done)),
            before if is_past && !NO_PAST_AFTER.contains(before) => Some((at, MoodClass::Done)),
            _ => None,
        }
    }

    /// Whether the words from `from` to the verb at `at` make it passive.
    fn has_passive(&self, from: usize, at: usize) -> bool {
        (from..at).any(|k| matches!(self.word(k), "be" | "been" | "was" | "were"))
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
        (PLANNED.contains(self.word(plan)) && matches!(self.word(be), "is" | "are")).then_some(be)
    }
}
