//! In which articles a word stands, and how often.
//!
//! ```text
//! number of articles (LEB128)
//! from 128 articles on: how far positions are read at a time (`positions.rs`) | lengths of headers, blocks and tail (LEB128)
//!     | a header a block of 128 | the blocks
//! the tail: distances of articles, then codes of counts, as bits
//! positions (`positions.rs`)
//! ```
//!
//! A block of a word that more than about a fifth of the articles have is a bit an article, so that a search asks for one
//! without unpacking; a rarer word's holds the distances of 128 articles at one width, so that unpacking has no branches;
//! where a word is rarer still, distances are larger and are written as those of the tail, which takes less. A header tells
//! the block's last article and the most that a posting of it can score, so that a search steps over blocks that cannot
//! matter (Ding & Suel, Faster top-k document retrieval using block-max indexes, 2011).

use super::bits::{BitReader, packed_length};
use super::bytes::{Cursor, Damage};

/// Articles are numbered below this, so that no sum of distances overflows.
pub(crate) const MOST_ARTICLES: u32 = 1 << 28;

pub(crate) const BLOCK: usize = 128;
/// The logarithm of that.
pub(super) const WHOLE: u8 = 7;
const TOO_MANY: Damage = Damage("names an article that does not exist");
const ENDS_EARLY: Damage = Damage("ends inside an entry");

/// Stands for the width of distances that are written as bits.
pub(super) const AS_BITS: u8 = 255;
/// Stands for it where there is a bit for every article up to the block's last.
pub(super) const AS_BITMAP: u8 = 254;

/// What a block's best score is measured in: BM25 without idf stays below k1 + 1 = 2.2.
pub(super) const SCORE_STEP: f64 = 2.2 / 255.0;

/// How often a word stands in an article, in title and text together, and whether the title has it: the count, doubled, and
/// one more where it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrences(u32);

impl Occurrences {
    #[inline(always)]
    pub fn new(count: u32, in_title: bool) -> Self {
        Self(count << 1 | u32::from(in_title))
    }

    /// The number in which it is written: as there is one occurrence at least, 0 stands for one.
    pub(super) fn code(self) -> u32 {
        self.0 - 2
    }

    #[inline(always)]
    fn of(code: u32) -> Self {
        Self(code.saturating_add(2))
    }

    #[inline(always)]
    pub fn count(self) -> u32 {
        self.0 >> 1
    }

    #[inline(always)]
    pub fn in_title(self) -> bool {
        self.0 & 1 == 1
    }

    /// What counts for the ranking: each occurrence one, and two more for a word that stands in the title.
    #[inline(always)]
    pub fn frequency(self) -> u32 {
        self.count() + 2 * (self.0 & 1)
    }

    /// Those of two words, or of two places, together.
    #[inline(always)]
    pub fn and(self, other: Self) -> Self {
        Self((self.0 & !1).saturating_add(other.0 & !1) & !1 | (self.0 | other.0) & 1)
    }
}

/// Up to 128 postings, unpacked.
#[derive(Clone)]
pub(crate) struct Block {
    articles: [u32; BLOCK],
    codes: [u32; BLOCK],
    length: usize,
    /// Where a tail ends.
    end: usize,
}

impl Default for Block {
    fn default() -> Self {
        Self { articles: [0; BLOCK], codes: [0; BLOCK], length: 0, end: 0 }
    }
}

impl Block {
    /// The articles, ascending.
    #[inline(always)]
    pub fn articles(&self) -> &[u32] {
        &self.articles[..self.length]
    }

    /// The occurrences in the article at a place of [`articles`](Self::articles).
    #[inline(always)]
    pub fn at(&self, place: usize) -> Occurrences {
        Occurrences::of(self.codes[place])
    }

    pub fn postings(&self) -> impl Iterator<Item = (u32, Occurrences)> + '_ {
        self.articles().iter().zip(&self.codes).map(|(&article, &code)| (article, Occurrences::of(code)))
    }
}

