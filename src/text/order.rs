//! Sorting with one body for all types. The standard library's sorts are compiled anew for each type, about 5 KB of wasm
//! a time; this one orders places through one comparison function and then moves the values. Stable; n log r
//! comparisons for r stretches that ascend already; in no order, about twice the time of the standard sort.

use std::cmp::Ordering;

/// Sorting for any slice.
///
/// ```
/// use crossread::text::Arrange;
/// let mut outlets = vec!["Valley Post", "Coast Ledger", "River Times"];
/// outlets.arrange();
/// assert_eq!(outlets, ["Coast Ledger", "River Times", "Valley Post"]);
/// outlets.arrange_by_key(|outlet| std::cmp::Reverse(outlet.len()));
/// assert_eq!(outlets, ["Coast Ledger", "River Times", "Valley Post"]);
/// ```
pub trait Arrange<T> {
    /// In ascending order.
    fn arrange(&mut self)
    where
        T: Ord;

    /// In the order that `compare` gives; equal ones stay as they stand.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// By what `key` gives for each; it is called at each comparison.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let order = order(self.len(), &mut |a, b| compare(&self[a], &self[b]).is_gt());
        permute(order, &mut |a, b| self.swap(a, b));
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// The places 0..length in order, by merging what ascends already; `after(a, b)` says whether place `a` belongs after
/// place `b`.
fn order(length: usize, after: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut ends: Vec<usize> = (1..length).filter(|&at| after(at - 1, at)).collect();
    ends.push(length);
    while ends.len() > 1 {
        merged.clear();
        let mut joined = 0;
        for at in (0..ends.len()).step_by(2) {
            let (middle, end) = (ends[at], ends[(at + 1).min(ends.len() - 1)]);
            merge(&order[merged.len()..middle], &order[middle..end], &mut merged, after);
            ends[joined] = end;
            joined += 1;
        }
        ends.truncate(joined);
        std::mem::swap(&mut order, &mut merged);
    }
    order
}

fn merge(
    mut first: &[usize],
    mut second: &[usize],
    merged: &mut Vec<usize>,
    after: &mut dyn FnMut(usize, usize) -> bool,
) {
    while let ([a, rest_a @ ..], [b, rest_b @ ..]) = (first, second) {
        if after(*a, *b) {
            merged.push(*b);
            second = rest_b;
        } else {
            merged.push(*a);
            first = rest_a;
        }
    }
    merged.extend_from_slice(first);
    merged.extend_from_slice(second);
}

/// Brings the value of place `order[i]` to place `i`, for every `i`, along the cycles of the order.
fn permute(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let next = order[at];
            swap(at, next);
            order[at] = at;
            at = next;
        }
        order[at] = at;
    }
}

#[cfg(test)]
mod tests {
    use super::Arrange;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_standard_sort(mut values in prop::collection::vec((0u8..20, any::<u16>()), 0..200)) {
            let mut expected = values.clone();
            expected.sort_by_key(|value| value.0);
            values.arrange_by_key(|value| value.0);
            prop_assert_eq!(&values, &expected);
            expected.sort();
            values.arrange();
            prop_assert_eq!(values, expected);
        }
    }
}
