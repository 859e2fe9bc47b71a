//! Numbers of a known range as few bits: the codes in which postings and positions are written.
//!
//! A number below a range takes the logarithm of the range (truncated binary). Of several ascending numbers in a range
//! each distance is near the range divided by their count: Golomb–Rice codes (Golomb 1966; Rice & Plaunt 1971; Witten,
//! Moffat & Bell, Managing Gigabytes, 3.3), with a width that follows what is left of range and count, so that
//! nothing is stored about it. Small numbers with many zeros are in Elias's gamma code (1975). Low bits come first.

use super::bytes::Damage;

/// The width of the fixed part of a distance when `left` more ascending numbers lie in a range.
#[inline(always)]
fn distance_width(range: u32, left: u32) -> u32 {
    // The logarithm of range / (left + 1), rounded down, without the division.
    let parts = left.saturating_add(1);
    let width = (parts.leading_zeros()).saturating_sub(range.leading_zeros());
    width.saturating_sub(u32::from(u64::from(parts) << width > u64::from(range)))
}

/// Numbers on their way into bytes.
#[derive(Default)]
pub(crate) struct BitWriter {
    word: u64,
    filled: u32,
}

impl BitWriter {
    /// The low `width` bits of a number; at most 32.
    #[inline]
    pub fn put(&mut self, number: u32, width: u32, out: &mut Vec<u8>) {
        self.word |= u64::from(number) << self.filled;
        self.filled += width;
        if self.filled >= 32 {
            out.extend_from_slice(&(self.word as u32).to_le_bytes());
            self.word >>= 32;
            self.filled -= 32;
        }
    }

    /// A number below `range`.
    #[inline]
    pub fn put_below(&mut self, number: u32, range: u32, out: &mut Vec<u8>) {
        let Some(width) = range.saturating_sub(1).checked_ilog2().map(|log| log + 1) else { return };
        let short = (1u64 << width) - u64::from(range);
        if u64::from(number) < short {
            self.put(number, width - 1, out);
        } else {
            let code = u64::from(number) + short;
            self.put((code >> 1) as u32, width - 1, out);
            self.put((code & 1) as u32, 1, out);
        }
    }

    /// The distance to the next of `left` ascending numbers in a range.
    #[inline]
    pub fn put_distance(&mut self, distance: u32, range: u32, left: u32, out: &mut Vec<u8>) {
        if left == 1 {
            return self.put_below(distance, range, out);
        }
        let width = distance_width(range, left);
        self.put_ones(distance >> width, out);
        self.put(distance & ((1 << width) - 1), width, out);
    }

    /// A number of which small ones are the most frequent, 0 above all.
    #[inline]
    pub fn put_small(&mut self, number: u32, out: &mut Vec<u8>) {
        let log = (number + 1).ilog2();
        self.put_ones(log, out);
        self.put((number + 1) & ((1 << log) - 1), log, out);
    }

    /// So many ones, and a zero.
    #[inline]
    fn put_ones(&mut self, mut count: u32, out: &mut Vec<u8>) {
        while count >= 31 {
            self.put(0x7FFF_FFFF, 31, out);
            count -= 31;
        }
        self.put((1 << count) - 1, count + 1, out);
    }

    /// Ends at a whole byte.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        let bytes = self.filled.div_ceil(8) as usize;
        out.extend_from_slice(&self.word.to_le_bytes()[..bytes]);
        (self.word, self.filled) = (0, 0);
    }
}

/// Reads what a [`BitWriter`] wrote. Past the end there are zeros, and [`end`](Self::end) says so.
pub(crate) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
    word: u64,
    filled: u32,
}

