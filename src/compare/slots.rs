//! Where two passages of the same wording part: what stands in one place of both while they go on alike before and behind. There a
//! "not", a "will" and the contrary of a word say the most: "ended" in the one, "have not ended" in the other.
//!
//! Verbs are read in English only. Cost: one pass over the words that the passages do not share.

use super::comparison::DifferenceKind;
use super::edits::Common;
use super::evidence::Unit;
use super::modality::MoodClass;
use super::opposites::are_opposites;
use super::profile::{Feature, Token, language};
use super::stop_words::is_english;
use crate::text::{Arrange as _, Span, WordList, fold};
use std::ops::Range;

/// Words in such a place at the most: longer ones tell something else.
const MOST_WORDS: usize = 6;

const DENYING: WordList = WordList::of("cannot neither never no none nor not nothing without");

/// With one of these the passage does not say whether it is so, or does not deny it as a whole.
const OPEN: WordList = WordList::of("if just merely must only ought should unless whether");

pub(super) struct Slots<'p> {
    places: Vec<[Side<'p>; 2]>,
    is_english: bool,
}

impl<'p> Slots<'p> {
    pub fn of(units: [&Unit<'p, '_>; 2], common: &Common<'p>) -> Self {
        let read = |[first, second]: [Range<usize>; 2]| {
            [Side::read(units[0], &common.tokens[0], first), Side::read(units[1], &common.tokens[1], second)]
        };
        let is_english = units.iter().all(|unit| is_english(language(&unit.article.document)));
        Self { places: common.gaps().into_iter().map(read).collect(), is_english }
    }

    /// Whether two stretches, one of either passage, stand in one place.
    pub fn is_one(&self, x: Span, y: Span) -> bool {
        self.places.iter().any(|[first, second]| first.touches(x) && second.touches(y))
    }

    /// What one passage denies, foresees or thinks possible and the other tells, or tells the contrary of.
    pub fn verbs(&self) -> Vec<(DifferenceKind, [Span; 2])> {
        let mut found = Vec::new();
        let differing = self.places.iter().filter(|place| !are_alike(place)).count();
        for place in self.places.iter().filter(|_| self.is_english) {
            // What differs elsewhere too may be about something else.
            if differing == usize::from(!are_alike(place)) {
                found.extend(verb(place));
            }
        }
        found
    }
}

/// Whether two passages have the same matter in a place, or one of them none.
fn are_alike([first, second]: &[Side; 2]) -> bool {
    first.matter == second.matter || first.matter.is_empty() || second.matter.is_empty()
}

fn verb([first, second]: &[Side; 2]) -> Option<(DifferenceKind, [Span; 2])> {
    if !first.is_plain() || !second.is_plain() {
        return None;
    }
    let mut spans = [first.span?, second.span?];
    let mut kind = (first.denies() != second.denies()).then_some(DifferenceKind::Negation);
    if first.matter == second.matter || first.changes_within(second) || second.changes_within(first) {
        if first.matter.is_empty() && second.matter.is_empty() {
            // What the words belong to: the verb that both have behind them.
            let behind = [first.behind?, second.behind?];
            behind[0].feature?;
            spans = [0, 1].map(|side| Span { end: behind[side].span.end, ..spans[side] });
        }
        let classes = || Some(first.class(second)? != second.class(first)?);
        kind = kind.or_else(|| classes().filter(|apart| *apart).map(|_| DifferenceKind::Modality));
    } else {
        kind = are_opposites(first.word()?, second.word()?).then_some(DifferenceKind::Negation);
    }
    Some((kind?, spans))
}

/// What one passage has in a place.
struct Side<'p> {
    words: Vec<String>,
    /// The words of matter; neither names nor values.
    matter: Vec<Feature>,
    /// Where the last word of matter stands among the words.
    last: usize,
    has_value: bool,
    /// From the first word to the last, or the word behind where there is none.
    span: Option<Span>,
    behind: Option<&'p Token>,
}

impl<'p> Side<'p> {
    fn read(unit: &Unit<'p, '_>, tokens: &[&'p Token], range: Range<usize>) -> Self {
        let behind = tokens.get(range.end).copied();
        let mut side = Side {
            words: Vec::new(),
            matter: Vec::new(),
            last: 0,
            has_value: false,
            span: behind.map(|token| token.span),
            behind,
        };
        for token in &tokens[range] {
            let start =
                if side.words.is_empty() { token.span } else { side.span.unwrap_or(token.span) }.start;
            side.span = Some(Span { start, end: token.span.end });
            match token.feature {
                Some(feature) => {
                    side.matter.push(feature);
                    side.last = side.words.len();
                }
                None => side.has_value |= token.is_telling,
            }
            side.words.push(fold(token.span.of(unit.article.text())).into_owned());
        }
        side.matter.arrange();
        side
    }

    fn touches(&self, span: Span) -> bool {
        (1..=MOST_WORDS).contains(&self.words.len()) && self.span.is_some_and(|it| it.overlaps(span))
    }

    fn has(&self, listed: WordList) -> bool {
        self.words.iter().any(|word| listed.contains(word))
    }

    /// Whether only verbs, and what belongs to them, can stand here.
    fn is_plain(&self) -> bool {
        self.words.len() <= MOST_WORDS && !self.has_value && !self.has(OPEN)
    }

    fn denies(&self) -> bool {
        let denying = |word: &&String| DENYING.contains(word) || word.ends_with("n't");
        self.words.iter().filter(denying).count() % 2 == 1
    }

    /// The one word of matter, or the one word.
    fn word(&self) -> Option<&str> {
        let is_one = self.matter.len() == 1 || (self.matter.is_empty() && self.words.len() == 1);
        self.words.get(self.last).filter(|_| is_one).map(String::as_str)
    }

    /// "did not take", where the other has "took": such verbs keep what they begin with.
    fn changes_within(&self, other: &Self) -> bool {
        let begins = |side: &Self| side.words.last().and_then(|word| word.bytes().next());
        self.matter.is_empty()
            && self.has(const { WordList::of("did didn't do does doesn't don't") })
            && other.words.len() == 1
            && begins(self) == begins(other)
    }

    /// As what the verb is told, where `other` is the other passage's place.
    fn class(&self, other: &Self) -> Option<MoodClass> {
        if self.has(const { WordList::of("to would") }) {
            None
        } else if self.has(const { WordList::of("shall will won't") }) {
            Some(MoodClass::Ahead)
        } else if self.has(const { WordList::of("can can't cannot could couldn't may might") }) {
            Some(MoodClass::Possible)
        } else if self.has(const { WordList::of("been did didn't had has have was were") }) {
            Some(MoodClass::Done)
        } else {
            let verb = self.word().filter(|_| self.words.len() == self.matter.len())?;
            let past = !verb.ends_with('s')
                && !verb.ends_with("ing")
                && !other.words.iter().any(|word| word == verb);
            past.then_some(MoodClass::Done)
        }
    }
}
