//! Words as eight bytes at a time tell them: their letters, and whether they end for certain with what stands behind them. What is
//! plain here is a word of the text module too; whatever else may be one is left to its slower look at characters.

use super::tokens::Case;

/// What a byte outside of letters says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// It ends a word for certain.
    Separator,
    Letter,
    Digit,
    /// It may stand in words: what comes next tells.
    Unclear,
}

pub(super) const CLASSES: [Class; 256] = {
    let mut classes = [Class::Separator; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'.' | b'\'' | b'_' | 0x80.. => Class::Unclear,
            _ => Class::Separator,
        };
        byte += 1;
    }
    classes
};

/// The letters with which a text goes on, of the twenty-six.
pub(super) struct Letters {
    /// The first sixteen as small ones, zeros behind fewer.
    pub(super) small: [u64; 2],
    pub(super) length: usize,
    pub(super) is_capitalised: bool,
    pub(super) are_capitals: bool,
    /// Whether there are more than sixteen, or capitals behind small ones: two words may be run together.
    pub(super) are_odd: bool,
}

const EVERY_BYTE: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x80 * EVERY_BYTE;
/// What a small letter has and a capital has not.
const SMALL_BITS: u64 = 0x20 * EVERY_BYTE;

impl Letters {
    /// Those of a word that consists of nothing else.
    pub(super) fn of(word: &str) -> Option<Self> {
        let letters = Self::at(word.as_bytes(), 0);
        (letters.length == word.len() && !letters.are_odd).then_some(letters)
    }

    pub(super) fn at(bytes: &[u8], start: usize) -> Self {
        Self::from_eight(eight(bytes, start), bytes, start)
    }

    /// [`Self::at`] where the first [`eight`] bytes have been looked at.
    #[inline]
    pub(super) fn from_eight(
        (small, capitals, length): (u64, u64, usize),
        bytes: &[u8],
        start: usize,
    ) -> Self {
        let are_capitals = capitals > 0 && capitals == HIGH_BITS >> (64 - 8 * length);
        let mut letters = Self {
            small: [small, 0],
            length,
            is_capitalised: capitals & 0x80 != 0,
            are_capitals,
            are_odd: capitals > 0x80 && !are_capitals,
        };
        if length == 8 {
            letters.go_on(bytes, start, capitals);
        }
        letters
    }

    /// How a word of these letters is written, if they are not odd.
    pub(super) fn case(&self) -> Case {
        match (self.is_capitalised, self.are_capitals && self.length > 1) {
            (true, true) => Case::Capitals,
            (true, false) => Case::Capital,
            (false, _) => Case::Lower,
        }
    }

    /// The letters from the ninth on.
    fn go_on(&mut self, bytes: &[u8], start: usize, capitals: u64) {
        let (small, more, length) = eight(bytes, start + 8);
        self.are_capitals = capitals == HIGH_BITS && (length == 0 || more == HIGH_BITS >> (64 - 8 * length));
        self.small[1] = small;
        self.length += length;
        self.are_odd = length == 8 && bytes.get(start + 16).is_some_and(u8::is_ascii_alphabetic)
            || !self.are_capitals && (capitals > 0x80 || more > 0);
    }

    /// Tells of the first eight letters alone.
    pub(super) fn hash(&self) -> u64 {
        hash(self.small[0])
    }
}

#[inline(always)]
pub(super) fn hash(small: u64) -> u64 {
    small.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The highest bits of a hash.
#[inline(always)]
pub(super) fn place(hash: u64, bits: u32) -> usize {
    (hash >> (64 - bits)) as usize
}

/// The letters among the next eight bytes up to the first that is none: as small ones, the high bit of each capital, and how many.
#[inline(always)]
pub(super) fn eight(bytes: &[u8], start: usize) -> (u64, u64, usize) {
    let rest = bytes.get(start..).unwrap_or_default();
    let eight = match rest.first_chunk::<8>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    };
    let small = eight | SMALL_BITS;
    let seven_bits = small & !HIGH_BITS;
    let from_a = seven_bits + (0x80 - 0x61) * EVERY_BYTE;
    let behind_z = seven_bits + (0x80 - 0x7B) * EVERY_BYTE;
    let others = !(from_a & !behind_z & !eight) & HIGH_BITS;
    // All bits below the first byte that is no letter.
    let inside = (others & others.wrapping_neg()).wrapping_sub(1) >> 7;
    let inside = if others == 0 { u64::MAX } else { inside };
    (small & inside, HIGH_BITS & !(eight << 2) & inside, (others.trailing_zeros() / 8) as usize)
}

/// The first word at or after byte `at`, which stands between words, if it is plain: where it begins and ends, and where the next
/// is to be looked for.
pub(super) fn plain_word(bytes: &[u8], mut at: usize) -> Option<(usize, usize, usize)> {
    while CLASSES[usize::from(*bytes.get(at)?)] == Class::Separator {
        at += 1;
    }
    let letters = Letters::at(bytes, at);
    let end = at + letters.length;
    let behind = behind_word(bytes, end).filter(|_| letters.length > 0 && !letters.are_odd)?;
    Some((at, end, behind))
}

/// [`behind_word`] of the word from `start` to `end`; `None` too where its letters are odd.
#[inline(never)]
pub(super) fn behind_plain(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    behind_word(bytes, end).filter(|_| !Letters::at(bytes, start).are_odd)
}

/// Where the next word is to be looked for behind a word whose letters end at `end`: behind a possessive ending too. `None` where
/// the word may go on otherwise.
pub(super) fn behind_word(bytes: &[u8], end: usize) -> Option<usize> {
    match bytes.get(end) {
        Some(b' ') => Some(end + 1),
        None => Some(end),
        Some(b'.') => ends_before(bytes, end + 1).then_some(end),
        Some(b'\'') => behind_apostrophe(bytes, end, end + 1),
        Some(0xE2) if bytes[end..].starts_with("’".as_bytes()) => behind_apostrophe(bytes, end, end + 3),
        Some(0xE2) => is_punctuation(bytes, end).then_some(end),
        Some(byte) => (byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'_').then_some(end),
    }
}

fn behind_apostrophe(bytes: &[u8], end: usize, after: usize) -> Option<usize> {
    if ends_before(bytes, after) {
        return Some(end);
    }
    let is_possessive = matches!(bytes[after], b's' | b'S')
        && matches!(bytes.get(after + 1), None | Some(b' ' | b'\n' | b','));
    is_possessive.then_some(after + 1)
}

/// Whether no word goes on with the byte after a mark.
pub(super) fn ends_before(bytes: &[u8], after: usize) -> bool {
    match bytes.get(after) {
        Some(0xE2) => matches!(bytes[after..], [_, 0x80, 0x90..=0xBF, ..]),
        Some(byte) => byte.is_ascii() && !byte.is_ascii_alphanumeric(),
        None => true,
    }
}

/// Whether dashes or quotation marks stand here that end every word: U+2010 to U+2017, U+201C to U+2026.
pub(super) fn is_punctuation(bytes: &[u8], at: usize) -> bool {
    matches!(bytes[at..], [0xE2, 0x80, 0x90..=0x97 | 0x9C..=0xA6, ..])
}

/// Where a number of digits ends, with the stops and commas between them; `None` where a word may go on with it.
pub(super) fn behind_number(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        at += bytes[at..].iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len() - at);
        match bytes.get(at) {
            Some(b'.' | b',') if bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => at += 1,
            Some(b'.' | b',' | b';' | b'\'') => return ends_before(bytes, at + 1).then_some(at),
            None => return Some(at),
            Some(byte) => {
                return (byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'_').then_some(at);
            }
        }
    }
}
