//! Where two passages of the same wording part: what stands in one place of both while they go on alike before and behind. There a
//! "not", a "will" and the contrary of a word say the most: "ended" in the one, "have not ended" in the other.
//!
//! Verbs are read in English only. Cost: one pass over the words that the passages do not share.

use super::comparison::DifferenceKind;
use super::edits::Common;
use super::evidence::Unit;
use super::modality::{MoodClass, PLANNED};
use super::opposites::are_opposites;
use super::profile::{Feature, Token, language};
use super::stop_words::is_english;
use crate::text::{Arrange as _, Span, fold};
use std::ops::Range;

/// Words in such a place at the most: longer ones tell something else.
const MOST_WORDS: usize = 6;

const DENYING: &[&str] = &["cannot", "neither", "never", "no", "none", "nor", "not", "nothing", "without"];

/// With one of these the passage does not say whether it is so, or does not deny it as a whole.
const OPEN: &[&str] = &["if", "just", "merely", "must", "only", "ought", "should", "unless", "whether"];

pub(super) struct Slots<'u, 'p, 'a> {
    units: [&'u Unit<'p, 'a>; 2],
    common: &'u Common<'p>,
    gaps: Vec<[Range<usize>; 2]>,
}

impl<'u, 'p, 'a> Slots<'u, 'p, 'a> {
    pub fn of(units: [&'u Unit<'p, 'a>; 2], common: &'u Common<'p>) -> Self {
        Self { units, common, gaps: common.gaps().collect() }
    }

    /// Whether two stretches, one of either passage, stand in one place.
    pub fn is_one(&self, x: Span, y: Span) -> bool {
        let touches = |side: usize, gap: &Range<usize>, span: Span| {
            gap.len() <= MOST_WORDS && self.tokens(side, gap).iter().any(|token| span.overlaps(token.span))
        };
        self.gaps.iter().any(|[first, second]| touches(0, first, x) && touches(1, second, y))
    }

    /// What one passage denies, foresees or thinks possible and the other tells, or tells the contrary of.
    pub fn verbs(&self) -> Vec<(DifferenceKind, [Span; 2])> {
        if !self.units.iter().all(|unit| is_english(language(&unit.article.document))) {
            return Vec::new();
        }
        let alike = |[first, second]: &[Range<usize>; 2]| {
            let (x, y) = (self.matter(0, first), self.matter(1, second));
            x.is_empty() || y.is_empty() || x == y
        };
        let differing = self.gaps.iter().filter(|gap| !alike(gap)).count();
        let read = |gap: &[Range<usize>; 2]| {
            // What differs elsewhere too may be about something else.
            (differing == usize::from(!alike(gap))).then(|| self.verb(gap)).flatten()
        };
        self.gaps.iter().filter_map(read).collect()
    }

    fn verb(&self, gap: &[Range<usize>; 2]) -> Option<(DifferenceKind, [Span; 2])> {
        let mut sides = [0, 1].map(|side| self.side(side, &gap[side]));
        let is_value = |token: &&Token| token.is_telling && token.feature.is_none();
        let short = gap.iter().all(|range| range.len() <= MOST_WORDS);
        if !short || sides.iter().any(|side| side.tokens.iter().any(is_value) || side.has(OPEN)) {
            return None;
        }
        if sides[0].matter.is_empty() && sides[1].matter.is_empty() {
            // What the words in the gap belong to: the verb that both have behind it.
            for side in 0..2 {
                let next = *self.common.tokens[side].get(gap[side].end)?;
                next.feature?;
                sides[side].span =
                    Some(sides[side].span.map_or(next.span, |span| Span { end: next.span.end, ..span }));
            }
        } else if sides[0].matter != sides[1].matter
            && !sides[0].lacks_only_the_form(&sides[1])
            && !sides[1].lacks_only_the_form(&sides[0])
        {
            let [x, y] = [sides[0].word_of_matter()?, sides[1].word_of_matter()?];
            return are_opposites(x, y)
                .then_some((DifferenceKind::Negation, [sides[0].span?, sides[1].span?]));
        }
        let kind = if sides[0].denies() != sides[1].denies() {
            DifferenceKind::Negation
        } else {
            let classes = (sides[0].class(&sides[1])?, sides[1].class(&sides[0])?);
            (classes.0 != classes.1).then_some(DifferenceKind::Modality)?
        };
        Some((kind, [sides[0].span?, sides[1].span?]))
    }

    fn tokens(&self, side: usize, range: &Range<usize>) -> &[&'p Token] {
        self.common.tokens[side].get(range.clone()).unwrap_or(&[])
    }

    /// The words of matter, ascending; neither names nor values.
    fn matter(&self, side: usize, range: &Range<usize>) -> Vec<Feature> {
        let mut matter: Vec<Feature> =
            self.tokens(side, range).iter().filter_map(|token| token.feature).collect();
        matter.arrange();
        matter
    }

    fn side(&self, side: usize, range: &Range<usize>) -> Side<'p> {
        let tokens = self.tokens(side, range).to_vec();
        let text = self.units[side].article.text();
        let words: Vec<String> = tokens.iter().map(|token| fold(token.span.of(text)).into_owned()).collect();
        let is_plan = words.iter().any(|word| word == "to");
        let carried =
            tokens.iter().zip(&words).filter(|(_, word)| !(is_plan && PLANNED.contains(&word.as_str())));
        let mut matter: Vec<Feature> = carried.filter_map(|(token, _)| token.feature).collect();
        matter.arrange();
        let span = tokens.first().zip(tokens.last());
        let span = span.map(|(first, last)| Span { start: first.span.start, end: last.span.end });
        Side { tokens, words, matter, span }
    }
}

