//! What speaks for two passages telling the same, and how much each piece of it weighs.
//!
//! A shared entity or word weighs by its rarity in the corpus and by how few sentences of the two articles have it:
//! the country that both articles are about says little, a treaty named once in each says much. The similarity is
//! the weight of what is shared over the weight of what there is, so that it lies in 0 to 1 and is the sum of its
//! evidence (a weighted Dice coefficient, leaning to the shorter passage: a sentence may tell the same as a part of a
//! longer one). Only the two articles count, so a third changes nothing. Cost: one merge of two ordered lists a pair.

use super::comparison::{Evidence, EvidenceKind, Place};
use super::profile::{ArticleProfile, Clause, Feature, Named, Profiles, SentenceProfile, Token, each_once};
use super::values::{
    common_dates, common_numbers, conflict, date_weight, distinct_dates, number_label, number_weight,
    same_day_of_year, same_number,
};
use crate::analysis::{DateMention, Mention, Number};
use crate::ingest::EntityKind;
use crate::text::{Arrange as _, Date, Span, fold};
use std::borrow::Cow;
use std::ops::Range;

/// How far the similarity leans to the shorter passage: 0 is the Dice coefficient, 1 the overlap coefficient.
const LEANING: f32 = 0.4;

/// What of its weight a word keeps where the other sentence has it in a name only: "the treaty" may be another one.
const MAY_MEAN_IT: f32 = 0.5;

/// What of its weight a thing loses where both sentences have it right behind the same other thing.
const SET_PHRASE: f32 = 0.6;

/// A sentence, or neighbouring sentences taken together.
pub(super) struct Unit<'p, 'a> {
    pub article: &'p ArticleProfile<'a>,
    pub sentences: Range<usize>,
    features: Cow<'p, [Feature]>,
    named: Cow<'p, [Named]>,
    /// Where the unit is a part of its sentence.
    part: Option<Span>,
}

impl<'p, 'a> Unit<'p, 'a> {
    pub fn new(article: &'p ArticleProfile<'a>, sentences: Range<usize>) -> Self {
        let profiles = &article.sentences[sentences.clone()];
        let (features, named) = if let [one] = profiles {
            (Cow::Borrowed(one.features.as_slice()), Cow::Borrowed(one.named.as_slice()))
        } else {
            let features = united(profiles.iter().flat_map(|sentence| &sentence.features));
            let named = united(profiles.iter().flat_map(|sentence| &sentence.named));
            (Cow::Owned(features), Cow::Owned(named))
        };
        Self { article, sentences, features, named, part: None }
    }

    /// The parts of a sentence, itself where it has none.
    pub fn parts(article: &'p ArticleProfile<'a>, sentence: usize) -> Vec<Self> {
        let part = |clause: &'p Clause| Self {
            article,
            sentences: sentence..sentence + 1,
            features: Cow::Borrowed(clause.features.as_slice()),
            named: Cow::Borrowed(clause.named.as_slice()),
            part: Some(clause.span),
        };
        let parts: Vec<Self> = article.sentences[sentence].clauses.iter().map(part).collect();
        if parts.is_empty() { vec![Self::new(article, sentence..sentence + 1)] } else { parts }
    }

    fn holds(&self, span: Span) -> bool {
        self.part.is_none_or(|part| part.contains(span))
    }

    pub fn profiles(&self) -> &'p [SentenceProfile] {
        &self.article.sentences[self.sentences.clone()]
    }

    pub fn span(&self) -> Span {
        let sentences = self.profiles();
        match (sentences.first(), sentences.last()) {
            (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
            _ => Span::default(),
        }
    }

    pub fn dates(&self) -> Vec<&'a DateMention> {
        let dates = self.profiles().iter().flat_map(|sentence| self.article.dates(sentence));
        dates.filter(|date| self.holds(date.span)).collect()
    }

    pub fn numbers(&self) -> Vec<&'a Number> {
        let numbers = self.profiles().iter().flat_map(|sentence| self.article.numbers(sentence));
        numbers.filter(|number| self.holds(number.span)).collect()
    }

    /// Ascending, each once.
    pub fn features(&self) -> &[Feature] {
        &self.features
    }

    pub fn has(&self, feature: Feature) -> bool {
        self.features.binary_search(&feature).is_ok()
    }
}

