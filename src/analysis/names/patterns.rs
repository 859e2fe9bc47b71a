//! How known names and role phrases are written, and where words in a row are written so. All stand in one trie over folded
//! words; of several that fit, the longest counts.
//!
//! A name is matched as whole words across spaces and hyphens. Capitals count: "US" is not "us", "May" not "may".
//! Cost: a look-up a word, and one more for every word that a match goes on.

use super::hashing::HashMap;
use super::tokens::{Case, Gap, Style, Text, Token, WordId};
use super::vocabulary::Classes;
use crate::analysis::Form;
use crate::text::{Span, fold};
use std::ops::Range;

/// What a pattern of the trie means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Name(u32, Form),
    Role(u32),
}

impl Meaning {
    /// Whether both mean the same entity or role: "ISIS" as acronym, "Isis" as name.
    fn is_of(self, other: Self) -> bool {
        match (self, other) {
            (Self::Name(own, _), Self::Name(others, _)) => own == others,
            _ => self == other,
        }
    }
}

/// Which patterns of the trie are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    Names,
    Roles,
}

impl Sought {
    fn takes(self, meaning: Meaning) -> bool {
        matches!((self, meaning), (Self::Names, Meaning::Name(..)) | (Self::Roles, Meaning::Role(_)))
    }
}

/// A known name or role phrase as it stands in the article.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) tokens: Range<usize>,
    /// More than one where a name is shared.
    pub(super) meanings: Vec<Meaning>,
}

/// Words in a row, of which a match may want as many as it goes on for.
pub(super) trait Onward<'a> {
    /// Whether there are so many that a name may go on over them.
    fn reaches(&mut self, count: usize) -> bool;

    /// The first so many, all of which it has been asked for.
    fn first(&self, count: usize) -> &[Token<'a>];

    /// Whether the last of the first so many stands in the same sentence as the one before it, where its gap does not tell.
    fn stays_in_sentence(&self, _count: usize) -> bool {
        true
    }

    /// Whether the sentence of the first word is in capitals.
    fn is_loud(&self) -> bool;
}

/// The words of a text from `at` on.
struct Rest<'t, 'a> {
    text: &'t Text<'a>,
    at: usize,
}

impl<'a> Onward<'a> for Rest<'_, 'a> {
    fn reaches(&mut self, count: usize) -> bool {
        self.at + count <= self.text.tokens.len()
    }

    fn first(&self, count: usize) -> &[Token<'a>] {
        &self.text.tokens[self.at..self.at + count]
    }

    fn is_loud(&self) -> bool {
        self.text.sentence_of(self.at).style == Style::AllCapitals
    }
}

/// The first two words of a name, folded.
pub(super) struct Beginning<'w> {
    pub(super) id: WordId,
    pub(super) first: &'w str,
    pub(super) second: Option<&'w str>,
    /// Whether the first may be written in small letters.
    pub(super) may_be_small: bool,
}

/// When a word is a name by itself, by the ways of writing it; `None` where it is one unless its sentence is in capitals.
#[derive(Clone, Copy)]
pub(super) struct Alone {
    small: Option<bool>,
    capital: Option<bool>,
    capitals: Option<bool>,
}

impl Alone {
    pub(super) fn of(&self, case: Case) -> Option<bool> {
        match case {
            Case::Capital => self.capital,
            Case::Capitals => self.capitals,
            Case::Lower | Case::None => self.small,
        }
    }
}

/// A word by itself, in a sentence in capitals or not.
struct Lone<'a> {
    word: Token<'a>,
    is_loud: bool,
}

impl<'a> Onward<'a> for Lone<'a> {
    fn reaches(&mut self, count: usize) -> bool {
        count == 1
    }

    fn first(&self, _count: usize) -> &[Token<'a>] {
        std::slice::from_ref(&self.word)
    }

    fn is_loud(&self) -> bool {
        self.is_loud
    }
}

#[derive(Default)]
pub(super) struct Patterns {
    all: Vec<Pattern>,
    /// How the words of all patterns are written, one pattern's behind another's.
    marks: Vec<Mark>,
    trie: Trie,
    /// By word where the trie goes on with it, 0 where no pattern begins so: most words of a text are looked up no further.
    begins: Vec<u32>,
}

struct Pattern {
    meaning: Meaning,
    first: WordId,
    second: Option<WordId>,
    /// Where its words' marks begin.
    marks: u32,
}

/// How a word of a pattern is written, and whether it may stand in small letters.
#[derive(Clone, Copy)]
struct Mark {
    case: Case,
    gap: Gap,
    is_head: bool,
}

