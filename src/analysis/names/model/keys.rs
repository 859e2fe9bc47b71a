//! A set of hashed keys, each with its place in the order: a directory by the first bits, of the others eight to tell
//! keys apart. One key in 256 that is not in the set is taken for one that is; the model is trained knowing that.
//!
//! Cost of a look-up: two reads.

/// How many bits tell keys of one bucket apart.
pub(super) const FINGERPRINT: u32 = 8;

#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    /// Bits of a hash that choose the bucket.
    bits: u32,
    /// Where each bucket begins; one more than there are buckets.
    starts: Vec<u32>,
    fingerprints: Vec<u8>,
}

impl Keys {
    /// How many bits of a hash count for a set of `count` keys.
    pub(super) fn width(count: usize) -> u32 {
        (usize::BITS - count.leading_zeros()).clamp(4, 22) + FINGERPRINT
    }

    /// `sorted`: the first `width` bits of each hash, in rising order without repeats.
    pub(super) fn new(sorted: &[u32], width: u32) -> Self {
        let bits = width - FINGERPRINT;
        let mut starts = vec![0u32; (1 << bits) + 1];
        let bucket_of = |key: u32| ((key >> FINGERPRINT) as usize).min((1 << bits) - 1);
        for &key in sorted {
            starts[bucket_of(key) + 1] += 1;
        }
        for bucket in 0..1 << bits {
            starts[bucket + 1] += starts[bucket];
        }
        Self { bits, starts, fingerprints: sorted.iter().map(|&key| key as u8).collect() }
    }

    /// The place of a hash among the keys.
    pub(super) fn find(&self, hash: u32) -> Option<usize> {
        if self.bits == 0 {
            return None;
        }
        let bucket = (hash >> (32 - self.bits)) as usize;
        let (start, end) = (*self.starts.get(bucket)? as usize, *self.starts.get(bucket + 1)? as usize);
        if start == end {
            return None;
        }
        let fingerprint = (hash >> (32 - self.bits - FINGERPRINT)) as u8;
        let found = self.fingerprints.get(start..end)?.iter().position(|&other| other == fingerprint)?;
        Some(start + found)
    }
}

/// The bits of `hash` that count in a set of this width.
pub(super) fn key_of(hash: u32, width: u32) -> u32 {
    hash >> (32 - width)
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
        sorted.dedup();
        let keys = Keys::new(&sorted, width);
        for &hash in &hashes {
            assert_eq!(keys.find(hash).map(|place| sorted[place]), Some(key_of(hash, width)));
        }
        assert_eq!(Keys::default().find(7), None);
    }
}