/// Ascending, each once.
fn united<'p, T: Copy + Ord + 'p>(all: impl Iterator<Item = &'p T>) -> Vec<T> {
    each_once(all.copied().collect())
}

/// The weights of features for one pair of articles.
pub(super) struct PairWeights {
    weights: Vec<f32>,
    /// Features below this number are entities.
    entities: Feature,
}

/// What two units share.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Agreement {
    /// 0 to 1; 0 where the two hold nothing to compare.
    pub similarity: f32,
    /// The weight of what is shared, before it is put in relation.
    pub weight: f32,
    /// How many different things are shared, and how many of them are words.
    pub things: u32,
    pub words: u32,
    /// How many of the words are names of agreements, events and organizations.
    pub topics: u32,
    /// How many things are shared right behind something else that is, and their weight.
    pub joined: u32,
    pub phrases: f32,
    /// The weight of the names that only the one unit has, of the unit that has less of them.
    pub apart: f32,
}

impl Agreement {
    /// The logarithm of the odds that two sentences tell the same fact, by what they share alone.
    ///
    /// Logistic regression over 220 pairs of sentences from articles of news, labelled by one reader. How much is shared says more
    /// than which share of the sentences it is, for a long sentence tells several things; a set phrase ("the ban on plastic
    /// bags") is one thing, however many words it has. What the wording and the sentences beside say is added by
    /// [`super::align`].
    pub fn log_odds(&self) -> f32 {
        let weight = self.weight - SET_PHRASE * self.phrases;
        3.1 * (weight + 0.5).ln() + 7.5 * self.similarity - 0.15 * self.apart - 8.5
    }
}

impl PairWeights {
    pub fn new(profiles: &Profiles, a: &ArticleProfile, b: &ArticleProfile) -> Self {
        let sentences = a.sentences.len() + b.sentences.len();
        let mut uses = vec![(0, f32::MAX); profiles.features];
        for usage in a.uses.iter().chain(&b.uses) {
            let (having, rarity) = &mut uses[usage.feature as usize];
            (*having, *rarity) = (*having + usage.sentences as usize, rarity.min(usage.rarity));
        }
        // Two logarithms a feature would be most of the cost.
        let spreads: Vec<f32> = (0..=sentences).map(|having| spread(having, sentences)).collect();
        let mut weights = vec![0.0; profiles.features];
        for usage in a.uses.iter().chain(&b.uses) {
            let (having, rarity) = uses[usage.feature as usize];
            let known = spreads.get(having).copied();
            weights[usage.feature as usize] = rarity * known.unwrap_or_else(|| spread(having, sentences));
        }
        Self { weights, entities: profiles.entities }
    }

    pub fn of(&self, feature: Feature) -> f32 {
        self.weights.get(feature as usize).copied().unwrap_or(0.0)
    }

    pub fn is_entity(&self, feature: Feature) -> bool {
        feature < self.entities
    }

    /// The weight of what two sentences share at the most, at little cost: a date or number weighs 3 at the most.
    pub fn at_most(&self, a: &Unit, b: &Unit) -> f32 {
        let counted = |unit: &Unit| -> (usize, usize) {
            let sentences = unit.profiles().iter();
            sentences.fold((0, 0), |sum, it| (sum.0 + it.dates.len(), sum.1 + it.numbers.len()))
        };
        let ((dates, numbers), (other_dates, other_numbers)) = (counted(a), counted(b));
        let values = dates.min(other_dates) + numbers.min(other_numbers);
        let features: f32 = common(&a.features, &b.features).map(|it| self.weights[it as usize]).sum();
        features + 3.0 * values as f32
    }

    pub fn agreement(&self, a: &Unit, b: &Unit) -> Agreement {
        let mut agreement = Agreement::default();
        self.shared(a, b, &mut |shared, weight| {
            agreement.weight += weight;
            agreement.things += 1;
            if let Shared::Feature(feature) = shared {
                let is_topic = self.is_entity(feature) && self.is_topic(feature, a);
                agreement.words += u32::from(is_topic || !self.is_entity(feature));
                agreement.topics += u32::from(is_topic);
            }
        });
        if agreement.weight > 0.0 {
            agreement.similarity = (agreement.weight / self.norm(a, b) * conflict(a, b)).min(1.0);
            (agreement.joined, agreement.phrases) = self.phrases(a, b);
            agreement.apart = self.names_without(a, b).min(self.names_without(b, a));
        }
        agreement
    }

