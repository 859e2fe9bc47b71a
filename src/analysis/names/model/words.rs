//! The words of an article as the model sees them: each spelling looked up once, and what the article says of it in
//! other places.

use super::super::runs::is_title;
use super::super::tokens::{Case, Gap, Text, Token};
use super::super::vocabulary::Classes;
use super::hash;
use super::lists::{self, Lists};
use std::ops::Range;

/// What is known of a spelling, wherever it stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spelling {
    pub(super) folded: u32,
    pub(super) cased: u32,
    /// The hashes of its beginnings of three and four letters and its endings of two, three and four.
    pub(super) affixes: [u32; 5],
    pub(super) shape: u32,
    pub(super) cluster: u32,
    pub(super) wider: u32,
    pub(super) lists: u32,
    pub(super) classes: u32,
    pub(super) is_capitalised: bool,
}

/// Signs that an article gives of a word in any of its places, one bit each.
pub(super) const SIGNS: u32 = 14;

/// At most so many words without a capital stand between two capitals of one name: "Ministry of the Interior".
const BRIDGE: usize = 2;

/// The stretches in which names may stand, no name beyond: words with capitals, what joins them, and on either side what may belong to a
/// name without one ("al-Shabab", "Channel 4").
pub(super) fn islands(text: &Text<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for sentence in &text.sentences {
        let Range { start, end } = sentence.tokens.clone();
        if is_casual(&text.tokens[start..end]) {
            found.push(start..end);
            continue;
        }
        let mut last: Option<usize> = None;
        for at in start..end {
            if !text.tokens[at].is_capitalised() {
                continue;
            }
            let to = at + 1 + usize::from(at + 1 < end && may_close(&text.tokens[at + 1]));
            match found.last_mut() {
                Some(island) if last.is_some_and(|last| bridges(text, last + 1..at)) => island.end = to,
                previous => {
                    let free = previous.map_or(start, |island| island.end.max(start));
                    let opens = at > free && may_open(&text.tokens[at - 1], text.tokens[at].gap);
                    found.push(at - usize::from(opens)..to);
                }
            }
            last = Some(at);
        }
    }
    found.retain(|island| !is_only_a_word(text, island));
    found
}

/// "The", "However": a lone capital that the language's commonest words have at the head of a sentence.
fn is_only_a_word(text: &Text<'_>, island: &Range<usize>) -> bool {
    let token = &text.tokens[island.start];
    island.len() == 1 && token.is(Classes::COMMON) && (token.case == Case::Capital)
}

