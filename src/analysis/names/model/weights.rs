//! What each feature says for and against each label.

use super::keys::Keys;
use super::labels::{LABELS, LANES, may_follow};

/// How many kinds of gap between two words the transitions tell apart.
pub const GAPS: usize = 16;

/// The lane of a row in which the fingerprint stands: no label has it.
pub(super) const FINGERPRINT: usize = LANES - 1;

/// So many features are looked for at once; a word has about forty.
const BATCH: usize = 64;

const _: () = assert!(LABELS <= FINGERPRINT);

/// Sums of weights: one for each label, the rest without meaning.
pub(super) type Scores = [i16; LANES];

/// Transitions between labels by the gap between their words: `[gap][before][next]`.
pub(super) type Transitions = [[[i16; LABELS]; LABELS]; GAPS];

#[derive(Clone, Debug)]
pub(super) struct Weights {
    pub(super) keys: Keys,
    /// The weights of each feature for each label; in the last lane the fingerprint of its key.
    pub(super) rows: Vec<[i8; LANES]>,
    pub(super) transitions: Box<Transitions>,
}

impl Default for Weights {
    fn default() -> Self {
        let transitions = Box::new([[[0; LABELS]; LABELS]; GAPS]);
        Self { keys: Keys::default(), rows: Vec::new(), transitions }
    }
}

impl Weights {
    /// Adds what some features say. First all are looked for, then the rows of those found are read: most features of a word
    /// have no weight, which no processor foresees, so nothing is decided before all are known.
    #[inline(never)] // within its callers the sums over a row are not vectorized
    pub(super) fn add(&self, features: &[u32], scores: &mut Scores) {
        for features in features.chunks(BATCH) {
            let mut found = [(0, 0); BATCH];
            let mut count = 0;
            for &feature in features {
                let (is_taken, place, fingerprint) = self.keys.look(feature);
                found[count] = (place, fingerprint);
                count += usize::from(is_taken);
            }
            for &(place, fingerprint) in &found[..count] {
                let row = self.rows.get(place).filter(|row| row[FINGERPRINT] == fingerprint as i8);
                let Some(row) = row else { continue };
                for (score, &weight) in scores.iter_mut().zip(row) {
                    *score = score.wrapping_add(i16::from(weight));
                }
            }
        }
    }
}

pub(super) fn add(scores: &mut Scores, more: &Scores) {
    for (score, &other) in scores.iter_mut().zip(more) {
        *score = score.wrapping_add(other);
    }
}

/// For each label the labels that may stand before it, in order.
pub(super) fn predecessors() -> [Vec<usize>; LABELS] {
    std::array::from_fn(|next| (0..LABELS).filter(|&before| may_follow(before, next)).collect())
}
