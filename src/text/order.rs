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

    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering) {
        arrange(self.len(), &mut Values { values: self, compare });
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// What is sorted, by place.
trait Places {
    /// Whether the value of place `a` belongs after that of place `b`.
    fn after(&mut self, a: usize, b: usize) -> bool;

    fn swap(&mut self, a: usize, b: usize);
}

struct Values<'v, T, C> {
    values: &'v mut [T],
    compare: C,
}

impl<T, C: FnMut(&T, &T) -> Ordering> Places for Values<'_, T, C> {
    fn after(&mut self, a: usize, b: usize) -> bool {
        (self.compare)(&self.values[a], &self.values[b]).is_gt()
    }

    fn swap(&mut self, a: usize, b: usize) {
        self.values.swap(a, b);
    }
}

/// Up to so many values are put in order where they stand: the lists of a merge would cost more than it saves.
const FEW: usize = 16;

fn arrange(length: usize, places: &mut dyn Places) {
    if length > FEW {
        return permute(order(length, places), places);
    }
    for end in 1..length {
        let mut at = end;
        while at > 0 && places.after(at - 1, at) {
            places.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// The places 0..length in order, by merging what ascends already.
fn order(length: usize, places: &mut dyn Places) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut ends: Vec<usize> = (1..length).filter(|&at| places.after(at - 1, at)).collect();
    ends.push(length);
    while ends.len() > 1 {
        merged.clear();
        let mut joined = 0;
        for at in (0..ends.len()).step_by(2) {
            let (middle, end) = (ends[at], ends[(at + 1).min(ends.len() - 1)]);
            merge(&order[merged.len()..middle], &order[middle..end], &mut merged, places);
            ends[joined] = end;
            joined += 1;
        }
        ends.truncate(joined);
        std::mem::swap(&mut order, &mut merged);
    }
    order
}

fn merge(mut first: &[usize], mut second: &[usize], merged: &mut Vec<usize>, places: &mut dyn Places) {
    while let ([a, rest_a @ ..], [b, rest_b @ ..]) = (first, second) {
        if places.after(*a, *b) {
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
fn permute(mut order: Vec<usize>, places: &mut dyn Places) {
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let next = order[at];
            places.swap(at, next);
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
        fn the_order_is_that_of_the_standard_sort(mut values in prop::collection::vec((0u8..20, any::<u16>()), 0..100)) {
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