impl<'a> BitReader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, word: 0, filled: 0 }
    }

    /// Sees to it that at least 32 bits can be looked at.
    #[inline(always)]
    fn fill(&mut self) {
        if self.filled < 32 {
            if let Some(four) = self.bytes.get(self.at..self.at + 4) {
                let four = u32::from_le_bytes([four[0], four[1], four[2], four[3]]);
                self.word |= u64::from(four) << self.filled;
            } else {
                self.fill_last();
            }
            self.at += 4;
            self.filled += 32;
        }
    }

    #[inline(never)]
    fn fill_last(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        for (index, &byte) in rest.iter().enumerate() {
            self.word |= u64::from(byte) << (self.filled + 8 * index as u32);
        }
    }

    #[inline(always)]
    fn take(&mut self, width: u32) -> u32 {
        let number = (self.word & ((1u64 << width) - 1)) as u32;
        self.word >>= width;
        self.filled -= width;
        number
    }

    /// A number of `width` bits, at most 32.
    #[inline(always)]
    pub fn number(&mut self, width: u32) -> u32 {
        self.fill();
        self.take(width)
    }

    /// A number below `range`; damaged bytes may give more.
    #[inline(always)]
    pub fn below(&mut self, range: u32) -> u32 {
        let Some(log) = range.saturating_sub(1).checked_ilog2() else { return 0 };
        self.fill();
        let short = ((1u64 << (log + 1)) - u64::from(range)) as u32;
        let number = self.take(log);
        if number < short {
            return number;
        }
        self.fill();
        (u64::from(number) * 2 + u64::from(self.take(1))).wrapping_sub(short.into()) as u32
    }

    /// The distance to the next of `left` ascending numbers in a range.
    #[inline(always)]
    pub fn distance(&mut self, range: u32, left: u32) -> u32 {
        if left == 1 {
            return self.below(range);
        }
        let width = distance_width(range, left);
        let ones = self.ones();
        (ones << width).wrapping_add(self.number(width))
    }

    /// A number as `put_small` writes it.
    #[inline(always)]
    pub fn small(&mut self) -> u32 {
        let log = self.ones().min(31);
        ((1u32 << log) | self.number(log)) - 1
    }

    #[inline(always)]
    fn ones(&mut self) -> u32 {
        self.fill();
        let count = (!self.word).trailing_zeros();
        if count < 32 {
            self.take(count + 1);
            return count;
        }
        self.many_ones()
    }

    #[inline(never)]
    fn many_ones(&mut self) -> u32 {
        let mut ones = 0u32;
        loop {
            self.fill();
            let count = (!self.word).trailing_zeros().min(31);
            self.take(count);
            ones = ones.saturating_add(count);
            if count < 31 {
                self.fill();
                self.take(1);
                return ones;
            }
        }
    }

    /// How many bytes have been read, the last perhaps in part; an error where they were not there.
    pub fn end(&self) -> Result<usize, Damage> {
        let end = self.at - (self.filled / 8) as usize;
        if end > self.bytes.len() { Err(Damage("ends inside an entry")) } else { Ok(end) }
    }
}

/// So many numbers as one stretch of bits each; few bits where all are small.
pub(crate) fn packed_length(count: usize, width: u32) -> usize {
    (count * width as usize).div_ceil(8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn widths_are_logarithms(range in any::<u32>(), left in 0u32..1_000_000) {
            prop_assert_eq!(distance_width(range, left), (range / (left + 1)).checked_ilog2().unwrap_or(0));
        }

        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec((any::<u32>(), 0u32..=32), 0..60)) {
            let (mut writer, mut out) = (BitWriter::default(), Vec::new());
            let cut = |(number, width): (u32, u32)| if width == 32 { number } else { number & ((1 << width) - 1) };
            numbers.iter().for_each(|&(number, width)| writer.put(cut((number, width)), width, &mut out));
            writer.finish(&mut out);
            let mut reader = BitReader::new(&out);
            for (number, width) in numbers {
                prop_assert_eq!(reader.number(width), cut((number, width)));
            }
            prop_assert_eq!(reader.end(), Ok(out.len()));
        }

        #[test]
        fn ascending_numbers_come_back(numbers in proptest::collection::btree_set(0u32..5000, 1..80), small in proptest::collection::vec(0u32..100_000, 0..20)) {
            let (mut writer, mut out) = (BitWriter::default(), Vec::new());
            let (mut next, mut left) = (0, numbers.len() as u32);
            for &number in &numbers {
                writer.put_distance(number - next, 5000 - next, left, &mut out);
                (next, left) = (number + 1, left - 1);
            }
            small.iter().for_each(|&number| writer.put_small(number, &mut out));
            writer.finish(&mut out);
            let mut reader = BitReader::new(&out);
            let (mut next, mut left) = (0, numbers.len() as u32);
            for &number in &numbers {
                prop_assert_eq!(next + reader.distance(5000 - next, left), number);
                (next, left) = (number + 1, left - 1);
            }
            for number in small {
                prop_assert_eq!(reader.small(), number);
            }
            prop_assert_eq!(reader.end(), Ok(out.len()));
        }

        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..40), range in any::<u32>(), left in 1u32..100) {
            let mut reader = BitReader::new(&bytes);
            for _ in 0..60 {
                let _ = (reader.below(range), reader.distance(range, left), reader.small());
            }
            let _ = reader.end();
        }
    }
}