/// What is known of 128 postings, or of the tail, before they are unpacked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PartHead {
    /// No article of the part stands behind this one.
    pub last: u32,
    /// No posting of the part scores more: BM25 without idf.
    pub most: f64,
    /// Where the part's positions begin, behind the postings.
    positions: usize,
    distances: Distances,
    distances_length: usize,
    count_width: u32,
    positions_length: usize,
}

impl PartHead {
    /// What [`most`](Self::most) was written as; 0 for a tail, of which nothing was.
    pub(super) fn steps(&self) -> usize {
        if self.distances == Distances::Tail { 0 } else { (self.most / SCORE_STEP + 0.5) as usize }
    }
}

/// How the articles of a part are written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Distances {
    Width(u32),
    Bits,
    Bitmap,
    Tail,
}

/// The postings of one word, read in place.
#[derive(Clone, Copy)]
pub(crate) struct Postings<'a> {
    length: usize,
    /// So many postings, as a power of two, begin their positions at a whole byte.
    group: u8,
    headers: Cursor<'a>,
    /// From the first block on, to the end of the blob.
    body: &'a [u8],
    /// The lengths of blocks and tail, where there are blocks.
    blocks: usize,
    tail: usize,
    articles_in_corpus: u32,
}

impl<'a> Postings<'a> {
    pub fn read(blob: &'a [u8], articles_in_corpus: u32) -> Result<Self, Damage> {
        let mut cursor = Cursor::new(blob);
        let length = cursor.number()? as usize;
        let (mut group, mut headers, mut blocks, mut tail) = (WHOLE, 0, 0, 0);
        if length >= BLOCK {
            group = cursor.take(1)?.first().map_or(WHOLE, |&group| group.min(WHOLE));
            headers = cursor.number()? as usize;
            blocks = cursor.number()? as usize;
            tail = cursor.number()? as usize;
        }
        let headers = Cursor::new(cursor.take(headers)?);
        Ok(Self { length, group, headers, body: cursor.bytes, blocks, tail, articles_in_corpus })
    }

    /// How many articles have the word.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Stands at the first part.
    pub fn walk(&self) -> Result<Walk<'a>, Damage> {
        let mut walk =
            Walk { postings: *self, headers: self.headers, left: self.length, start: 0, next: 0, head: None };
        walk.head = walk.read_head(0)?;
        Ok(walk)
    }

    /// Hands over all postings, part by part.
    pub fn each(&self, visit: &mut dyn FnMut(&Block)) -> Result<(), Damage> {
        let mut walk = self.walk()?;
        let mut block = Block::default();
        while walk.head().is_some() {
            walk.articles(&mut block)?;
            walk.occurrences(&mut block)?;
            visit(&block);
            walk.step()?;
        }
        Ok(())
    }
}

/// Steps over the parts of a list: blocks of 128 postings, then what is left.
#[derive(Clone, Copy)]
pub(crate) struct Walk<'a> {
    postings: Postings<'a>,
    /// Behind the header of the part at hand.
    headers: Cursor<'a>,
    /// Postings from the part at hand on.
    left: usize,
    /// Where the part begins.
    start: usize,
    /// The first article that the part may name.
    next: u32,
    head: Option<PartHead>,
}

impl<'a> Walk<'a> {
    /// The part at hand; none at the end.
    #[inline(always)]
    pub fn head(&self) -> Option<PartHead> {
        self.head
    }

    fn read_head(&mut self, positions: usize) -> Result<Option<PartHead>, Damage> {
        if self.left < BLOCK {
            let last = self.postings.articles_in_corpus.saturating_sub(1);
            return Ok((self.left > 0).then_some(PartHead {
                last,
                most: 255.0 * SCORE_STEP,
                positions,
                distances: Distances::Tail,
                distances_length: 0,
                count_width: 0,
                positions_length: 0,
            }));
        }
        let span = self.headers.number()?;
        let positions_length = self.headers.number()? as usize;
        let &[most, count_width, width] = self.headers.take(3)?.first_chunk::<3>().ok_or(ENDS_EARLY)?;
        if count_width > 32 || (width > 32 && width < AS_BITMAP) {
            return Err(Damage("has numbers that are too wide"));
        }
        let (distances, distances_length) = match width {
            AS_BITS => (Distances::Bits, self.headers.number()? as usize),
            AS_BITMAP => (Distances::Bitmap, span as usize / 8 + 1),
            width => (Distances::Width(width.into()), packed_length(BLOCK, width.into())),
        };
        let last = self.next.checked_add(span).filter(|&last| last < self.postings.articles_in_corpus);
        Ok(Some(PartHead {
            last: last.ok_or(TOO_MANY)?,
            most: f64::from(most) * SCORE_STEP,
            positions,
            distances,
            distances_length,
            count_width: count_width.into(),
            positions_length,
        }))
    }

