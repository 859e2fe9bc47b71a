//! Alignments -> the passages that two articles share, with their relation, and the sentences that no other has.

use super::align::{Alignment, Pair, align};
use super::comparison::{Passage, Place, Relation};
use super::differences::differences;
use super::edits::Common;
use super::evidence::{PairWeights, Unit};
use super::facts::{Fact, differing_facts};
use super::profile::Profiles;
use super::wording::shared_wording;
use crate::text::Arrange as _;

/// From this share of common runs of words on, two passages have the same wording.
const SAME_WORDING: f32 = 0.5;

/// From this similarity on, a passage is the other in other words; below it the two are related.
const REWORDED: f32 = 0.45;

/// The passages that articles share, pair by pair, and those that stand alone.
pub(super) struct Passages {
    pub shared: Vec<Passage>,
    pub alone: Vec<Place>,
    /// For each article and sentence whether each article tells the same, or may.
    pub may_be_told: Vec<Vec<Vec<bool>>>,
}

pub(super) fn passages(profiles: &Profiles) -> Passages {
    let count = profiles.articles.len();
    let mut shared = Vec::new();
    let mut may_be_told: Vec<Vec<Vec<bool>>> =
        profiles.articles.iter().map(|article| vec![vec![false; count]; article.sentences.len()]).collect();
    for first in 0..count {
        for second in first + 1..count {
            let [a, b] = [first, second].map(|at| &profiles.articles[at]);
            let (weights, mut pair) = align(profiles, a, b);
            let mut facts = differing_facts(&weights, a, b);
            for fact in &mut facts {
                if !pair.alignments.iter().any(|alignment| fact.is_in(alignment)) {
                    fact.is_alone = true;
                    pair.alignments.push(fact.alignment(&weights, a, b));
                }
            }
            pair.alignments.arrange_by_key(|alignment| (alignment.first.start, alignment.second.start));
            note_told(&mut may_be_told, [first, second], &pair);
            for alignment in &pair.alignments {
                shared.push(passage(profiles, [first, second], &weights, alignment, &facts));
            }
        }
    }
    let alone = if count > 1 { alone(profiles, &may_be_told) } else { Vec::new() };
    Passages { shared, alone, may_be_told }
}

fn note_told(may_be_told: &mut [Vec<Vec<bool>>], articles: [usize; 2], pair: &Pair) {
    for (side, &article) in articles.iter().enumerate() {
        let other = articles[1 - side];
        for (sentence, &told) in pair.may_be_told[side].iter().enumerate() {
            may_be_told[article][sentence][other] = told;
        }
    }
    for alignment in &pair.alignments {
        for (side, range) in [&alignment.first, &alignment.second].into_iter().enumerate() {
            for sentence in range.clone() {
                may_be_told[articles[side]][sentence][articles[1 - side]] = true;
            }
        }
    }
}

fn alone(profiles: &Profiles, may_be_told: &[Vec<Vec<bool>>]) -> Vec<Place> {
    let mut places = Vec::new();
    for (article, profile) in profiles.articles.iter().enumerate() {
        let sentences = profile.sentences.iter().zip(&may_be_told[article]);
        let untold = sentences.filter(|(_, told)| !told.contains(&true));
        places.extend(untold.map(|(sentence, _)| Place { article, span: sentence.span }));
    }
    places
}

fn passage(
    profiles: &Profiles,
    articles: [usize; 2],
    weights: &PairWeights,
    alignment: &Alignment,
    facts: &[Fact],
) -> Passage {
    let [first, second] = articles;
    let a = Unit::new(&profiles.articles[first], alignment.first.clone());
    let b = Unit::new(&profiles.articles[second], alignment.second.clone());
    let relation = relation(&a, &b, alignment.similarity);
    let common = (relation != Relation::Related).then(|| Common::of(&a, &b));
    let wording = common.as_ref().filter(|_| relation == Relation::Same);
    let facts: Vec<&Fact> = facts.iter().filter(|fact| fact.is_in(alignment)).collect();
    Passage {
        places: vec![Place { article: first, span: a.span() }, Place { article: second, span: b.span() }],
        relation,
        similarity: alignment.similarity,
        differs: differences(&a, &b, articles, wording, &facts),
        evidence: weights.evidence(&a, &b, articles, alignment.similarity),
        kept: common.map_or_else(Vec::new, |common| common.kept(articles)),
    }
}

fn relation(a: &Unit, b: &Unit, similarity: f32) -> Relation {
    if shared_wording(a, b) >= SAME_WORDING {
        Relation::Same
    } else if similarity >= REWORDED {
        Relation::Reworded
    } else {
        Relation::Related
    }
}