/// What one passage has in a place.
struct Side<'p> {
    tokens: Vec<&'p Token>,
    words: Vec<String>,
    matter: Vec<Feature>,
    span: Option<Span>,
}

impl Side<'_> {
    fn has(&self, listed: &[&str]) -> bool {
        self.words.iter().any(|word| listed.contains(&word.as_str()))
    }

    fn denies(&self) -> bool {
        let denying = |word: &&String| DENYING.contains(&word.as_str()) || word.ends_with("n't");
        self.words.iter().filter(denying).count() % 2 == 1
    }

    /// The one word of matter, or the one word.
    fn word_of_matter(&self) -> Option<&str> {
        let mut telling = self.tokens.iter().zip(&self.words).filter(|(token, _)| token.feature.is_some());
        match (telling.next(), telling.next()) {
            (Some((_, word)), None) => Some(word),
            (None, _) if self.words.len() == 1 => Some(&self.words[0]),
            _ => None,
        }
    }

    /// "did not take", where the other has "took": verbs that change within keep what they begin with.
    fn lacks_only_the_form(&self, other: &Self) -> bool {
        let begins = |side: &Self| side.words.last().and_then(|word| word.chars().next());
        self.matter.is_empty()
            && self.has(&["did", "didn't", "does", "doesn't", "do", "don't"])
            && other.words.len() == 1
            && begins(self) == begins(other)
    }

    /// As what the verb is told, where `other` is the other passage's place.
    fn class(&self, other: &Self) -> Option<MoodClass> {
        let is_plan = self.has(PLANNED) && !self.has(&["had", "was", "were"]);
        if self.has(&["would"]) || (self.has(&["to"]) && !is_plan) {
            None
        } else if self.has(&["shall", "will", "won't"]) || (is_plan && self.has(&["to"])) {
            Some(MoodClass::Ahead)
        } else if self.has(&["can", "can't", "cannot", "could", "couldn't", "may", "might"]) {
            Some(MoodClass::Possible)
        } else if self.has(&["been", "did", "didn't", "had", "has", "have", "was", "were"]) {
            Some(MoodClass::Done)
        } else {
            let verb = self.word_of_matter().filter(|_| self.words.len() == 1 && !self.matter.is_empty())?;
            let past = !verb.ends_with('s')
                && !verb.ends_with("ing")
                && !other.words.iter().any(|word| word == verb);
            past.then_some(MoodClass::Done)
        }
    }
}