    /// Unpacks the articles of the part at hand; of the tail also the occurrences.
    pub fn articles(&self, block: &mut Block) -> Result<(), Damage> {
        let Some(head) = self.head else { return Ok(()) };
        block.length = BLOCK;
        let bytes = self.postings.body.get(self.start..).ok_or(ENDS_EARLY)?;
        match head.distances {
            Distances::Width(width) => self.unpack_articles(bytes, width, head.last, block),
            Distances::Bits => self.read_articles(bytes, head.last, block),
            Distances::Bitmap => self.list_articles(bytes, head, block),
            Distances::Tail => self.unpack_tail(block),
        }
    }

    fn unpack_articles(&self, bytes: &[u8], width: u32, last: u32, block: &mut Block) -> Result<(), Damage> {
        unpack(bytes, width, &mut block.articles)?;
        let mut next = u64::from(self.next);
        for article in &mut block.articles {
            let here = next + u64::from(*article);
            *article = here as u32;
            next = here + 1;
        }
        if next == u64::from(last) + 1 { Ok(()) } else { Err(TOO_MANY) }
    }

    fn read_articles(&self, bytes: &[u8], last: u32, block: &mut Block) -> Result<(), Damage> {
        let mut reader = BitReader::new(bytes);
        let mut next = self.next;
        for (article, left) in block.articles[..BLOCK - 1].iter_mut().zip((1..BLOCK as u32).rev()) {
            *article = next.saturating_add(reader.distance(last.saturating_sub(next), left));
            if *article >= last {
                return Err(TOO_MANY);
            }
            next = *article + 1;
        }
        block.articles[BLOCK - 1] = last;
        reader.end().map(|_| ())
    }

    fn list_articles(&self, bytes: &[u8], head: PartHead, block: &mut Block) -> Result<(), Damage> {
        let bitmap = bytes.get(..head.distances_length).ok_or(ENDS_EARLY)?;
        let (mut first, mut length) = (self.next, 0);
        for eight in bitmap.chunks(8) {
            let mut left = word_of(eight);
            if left.count_ones() as usize > BLOCK - length {
                return Err(TOO_MANY);
            }
            while left != 0 {
                block.articles[length] = first.saturating_add(left.trailing_zeros());
                left &= left - 1;
                length += 1;
            }
            first = first.saturating_add(64);
        }
        if length == BLOCK && block.articles[BLOCK - 1] == head.last { Ok(()) } else { Err(TOO_MANY) }
    }

    /// The bits of the part at hand, where it has a bit an article: the first article, and the bits from it on.
    pub(super) fn bitmap(&self) -> Option<(u32, &'a [u8])> {
        let head = self.head.filter(|head| head.distances == Distances::Bitmap)?;
        let bits = self.postings.body.get(self.start..self.start.checked_add(head.distances_length)?)?;
        Some((self.next, bits))
    }

    /// The occurrences of one posting of the part at hand, whose articles have been unpacked or are bits.
    #[inline(always)]
    pub(super) fn occurrences_at(&self, place: usize, block: &Block) -> Occurrences {
        let Some(head) = self.head.filter(|head| head.distances != Distances::Tail) else {
            return Occurrences::of(block.codes[place.min(BLOCK - 1)]);
        };
        let bit = place * head.count_width as usize;
        let start = self.start.saturating_add(head.distances_length).saturating_add(bit / 8);
        let bytes = self.postings.body.get(start..).unwrap_or(&[]);
        Occurrences::of((word_of(bytes) >> (bit % 8)) as u32 & ((1u64 << head.count_width) - 1) as u32)
    }

