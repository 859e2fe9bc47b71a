//! Whether an article is silent about what a sentence of another tells.
//!
//! That no sentence of an article is aligned with it is no silence: the title may tell it, or several sentences together, or one
//! in words that alignment does not trust. An article is believed to be silent only where it lacks most of the
//! sentence's words, wherever they might stand in it.

use super::evidence::{PairWeights, Unit};
use super::profile::{ArticleProfile, language};

/// An article that has more than this share of a sentence's words, by weight, may tell it.
///
/// Chosen on 150 sentences of news beside the whole article of another outlet on the same event
/// (`tests/cases/comparing/events.tsv`), on either half of which it does about as well: of the 58 that lie below here and that no
/// sentence comes near, 56 are told nowhere in the other article; of the 107 that no sentence comes near, 94.
const MOST_WORDS: f32 = 0.2;

/// A sentence of fewer different words of matter ("Be safe!", "He declined to comment.") tells too little for anybody to leave out.
const LEAST_WORDS: usize = 4;

/// Whether `other` has too many of the words of `unit`, in title, headings or text, to be called silent about it. Names do not
/// count: articles on one event share them whatever they tell. Nobody is called silent about a unit of hardly any words, nor
/// about one in another language.
pub(super) fn has_its_words(weights: &PairWeights, unit: &Unit, other: &ArticleProfile) -> bool {
    let (mut words, mut all, mut had) = (0, 0.0, 0.0);
    for &feature in unit.features().iter().filter(|&&feature| !weights.is_entity(feature)) {
        let weight = weights.of(feature);
        words += 1;
        all += weight;
        had += if other.has(feature) { weight } else { 0.0 };
    }
    let apart = [unit.article, other].map(|article| language(&article.document).get(..2));
    words < LEAST_WORDS || had >= MOST_WORDS * all || apart[0] != apart[1]
}
