//! Where words begin and end: one tokenizer for reading, index and query, so that what is found is what was read.
//!
//! Boundaries follow the rules of Unicode Standard Annex 29 for letters, digits and the marks between them, with two
//! departures: a possessive ('s) is no part of the word, and scripts that write without spaces (Chinese, Japanese, and
//! Korean with them) give overlapping pairs of characters. The annex's full tables would weigh 15 KB in the page; a
//! test holds this against them.

use super::{Span, fold};
use std::borrow::Cow;

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    pub span: Span,
    /// As written, without a possessive ending.
    pub text: &'a str,
}

impl<'a> Word<'a> {
    /// The form under which the word is indexed.
    pub fn folded(&self) -> Cow<'a, str> {
        fold(self.text)
    }

    /// Whether the word begins with a capital letter.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The words of `text`, in order. Cost: one pass.
///
/// ```
/// use crossread::text::words;
/// let read: Vec<_> = words("Iran’s envoy met Mr. Lavrov.").iter().map(|word| word.text).collect();
/// assert_eq!(read, ["Iran", "envoy", "met", "Mr", "Lavrov"]);
/// let pairs: Vec<_> = words("伊朗外长").iter().map(|word| word.text).collect();
/// assert_eq!(pairs, ["伊朗", "朗外", "外长"]);
/// ```
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut from = 0;
    while let Some((word, next)) = next_word(text, from) {
        found.push(word);
        from = next;
    }
    found
}

/// The first word that begins at or after byte `from`, and the byte from which the next is to be looked for. `from` stands
/// between words: at the text's beginning, at or behind white space, or where this has been told to go on.
pub(crate) fn next_word(text: &str, from: usize) -> Option<(Word<'_>, usize)> {
    let (start, is_unspaced) = next_start(text, from)?;
    if is_unspaced {
        return Some(pair(text, start));
    }
    let span = spaced(text, start);
    Some((without_possessive(Word { span, text: span.of(text) }), span.end as usize))
}

/// A word with its possessive ending, or a run of characters of a script without spaces: segments never overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub span: Span,
    pub is_unspaced: bool,
}

/// ASCII letters and digits, which are most of most texts, are told by a look; all else takes the long way.
const PLAIN: u8 = 1;
const OTHER_ASCII: u8 = 0;
const BEYOND_ASCII: u8 = 2;

const CLASSES: [u8; 256] = {
    let mut classes = [OTHER_ASCII; 256];
    let mut byte = 0;
    while byte < 256 {
        if (byte as u8).is_ascii_alphanumeric() {
            classes[byte] = PLAIN;
        } else if byte >= 0x80 {
            classes[byte] = BEYOND_ASCII;
        }
        byte += 1;
    }
    classes
};

/// The first segment at or after byte `from`, which stands between characters.
pub(crate) fn next_segment(text: &str, from: usize) -> Option<Segment> {
    let (start, is_unspaced) = next_start(text, from)?;
    Some(Segment { span: if is_unspaced { unspaced(text, start) } else { spaced(text, start) }, is_unspaced })
}

/// Where the first letter or digit stands, and whether its script writes without spaces.
fn next_start(text: &str, from: usize) -> Option<(usize, bool)> {
    let bytes = text.as_bytes();
    let mut start = from;
    loop {
        match CLASSES[usize::from(*bytes.get(start)?)] {
            OTHER_ASCII => start += 1,
            PLAIN => return Some((start, false)),
            _ => {
                let character = text[start..].chars().next()?;
                if character.is_alphanumeric() {
                    return Some((start, is_unspaced(character)));
                }
                start += character.len_utf8();
            }
        }
    }
}

fn unspaced(text: &str, start: usize) -> Span {
    let rest = &text[start..];
    let end = rest.find(|character| !is_unspaced(character)).unwrap_or(rest.len());
    Span::new(start, start + end)
}

fn spaced(text: &str, start: usize) -> Span {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut last = ' ';
    loop {
        while let Some(&byte) = bytes.get(end)
            && CLASSES[usize::from(byte)] == PLAIN
        {
            last = byte.into();
            end += 1;
        }
        // After the plain stretch: most words end here, at a space.
        if matches!(bytes.get(end), None | Some(b' ')) {
            break;
        }
        let Some(character) = text[end..].chars().next().filter(|&next| continues(last, next, &text[end..]))
        else {
            break;
        };
        end += character.len_utf8();
        if !is_extending(character) {
            last = character;
        }
    }
    Span::new(start, end)
}

/// Whether a word whose last letter or digit is `last` goes on with `character`, the first of `rest`.
fn continues(last: char, character: char, rest: &str) -> bool {
    if character.is_alphanumeric() {
        return !is_unspaced(character);
    }
    let inner_mark = match character {
        '.' | '\'' | '’' | '‘' | '＇' => Some((true, true)),
        '·' | '״' | '‧' => Some((true, false)),
        ',' | ';' | '٬' | '⁄' => Some((false, true)),
        _ => None,
    };
    let Some((joins_letters, joins_digits)) = inner_mark else {
        return character == '_' || is_extending(character);
    };
    let after = rest[character.len_utf8()..].chars().find(|&next| !is_extending(next)).unwrap_or(' ');
    let both = |is: fn(char) -> bool| is(last) && is(after);
    joins_letters && both(is_spaced_letter) || joins_digits && both(char::is_numeric)
}

fn is_spaced_letter(character: char) -> bool {
    character.is_alphabetic() && !is_unspaced(character)
}

/// Marks that belong to the letter before them: accents and vowel points apart from it, viramas, joiners.
fn is_extending(character: char) -> bool {
    matches!(character as u32,
        0xAD | 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x5BF..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F | 0x670
        | 0x6D6..=0x6ED | 0x93C | 0x94D | 0x951..=0x954 | 0x9BC | 0x9CD | 0xA3C | 0xA4D | 0xABC | 0xACD | 0xB3C | 0xB4D
        | 0xBCD | 0xC4D | 0xCBC | 0xCCD | 0xD4D | 0xDCA | 0xE47..=0xE4E | 0xEB4..=0xEBC | 0xEC8..=0xECD | 0x1037..=0x103A
        | 0x17B4..=0x17D3 | 0x200C..=0x200F | 0x20D0..=0x20FF | 0x2060 | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0xFEFF)
}

/// The pair of characters without spaces at `start`, or the one that stands alone, and where the next pair begins: with the
/// second character, unless a third is missing.
fn pair(text: &str, start: usize) -> (Word<'_>, usize) {
    let mut ends = [start; 3];
    for place in 0..3 {
        let from = ends[place.max(1) - 1];
        let next = text[from..].chars().next().filter(|&character| is_unspaced(character));
        ends[place] = from + next.map_or(0, char::len_utf8);
    }
    let [first, second, third] = ends;
    let span = Span::new(start, second);
    (Word { span, text: span.of(text) }, if third > second { first } else { second })
}

fn without_possessive(word: Word<'_>) -> Word<'_> {
    let stem = ["'s", "’s", "'S", "’S"].iter().find_map(|ending| word.text.strip_suffix(ending));
    match stem {
        Some(text) if !text.is_empty() => {
            Word { span: Span::new(word.span.start as usize, word.span.start as usize + text.len()), text }
        }
        _ => word,
    }
}

/// Han, kana and hangul.
fn is_unspaced(character: char) -> bool {
    matches!(character as u32,
        0x3005..=0x3007 | 0x3041..=0x3096 | 0x309D..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x30FF | 0x3400..=0x4DBF
        | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0x20000..=0x2FA1F)
}