    /// Unpacks the occurrences of the part at hand, whose articles have been unpacked.
    pub fn occurrences(&self, block: &mut Block) -> Result<(), Damage> {
        match self.head {
            Some(head) if head.distances != Distances::Tail => {
                let bytes = self.postings.body.get(self.start + head.distances_length..).ok_or(ENDS_EARLY)?;
                unpack(bytes, head.count_width, &mut block.codes)
            }
            _ => Ok(()),
        }
    }

    fn unpack_tail(&self, block: &mut Block) -> Result<(), Damage> {
        let bytes = self.postings.body.get(self.start..).ok_or(ENDS_EARLY)?;
        let mut reader = BitReader::new(bytes);
        let articles = self.postings.articles_in_corpus;
        block.length = self.left.min(BLOCK);
        let mut next = self.next;
        for (article, left) in block.articles[..block.length].iter_mut().zip((1..=block.length as u32).rev())
        {
            let distance = reader.distance(articles.saturating_sub(next), left);
            *article = next.saturating_add(distance);
            if *article >= articles {
                return Err(TOO_MANY);
            }
            next = *article + 1;
        }
        block.codes[..block.length].iter_mut().for_each(|code| *code = reader.small());
        block.end = self.start + reader.end()?;
        Ok(())
    }

    /// The logarithm of how many postings of the part at hand have their positions in one group.
    pub(super) fn position_group(&self) -> u8 {
        if self.left < BLOCK { WHOLE } else { self.postings.group }
    }

    /// The positions of the part at hand, whose articles have been unpacked, and of those behind it.
    pub(super) fn position_bytes(&self, block: &Block) -> Result<&'a [u8], Damage> {
        let Postings { length, blocks, tail, body, .. } = self.postings;
        let base = if length < BLOCK { block.end } else { blocks.saturating_add(tail) };
        let head = self.head.ok_or(ENDS_EARLY)?;
        body.get(base.saturating_add(head.positions)..).ok_or(ENDS_EARLY)
    }

    /// Goes on to the next part.
    pub fn step(&mut self) -> Result<(), Damage> {
        if let Some(head) = self.head {
            self.start =
                self.start.saturating_add(head.distances_length + packed_length(BLOCK, head.count_width));
            self.next = head.last.saturating_add(1);
            self.left = self.left.saturating_sub(BLOCK);
            self.head = self.read_head(head.positions.saturating_add(head.positions_length))?;
        }
        Ok(())
    }
}

/// At most eight bytes as a number, the first lowest.
#[inline(always)]
pub(super) fn word_of(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<8>() {
        Some(&eight) => u64::from_le_bytes(eight),
        None => bytes.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    }
}

/// Unpacks 128 numbers of one width from the front of `bytes`.
fn unpack(bytes: &[u8], width: u32, numbers: &mut [u32; BLOCK]) -> Result<(), Damage> {
    let length = packed_length(BLOCK, width);
    if let Some(bytes) = bytes.get(..length + 8) {
        unpack_all(bytes, width, numbers);
        return Ok(());
    }
    // Eight bytes are read for each number: at the end of a blob, zeros stand behind the block.
    let bytes = bytes.get(..length).ok_or(ENDS_EARLY)?;
    let mut padded = [0u8; BLOCK * 4 + 8];
    padded[..length].copy_from_slice(bytes);
    unpack_all(&padded, width, numbers);
    Ok(())
}

#[inline(always)]
fn unpack_all(bytes: &[u8], width: u32, numbers: &mut [u32; BLOCK]) {
    let mask = ((1u64 << width) - 1) as u32;
    let mut bit = 0usize;
    for number in numbers {
        let Some(&[a, b, c, d, e, f, g, h]) = bytes.get(bit / 8..bit / 8 + 8) else { return };
        let eight = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
        *number = (eight >> (bit % 8)) as u32 & mask;
        bit += width as usize;
    }
}