/// Whether a sentence begins without a capital, as posts and comments do: in such there may be names without one.
fn is_casual(words: &[Token<'_>]) -> bool {
    words.first().is_some_and(|first| first.case == Case::Lower) && words.len() <= LONGEST_CASUAL
}

/// Nothing longer is a sentence that somebody dashed off.
const LONGEST_CASUAL: usize = 60;

/// Whether a name may go on over words without capitals: "Ministry of the Interior".
fn bridges(text: &Text<'_>, between: Range<usize>) -> bool {
    let small = Classes::COMMON.or(Classes::LINK).or(Classes::PARTICLE);
    between.len() <= BRIDGE
        && between.clone().all(|at| {
            let token = &text.tokens[at];
            token.gap.joins() && (token.is(small) || token.gap == Gap::Hyphen || token.case == Case::None)
        })
}

fn may_open(token: &Token<'_>, gap: Gap) -> bool {
    gap == Gap::Hyphen || gap == Gap::Space && (token.is(Classes::PARTICLE) || token.case == Case::None)
}

fn may_close(token: &Token<'_>) -> bool {
    token.gap == Gap::Hyphen || token.gap == Gap::Space && token.case == Case::None
}

/// The spellings of an article and where each stands.
pub(super) struct Words {
    pub(super) spellings: Vec<Spelling>,
    /// By word: its place in `spellings`; [`UNSEEN`] where no island is near.
    pub(super) of: Vec<u32>,
    /// By folded word: what the article says of it.
    pub(super) signs: Vec<u32>,
}

pub(super) const UNSEEN: u32 = u32::MAX;

impl Words {
    pub(super) fn of(text: &Text<'_>, lists: &Lists, islands: &[Range<usize>]) -> Self {
        let mut words =
            Self { spellings: Vec::new(), of: vec![UNSEEN; text.tokens.len()], signs: Vec::new() };
        let mut known: Vec<u32> = Vec::new();
        for island in islands {
            let sentence = text.sentence_of(island.start).tokens.clone();
            let from = island.start.saturating_sub(2).max(sentence.start);
            let to = (island.end + 2).min(sentence.end);
            for at in from..to {
                if words.of[at] != UNSEEN {
                    continue;
                }
                let token = &text.tokens[at];
                let next = words.spellings.len() as u32;
                let key = token.id as usize * 4 + token.case as usize;
                if known.len() <= key {
                    known.resize(key + 1, UNSEEN);
                }
                if known[key] == UNSEEN {
                    known[key] = next;
                    words.spellings.push(spelling(token, lists));
                }
                words.of[at] = known[key];
            }
        }
        words.gather_signs(text, islands);
        words
    }

    pub(super) fn at(&self, at: usize) -> Option<&Spelling> {
        let place = *self.of.get(at)?;
        self.spellings.get(place as usize)
    }

    pub(super) fn signs_of(&self, id: u32) -> u32 {
        self.signs.get(id as usize).copied().unwrap_or(0)
    }

    fn gather_signs(&mut self, text: &Text<'_>, islands: &[Range<usize>]) {
        for island in islands {
            for at in island.clone() {
                let token = &text.tokens[at];
                if !token.is_capitalised() {
                    continue;
                }
                let signs = signs(text, at);
                let id = token.id as usize;
                if self.signs.len() <= id {
                    self.signs.resize(id + 1, 0);
                }
                self.signs[id] |= signs;
            }
        }
    }
}

/// What one place of a capitalised word says of it.
fn signs(text: &Text<'_>, at: usize) -> u32 {
    let token = &text.tokens[at];
    let mut signs = 0;
    let mut sign = |bit: u32, holds: bool| signs |= u32::from(holds) << bit;
    if let Some(before) = text.before(at) {
        let near = token.gap == Gap::Space;
        let lower = !before.is_capitalised();
        sign(0, near && (is_title(text, at - 1) || before.is(Classes::OFFICE)));
        sign(1, near && before.is(Classes::LOCATIVE) && lower);
        sign(2, near && before.text == "the");
        sign(3, near && before.is(Classes::GIVEN_NAME));
        sign(4, near && before.is(Classes::CALLING));
        sign(5, near && lower && before.case == Case::Lower);
        sign(6, near && before.is_initial());
        sign(7, near && before.text == "of");
    }
    if let Some(after) = text.after(at) {
        let near = after.gap == Gap::Space;
        sign(8, near && after.is(Classes::VERB) && !after.is_capitalised());
        sign(9, after.gap == Gap::Possessive);
        let number = after.text.len() <= 2 && after.text.bytes().all(|byte| byte.is_ascii_digit());
        sign(10, after.gap == Gap::Comma && (number || matches!(after.text, "who" | "whose")));
        sign(11, after.gap.joins() && after.is(Classes::ORGANIZATION) && after.is_capitalised());
        sign(12, after.gap == Gap::Bracket && after.case == Case::Capitals);
        sign(13, after.gap == Gap::Comma && after.is_capitalised());
    }
    signs
}

fn spelling(token: &Token<'_>, lists: &Lists) -> Spelling {
    let folded_text = crate::text::fold(token.text);
    let folded = hash::of_text(&folded_text);
    let (cluster, wider) = lists.cluster(lists::cased_key(token.text));
    Spelling {
        folded,
        cased: hash::of_text(token.text),
        affixes: affixes(&folded_text),
        shape: shape(token.text),
        cluster: u32::from(cluster),
        wider: u32::from(wider),
        lists: u32::from(lists.lists_of(lists::phrase_key(folded))),
        classes: token.classes.bits(),
        is_capitalised: token.is_capitalised(),
    }
}

/// Beginnings and endings; a word shorter than one stands for itself.
fn affixes(word: &str) -> [u32; 5] {
    let start = |count: usize| {
        let end = word.char_indices().nth(count).map_or(word.len(), |(at, _)| at);
        hash::of_text(&word[..end])
    };
    let finish = |count: usize| {
        let from = word.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at);
        hash::of_text(&word[from..])
    };
    [start(3), start(4), finish(2), finish(3), finish(4)]
}

/// "Xx" for "Moscow", "X.X." for "U.S.", "X9" for "G7": runs of a kind of letter once, at most six.
fn shape(word: &str) -> u32 {
    let mut shape = 0u32;
    let mut last = 0;
    let mut count = 0;
    for character in word.chars() {
        let kind = match character {
            'A'..='Z' => 1,
            'a'..='z' => 2,
            '0'..='9' => 3,
            c if c.is_uppercase() => 1,
            c if c.is_lowercase() => 2,
            c if c.is_numeric() => 3,
            '.' => 4,
            '\'' | '’' => 5,
            c if c.is_alphabetic() => 6,
            _ => 7,
        };
        if kind != last && count < 6 {
            shape = shape << 3 | kind;
            count += 1;
        }
        last = kind;
    }
    let length = (word.len() as u32).min(5);
    shape << 3 | length
}
