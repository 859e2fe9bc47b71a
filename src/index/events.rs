//! The corpus grouped into events: articles that tell of the same. Two articles belong together as far as they are
//! closer to each other than each is, on average, to its six nearest (local scaling: Zelnik-Manor and Perona 2004); groups
//! grow by average linkage (Sokal and Michener 1958) while that holds on average, so the corpus itself gives the threshold: 1.
//! They are found when the corpus is built, while all articles are at hand.
//!
//! ```text
//! per event of two or more, the largest first: members, which of them is the centre (LEB128), members ascending
//! ```
//!
//! Cost: the square of the holders of each telling word, then n log n for the pairs that are near.

use super::bytes::{Cursor, Damage, push_ascending, push_number};
use super::header::ArticleId;
use super::measure::{days_apart, nearness_of};
use super::section::Section;
use super::surroundings::{LEAST_CROWDED, Nearest};
use super::{Corpus, DecodeError};
use crate::text::Arrange as _;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// How many of the articles near one are kept as candidates, of those at least [`LEAST_SIMILAR`] to it. Larger events still hold
/// together, by what their members share.
const CANDIDATES: usize = 64;

/// Where half a dozen are nearer than [`LEAST_CROWDED`], as around any article, so little holds no event together.
const LEAST_SIMILAR: f32 = LEAST_CROWDED / 2.5;

/// Articles that have a third of their vectors in common tell of the same, however crowded it is around them: an event told
/// by most of a corpus has no other surroundings.
const ALIKE: f32 = 1.0 / 3.0;

/// In days: e^(−256/5) is nothing beside the rest.
const FAR_APART: u32 = 256;

/// Articles that tell of the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The one closest to all others; its title names the event.
    pub centre: ArticleId,
    /// In the order of the corpus; an article that stands alone is an event of its own.
    pub articles: Vec<ArticleId>,
}

impl Corpus {
    /// Every article in exactly one event, the largest event first, then in the order of the corpus.
    pub fn events(&self) -> Result<Vec<Event>, DecodeError> {
        let mut events = self.larger_events()?;
        let mut is_grouped = vec![false; self.len()];
        events.iter().flat_map(|event| &event.articles).for_each(|it| is_grouped[it.0 as usize] = true);
        let alone = (0..self.len() as u32).map(ArticleId).filter(|article| !is_grouped[article.0 as usize]);
        events.extend(alone.map(|article| Event { centre: article, articles: vec![article] }));
        Ok(events)
    }

    /// The events of two articles or more, in the same order.
    pub fn larger_events(&self) -> Result<Vec<Event>, DecodeError> {
        decoded(self.section(Section::Events), self.len() as u32)
            .map_err(|damage| Section::Events.damaged(damage))
    }
}

fn decoded(bytes: &[u8], articles: u32) -> Result<Vec<Event>, Damage> {
    let mut cursor = Cursor::new(bytes);
    let mut events = Vec::new();
    while !cursor.is_empty() {
        let count = cursor.number()?;
        let centre = cursor.number()?;
        let mut event = Event { centre: ArticleId(0), articles: Vec::new() };
        let mut next = 0u32;
        for place in 0..count {
            let article = next.saturating_add(cursor.number()?);
            if article >= articles {
                return Err(Damage("names an article that is not there"));
            }
            if place == centre {
                event.centre = ArticleId(article);
            }
            event.articles.push(ArticleId(article));
            next = article + 1;
        }
        events.push(event);
    }
    Ok(events)
}

/// Gathers who is near to whom, pair by pair, and groups them in the end.
pub(super) struct Grouping<'a> {
    /// The first and last day of each article's date.
    days: &'a [Option<(i32, i32)>],
    around: Vec<Around>,
    /// What is no more similar than this to an article changes nothing about it.
    floors: Vec<f32>,
    /// The nearness of dates, by how many days lie between them; after the last it does not change.
    shares: Vec<f32>,
}

/// What is near to one article.
#[derive(Clone, Default)]
struct Around {
    /// Whatever their dates.
    nearest: Nearest,
    /// Dates counted.
    crowd: Nearest,
    candidates: Vec<(f32, u32)>,
    /// The least similar that is still a candidate.
    least: f32,
}

impl Around {
    /// Gives what has to be exceeded from now on.
    fn add(&mut self, product: f32, similarity: f32, other: u32) -> f32 {
        self.nearest.add(product);
        self.crowd.add(similarity);
        if similarity >= self.least.max(LEAST_SIMILAR) {
            self.candidates.push((similarity, other));
            if self.candidates.len() == 2 * CANDIDATES {
                self.least = self.keep_closest();
            }
        }
        // Dates only take away from it, so the sixth of the nearest is no nearer with them than without.
        self.crowd.least().min(self.least.max(LEAST_SIMILAR))
    }

    /// Keeps as many candidates as count; gives the similarity of the last of them.
    fn keep_closest(&mut self) -> f32 {
        let closer = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        let (_, last, _) = self.candidates.select_nth_unstable_by(CANDIDATES - 1, closer);
        let least = last.0;
        self.candidates.truncate(CANDIDATES);
        least
    }
}

impl<'a> Grouping<'a> {
    pub fn new(days: &'a [Option<(i32, i32)>]) -> Self {
        Self {
            days,
            around: vec![Around::default(); days.len()],
            floors: vec![0.0; days.len()],
            shares: (0..=FAR_APART).map(|days| nearness_of(days) as f32).collect(),
        }
    }

