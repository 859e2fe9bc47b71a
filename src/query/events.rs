//! The corpus grouped into events: articles that tell of the same. Two articles belong together as far as they are
//! closer to each other than each is, on average, to its six nearest (local scaling: Zelnik-Manor and Perona 2004); groups
//! grow by average linkage (Sokal and Michener 1958) while that holds on average, so the corpus itself gives the threshold: 1.
//!
//! Cost: the square of the holders of each telling word, then n log n for the pairs that are near.

use super::nearest::nearness;
use crate::index::{
    ArticleId, BitReader, Corpus, DecodeError, Section, Vectors, mean_of_nearest, postings_damage,
};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// How many of the articles near one are kept as candidates. Larger events still hold together, by what their members share.
const CANDIDATES: usize = 64;

/// Articles that have a third of their vectors in common tell of the same, however crowded it is around them: an event told
/// by most of a corpus has no other surroundings.
const ALIKE: f32 = 1.0 / 3.0;

/// At least as similar as this are the neighbours of any article: where nothing is near, nothing is an event.
pub(super) const LEAST_CROWDED: f32 = 0.05;

/// Articles that tell of the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The one closest to all others; its title names the event.
    pub centre: ArticleId,
    /// In the order of the corpus; an article that stands alone is an event of its own.
    pub articles: Vec<ArticleId>,
}

/// Every article in exactly one event, the largest event first, then in the order of the corpus.
pub fn events(corpus: &Corpus) -> Result<Vec<Event>, DecodeError> {
    let pairs = close_pairs(corpus)?;
    let mut linkage = Linkage::new(corpus.len(), &pairs);
    linkage.merge();
    let mut closeness = vec![0.0f32; corpus.len()];
    let groups = linkage.groups();
    let mut group_of = vec![0; corpus.len()];
    for (number, group) in groups.iter().enumerate() {
        group.iter().for_each(|&article| group_of[article as usize] = number);
    }
    for pair in pairs.iter().filter(|pair| group_of[pair.a as usize] == group_of[pair.b as usize]) {
        closeness[pair.a as usize] += pair.closeness;
        closeness[pair.b as usize] += pair.closeness;
    }
    let mut events: Vec<Event> = groups
        .into_iter()
        .map(|group| {
            let closer = |a: &&u32, b: &&u32| {
                closeness[**a as usize].total_cmp(&closeness[**b as usize]).then(b.cmp(a))
            };
            let centre = ArticleId(group.iter().max_by(closer).copied().unwrap_or(0));
            Event { centre, articles: group.into_iter().map(ArticleId).collect() }
        })
        .collect();
    events.sort_by_key(|event| (std::cmp::Reverse(event.articles.len()), event.articles[0]));
    Ok(events)
}

/// Two articles and how close they are, 1 where they are as close as each is to its neighbours.
struct Pair {
    a: u32,
    b: u32,
    closeness: f32,
}

fn close_pairs(corpus: &Corpus) -> Result<Vec<Pair>, DecodeError> {
    let columns = corpus.columns()?;
    let mut crowds = Vec::with_capacity(corpus.len());
    let mut similar: Vec<(u32, u32, f32)> = Vec::new();
    vectors(corpus)?.each(corpus.len(), &mut |article, near, products| {
        let own = columns.days(article);
        let similarity =
            |&other: &u32| (products[other as usize] * nearness(own, columns.days(other)) as f32, other);
        let mut candidates: Vec<(f32, u32)> = near.iter().map(similarity).collect();
        crowds.push(mean_of_nearest(candidates.iter().map(|candidate| candidate.0)));
        let closer = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if candidates.len() > CANDIDATES {
            candidates.select_nth_unstable_by(CANDIDATES, closer);
            candidates.truncate(CANDIDATES);
        }
        for (similarity, other) in candidates {
            similar.push((article.min(other), article.max(other), similarity));
        }
    });
    let crowd = |article: u32| crowds[article as usize].clamp(LEAST_CROWDED, ALIKE);
    let pair = |(a, b, similarity): (u32, u32, f32)| Pair {
        a,
        b,
        closeness: similarity / (crowd(a) * crowd(b)).sqrt(),
    };
    // Most pairs are found from both sides.
    similar.sort_unstable_by_key(|&(a, b, _)| (a, b));
    similar.dedup_by_key(|&mut (a, b, _)| (a, b));
    Ok(similar.into_iter().map(pair).collect())
}

