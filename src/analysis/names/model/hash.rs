//! Features and words as 32 bits.

/// A word, letter by letter (FNV-1a, 32 bits).
pub(super) fn of_text(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A word joined to those before it.
pub(super) fn joined(before: u32, word: u32) -> u32 {
    before.rotate_left(9).wrapping_mul(0x9e37_79b1) ^ word
}

/// What a feature of the given kind says, spread over all bits (the finish of MurmurHash3).
pub(super) fn feature(kind: u32, value: u32) -> u32 {
    let mut hash = value ^ kind.wrapping_mul(0x9e37_79b9);
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
