//! Whether bytes are still those that were written: XXH64 (Yann Collet, xxHash specification 0.1.1), seed 0.
//! Four independent lanes of eight bytes keep it near the speed of memory, also in WebAssembly, so that every
//! section can be checked when a corpus is opened. It guards against damage, not against forgery.

const PRIME_1: u64 = 0x9E37_79B1_85EB_CA87;
const PRIME_2: u64 = 0xC2B2_AE3D_27D4_EB4F;
const PRIME_3: u64 = 0x1656_67B1_9E37_79F9;
const PRIME_4: u64 = 0x85EB_CA77_C2B2_AE63;
const PRIME_5: u64 = 0x27D4_EB2F_1656_67C5;

/// XXH64 of `bytes`.
pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let stripes = bytes.chunks_exact(32);
    let rest = stripes.remainder();
    let mut hash = if bytes.len() >= 32 { stripes_hash(stripes) } else { PRIME_5 };
    hash = hash.wrapping_add(bytes.len() as u64);
    avalanche(rest_hash(hash, rest))
}

fn stripes_hash(stripes: std::slice::ChunksExact<'_, u8>) -> u64 {
    let mut lanes = [PRIME_1.wrapping_add(PRIME_2), PRIME_2, 0, 0u64.wrapping_sub(PRIME_1)];
    for stripe in stripes {
        for (lane, bytes) in lanes.iter_mut().zip(stripe.chunks_exact(8)) {
            *lane = round(*lane, eight(bytes));
        }
    }
    let [a, b, c, d] = lanes;
    let mixed = a.rotate_left(1).wrapping_add(b.rotate_left(7));
    let mixed = mixed.wrapping_add(c.rotate_left(12)).wrapping_add(d.rotate_left(18));
    lanes
        .iter()
        .fold(mixed, |hash, &lane| (hash ^ round(0, lane)).wrapping_mul(PRIME_1).wrapping_add(PRIME_4))
}

fn rest_hash(mut hash: u64, rest: &[u8]) -> u64 {
    let words = rest.chunks_exact(8);
    let mut tail = words.remainder();
    for word in words {
        hash = (hash ^ round(0, eight(word))).rotate_left(27).wrapping_mul(PRIME_1).wrapping_add(PRIME_4);
    }
    if let Some((four, left)) = tail.split_first_chunk::<4>() {
        let four = u64::from(u32::from_le_bytes(*four));
        hash =
            (hash ^ four.wrapping_mul(PRIME_1)).rotate_left(23).wrapping_mul(PRIME_2).wrapping_add(PRIME_3);
        tail = left;
    }
    tail.iter().fold(hash, |hash, &byte| {
        (hash ^ u64::from(byte).wrapping_mul(PRIME_5)).rotate_left(11).wrapping_mul(PRIME_1)
    })
}

fn round(lane: u64, word: u64) -> u64 {
    lane.wrapping_add(word.wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1)
}

fn eight(bytes: &[u8]) -> u64 {
    u64::from_le_bytes(bytes.try_into().expect("chunks of eight bytes hold eight bytes"))
}

fn avalanche(mut hash: u64) -> u64 {
    hash = (hash ^ hash >> 33).wrapping_mul(PRIME_2);
    hash = (hash ^ hash >> 29).wrapping_mul(PRIME_3);
    hash ^ hash >> 32
}

#[cfg(test)]
mod tests {
    use super::checksum;

    /// Values of the reference implementation.
    #[test]
    fn agrees_with_the_reference() {
        let cases: [(&[u8], u64); 4] = [
            (b"", 0xEF46_DB37_51D8_E999),
            (b"a", 0xD24E_C4F1_A98C_6E5B),
            (b"abc", 0x44BC_2CF5_AD77_0999),
            (b"Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
        ];
        for (bytes, expected) in cases {
            assert_eq!(checksum(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
