//! A hash map for words: quick to hash and the same on every machine. Who reads a corpus is who chose it, so nothing
//! has to be guarded against keys made to collide.

use std::hash::{BuildHasherDefault, Hasher};

pub(super) type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// Multiply and rotate over eight bytes at a time, as the compiler of Rust hashes its own names.
#[derive(Default)]
pub(super) struct WordHasher(u64);

impl WordHasher {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.add(u64::from_le_bytes(word));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.add(number.into());
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        // The map takes its bucket from the low bits, which a multiplication mixes least.
        self.0 ^ (self.0 >> 32)
    }
}
