//! Weights learned one row at a time: FTRL-Proximal with L1 (McMahan et al., "Ad click prediction", KDD 2013).

use crate::crf::{Chain, LANES, Steps, no_steps};
use crossread::analysis::training::{GAPS, LABELS};

/// How fast, and how sparse.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub rate: f32,
    pub l1: f32,
    pub l2: f32,
}

#[derive(Clone, Copy)]
struct Slot {
    sum: [f32; LANES],
    squares: [f32; LANES],
}

impl Slot {
    const EMPTY: Self = Self { sum: [0.0; LANES], squares: [0.0; LANES] };

    fn weights(&self, pace: Pace) -> [f32; LANES] {
        std::array::from_fn(|label| {
            let sum = self.sum[label];
            let kept = (sum.abs() - pace.l1).max(0.0).copysign(sum);
            -kept / ((1.0 + self.squares[label].sqrt()) / pace.rate + pace.l2)
        })
    }
}

/// A row with features as places among the weights.
pub struct Instance {
    pub gaps: Vec<u8>,
    /// Where the features of each word begin in `features`.
    pub starts: Vec<u32>,
    pub features: Vec<u32>,
    pub labels: Vec<u8>,
    pub weight: f32,
}

impl Instance {
    pub fn word(&self, at: usize) -> &[u32] {
        &self.features[self.starts[at] as usize..self.starts[at + 1] as usize]
    }
}

pub struct Learner {
    pace: Pace,
    slots: Vec<Slot>,
    pub steps: Steps,
    step_squares: Steps,
}

impl Learner {
    pub fn new(features: usize, pace: Pace) -> Self {
        Self { pace, slots: vec![Slot::EMPTY; features], steps: no_steps(), step_squares: no_steps() }
    }

    /// One pass over the rows in the given order; gives the mean loss.
    pub fn pass(&mut self, rows: &[Instance], order: &[u32]) -> f64 {
        let mut chain = Chain::default();
        let (mut loss, mut weight) = (0.0f64, 0.0f64);
        let (mut scores, mut gradient) = (Vec::new(), Vec::new());
        for &row in order {
            let row = &rows[row as usize];
            scores.clear();
            for at in 0..row.labels.len() {
                let mut sum = [0.0f32; LANES];
                for &feature in row.word(at) {
                    let weights = self.slots[feature as usize].weights(self.pace);
                    for label in 0..LANES {
                        sum[label] += weights[label];
                    }
                }
                scores.push(sum);
            }
            let mut moved = Vec::new();
            let lost = chain.gradient(
                &scores,
                &row.gaps,
                &self.steps,
                &row.labels,
                &mut gradient,
                |gap, before, next, value| moved.push((gap, before, next, value)),
            );
            loss += f64::from(lost * row.weight);
            weight += f64::from(row.weight) * row.labels.len() as f64;
            for (at, change) in gradient.iter().enumerate().take(row.labels.len()) {
                let mut change = *change;
                change.iter_mut().for_each(|value| *value *= row.weight);
                for &feature in row.word(at) {
                    self.learn(feature as usize, &change);
                }
            }
            self.learn_steps(&moved, row.weight);
        }
        loss / weight.max(1.0)
    }

    fn learn(&mut self, feature: usize, change: &[f32; LANES]) {
        let weights = self.slots[feature].weights(self.pace);
        let slot = &mut self.slots[feature];
        for label in 0..LANES {
            let square = change[label] * change[label];
            let before = slot.squares[label];
            let sigma = ((before + square).sqrt() - before.sqrt()) / self.pace.rate;
            slot.sum[label] += change[label] - sigma * weights[label];
            slot.squares[label] = before + square;
        }
    }

    /// Steps are few and dense: plain AdaGrad, each cell's changes of a row taken together.
    fn learn_steps(&mut self, moved: &[(usize, usize, usize, f32)], weight: f32) {
        const RATE: f32 = 0.1;
        let mut sums: Vec<((usize, usize, usize), f32)> = Vec::with_capacity(moved.len());
        for &(gap, before, next, value) in moved {
            match sums.iter_mut().find(|(cell, _)| *cell == (gap, before, next)) {
                Some((_, sum)) => *sum += value,
                None => sums.push(((gap, before, next), value)),
            }
        }
        for ((gap, before, next), value) in sums {
            let value = value * weight;
            let squares = &mut self.step_squares[gap][before][next];
            *squares += value * value;
            self.steps[gap][before][next] -= RATE * value / (1.0 + squares.sqrt());
        }
    }

    pub fn weights(&self) -> Vec<[f32; LANES]> {
        self.slots.iter().map(|slot| slot.weights(self.pace)).collect()
    }
}

const _: () = assert!(LABELS <= LANES && GAPS <= 256);