    /// What stands right behind the same thing in both units: how often, and the weight, of each two the lighter one's.
    fn phrases(&self, a: &Unit, b: &Unit) -> (u32, f32) {
        let pairs = |unit: &Unit<'_, '_>| {
            let sequences = unit.profiles().iter().flat_map(|sentence| sentence.sequence.windows(2));
            let pairs: Vec<[Feature; 2]> = sequences.filter_map(|pair| pair.try_into().ok()).collect();
            united(pairs.iter())
        };
        let (first, second) = (pairs(a), pairs(b));
        let both = first.iter().filter(|pair| second.binary_search(pair).is_ok());
        let weight = |&[x, y]: &[Feature; 2]| self.weights[x as usize].min(self.weights[y as usize]);
        both.fold((0, 0.0), |(count, sum), pair| (count + 1, sum + weight(pair)))
    }

    /// The weight of the entities of one unit that the other does not name.
    fn names_without(&self, unit: &Unit, other: &Unit) -> f32 {
        let names = unit.features.iter().take_while(|&&feature| feature < self.entities);
        names.filter(|&&name| !other.has(name)).map(|&name| self.weights[name as usize]).sum()
    }

    /// Whether an entity says what is spoken of: an agreement, an event, an organization. People and places say only who
    /// and where.
    fn is_topic(&self, feature: Feature, unit: &Unit) -> bool {
        let kind = || {
            let at = unit.article.entities.iter().position(|&entity| entity == Some(feature))?;
            unit.article.document.reading.entities.get(at).map(|entity| entity.kind)
        };
        !matches!(kind(), Some(EntityKind::Person | EntityKind::Place) | None)
    }

    /// What the two share, heaviest first; the weights add up to the similarity.
    pub fn evidence(&self, a: &Unit, b: &Unit, articles: [usize; 2], similarity: f32) -> Vec<Evidence> {
        let mut evidence = Vec::new();
        self.shared(a, b, &mut |shared, weight| {
            let (kind, label) = self.describe(&shared, a, b);
            let mut places = Vec::new();
            for (article, unit) in articles.into_iter().zip([a, b]) {
                places.extend(spans(&shared, unit).into_iter().map(|span| Place { article, span }));
            }
            evidence.push(Evidence { kind, label, weight, places });
        });
        let total: f32 = evidence.iter().map(|item| item.weight).sum();
        if total > 0.0 {
            evidence.iter_mut().for_each(|item| item.weight *= similarity / total);
        }
        evidence.arrange_by(|x, y| {
            y.weight.total_cmp(&x.weight).then(x.kind.cmp(&y.kind)).then_with(|| x.label.cmp(&y.label))
        });
        evidence
    }

    /// The weight of all that a unit holds.
    fn total(&self, unit: &Unit) -> f32 {
        let features: f32 = unit.features.iter().map(|&feature| self.weights[feature as usize]).sum();
        let dates: f32 = distinct_dates(unit).iter().map(|mention| date_weight(&mention.value)).sum();
        let numbers: f32 = unit.numbers().into_iter().map(number_weight).sum();
        features + dates + numbers
    }

    fn norm(&self, a: &Unit, b: &Unit) -> f32 {
        let (a, b) = (self.total(a), self.total(b));
        (1.0 - LEANING) * (a + b) / 2.0 + LEANING * a.min(b)
    }

    fn shared(&self, a: &Unit, b: &Unit, visit: &mut dyn FnMut(Shared, f32)) {
        for feature in common(&a.features, &b.features) {
            visit(Shared::Feature(feature), self.weights[feature as usize]);
        }
        for feature in told_by_name(a, b).chain(told_by_name(b, a)) {
            visit(Shared::Feature(feature), MAY_MEAN_IT * self.weights[feature as usize]);
        }
        for (date, weight) in common_dates(a, b) {
            visit(Shared::Date(date), weight);
        }
        for (number, weight) in common_numbers(a, b) {
            visit(Shared::Number(number), weight);
        }
    }

