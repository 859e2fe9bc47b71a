//! The likelihood of a linear-chain conditional random field: expected labels and transitions of a row by the forward and
//! backward pass (Lafferty, McCallum and Pereira, ICML 2001), with scaling in place of logarithms.

#![expect(clippy::needless_range_loop, reason = "sums over labels read here as the formulas do")]

use crossread::analysis::training::{GAPS, LABELS, begins, ends, follows};

/// Room for the labels in a row of numbers.
pub const LANES: usize = 16;

/// Weights of the steps from label to label: `[gap][before][next]`.
pub type Steps = Box<[[[f32; LABELS]; LABELS]; GAPS]>;

pub fn no_steps() -> Steps {
    Box::new([[[0.0; LABELS]; LABELS]; GAPS])
}

/// Which steps are allowed; worked out once.
pub struct Chain {
    follows: [[f32; LABELS]; LABELS],
    begins: [f32; LABELS],
    ends: [f32; LABELS],
    potentials: Vec<[f32; LANES]>,
    forward: Vec<[f32; LANES]>,
    backward: Vec<[f32; LANES]>,
    scales: Vec<f32>,
}

impl Default for Chain {
    fn default() -> Self {
        let flag = |holds: bool| if holds { 1.0 } else { 0.0 };
        Self {
            follows: std::array::from_fn(|before| std::array::from_fn(|next| flag(follows(before, next)))),
            begins: std::array::from_fn(|label| flag(begins(label))),
            ends: std::array::from_fn(|label| flag(ends(label))),
            potentials: Vec::new(),
            forward: Vec::new(),
            backward: Vec::new(),
            scales: Vec::new(),
        }
    }
}

impl Chain {
    /// For scores of a row: minus the log-likelihood of `labels`; `gradient` becomes expectation minus truth for each
    /// word and label, `step` is called with the same for each step from label to label.
    pub fn gradient(
        &mut self,
        scores: &[[f32; LANES]],
        gaps: &[u8],
        steps: &Steps,
        labels: &[u8],
        gradient: &mut Vec<[f32; LANES]>,
        mut step: impl FnMut(usize, usize, usize, f32),
    ) -> f32 {
        let count = scores.len();
        gradient.clear();
        gradient.resize(count, [0.0; LANES]);
        self.potentials.clear();
        let mut shift_sum = 0.0;
        for score in scores {
            let highest = score[..LABELS].iter().copied().fold(f32::MIN, f32::max);
            shift_sum += highest;
            let mut row = [0.0; LANES];
            for label in 0..LABELS {
                row[label] = (score[label] - highest).exp();
            }
            self.potentials.push(row);
        }
        let used: Vec<[[f32; LABELS]; LABELS]> = gaps
            .iter()
            .map(|&gap| {
                let table = &steps[gap as usize];
                std::array::from_fn(|before| {
                    std::array::from_fn(|next| self.follows[before][next] * table[before][next].exp())
                })
            })
            .collect();
        let first: [f32; LABELS] =
            std::array::from_fn(|label| self.begins[label] * steps[gaps[0] as usize][0][label].exp());
        self.forward.clear();
        self.scales.clear();
        let mut log = shift_sum;
        for at in 0..count {
            let mut row = [0.0; LANES];
            if at == 0 {
                for label in 0..LABELS {
                    row[label] = first[label] * self.potentials[0][label];
                }
            } else {
                let before = self.forward[at - 1];
                for (from, table) in used[at].iter().enumerate() {
                    if before[from] > 0.0 {
                        for next in 0..LABELS {
                            row[next] += before[from] * table[next];
                        }
                    }
                }
                for label in 0..LABELS {
                    row[label] *= self.potentials[at][label];
                }
            }
            if at + 1 == count {
                for label in 0..LABELS {
                    row[label] *= self.ends[label];
                }
            }
            let sum: f32 = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            row.iter_mut().for_each(|value| *value /= sum);
            log += sum.ln();
            self.forward.push(row);
            self.scales.push(sum);
        }
        self.backward.clear();
        self.backward.resize(count, [0.0; LANES]);
        for label in 0..LABELS {
            self.backward[count - 1][label] = self.ends[label];
        }
        for at in (1..count).rev() {
            let mut inner = [0.0; LANES];
            for label in 0..LABELS {
                inner[label] = self.potentials[at][label] * self.backward[at][label] / self.scales[at];
            }
            for before in 0..LABELS {
                let mut sum = 0.0;
                for next in 0..LABELS {
                    let flow = used[at][before][next] * inner[next];
                    sum += flow;
                    let expected = flow * self.forward[at - 1][before];
                    if expected > 1e-6 {
                        step(gaps[at] as usize, before, next, expected);
                    }
                }
                self.backward[at - 1][before] = sum;
            }
        }
        let mut truth = 0.0;
        for at in 0..count {
            let total: f32 =
                (0..LABELS).map(|label| self.forward[at][label] * self.backward[at][label]).sum();
            for label in 0..LABELS {
                gradient[at][label] =
                    self.forward[at][label] * self.backward[at][label] / total.max(f32::MIN_POSITIVE);
            }
            let label = labels[at] as usize;
            gradient[at][label] -= 1.0;
            truth += scores[at][label];
            let before = if at == 0 { 0 } else { labels[at - 1] as usize };
            truth += steps[gaps[at] as usize][before][label];
            if at > 0 {
                step(gaps[at] as usize, before, label, -1.0);
            }
        }
        for label in 0..LABELS {
            let expected = gradient[0][label];
            if expected.abs() > 1e-6 {
                step(gaps[0] as usize, 0, label, expected);
            }
        }
        log - truth
    }
}