impl Patterns {
    /// Adds a phrase of known words.
    pub(super) fn add(&mut self, phrase: &Text<'_>, meaning: Meaning) {
        let ids: Vec<WordId> = phrase.tokens.iter().map(|token| token.id).collect();
        let Some(&first) = ids.first() else { return };
        let mark =
            |token: &Token<'_>| Mark { case: token.case, gap: token.gap, is_head: stands_lower(token) };
        let marks = self.marks.len() as u32;
        self.marks.extend(phrase.tokens.iter().map(mark));
        self.trie.insert(&ids, self.all.len() as u32);
        if self.begins.len() <= first as usize {
            self.begins.resize(first as usize + 1, 0);
        }
        self.begins[first as usize] = self.trie.step(0, first).unwrap_or(0);
        self.all.push(Pattern { meaning, first, second: ids.get(1).copied(), marks });
    }

    /// With which words names begin; `word` gives one by its number.
    pub(super) fn beginnings<'w>(
        &self,
        word: impl Fn(WordId) -> &'w str,
    ) -> impl Iterator<Item = Beginning<'w>> {
        let names = self.all.iter().filter(|pattern| Sought::Names.takes(pattern.meaning));
        names.map(move |pattern| Beginning {
            id: pattern.first,
            first: word(pattern.first),
            second: pattern.second.map(&word),
            may_be_small: self.may_begin_small(pattern),
        })
    }

    /// When a folded word is a name by itself.
    pub(super) fn alone(&self, text: &str, id: WordId, classes: Classes) -> Alone {
        let in_case = |case: Case| {
            let is_name = |is_loud: bool| {
                let word =
                    Token { text, id, classes, case, span: Span::default(), gap: Gap::Break, sentence: 0 };
                self.longest(&mut Lone { word, is_loud }, Sought::Names).is_some()
            };
            let (is_name, is_name_if_loud) = (is_name(false), is_name(true));
            (is_name == is_name_if_loud).then_some(is_name)
        };
        Alone {
            small: in_case(Case::Lower),
            capital: in_case(Case::Capital),
            capitals: in_case(Case::Capitals),
        }
    }

    /// The known names, or role phrases, of a text from left to right, none inside another.
    pub(super) fn matches(&self, text: &Text<'_>, sought: Sought) -> Vec<Match> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.tokens.len() {
            match self.match_at(text, at, sought) {
                Some(name) => {
                    at = name.tokens.end;
                    found.push(name);
                }
                None => at += 1,
            }
        }
        found
    }
    pub(super) fn match_at(&self, text: &Text<'_>, at: usize, sought: Sought) -> Option<Match> {
        let mut rest = Rest { text, at };
        let (count, node) = self.longest(&mut rest, sought)?;
        let mut meanings: Vec<Meaning> = Vec::new();
        for pattern in self.fitting(node, &rest, count, sought) {
            if !meanings.iter().any(|meaning| meaning.is_of(pattern.meaning)) {
                meanings.push(pattern.meaning);
            }
        }
        Some(Match { tokens: at..at + count, meanings })
    }

    /// Of how many of the words the longest name consists that begins with the first of them, and where it stands in the trie.
    pub(super) fn longest<'a>(&self, words: &mut impl Onward<'a>, sought: Sought) -> Option<(usize, u32)> {
        let (mut best, mut node, mut count) = (None, 0, 0);
        while words.reaches(count + 1) {
            count += 1;
            let last = &words.first(count)[count - 1];
            let next = match (count, last.gap) {
                (1, _) => self.begins.get(last.id as usize).copied().filter(|node| *node > 0),
                (_, Gap::Break | Gap::Bracket) => None,
                _ => self.trie.step(node, last.id),
            };
            let Some(next) = next.filter(|_| count == 1 || words.stays_in_sentence(count)) else { break };
            node = next;
            if self.fitting(node, words, count, sought).next().is_some() {
                best = Some((count, node));
            }
        }
        best
    }

    /// The patterns that end at a node of the trie and are written as the first `count` words are.
    fn fitting<'k, 'a>(
        &'k self,
        node: u32,
        words: &impl Onward<'a>,
        count: usize,
        sought: Sought,
    ) -> impl Iterator<Item = &'k Pattern> {
        let patterns = self.trie.at(node).iter().map(|&index| &self.all[index as usize]);
        patterns.filter(move |pattern| sought.takes(pattern.meaning) && self.fits(pattern, words, count))
    }

    /// Whether [`Self::fits`] may find the first word right in small letters.
    fn may_begin_small(&self, pattern: &Pattern) -> bool {
        let Mark { case, is_head, .. } = self.marks[pattern.marks as usize];
        matches!(case, Case::Lower | Case::None)
            || case == Case::Capital && is_head && pattern.second.is_some()
    }

    /// Whether a pattern of so many words is written as the first `count` are.
    fn fits<'a>(&self, pattern: &Pattern, row: &impl Onward<'a>, count: usize) -> bool {
        let words = row.first(count);
        let marks = &self.marks[pattern.marks as usize..][..count];
        let gaps = words.iter().zip(marks).skip(1);
        if !gaps.into_iter().all(|(token, mark)| token.gap.joins() || token.gap == mark.gap) {
            return false;
        }
        if matches!(pattern.meaning, Meaning::Role(_)) && words.len() > 1 {
            return true;
        }
        let mut misses = 0;
        for (place, (token, &Mark { case, is_head, .. })) in words.iter().zip(marks).enumerate() {
            let fits = match case {
                Case::Capitals if token.text.chars().count() > 1 => {
                    let may_be_word = token.is(Classes::COMMON.or(Classes::NO_NAME).or(Classes::VERB));
                    token.case == Case::Capitals && !(may_be_word && row.is_loud())
                }
                Case::Capital | Case::Capitals => token.is_capitalised(),
                Case::Lower | Case::None => true,
            };
            // "War in Gaza" is also "war in Gaza", "Caspian Region" also "Caspian region": while another capital is left.
            let is_article = place == 0 && token.text == "the";
            if !fits && (case == Case::Capitals || !(is_head || is_article) || words.len() == 1) {
                return false;
            }
            misses += usize::from(!fits);
        }
        let capitals =
            || marks.iter().filter(|mark| matches!(mark.case, Case::Capital | Case::Capitals)).count();
        misses == 0 || misses < capitals()
    }
}

