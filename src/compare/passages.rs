//! Alignments -> the passages that two articles share, with their relation, and the sentences that no other has.

use super::align::{Alignment, Pair, RELATED, align};
use super::comparison::{Passage, Place, Relation};
use super::differences::differences;
use super::evidence::{PairWeights, Unit};
use super::profile::Profiles;
use super::wording::shared_wording;

/// From this share of common runs of words on, two passages have the same wording.
const SAME_WORDING: f32 = 0.5;

/// From this similarity on, a passage is the other in other words; below it the two are related.
const REWORDED: f32 = 0.45;

/// The passages that articles share, pair by pair, and those that stand alone.
pub(super) struct Passages {
    pub shared: Vec<Passage>,
    pub alone: Vec<Place>,
}

pub(super) fn passages(profiles: &Profiles) -> Passages {
    let count = profiles.articles.len();
    let mut shared = Vec::new();
    let mut told: Vec<Vec<bool>> =
        profiles.articles.iter().map(|article| vec![false; article.sentences.len()]).collect();
    for first in 0..count {
        for second in first + 1..count {
            let (weights, pair) = align(profiles, &profiles.articles[first], &profiles.articles[second]);
            mark_told(&mut told, [first, second], &pair);
            for alignment in &pair.alignments {
                shared.push(passage(profiles, [first, second], &weights, alignment));
            }
        }
    }
    Passages { shared, alone: if count > 1 { alone(profiles, &told) } else { Vec::new() } }
}

fn mark_told(told: &mut [Vec<bool>], articles: [usize; 2], pair: &Pair) {
    for (side, &article) in articles.iter().enumerate() {
        for (sentence, best) in pair.best[side].iter().enumerate() {
            told[article][sentence] |= *best >= RELATED;
        }
    }
    for alignment in &pair.alignments {
        for (range, &article) in [&alignment.first, &alignment.second].into_iter().zip(&articles) {
            told[article][range.clone()].fill(true);
        }
    }
}

fn alone(profiles: &Profiles, told: &[Vec<bool>]) -> Vec<Place> {
    let mut places = Vec::new();
    for (article, profile) in profiles.articles.iter().enumerate() {
        let sentences = profile.sentences.iter().zip(&told[article]).filter(|(_, told)| !**told);
        places.extend(sentences.map(|(sentence, _)| Place { article, span: sentence.span }));
    }
    places
}

fn passage(
    profiles: &Profiles,
    articles: [usize; 2],
    weights: &PairWeights,
    alignment: &Alignment,
) -> Passage {
    let [first, second] = articles;
    let a = Unit::new(&profiles.articles[first], alignment.first.clone());
    let b = Unit::new(&profiles.articles[second], alignment.second.clone());
    let relation = relation(&a, &b, alignment.similarity);
    Passage {
        places: vec![Place { article: first, span: a.span() }, Place { article: second, span: b.span() }],
        relation,
        similarity: alignment.similarity,
        differs: differences(&a, &b, articles, relation),
        evidence: weights.evidence(&a, &b, alignment.similarity),
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
