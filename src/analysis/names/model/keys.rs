//! A set of hashed keys, each with its place in the order. The first bits of a hash choose a cell; a cell holds one key or
//! none, and the place of a key is how many cells before it are taken: a bit a cell and a count for every 32 (Jacobson,
//! "Space-efficient static trees and graphs", FOCS 1989). The last bits tell the key from others of its cell, as far as
//! they go: one hash in some 300 that is not in the set is taken for one that is. The model is trained knowing that.
//!
//! Cost of a look-up: one read.

/// How many bits of a key tell it from others in its cell.
const FINGERPRINT: u32 = 4;
/// Sixteen cells or more a key: few keys share one, and of what is no key most ends here.
const ROOM: u32 = 4;

#[derive(Clone, Copy, Debug, Default)]
struct Cells {
    taken: u32,
    /// How many cells are taken before these.
    before: u32,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    /// How many bits of a hash choose the cell; 0 for an empty set.
    bits: u32,
    cells: Vec<Cells>,
}

impl Keys {
    /// How many bits of a hash count for a set of `count` keys.
    pub(super) fn width(count: usize) -> u32 {
        (usize::BITS - count.leading_zeros()).clamp(4, 20) + ROOM + FINGERPRINT
    }

    /// Whether a width can be read back: what [`width`](Self::width) gives.
    pub(super) fn is_width(width: u32) -> bool {
        (4 + ROOM + FINGERPRINT..=20 + ROOM + FINGERPRINT).contains(&width)
    }

    /// `sorted`: the first `width` bits of each hash in rising order, no two of one [`cell`].
    pub(super) fn new(sorted: &[u32], width: u32) -> Self {
        let bits = width - FINGERPRINT;
        let mut cells = vec![Cells::default(); 1 << (bits - 5)];
        for &key in sorted {
            if let Some(cells) = cells.get_mut((cell(key) >> 5) as usize) {
                cells.taken |= 1 << (cell(key) & 31);
            }
        }
        let mut before = 0;
        for cells in &mut cells {
            cells.before = before;
            before += cells.taken.count_ones();
        }
        Self { bits, cells }
    }

    /// Whether a key stands in the cell in which a hash falls, its place, and the fingerprint that the hash has if it is the key.
    pub(super) fn look(&self, hash: u32) -> (bool, usize, u8) {
        let hash = u64::from(hash);
        let cell = (hash >> (32 - self.bits)) as u32;
        let cells = self.cells.get((cell >> 5) as usize).copied().unwrap_or_default();
        let bit = 1u32 << (cell & 31);
        let place = cells.before + (cells.taken & (bit - 1)).count_ones();
        let print = (hash >> (32 - FINGERPRINT - self.bits)) as u32;
        (cells.taken & bit != 0, place as usize, fingerprint(print))
    }

    /// The place of the key in whose cell a hash falls, and its fingerprint.
    pub(super) fn find(&self, hash: u32) -> Option<(usize, u8)> {
        let (is_taken, place, fingerprint) = self.look(hash);
        is_taken.then_some((place, fingerprint))
    }
}

/// The bits of `hash` that count in a set of this width.
pub(super) fn key_of(hash: u32, width: u32) -> u32 {
    hash >> (32 - width)
}

/// The cell of a key.
pub(super) fn cell(key: u32) -> u32 {
    key >> FINGERPRINT
}

pub(super) fn fingerprint(key: u32) -> u8 {
    key as u8 & ((1 << FINGERPRINT) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_its_place() {
        let hashes: Vec<u32> = (0..5000u32).map(|n| n.wrapping_mul(0x9e37_79b9) ^ (n << 7)).collect();
        let width = Keys::width(hashes.len());
        let mut sorted: Vec<u32> = hashes.iter().map(|&hash| key_of(hash, width)).collect();
        sorted.sort_unstable();
        sorted.dedup_by_key(|key| cell(*key));
        assert!(sorted.len() > 4500, "{} keys have a cell of their own", sorted.len());
        let keys = Keys::new(&sorted, width);
        for (place, &key) in sorted.iter().enumerate() {
            assert_eq!(keys.find(key << (32 - width)), Some((place, fingerprint(key))));
        }
        assert_eq!(Keys::default().find(7), None);
    }
}
