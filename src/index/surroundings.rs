//! How crowded it is around each article: its mean similarity to the six nearest. Without it a long report that
//! touches on everything is near to all others (a hub: Radovanović, Nanopoulos and Ivanović 2010); held against it, a
//! similarity says whether two articles are closer than each is to its neighbours (local scaling: Zelnik-Manor and Perona 2004).
//!
//! Cost: for each word, the square of the number of articles that hold it; words that many hold are left out, since
//! they tell next to nothing of which articles are near.

use super::measure::{prominence, rarity};

/// How many neighbours count: more than tell most events, so that the event is measured against what is around it.
const NEIGHBOURS: usize = 6;

/// At least as similar as this are the neighbours of any article: where nothing is near, nothing is an event.
pub(crate) const LEAST_CROWDED: f32 = 0.05;

/// A word counts that at most a tenth of the articles hold, and no more than this: what takes part in one event stands
/// in fewer, and the square of it bounds the cost.
const MOST_HOLDERS: usize = 100;

/// In a small corpus a single event may be more than a tenth.
const FEWEST_HOLDERS: usize = 40;

/// The vectors of all articles over telling words, word by word.
#[derive(Default)]
pub(super) struct Vectors {
    /// Article and weight.
    entries: Vec<(u32, f32)>,
    /// Where each word's entries end.
    ends: Vec<usize>,
}

impl Vectors {
    /// Whether a word that `holders` of `articles` hold counts.
    pub fn takes(articles: usize, holders: usize) -> bool {
        (2..=(articles / 10).clamp(FEWEST_HOLDERS, MOST_HOLDERS)).contains(&holders)
    }

    /// Adds a word with its weight in each article that holds it.
    pub fn push(&mut self, articles: usize, weights: &[(u32, u32)]) {
        if Self::takes(articles, weights.len()) {
            let rarity = rarity(articles, weights.len());
            let value = |&(article, weight): &(u32, u32)| (article, (rarity * prominence(weight)) as f32);
            self.entries.extend(weights.iter().map(value));
            self.ends.push(self.entries.len());
        }
    }

    /// Divides each article's weights by the length of its whole vector.
    pub fn normalize(&mut self, length: impl Fn(u32) -> f64) {
        for (article, value) in &mut self.entries {
            let length = length(*article);
            *value = if length > 0.0 { (f64::from(*value) / length) as f32 } else { 0.0 };
        }
    }

    /// Hands over each article with those after it that share a word, and its cosine with each of these.
    pub fn each(&self, articles: usize, visit: &mut impl FnMut(u32, &[u32], &[f32])) {
        let uses = self.uses(articles);
        let mut products = vec![0.0f32; articles];
        let mut near = Vec::new();
        for article in 0..articles {
            for &(word, next) in &uses.entries[uses.starts[article]..uses.starts[article + 1]] {
                let (next, end) = (next as usize, self.ends[word as usize]);
                let own = self.entries[next - 1].1;
                for &(other, value) in &self.entries[next..end] {
                    let product = &mut products[other as usize];
                    if *product == 0.0 {
                        near.push(other);
                    }
                    *product += own * value;
                }
            }
            visit(article as u32, &near, &products);
            near.drain(..).for_each(|other| products[other as usize] = 0.0);
        }
    }

    /// The words of each article.
    fn uses(&self, articles: usize) -> Uses {
        let mut starts = vec![0; articles + 1];
        self.entries.iter().for_each(|(article, _)| starts[*article as usize + 1] += 1);
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut next = starts.clone();
        let mut entries = vec![(0, 0); self.entries.len()];
        let mut start = 0;
        for (word, &end) in (0u32..).zip(&self.ends) {
            for (place, &(article, _)) in (start as u32 + 1..).zip(&self.entries[start..end]) {
                entries[next[article as usize]] = (word, place);
                next[article as usize] += 1;
            }
            start = end;
        }
        Uses { starts, entries }
    }
}

struct Uses {
    starts: Vec<usize>,
    /// The word, and the place among all entries after the article's own.
    entries: Vec<(u32, u32)>,
}

/// The highest similarities, those that are missing counted as none.
#[derive(Clone, Default)]
pub(super) struct Nearest([f32; NEIGHBOURS]);

impl Nearest {
    #[inline]
    pub fn add(&mut self, similarity: f32) {
        if similarity > self.0[NEIGHBOURS - 1] {
            let place = self.0.iter().position(|&known| similarity > known).unwrap_or(NEIGHBOURS - 1);
            self.0[place..].rotate_right(1);
            self.0[place] = similarity;
        }
    }

    /// The last of those that count.
    #[inline]
    pub fn least(&self) -> f32 {
        self.0[NEIGHBOURS - 1]
    }

    pub fn mean(&self) -> f32 {
        self.0.iter().sum::<f32>() / NEIGHBOURS as f32
    }
}

#[cfg(test)]
mod tests {
    use super::{Nearest, Vectors};

    #[test]
    fn products_are_those_of_the_vectors() {
        let mut vectors = Vectors::default();
        vectors.push(3, &[(0, 1), (1, 1)]);
        vectors.push(3, &[(1, 1), (2, 1)]);
        vectors.push(3, &[(2, 1)]);
        vectors.normalize(|_| 1.0);
        let mut pairs = Vec::new();
        vectors.each(3, &mut |article, near, products| {
            pairs.extend(near.iter().map(|&other| (article, other, products[other as usize] > 0.0)));
        });
        assert_eq!(pairs, [(0, 1, true), (1, 2, true)]);
    }

    #[test]
    fn the_mean_is_of_six() {
        let mean = |similarities: &[f32]| {
            let mut nearest = Nearest::default();
            similarities.iter().for_each(|&similarity| nearest.add(similarity));
            nearest.mean()
        };
        assert!((mean(&[0.1, 0.6, 0.5, 0.4, 0.3, 0.2, 0.7]) - 0.45).abs() < 1e-6);
        assert!((mean(&[0.6]) - 0.1).abs() < 1e-6);
    }
}
