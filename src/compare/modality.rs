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
    /// As what the verb is denied.
    pub class: MoodClass,
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

const DENYING: &[&str] = &["failed", "never", "not", "refused"];

/// In front of a "not" that denies what follows as a fact; "not only", "weakness, not strength" deny no verb, and "could not",
/// "should not" say what may or ought to be.
const AUXILIARIES: &[&str] = &["are", "did", "do", "does", "had", "has", "have", "is", "was", "were", "will"];

/// With "n't" behind them they deny as a fact.
const DENYING_SHORT: &[&str] = &[
    "aren't", "didn't", "doesn't", "don't", "hadn't", "hasn't", "haven't", "isn't", "wasn't", "weren't",
    "won't",
];

/// A few words before a verb they leave open whether it is so.
const OPEN: &[&str] = &[
    "accused", "before", "can", "could", "if", "may", "might", "must", "should", "than", "to", "unless",
    "until", "whether", "would",
];

/// "Not only" denies nothing.
const NOT_DENIED: &[&str] = &["just", "merely", "only"];

/// What may stand between a denying word and the verb.
const BEFORE_VERB: &[&str] = &["be", "been", "even", "ever", "have", "to", "yet"];

/// Words that say by themselves that something is not so: beside one of these nothing is told for sure.
const HALF_DENYING: &[&str] = &[
    "against",
    "avoid",
    "barred",
    "decline",
    "declined",
    "declining",
    "denied",
    "denies",
    "deny",
    "denying",
    "fail",
    "failing",
    "fails",
    "failure",
    "no",
    "opposed",
    "prevent",
    "prevented",
    "refusal",
    "refuse",
    "refuses",
    "refusing",
    "reject",
    "rejected",
    "stop",
    "stopped",
    "unable",
    "unwilling",
    "without",
];

/// Whoever says no to a thing says so of all that follows: "denied to reporters that he had asked".
const SAYING_NO: &[&str] = &["denied", "denies", "deny", "denying"];

/// How many words before a verb a half denying word still touches it.
const HALF_DENIAL_REACH: usize = 4;

/// A few words behind a verb they say that there was nothing of it.
const EMPTYING: &[&str] = &["neither", "no", "nobody", "none", "nothing", "only"];

/// A few words before a verb they make it a condition or a reproach, whatever its form.
const CONDITIONS: &[&str] = &["accused", "if", "unless", "until", "whether"];

/// In front of a "have" they tell what is only supposed.
const SUPPOSING: &[&str] = &["could", "may", "might", "must", "should", "would"];

/// The verbs that a unit denies as facts.
pub(super) fn denials(unit: &Unit) -> Vec<Denial> {
    let mut found = Vec::new();
    each_sentence(unit, &mut |read| {
        for at in (0..read.len()).filter(|&at| read.denies(at) && !read.is_open(at)) {
            let verb =
                (at + 1..read.len()).find(|&k| !BEFORE_VERB.contains(&read.word(k)) && !read.is_adverb(k));
            if let Some((end, feature)) = verb.and_then(|k| Some((k, read.tokens[k].feature?))) {
                let span = Span { start: read.tokens[at].span.start, end: read.tokens[end].span.end };
                let class = if read.is_ahead(at) { MoodClass::Ahead } else { MoodClass::Done };
                found.push(Denial { feature, span, class });
            }
        }
    });
    found
}

/// Where a unit tells a verb as a fact of a class without any touch of denial; `None` where it does not, or not for sure.
pub(super) fn told_plainly(unit: &Unit, feature: Feature, class: MoodClass) -> Option<Span> {
    let (mut told, mut touched) = (None, false);
    each_sentence(unit, &mut |read| {
        for at in (0..read.len()).filter(|&at| read.tokens[at].feature == Some(feature)) {
            let before = at.saturating_sub(HALF_DENIAL_REACH)..at;
            let half = |k: usize| HALF_DENYING.contains(&read.word(k)) || DENYING.contains(&read.word(k));
            touched |= before.into_iter().any(|k| half(k) || read.word(k).ends_with("n't"));
            touched |= !read.is_fact(at, class)
                || read.is_emptied(at)
                || (0..at).any(|k| SAYING_NO.contains(&read.word(k)));
            told = told.or(Some(read.tokens[at].span));
        }
    });
    told.filter(|_| !touched)
}

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
            shared |= (0..read.len()).any(verb);
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

    /// Whether the word at `at` denies the verb behind it.
    fn denies(&self, at: usize) -> bool {
        let word = self.word(at);
        if NOT_DENIED.contains(&self.word(at + 1)) {
            return false;
        }
        let after_auxiliary =
            || at.checked_sub(1).is_some_and(|before| AUXILIARIES.contains(&self.word(before)));
        DENYING_SHORT.contains(&word) || (DENYING.contains(&word) && (word != "not" || after_auxiliary()))
    }

    /// Whether the words in front leave open whether the verb at `at` is so.
    fn is_open(&self, at: usize) -> bool {
        (at.saturating_sub(HALF_DENIAL_REACH)..at).any(|k| OPEN.contains(&self.word(k)))
    }

    /// "found no trace", "told nobody": what stands behind the verb at `at` takes it back.
    fn is_emptied(&self, at: usize) -> bool {
        (at + 1..at + 4).any(|k| EMPTYING.contains(&self.word(k)))
    }

    /// Whether the denying word at `at` speaks of what is ahead.
    fn is_ahead(&self, at: usize) -> bool {
        self.word(at) == "won't" || at.checked_sub(1).is_some_and(|before| self.word(before) == "will")
    }

    /// Whether the verb at `at` is told as a fact of a class.
    fn is_fact(&self, at: usize, class: MoodClass) -> bool {
        let told = match self.mood(at) {
            Some((_, told)) => told == class,
            None => class == MoodClass::Done && self.word(at).ends_with("ed") && !self.is_open(at),
        };
        told && !(at.saturating_sub(HALF_DENIAL_REACH)..at).any(|k| CONDITIONS.contains(&self.word(k)))
    }

    fn is_adverb(&self, at: usize) -> bool {
        self.word(at).ends_with("ly")
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
        let word = self.word(at);
        match self.word(k) {
            "will" | "shall" => Some((k, MoodClass::Ahead)),
            "may" | "might" | "could" => Some((k, MoodClass::Possible)),
            "to" => self.announced(k).map(|from| (from, MoodClass::Ahead)),
            "has" | "have" | "had" | "was" | "were"
                if !passive && word.ends_with("ed") && !self.is_supposed(k) =>
            {
                Some((k, MoodClass::Done))
            }
            "been" if word.ends_with("ed") && !self.is_supposed(k) => Some((k, MoodClass::Done)),
            _ => None,
        }
    }

    /// "would have", "could have been": what did not happen, or nobody knows.
    fn is_supposed(&self, auxiliary: usize) -> bool {
        let before = (0..auxiliary).rev().take(2);
        before.into_iter().any(|k| SUPPOSING.contains(&self.word(k)))
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
