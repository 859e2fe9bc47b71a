//! The best row of labels (Viterbi), and how much better it is than the best row without a given name.

use super::labels::{KINDS, LABELS, Part, may_begin, may_end, meaning};
use super::weights::{Scores, Transitions};
use std::ops::Range;

/// A name found in a row of words; `kind` is a place in [`KINDS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) words: Range<usize>,
    pub(super) kind: usize,
}

/// Buffers for decoding, used again and again.
#[derive(Default)]
pub(super) struct Decoder {
    best: Vec<[i32; LABELS]>,
    from: Vec<[u8; LABELS]>,
}

const NEVER: i32 = i32::MIN / 4;

impl Decoder {
    /// The names in a row of words with these scores; `gaps` tells what stands before each word.
    pub(super) fn names(
        &mut self,
        scores: &[Scores],
        gaps: &[u8],
        transitions: &Transitions,
        predecessors: &[Vec<usize>; LABELS],
    ) -> Vec<Found> {
        let Some(last) = scores.len().checked_sub(1) else { return Vec::new() };
        self.best.clear();
        self.from.clear();
        for (at, score) in scores.iter().enumerate() {
            let mut best = [NEVER; LABELS];
            let mut from = [0u8; LABELS];
            let steps = &transitions[usize::from(gaps[at]) % transitions.len()];
            for next in 0..LABELS {
                if at == 0 {
                    if may_begin(next) {
                        best[next] = i32::from(score[next]) + i32::from(steps[0][next]);
                    }
                    continue;
                }
                let before = &self.best[at - 1];
                for &label in &predecessors[next] {
                    let sum = before[label] + i32::from(steps[label][next]);
                    if sum > best[next] {
                        best[next] = sum;
                        from[next] = label as u8;
                    }
                }
                best[next] += i32::from(score[next]);
            }
            self.best.push(best);
            self.from.push(from);
        }
        let ends = (0..LABELS).filter(|&label| may_end(label));
        let Some(mut label) = ends.max_by_key(|&label| self.best[last][label]) else { return Vec::new() };
        let mut found = Vec::new();
        let mut end = last + 1;
        for at in (0..=last).rev() {
            if let Some((kind, part)) = meaning(label) {
                if matches!(part, Part::Last | Part::Only) {
                    end = at + 1;
                }
                if matches!(part, Part::First | Part::Only) {
                    found.push(Found { words: at..end, kind: kind.min(KINDS.len() - 1) });
                }
            }
            label = usize::from(self.from[at][label]);
        }
        found.reverse();
        found
    }
}
