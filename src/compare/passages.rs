//! Alignments -> the passages that two articles share, with their relation, and the sentences that no other has.

use super::align::{Alignment, Pair, RELATED, align};
use super::comparison::{Passage, Place, Relation};
use super::differences::differences;
use super::edits::kept;
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
    /// For each article and sentence the best similarity with each article.
    pub best: Vec<Vec<Vec<f32>>>,
}

pub(super) fn passages(profiles: &Profiles) -> Passages {
    let count = profiles.articles.len();
    let mut shared = Vec::new();
    let mut best: Vec<Vec<Vec<f32>>> =
        profiles.articles.iter().map(|article| vec![vec![0.0; count]; article.sentences.len()]).collect();
    for first in 0..count {
        for second in first + 1..count {
            let (weights, pair) = align(profiles, &profiles.articles[first], &profiles.articles[second]);
            note_best(&mut best, [first, second], &pair);
            for alignment in &pair.alignments {
                shared.push(passage(profiles, [first, second], &weights, alignment));
            }
        }
    }
    let alone = if count > 1 { alone(profiles, &best) } else { Vec::new() };
    Passages { shared, alone, best }
}

fn note_best(best: &mut [Vec<Vec<f32>>], articles: [usize; 2], pair: &Pair) {
    for (side, &article) in articles.iter().enumerate() {
        let other = articles[1 - side];
        for (sentence, similarity) in pair.best[side].iter().enumerate() {
            best[article][sentence][other] = *similarity;
        }
    }
    for alignment in &pair.alignments {
        for (side, range) in [&alignment.first, &alignment.second].into_iter().enumerate() {
            for sentence in range.clone() {
                let noted = &mut best[articles[side]][sentence][articles[1 - side]];
                *noted = noted.max(alignment.similarity).max(RELATED);
            }
        }
    }
}

fn alone(profiles: &Profiles, best: &[Vec<Vec<f32>>]) -> Vec<Place> {
    let mut places = Vec::new();
    for (article, profile) in profiles.articles.iter().enumerate() {
        let told = |at: usize| best[article][at].iter().any(|&similarity| similarity >= RELATED);
        let sentences = profile.sentences.iter().enumerate().filter(|(at, _)| !told(*at));
        places.extend(sentences.map(|(_, sentence)| Place { article, span: sentence.span }));
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
        evidence: weights.evidence(&a, &b, articles, alignment.similarity),
        kept: if relation == Relation::Related { Vec::new() } else { kept(&a, &b, articles) },
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
