//! Whether two passages share their wording: runs of three words, stop-words included, for copying keeps them.

use super::evidence::Unit;
use crate::text::Arrange as _;

/// Words in a run.
const RUN: usize = 3;

/// How much wording two units share, 0 to 1: the Dice coefficient of their runs of three words; 1 where the words
/// are the same one by one, however few.
pub(super) fn shared_wording(a: &Unit, b: &Unit) -> f32 {
    if same_words(a, b) { 1.0 } else { shared_runs(a, b, RUN) }
}

/// The Dice coefficient of the words of two units, stop-words included, 0 to 1.
pub(super) fn shared_words(a: &Unit, b: &Unit) -> f32 {
    shared_runs(a, b, 1)
}

fn shared_runs(a: &Unit, b: &Unit, run: usize) -> f32 {
    let (a, b): (Vec<u32>, Vec<u32>) = (word_numbers(a).collect(), word_numbers(b).collect());
    let run = run.min(a.len()).min(b.len());
    let (a, b) = (runs(&a, run), runs(&b, run));
    let shared = a.iter().filter(|run| b.binary_search(run).is_ok()).count();
    if shared == 0 { 0.0 } else { 2.0 * shared as f32 / (a.len() + b.len()) as f32 }
}

/// The different runs of words, in order.
fn runs(words: &[u32], length: usize) -> Vec<&[u32]> {
    let mut runs: Vec<&[u32]> = words.windows(length.max(1)).collect();
    runs.arrange();
    runs.dedup();
    runs
}

/// Whether the words are the same one by one.
pub(super) fn same_words(a: &Unit, b: &Unit) -> bool {
    word_numbers(a).eq(word_numbers(b))
}

fn word_numbers(unit: &Unit) -> impl Iterator<Item = u32> {
    unit.profiles().iter().flat_map(|sentence| sentence.tokens.iter().map(|token| token.word))
}