/// Words that stand lower-case in a name as often as not: "Caspian region", "Iranian parliament", "Treaty On the Sea".
fn stands_lower(token: &Token<'_>) -> bool {
    const LINKS: &[&str] = &["a", "and", "at", "for", "in", "of", "on", "the", "to", "with"];
    const INSTITUTIONS: &[&str] = &[
        "ministry",
        "parliament",
        "council",
        "agency",
        "court",
        "bank",
        "government",
        "assembly",
        "commission",
        "committee",
        "university",
        "union",
        "department",
        "army",
        "navy",
    ];
    let folded = fold(token.text);
    token.is(Classes::PLACE.or(Classes::AGREEMENT).or(Classes::EVENT))
        || INSTITUTIONS.contains(&folded.as_ref())
        || LINKS.contains(&folded.as_ref())
}

/// Sequences of words, each with the numbers of what it stands for.
#[derive(Default)]
pub(super) struct Trie {
    edges: HashMap<(u32, WordId), u32>,
    /// By node what the sequence that ends there stands for: one number, [`NOTHING`], or a place in `several` above [`SEVERAL`].
    ends: Vec<u32>,
    several: Vec<Vec<u32>>,
}

const SEVERAL: u32 = 1 << 31;
const NOTHING: u32 = u32::MAX;

impl Trie {
    /// Lets a sequence stand for a number below 2³¹, beside those that it stands for already.
    pub(super) fn insert(&mut self, words: &[WordId], value: u32) {
        if self.ends.is_empty() {
            self.ends.push(NOTHING);
        }
        let mut node = 0;
        for &word in words {
            let next = self.ends.len() as u32;
            node = *self.edges.entry((node, word)).or_insert(next);
            if node == next {
                self.ends.push(NOTHING);
            }
        }
        let end = &mut self.ends[node as usize];
        match *end {
            NOTHING => *end = value,
            at if at >= SEVERAL => self.several[(at - SEVERAL) as usize].push(value),
            one => {
                *end = SEVERAL + self.several.len() as u32;
                self.several.push(vec![one, value]);
            }
        }
    }

    pub(super) fn step(&self, node: u32, word: WordId) -> Option<u32> {
        self.edges.get(&(node, word)).copied()
    }

    pub(super) fn at(&self, node: u32) -> &[u32] {
        match self.ends.get(node as usize) {
            None | Some(&NOTHING) => &[],
            Some(&at) if at >= SEVERAL => &self.several[(at - SEVERAL) as usize],
            Some(one) => std::slice::from_ref(one),
        }
    }
}