    /// An article, those after it that share a telling word with it, and its cosine with each of them.
    pub fn add(&mut self, article: u32, near: &[u32], products: &[f32]) {
        let mut floor = self.floors[article as usize];
        for &other in near {
            let product = products[other as usize];
            let (is_near, is_near_to_other) = (product >= floor, product >= self.floors[other as usize]);
            if !is_near && !is_near_to_other {
                continue;
            }
            let apart = days_apart(self.days[article as usize], self.days[other as usize]);
            let similarity = product * self.shares[apart.min(FAR_APART) as usize];
            if is_near {
                floor = self.around[article as usize].add(product, similarity, other);
            }
            if is_near_to_other {
                self.floors[other as usize] = self.around[other as usize].add(product, similarity, article);
            }
        }
    }

    /// The mean of the nearest of each article, whatever their dates.
    pub fn surroundings(&self) -> impl Iterator<Item = f32> {
        self.around.iter().map(|around| around.nearest.mean())
    }

    /// The section's bytes.
    pub fn finish(mut self) -> Vec<u8> {
        let articles = self.days.len();
        let pairs = self.pairs();
        let mut linkage = Linkage::new(articles, &pairs);
        linkage.merge();
        let mut closeness = vec![0.0f32; articles];
        let mut group_of = vec![0; articles];
        let mut groups = linkage.groups();
        groups.arrange_by_key(|group| (std::cmp::Reverse(group.len()), group[0]));
        for (number, group) in groups.iter().enumerate() {
            group.iter().for_each(|&article| group_of[article as usize] = number);
        }
        for pair in pairs.iter().filter(|pair| group_of[pair.a as usize] == group_of[pair.b as usize]) {
            closeness[pair.a as usize] += pair.closeness;
            closeness[pair.b as usize] += pair.closeness;
        }
        let mut bytes = Vec::new();
        for group in groups.into_iter().filter(|group| group.len() > 1) {
            let closer = |&a: &usize, &b: &usize| {
                let closeness = |at: usize| closeness[group[at] as usize];
                closeness(a).total_cmp(&closeness(b)).then(b.cmp(&a))
            };
            let centre = (0..group.len()).max_by(closer).unwrap_or(0);
            push_number(&mut bytes, group.len() as u32);
            push_number(&mut bytes, centre as u32);
            push_ascending(&mut bytes, &group);
        }
        bytes
    }

    /// The pairs that can matter: groups become one only where some pair across is close, so all that are joined by close pairs
    /// are looked at, and nothing between them and others.
    fn pairs(&mut self) -> Vec<Pair> {
        let mut similar = Vec::new();
        for (article, around) in (0u32..).zip(&mut self.around) {
            if around.candidates.len() > CANDIDATES {
                around.keep_closest();
            }
            let pair = |(similarity, other): (f32, u32)| (article.min(other), article.max(other), similarity);
            similar.extend(std::mem::take(&mut around.candidates).into_iter().map(pair));
        }
        let crowd = |article: u32| self.around[article as usize].crowd.mean().clamp(LEAST_CROWDED, ALIKE);
        let pair = |&(a, b, similarity): &(u32, u32, f32)| Pair {
            a,
            b,
            closeness: similarity / (crowd(a) * crowd(b)).sqrt(),
        };
        let mut parts = Parts((0..self.days.len() as u32).collect());
        similar.iter().map(pair).filter(|pair| pair.closeness >= 1.0).for_each(|pair| {
            parts.join(pair.a, pair.b);
        });
        let is_within = |&&(a, b, _): &&(u32, u32, f32)| parts.find(a) == parts.find(b);
        let mut pairs: Vec<Pair> = similar.iter().filter(is_within).map(pair).collect();
        // Most pairs are found from both sides.
        pairs.arrange_by_key(|pair| (pair.a, pair.b));
        pairs.dedup_by_key(|pair| (pair.a, pair.b));
        pairs
    }
}

/// Articles that hang together, each pointing at one that stands for them (union-find: Galler and Fischer 1964).
struct Parts(Vec<u32>);

impl Parts {
    fn find(&self, mut article: u32) -> u32 {
        while self.0[article as usize] != article {
            article = self.0[article as usize];
        }
        article
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        // Pointing at the smaller keeps the paths short enough for a corpus.
        self.0[a.max(b) as usize] = a.min(b);
    }
}

/// Two articles and how close they are, 1 where they are as close as each is to its neighbours.
struct Pair {
    a: u32,
    b: u32,
    closeness: f32,
}

/// Groups that grow: the sum of the closeness of all pairs between each two that have a close pair.
struct Linkage {
    /// By group the others with which it has a close pair, ascending.
    sums: Vec<Vec<(u32, f32)>>,
    members: Vec<Vec<u32>>,
    waiting: BinaryHeap<Candidate>,
}

/// Adds to what a group has with another.
fn add(sums: &mut Vec<(u32, f32)>, other: u32, sum: f32) {
    match sums.binary_search_by_key(&other, |(group, _)| *group) {
        Ok(at) => sums[at].1 += sum,
        Err(at) => sums.insert(at, (other, sum)),
    }
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
        let mut sums = vec![Vec::new(); articles];
        for pair in pairs {
            add(&mut sums[pair.a as usize], pair.b, pair.closeness);
            add(&mut sums[pair.b as usize], pair.a, pair.closeness);
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
        self.sums[a as usize].retain(|(other, _)| *other != b);
        for (other, sum) in sums.into_iter().filter(|(other, _)| *other != a) {
            self.sums[other as usize].retain(|(group, _)| *group != b);
            add(&mut self.sums[a as usize], other, sum);
            add(&mut self.sums[other as usize], a, sum);
        }
        let around = self.sums[a as usize].clone();
        around.into_iter().for_each(|(other, sum)| self.propose(a.min(other), a.max(other), sum));
    }

    fn groups(self) -> Vec<Vec<u32>> {
        let mut groups: Vec<_> = self.members.into_iter().filter(|group| !group.is_empty()).collect();
        groups.iter_mut().for_each(|group| group.arrange());
        groups
    }
}
