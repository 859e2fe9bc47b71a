//! The texts of the articles, each by itself in about a third of its size: a word that stands more than once in the
//! corpus is written as its rank by frequency, in one byte for the most frequent, two or three for others.
//!
//! This is the spaceless word model (de Moura, Navarro, Ziviani & Baeza-Yates, Fast and flexible word searching on
//! compressed text, 2000) with dense codes in the manner of Brisaboa et al. (2007): decoding is a look-up a word, and
//! any article can be read without the others. Beside it, LZ4 with a dictionary takes half of the text's size, and
//! a general compressor that reaches a third weighs 22 KB in the page.
//!
//! ```text
//! text-words: number of words, 4 bytes | where every fourth begins, 4 bytes each | length (LEB128), bytes | …
//! text:       blobs; each the length of the text (LEB128), then codes
//! code:       0..=191 | 192..=253, low byte | 254, two bytes | 255, length (LEB128), bytes
//! ```

use super::bytes::{Cursor, Damage, push_number, u32_at};
use super::stream::Stream;

const SHORT: u32 = 192;
const MEDIUM: u32 = 62 * 256;
const LONG: u32 = 1 << 16;
const LONG_MARK: u8 = 254;
const SPELLED_MARK: u8 = 255;

/// Every so many words the table says where one begins.
const GROUP: usize = 4;

/// A spelling that has no rank of its own.
const UNRANKED: u32 = u32::MAX;

/// The words by rank, read in place.
#[derive(Clone, Copy)]
pub(super) struct TextWords<'a> {
    count: u32,
    table: &'a [u8],
    data: &'a [u8],
}

impl<'a> TextWords<'a> {
    pub fn read(section: &'a [u8]) -> Result<Self, Damage> {
        let count = u32_at(section, 0).ok_or(Damage("is too short"))?;
        let length = (count as usize).div_ceil(GROUP) * 4;
        let (table, data) = section[4..].split_at_checked(length).ok_or(Damage("is too short"))?;
        Ok(Self { count, table, data })
    }

    #[inline]
    fn get(&self, rank: u32) -> Result<&'a [u8], Damage> {
        let start = u32_at(self.table, rank as usize / GROUP * 4).filter(|_| rank < self.count);
        let mut at = start.ok_or(Damage("has no such word"))? as usize;
        for _ in 0..rank as usize % GROUP {
            at = self.word(at)?.1;
        }
        let (start, end) = self.word(at)?;
        self.data.get(start..end).ok_or(Damage("has no such word"))
    }

    /// Where the word begins whose length stands at a place, and where it ends.
    #[inline(always)]
    fn word(&self, at: usize) -> Result<(usize, usize), Damage> {
        match self.data.get(at) {
            Some(&length @ 0..0x80) => Ok((at + 1, at + 1 + usize::from(length))),
            _ => self.long_word(at),
        }
    }

    #[inline(never)]
    fn long_word(&self, at: usize) -> Result<(usize, usize), Damage> {
        let mut cursor = Cursor::new(self.data.get(at..).ok_or(Damage("has no such word"))?);
        let length = cursor.number()? as usize;
        let start = self.data.len() - cursor.bytes.len();
        Ok((start, start.saturating_add(length)))
    }

    /// The text that a blob holds.
    pub fn text(&self, blob: &[u8]) -> Result<String, Damage> {
        let mut cursor = Cursor::new(blob);
        let length = cursor.number()? as usize;
        // A damaged length costs no memory: a byte of a blob gives no more than the longest word.
        let mut text = Vec::with_capacity(length.min(blob.len().saturating_mul(16)));
        let mut behind_word = false;
        while !cursor.is_empty() {
            let piece = self.piece(&mut cursor)?;
            let is_word = begins_word(piece);
            if is_word && behind_word {
                text.push(b' ');
            }
            text.extend_from_slice(piece);
            behind_word = is_word;
            if text.len() > length {
                return Err(Damage("has a text longer than it says"));
            }
        }
        let text = String::from_utf8(text).map_err(|_| Damage("holds text that is no UTF-8"))?;
        if text.len() == length { Ok(text) } else { Err(Damage("has a text shorter than it says")) }
    }

    #[inline]
    fn piece<'b>(&self, cursor: &mut Cursor<'b>) -> Result<&'b [u8], Damage>
    where
        'a: 'b,
    {
        let first = cursor.take(1)?[0];
        let rank = match first {
            0..=191 => first.into(),
            192..=253 => SHORT + (u32::from(first) - SHORT) * 256 + u32::from(cursor.take(1)?[0]),
            LONG_MARK => {
                let low = cursor.take(2)?;
                SHORT + MEDIUM + u32::from(u16::from_le_bytes([low[0], low[1]]))
            }
            SPELLED_MARK => {
                let length = cursor.number()?;
                return cursor.take(length as usize);
            }
        };
        self.get(rank)
    }
}

