//! Which words are within so many typos of one. Words that begin alike are read together, letter by letter, with the band
//! of the table of edits that can still matter (Ukkonen 1985). An edit drops, adds or changes a letter, or swaps two
//! neighbours (Damerau 1964, in its form that edits no stretch twice). Where no edit is left, only the few endings of the
//! wanted word that still fit are looked up: so one typo costs some hundred steps, whatever the dictionary.

use crate::index::Beginning;
use crate::text::Arrange as _;

/// More typos than this would find half of a dictionary.
pub(super) const MOST_TYPOS: u8 = 2;

/// Cells beside the diagonal on either side, and the diagonal.
const BAND: usize = 2 * MOST_TYPOS as usize + 1;
const FAR: u8 = u8::MAX / 2;

/// The places of the words within `typos` of one, ascending.
pub(super) fn within_typos(word: &str, typos: u8, words: Beginning<'_>) -> Vec<usize> {
    let starts = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let wanted = Typos { word, starts, wanted: word.chars().collect(), typos: typos.min(MOST_TYPOS) };
    let mut found = Vec::new();
    wanted.explore(words, &wanted.start(), &mut found);
    found.arrange();
    found.dedup();
    found
}

struct Typos<'w> {
    word: &'w str,
    /// Where each letter begins, and where the word ends.
    starts: Vec<usize>,
    wanted: Vec<char>,
    typos: u8,
}

/// How far reading has come.
#[derive(Clone, Copy)]
struct State {
    /// Letters read.
    depth: usize,
    /// Edits from the letters read to the wanted word's first `depth − 2 …= depth + 2` letters.
    row: [u8; BAND],
    /// The same, one letter earlier.
    before: [u8; BAND],
    last: char,
    /// The bytes of a letter begun, as a number, and how many are missing.
    begun: u32,
    missing: u8,
}

impl Typos<'_> {
    fn explore(&self, words: Beginning<'_>, state: &State, found: &mut Vec<usize>) {
        if state.missing == 0 && state.row.iter().all(|&edits| edits >= self.typos) {
            return self.finish(words, state, found);
        }
        if self.is_match(state) {
            found.extend(words.place());
        }
        words.each(&mut |byte, words| self.go_on(words, &self.accept(state, byte), found));
    }

    /// With no edit left, what follows is the rest of the wanted word from one of the cells that can still match, or a
    /// swapped letter and the rest behind it.
    fn finish(&self, words: Beginning<'_>, state: &State, found: &mut Vec<usize>) {
        for offset in 0..BAND {
            let Some(length) = (state.depth + offset).checked_sub(BAND / 2) else { continue };
            if state.row[offset] == self.typos {
                found.extend(self.ending(words, length));
            }
            let swapped =
                length.checked_sub(1).filter(|_| state.before[offset] < self.typos && state.depth > 0);
            if let Some(first) = swapped
                && self.wanted.get(length) == Some(&state.last)
            {
                let letter = self.wanted[first];
                let words = words.then(letter.encode_utf8(&mut [0; 4]).as_bytes());
                found.extend(words.and_then(|words| self.ending(words, length + 1)));
            }
        }
    }

    /// The word that goes on with the wanted word's letters from one on.
    fn ending(&self, words: Beginning<'_>, from: usize) -> Option<usize> {
        let rest = self.word.as_bytes().get(*self.starts.get(from)?..)?;
        words.then(rest)?.place()
    }

    fn go_on(&self, words: Beginning<'_>, state: &State, found: &mut Vec<usize>) {
        if state.row.iter().any(|&edits| edits <= self.typos) {
            self.explore(words, state, found);
        }
    }

    fn letter(&self, state: &State, letter: char) -> State {
        let mut row = [FAR; BAND];
        for offset in 0..BAND {
            // The wanted word's first so many letters, against one more letter than before.
            let Some(length) = (state.depth + 1 + offset).checked_sub(BAND / 2) else { continue };
            if length > self.wanted.len() {
                break;
            }
            let mut edits = state.row.get(offset + 1).map_or(FAR, |edits| edits + 1);
            if offset > 0 {
                edits = edits.min(row[offset - 1] + 1);
            }
            if let Some(at) = length.checked_sub(1) {
                edits = edits.min(state.row[offset] + u8::from(self.wanted[at] != letter));
                let is_swapped = at > 0
                    && state.depth > 0
                    && self.wanted[at - 1] == letter
                    && self.wanted[at] == state.last;
                if is_swapped {
                    edits = edits.min(state.before[offset] + 1);
                }
            }
            row[offset] = edits.min(FAR);
        }
        State { depth: state.depth + 1, row, before: state.row, last: letter, begun: 0, missing: 0 }
    }

    fn start(&self) -> State {
        let mut row = [FAR; BAND];
        for (edits, cell) in (0..).zip(&mut row[BAND / 2..]) {
            *cell = edits;
        }
        State { depth: 0, row, before: [FAR; BAND], last: ' ', begun: 0, missing: 0 }
    }

    fn is_match(&self, state: &State) -> bool {
        let offset = (self.wanted.len() + BAND / 2).checked_sub(state.depth);
        let edits = offset.and_then(|offset| state.row.get(offset));
        state.missing == 0 && edits.is_some_and(|&edits| edits <= self.typos)
    }

    fn accept(&self, state: &State, byte: u8) -> State {
        let (begun, missing) = match byte {
            0..0x80 => return self.letter(state, byte.into()),
            0x80..0xC0 => (state.begun << 6 | u32::from(byte & 0x3F), state.missing.saturating_sub(1)),
            0xC0..0xE0 => (u32::from(byte & 0x1F), 1),
            0xE0..0xF0 => (u32::from(byte & 0x0F), 2),
            0xF0.. => (u32::from(byte & 0x07), 3),
        };
        if missing == 0 {
            return self.letter(state, char::from_u32(begun).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        State { begun, missing, ..*state }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Terms;
    use proptest::prelude::*;

    fn is_within(wanted: &str, word: &str, typos: u8) -> bool {
        // Others stand around the word, so that it is told from them.
        let mut words = vec![word, "abbey", "abbé", "treaties", "tréaty"];
        words.sort_unstable();
        words.dedup();
        let mut map = fst::MapBuilder::memory();
        words.iter().zip(0..).for_each(|(word, place)| map.insert(word, place).unwrap());
        let bytes = map.into_inner().unwrap();
        let found = within_typos(wanted, typos, Terms::read(&bytes).unwrap().root());
        found.iter().any(|&place| words[place] == word)
    }

    /// The whole table.
    fn edits(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                if i == 0 || j == 0 {
                    table[i][j] = i + j;
                    continue;
                }
                let change = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                table[i][j] = change.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
                }
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn typos_are_counted() {
        assert!(is_within("araghchi", "araqchi", 2));
        assert!(!is_within("araghchi", "araqchi", 1));
        assert!(is_within("treaty", "traety", 1), "neighbours swapped");
        assert!(is_within("treaty", "treaty", 0));
        assert!(is_within("treaty", "treat", 1) && is_within("treaty", "treatys", 1));
        assert!(!is_within("treaty", "entreat", 2));
        assert!(is_within("договор", "договар", 1), "a letter of two bytes is one letter");
    }

    proptest! {
        #[test]
        fn the_band_counts_as_the_whole_table_does(a in "[abé]{0,7}", b in "[abé]{0,7}", typos in 0u8..=2) {
            let letters = |word: &str| word.chars().collect::<Vec<_>>();
            let within = edits(&letters(&a), &letters(&b)) <= usize::from(typos);
            prop_assert_eq!(is_within(&a, &b, typos), within);
        }
    }
}