/// The weights of telling words in all articles.
fn vectors(corpus: &Corpus) -> Result<Vectors, DecodeError> {
    let postings = corpus.blobs(Section::Postings)?;
    let emphasis = corpus.blobs(Section::Emphasis)?;
    let mut vectors = Vectors::default();
    let mut weights = Vec::new();
    for term in 0..postings.len() {
        let holders = corpus.postings(term)?;
        if !Vectors::takes(corpus.len(), holders.len()) {
            continue;
        }
        let bits = emphasis.get(term).map_err(|damage| Section::Emphasis.damaged(damage))?;
        let mut bits = BitReader::new(bits);
        weights.clear();
        holders
            .each(&mut |block| {
                weights.extend(block.articles().iter().map(|&article| (article, bits.small())))
            })
            .map_err(postings_damage)?;
        vectors.push(corpus.len(), &weights);
    }
    vectors.normalize(|article| corpus.vector_length(article));
    Ok(vectors)
}

/// Groups that grow: the sum of the closeness of all pairs between each two that have a close pair.
struct Linkage {
    sums: Vec<BTreeMap<u32, f32>>,
    members: Vec<Vec<u32>>,
    waiting: BinaryHeap<Candidate>,
}

/// Two groups that may become one, with the sizes they had when their closeness was worked out.
#[derive(PartialEq)]
struct Candidate {
    mean: f32,
    groups: (u32, u32),
    sizes: (usize, usize),
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.mean.total_cmp(&other.mean).then_with(|| other.groups.cmp(&self.groups))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Linkage {
    fn new(articles: usize, pairs: &[Pair]) -> Self {
        let mut sums = vec![BTreeMap::new(); articles];
        for pair in pairs {
            sums[pair.a as usize].insert(pair.b, pair.closeness);
            sums[pair.b as usize].insert(pair.a, pair.closeness);
        }
        let mut linkage = Self {
            sums,
            members: (0..articles as u32).map(|article| vec![article]).collect(),
            waiting: BinaryHeap::new(),
        };
        pairs.iter().for_each(|pair| linkage.propose(pair.a, pair.b, pair.closeness));
        linkage
    }

    /// Remembers two groups for merging if they are closer, on average, than their surroundings.
    fn propose(&mut self, a: u32, b: u32, sum: f32) {
        let sizes = (self.members[a as usize].len(), self.members[b as usize].len());
        let mean = sum / (sizes.0 * sizes.1) as f32;
        if mean >= 1.0 {
            self.waiting.push(Candidate { mean, groups: (a, b), sizes });
        }
    }

    fn merge(&mut self) {
        while let Some(Candidate { groups: (a, b), sizes, .. }) = self.waiting.pop() {
            let now = (self.members[a as usize].len(), self.members[b as usize].len());
            if now == sizes {
                self.join(a, b);
            }
        }
    }

    /// Puts group `b` into group `a`.
    fn join(&mut self, a: u32, b: u32) {
        let moved = std::mem::take(&mut self.members[b as usize]);
        self.members[a as usize].extend(moved);
        let sums = std::mem::take(&mut self.sums[b as usize]);
        self.sums[a as usize].remove(&b);
        for (other, sum) in sums.into_iter().filter(|(other, _)| *other != a) {
            self.sums[other as usize].remove(&b);
            *self.sums[a as usize].entry(other).or_default() += sum;
            *self.sums[other as usize].entry(a).or_default() += sum;
        }
        let around: Vec<_> = self.sums[a as usize].iter().map(|(&other, &sum)| (other, sum)).collect();
        around.into_iter().for_each(|(other, sum)| self.propose(a.min(other), a.max(other), sum));
    }

    fn groups(self) -> Vec<Vec<u32>> {
        let mut groups: Vec<_> = self.members.into_iter().filter(|group| !group.is_empty()).collect();
        groups.iter_mut().for_each(|group| group.sort_unstable());
        groups
    }
}
