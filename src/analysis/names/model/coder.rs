//! Bits as short as their probabilities allow: an adaptive binary range coder (Martin, "Range encoding", 1979, in the
//! form of LZMA). The model's file is made small by it, whatever the host that serves it compresses.

/// How likely a zero is, of 2¹² parts; moves towards what is seen.
#[derive(Clone, Copy)]
pub(super) struct Chance(u16);

const UNIT: u32 = 12;
/// How fast a chance moves: by a thirty-second, as in LZMA.
const RATE: u16 = 5;

impl Default for Chance {
    fn default() -> Self {
        Self(1 << (UNIT - 1))
    }
}

impl Chance {
    fn learn(&mut self, bit: bool) {
        if bit {
            self.0 -= self.0 >> RATE;
        } else {
            self.0 += ((1 << UNIT) - self.0) >> RATE;
        }
    }
}

/// Reads what [`Encoder`] wrote. Past the end it reads zeros: bytes are checked before.
pub(super) struct Decoder<'b> {
    bytes: std::slice::Iter<'b, u8>,
    range: u32,
    code: u32,
}

impl<'b> Decoder<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Self { bytes: bytes.iter(), range: u32::MAX, code: 0 };
        for _ in 0..5 {
            decoder.shift();
        }
        decoder
    }

    fn shift(&mut self) {
        self.code = (self.code << 8) | u32::from(self.bytes.next().copied().unwrap_or(0));
    }

    pub(super) fn bit(&mut self, chance: &mut Chance) -> bool {
        let bound = (self.range >> UNIT) * u32::from(chance.0);
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }

    /// A number below `chances.len()`, a power of two: from the highest bit down, each with the chances of the bits before.
    pub(super) fn number(&mut self, chances: &mut [Chance]) -> usize {
        let mut node = 1;
        while node < chances.len() {
            node = 2 * node + usize::from(self.bit(&mut chances[node]));
        }
        node - chances.len()
    }
}

#[derive(Default)]
pub(super) struct Encoder {
    low: u64,
    range: u32,
    cache: u8,
    pending: usize,
    bytes: Vec<u8>,
}

impl Encoder {
    pub(super) fn new() -> Self {
        Self { range: u32::MAX, pending: 1, ..Self::default() }
    }

    pub(super) fn bit(&mut self, bit: bool, chance: &mut Chance) {
        let bound = (self.range >> UNIT) * u32::from(chance.0);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    pub(super) fn number(&mut self, value: usize, chances: &mut [Chance]) {
        let mut node = 1;
        let mut mask = chances.len() >> 1;
        while mask > 0 {
            let bit = value & mask != 0;
            self.bit(bit, &mut chances[node]);
            node = 2 * node + usize::from(bit);
            mask >>= 1;
        }
    }

    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > u64::from(u32::MAX) {
            let carry = (self.low >> 32) as u8;
            while self.pending > 0 {
                self.bytes.push(self.cache.wrapping_add(carry));
                self.cache = 0xff;
                self.pending -= 1;
            }
            self.cache = (self.low >> 24) as u8;
        }
        self.pending += 1;
        self.low = (self.low << 8) & 0xffff_ffff;
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let values: Vec<usize> =
            (0..4000usize).map(|n| if n % 7 == 0 { (n * 31) % 32 } else { 16 }).collect();
        let mut encoder = Encoder::new();
        let mut chances = [Chance::default(); 32];
        values.iter().for_each(|&value| encoder.number(value, &mut chances));
        let bytes = encoder.finish();
        assert!(bytes.len() < 4000 * 5 / 8 / 2, "{} bytes", bytes.len());
        let mut decoder = Decoder::new(&bytes);
        let mut chances = [Chance::default(); 32];
        assert!(values.iter().all(|&value| decoder.number(&mut chances) == value));
    }
}
