//! Near-duplicates over a whole corpus, so that ten copies of one agency piece count as one.
//!
//! An article is the set of its runs of five words (Broder 1997). A signature of [`ROWS`] × [`BANDS`] minima stands for the
//! set: one hash of each run, dealt out to as many bins, keeps the least of each bin (one permutation hashing; Li, Owen &
//! Zhang 2012), and an empty bin borrows from the next full one (Shrivastava & Li 2014). Articles that agree in all rows of
//! a band are held against each other (locality-sensitive hashing; Indyk & Motwani 1998), exactly, by the Jaccard index of
//! their sets. Cost: one pass over the words, a sort of each band, and one merge a candidate; 8 bytes a run are held.

use crate::text::{Arrange as _, fold, words};

/// Words in a run.
const RUN: usize = 5;

/// Rows of a band and bands: two articles that share half of their runs become candidates with a probability of
/// 1 − (1 − 0.5³)⁴⁰ = 99.5%, such as share a tenth with 4%.
const ROWS: usize = 3;
const BANDS: usize = 40;
const BINS: usize = ROWS * BANDS;

/// From this Jaccard index on two articles are near-duplicates: half of all wording in common is far above what
/// quoting the same speech gives, and far below what a changed head and foot take from an agency piece.
const NEAR: f64 = 0.5;

/// Shorter texts say too little about where they come from.
const LEAST_RUNS: usize = 20;

/// The groups of texts that are near-duplicates of each other, each group and the list by first member; texts without a
/// near-duplicate are in none. A text joins a group where it is near to one of its members.
///
/// ```
/// use crossread::compare::near_duplicates;
/// let agency = "The ferry Aurora ran aground off Lindholm on Sunday with 214 passengers on board, the coast guard said. \
///     Tugs from two harbours pulled it free at high tide, and nobody was hurt. The owner promised to refund every ticket.";
/// let copy = format!("LINDHOLM (Agency) {agency}");
/// let other = "Farmers blocked the bridge at Torun with tractors to protest against cheap grain imports from abroad, and \
///     the mayor asked them to let at least the ambulances pass before the evening.";
/// assert_eq!(near_duplicates(&[agency, other, &copy]), [[0, 2]]);
/// ```
pub fn near_duplicates(texts: &[&str]) -> Vec<Vec<usize>> {
    let sets: Vec<Vec<u64>> = texts.iter().map(|text| runs(text)).collect();
    let signatures: Vec<Option<[u64; BINS]>> = sets.iter().map(|set| signature(set)).collect();
    let mut groups = Groups::new(texts.len());
    for band in 0..BANDS {
        for candidates in buckets(&signatures, band) {
            groups.join_near(&candidates, &sets);
        }
    }
    groups.finish()
}

/// The hashes of a text's runs of words, ascending, each once.
fn runs(text: &str) -> Vec<u64> {
    let hashes: Vec<u64> = words(text).iter().map(|word| hash(&fold(word.text))).collect();
    let mut runs: Vec<u64> = hashes
        .windows(RUN)
        .map(|run| run.iter().fold(0, |sum: u64, &word| mixed(sum.rotate_left(7) ^ word)))
        .collect();
    runs.arrange();
    runs.dedup();
    runs
}

/// FNV-1a (Fowler, Noll & Vo).
fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// Spreads the bits of a number over all of its bits (the finalizer of SplitMix64; Steele, Lea & Flood 2014).
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

fn signature(set: &[u64]) -> Option<[u64; BINS]> {
    if set.len() < LEAST_RUNS {
        return None;
    }
    let mut bins = [u64::MAX; BINS];
    for &run in set {
        let bin = (run % BINS as u64) as usize;
        bins[bin] = bins[bin].min(run);
    }
    let full = bins;
    for at in 0..BINS {
        if full[at] == u64::MAX {
            let next = (1..BINS).find(|step| full[(at + step) % BINS] != u64::MAX)?;
            bins[at] = mixed(full[(at + next) % BINS].wrapping_add(next as u64));
        }
    }
    Some(bins)
}

/// The texts that agree in all rows of a band, two or more together.
fn buckets(signatures: &[Option<[u64; BINS]>], band: usize) -> Vec<Vec<usize>> {
    let rows = |signature: &[u64; BINS]| {
        let rows = &signature[band * ROWS..(band + 1) * ROWS];
        rows.iter().fold(0, |sum: u64, &row| mixed(sum.rotate_left(7) ^ row))
    };
    let keyed = signatures.iter().enumerate().filter_map(|(at, it)| Some((rows(it.as_ref()?), at)));
    let mut keyed: Vec<(u64, usize)> = keyed.collect();
    keyed.arrange();
    let buckets = keyed.chunk_by(|x, y| x.0 == y.0).filter(|bucket| bucket.len() > 1);
    buckets.map(|bucket| bucket.iter().map(|it| it.1).collect()).collect()
}

/// Texts by group: each points to an earlier one of its group, the first to itself.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn first(&self, mut at: usize) -> usize {
        while self.0[at] != at {
            at = self.0[at];
        }
        at
    }

    /// Joins those of a bucket that are near to each other.
    fn join_near(&mut self, bucket: &[usize], sets: &[Vec<u64>]) {
        for (place, &x) in bucket.iter().enumerate() {
            for &y in &bucket[place + 1..] {
                let (first, second) = (self.first(x), self.first(y));
                if first != second && jaccard(&sets[x], &sets[y]) >= NEAR {
                    let (early, late) = (first.min(second), first.max(second));
                    self.0[late] = early;
                }
            }
        }
    }

    fn finish(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.0.len()];
        (0..self.0.len()).for_each(|at| groups[self.first(at)].push(at));
        groups.retain(|group| group.len() > 1);
        groups
    }
}

/// `|A ∩ B| / |A ∪ B|` of two ascending lists (Broder 1997).
fn jaccard(a: &[u64], b: &[u64]) -> f64 {
    let (mut i, mut j, mut shared) = (0, 0, 0usize);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    shared as f64 / (a.len() + b.len() - shared).max(1) as f64
}