    fn describe(&self, shared: &Shared, a: &Unit, b: &Unit) -> (EvidenceKind, String) {
        match *shared {
            Shared::Date(date) => (EvidenceKind::Date, date.to_string()),
            Shared::Number(number) => (EvidenceKind::Number, number_label(number)),
            Shared::Feature(feature) if self.is_entity(feature) => {
                (EvidenceKind::Entity, shorter(a, b, feature, name))
            }
            Shared::Feature(feature) => (EvidenceKind::Word, shorter(a, b, feature, word)),
        }
    }
}

/// 1 for what stands in one sentence of each article, towards 0.1 for what stands in all of them.
fn spread(having: usize, sentences: usize) -> f32 {
    let all = (sentences + 1) as f32;
    let share = (all / having.max(1) as f32).ln() / (all / 2.0).max(1.01).ln();
    share.clamp(0.1, 1.0)
}

/// One thing that two units share.
enum Shared<'a> {
    Feature(Feature),
    Date(Date),
    Number(&'a Number),
}

/// Where a unit has what it shares.
fn spans(shared: &Shared, unit: &Unit) -> Vec<Span> {
    match *shared {
        Shared::Feature(feature) => {
            let named = |mention: &&Mention| {
                let entity =
                    mention.entity.and_then(|entity| unit.article.entities.get(usize::from(entity.0)));
                entity.copied().flatten() == Some(feature)
            };
            let mentions = unit.profiles().iter().flat_map(|sentence| unit.article.mentions(sentence));
            let tokens = unit.profiles().iter().flat_map(|sentence| &sentence.tokens);
            let holds = |token: &&Token| {
                token.feature == Some(feature) || token.named.is_some_and(|it| it.word == feature)
            };
            let words = tokens.filter(holds).map(|token| token.span);
            mentions.filter(named).map(|mention| mention.span).chain(words).collect()
        }
        Shared::Date(date) => {
            let means = |mention: &&DateMention| {
                mention.value.overlaps(&date) || same_day_of_year(&mention.value, &date)
            };
            let dates = unit.dates().into_iter().filter(means);
            dates.map(|mention| mention.span).collect()
        }
        Shared::Number(number) => {
            unit.numbers().into_iter().filter(|it| same_number(it, number)).map(|it| it.span).collect()
        }
    }
}

/// Words of one unit that the other has in a name only, of something that the first does not name: "the treaty".
fn told_by_name<'u>(a: &'u Unit, b: &'u Unit) -> impl Iterator<Item = Feature> + 'u {
    let mut last = None;
    let told = b.named.iter().filter(|it| a.has(it.word) && !b.has(it.word) && !a.has(it.entity));
    told.map(|it| it.word).filter(move |word| last.replace(*word) != Some(*word))
}

fn common<'f>(a: &'f [Feature], b: &'f [Feature]) -> impl Iterator<Item = Feature> + 'f {
    let (mut a, mut b) = (a.iter().copied().peekable(), b.iter().copied().peekable());
    std::iter::from_fn(move || {
        loop {
            let (x, y) = (*a.peek()?, *b.peek()?);
            if x <= y {
                a.next();
            }
            if y <= x {
                b.next();
            }
            if x == y {
                return Some(x);
            }
        }
    })
}

/// The shorter of what two units call a feature, so that either order of the articles gives the same label.
fn shorter(a: &Unit, b: &Unit, feature: Feature, called: fn(&Unit, Feature) -> Option<String>) -> String {
    let names = [called(a, feature), called(b, feature)].into_iter().flatten();
    names.min_by(|x, y| x.len().cmp(&y.len()).then_with(|| x.cmp(y))).unwrap_or_default()
}

fn name(unit: &Unit, feature: Feature) -> Option<String> {
    let at = unit.article.entities.iter().position(|&entity| entity == Some(feature))?;
    Some(unit.article.document.reading.entities.get(at)?.name.clone())
}

fn word(unit: &Unit, feature: Feature) -> Option<String> {
    let tokens = unit.profiles().iter().flat_map(|sentence| &sentence.tokens);
    let forms =
        tokens.filter(|token| token.feature == Some(feature)).map(|token| token.span.of(unit.article.text()));
    forms.map(|form| fold(form).into_owned()).min_by(|x, y| x.len().cmp(&y.len()).then_with(|| x.cmp(y)))
}