/// Whether a piece is a word or a run of characters without spaces, not a gap.
#[inline]
fn begins_word(piece: &[u8]) -> bool {
    match piece.first() {
        None => false,
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => {
            let character = piece.get(..piece.len().min(4)).and_then(|head| head.utf8_chunks().next());
            character.and_then(|chunk| chunk.valid().chars().next()).is_some_and(char::is_alphanumeric)
        }
    }
}

/// The codes of a corpus on their way into sections.
pub(super) struct TextWriter<'a> {
    stream: &'a Stream,
    ranks: Vec<u32>,
    blob: Vec<u8>,
    coded: Vec<u8>,
}

impl<'a> TextWriter<'a> {
    /// Ranks the spellings; gives the section of words too.
    pub fn new(stream: &'a Stream) -> (Self, Vec<u8>) {
        let order = by_frequency(stream);
        let mut ranks = vec![UNRANKED; stream.known.len()];
        order.iter().zip(0..).for_each(|(&spelling, rank)| ranks[spelling as usize] = rank);
        let section = words_section(stream, &order);
        (Self { stream, ranks, blob: Vec::new(), coded: Vec::new() }, section)
    }

    /// The blob of an article whose text has so many bytes.
    pub fn blob(&mut self, article: usize, length: usize) -> &[u8] {
        self.coded.clear();
        let [_, text] = self.stream.article(article);
        for (spelling, _) in text {
            match self.ranks[spelling as usize] {
                UNRANKED => {
                    let spelled = self.stream.spellings.get(spelling);
                    self.coded.push(SPELLED_MARK);
                    push_number(&mut self.coded, spelled.len() as u32);
                    self.coded.extend_from_slice(spelled.as_bytes());
                }
                rank => push_rank(&mut self.coded, rank),
            }
        }
        self.blob.clear();
        push_number(&mut self.blob, length as u32);
        self.blob.extend_from_slice(&self.coded);
        &self.blob
    }
}

fn push_rank(out: &mut Vec<u8>, rank: u32) {
    if rank < SHORT {
        out.push(rank as u8);
    } else if rank < SHORT + MEDIUM {
        let rest = rank - SHORT;
        out.extend([(SHORT + rest / 256) as u8, rest as u8]);
    } else {
        out.push(LONG_MARK);
        out.extend_from_slice(&((rank - SHORT - MEDIUM) as u16).to_le_bytes());
    }
}

/// The spellings that get a rank: those that stand more than once, most frequent first.
fn by_frequency(stream: &Stream) -> Vec<u32> {
    let count = |spelling: u32| stream.known[spelling as usize].count;
    let mut order: Vec<u32> =
        (0..stream.known.len() as u32).filter(|&spelling| count(spelling) > 1).collect();
    // Spellings are numbered by arrival, so ties are settled alike on every machine.
    order.sort_unstable_by_key(|&spelling| (std::cmp::Reverse(count(spelling)), spelling));
    order.truncate((SHORT + MEDIUM + LONG) as usize);
    order
}

fn words_section(stream: &Stream, order: &[u32]) -> Vec<u8> {
    let (mut table, mut data) = (Vec::new(), Vec::new());
    for (rank, &spelling) in order.iter().enumerate() {
        if rank.is_multiple_of(GROUP) {
            table.extend_from_slice(&(data.len() as u32).to_le_bytes());
        }
        let spelled = stream.spellings.get(spelling);
        push_number(&mut data, spelled.len() as u32);
        data.extend_from_slice(spelled.as_bytes());
    }
    let mut section = (order.len() as u32).to_le_bytes().to_vec();
    section.extend(table);
    section.extend(data);
    section
}
