//! In which articles a word stands, and how often.
//!
//! ```text
//! number of articles (LEB128)
//! from 128 articles on: length of the tail, where its positions begin (LEB128) | a header a block of 128 | the blocks
//! the tail: distances of articles, then codes of counts, as bits
//! positions (`positions.rs`)
//! ```
//!
//! A block holds the distances of 128 articles at one width and the codes of their counts at another, so that
//! unpacking has no branches; a list that does not fill its last block ends in bits that take less. Headers have one
//! size and tell the block's last article and the most that a posting of it can score, so that a search steps over blocks
//! that cannot matter (Ding & Suel, Faster top-k document retrieval using block-max indexes, 2011).

use super::bits::{BitReader, BitWriter, packed_length};
use super::bytes::{Cursor, Damage, push_number, u32_at};

/// Articles are numbered below this, so that no sum of distances overflows.
pub(crate) const MOST_ARTICLES: u32 = 1 << 28;

pub(crate) const BLOCK: usize = 128;
pub(super) const TOO_MANY: Damage = Damage("names an article that does not exist");

/// Last article 4, where positions begin 4, widths 2, highest score 1.
const HEADER_LENGTH: usize = 11;

/// What a block's best score is measured in: BM25 without idf stays below k1 + 1 = 2.2.
const SCORE_STEP: f64 = 2.2 / 255.0;

/// How often a word stands in an article, in title and text together, and whether the title has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrences(u32);

impl Occurrences {
    /// `count` is at least 1.
    pub fn new(count: u32, in_title: bool) -> Self {
        Self((count - 1) << 1 | u32::from(in_title))
    }

    #[inline(always)]
    pub fn count(self) -> u32 {
        (self.0 >> 1) + 1
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
}

/// Up to 128 postings, unpacked.
#[derive(Clone)]
pub(crate) struct Block {
    articles: [u32; BLOCK],
    codes: [u32; BLOCK],
    length: usize,
}

impl Default for Block {
    fn default() -> Self {
        Self { articles: [0; BLOCK], codes: [0; BLOCK], length: 0 }
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
        Occurrences(self.codes[place])
    }

    pub fn postings(&self) -> impl Iterator<Item = (u32, Occurrences)> + '_ {
        self.articles().iter().zip(&self.codes).map(|(&article, &code)| (article, Occurrences(code)))
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
    pub(super) positions: usize,
    is_tail: bool,
    distance_width: u32,
    count_width: u32,
}

/// The postings of one word, read in place.
#[derive(Clone, Copy)]
pub(crate) struct Postings<'a> {
    length: usize,
    headers: &'a [u8],
    /// From the first block on, to the end of the blob.
    body: &'a [u8],
    /// The length of the tail and where its positions begin, where there are blocks.
    tail: usize,
    tail_positions: usize,
    articles_in_corpus: u32,
}

impl<'a> Postings<'a> {
    pub fn read(blob: &'a [u8], articles_in_corpus: u32) -> Result<Self, Damage> {
        let mut cursor = Cursor::new(blob);
        let length = cursor.number()? as usize;
        let (mut headers, mut tail, mut tail_positions) = (&[][..], 0, 0);
        if length >= BLOCK {
            tail = cursor.number()? as usize;
            tail_positions = cursor.number()? as usize;
            headers = cursor.take(length / BLOCK * HEADER_LENGTH)?;
        }
        Ok(Self { length, headers, body: cursor.bytes, tail, tail_positions, articles_in_corpus })
    }

    /// How many articles have the word.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Stands before the first part.
    pub fn walk(&self) -> Walk<'a> {
        Walk { postings: *self, index: 0, start: 0, next: 0 }
    }

    /// The positions, which stand behind the postings.
    pub(super) fn positions(&self) -> Result<&'a [u8], Damage> {
        let mut walk = self.walk();
        for _ in 0..self.headers.len() / HEADER_LENGTH {
            walk.step()?;
        }
        let end = match self.headers.is_empty() {
            true => walk.tail(&mut Block::default())?,
            false => walk.start.saturating_add(self.tail),
        };
        self.body.get(end..).ok_or(Damage("ends inside an entry"))
    }

    /// Hands over all postings, part by part.
    pub fn each(&self, visit: &mut dyn FnMut(&Block)) -> Result<(), Damage> {
        let mut walk = self.walk();
        let mut block = Block::default();
        while walk.head()?.is_some() {
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
    /// Which part is at hand.
    index: usize,
    /// Where the part begins.
    start: usize,
    /// The first article that the part may name.
    next: u32,
}

impl<'a> Walk<'a> {
    /// The part at hand; none at the end.
    #[inline]
    pub fn head(&self) -> Result<Option<PartHead>, Damage> {
        let at = self.index * HEADER_LENGTH;
        if let Some(header) = self.postings.headers.get(at..at + HEADER_LENGTH) {
            return self.block_head(header).map(Some);
        }
        let has_tail = self.index * BLOCK < self.postings.length;
        let last = self.postings.articles_in_corpus.saturating_sub(1);
        let most = 255.0 * SCORE_STEP;
        let positions = self.postings.tail_positions;
        let tail = PartHead { last, most, positions, is_tail: true, distance_width: 0, count_width: 0 };
        Ok(has_tail.then_some(tail))
    }

    fn block_head(&self, header: &[u8]) -> Result<PartHead, Damage> {
        let number = |at| u32_at(header, at).unwrap_or(0);
        let [distance_width, count_width, most] = [header[8], header[9], header[10]];
        if distance_width > 32 || count_width > 32 {
            return Err(Damage("has numbers that are too wide"));
        }
        Ok(PartHead {
            last: number(0),
            most: f64::from(most) * SCORE_STEP,
            positions: number(4) as usize,
            is_tail: false,
            distance_width: distance_width.into(),
            count_width: count_width.into(),
        })
    }

    /// Unpacks the articles of the part at hand; of the tail also the occurrences.
    pub fn articles(&self, block: &mut Block) -> Result<(), Damage> {
        let Some(head) = self.head()? else { return Ok(()) };
        if head.is_tail {
            return self.tail(block).map(|_| ());
        }
        block.length = BLOCK;
        unpack(
            self.postings.body.get(self.start..).ok_or(TOO_MANY)?,
            head.distance_width,
            &mut block.articles,
        )?;
        let mut next = u64::from(self.next);
        for article in &mut block.articles {
            let here = next + u64::from(*article);
            *article = here as u32;
            next = here + 1;
        }
        if next != u64::from(head.last) + 1 || head.last >= self.postings.articles_in_corpus {
            return Err(TOO_MANY);
        }
        Ok(())
    }

    /// Unpacks the occurrences of the part at hand, whose articles have been unpacked.
    pub fn occurrences(&self, block: &mut Block) -> Result<(), Damage> {
        let Some(head @ PartHead { is_tail: false, .. }) = self.head()? else { return Ok(()) };
        let start = self.start + packed_length(BLOCK, head.distance_width);
        unpack(self.postings.body.get(start..).ok_or(TOO_MANY)?, head.count_width, &mut block.codes)
    }

    /// Unpacks the tail; gives where it ends.
    fn tail(&self, block: &mut Block) -> Result<usize, Damage> {
        let bytes = self.postings.body.get(self.start..).ok_or(TOO_MANY)?;
        let mut reader = BitReader::new(bytes);
        let articles = self.postings.articles_in_corpus;
        block.length = self.postings.length.saturating_sub(self.index * BLOCK).min(BLOCK);
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
        Ok(self.start + reader.end()?)
    }

    /// Goes on to the next part.
    pub fn step(&mut self) -> Result<(), Damage> {
        if let Some(head) = self.head()? {
            self.start += packed_length(BLOCK, head.distance_width) + packed_length(BLOCK, head.count_width);
            self.next = head.last.saturating_add(1);
            self.index += 1;
        }
        Ok(())
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
    let bytes = bytes.get(..length).ok_or(Damage("ends inside an entry"))?;
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

/// The postings of one word on their way into a blob. Articles come in ascending order.
pub(crate) struct PostingsWriter {
    articles_in_corpus: u32,
    length: usize,
    next: u32,
    /// The block at hand: distances, codes, and the best score.
    distances: Vec<u32>,
    codes: Vec<u32>,
    best: f64,
    /// Where the block's positions begin.
    block_positions: usize,
    headers: Vec<u8>,
    blocks: Vec<u8>,
}

impl PostingsWriter {
    pub fn new(articles_in_corpus: u32) -> Self {
        Self {
            articles_in_corpus,
            length: 0,
            next: 0,
            distances: Vec::with_capacity(BLOCK),
            codes: Vec::with_capacity(BLOCK),
            best: 0.0,
            block_positions: 0,
            headers: Vec::new(),
            blocks: Vec::new(),
        }
    }

    /// Adds an article. `score` is BM25 without idf; `positions` how many bytes of positions stand before its own, and
    /// is looked at where a block begins ([`begins_block`](Self::begins_block)).
    pub fn push(&mut self, article: u32, occurrences: Occurrences, score: f64, positions: usize) {
        if self.begins_block() {
            self.block_positions = positions;
        }
        self.distances.push(article - self.next);
        self.codes.push(occurrences.0);
        self.best = self.best.max(score);
        self.next = article + 1;
        self.length += 1;
        if self.distances.len() == BLOCK {
            self.write_block();
        }
    }

    /// Whether the next article begins a block: its positions then begin at a whole byte.
    pub fn begins_block(&self) -> bool {
        self.distances.is_empty()
    }

    fn write_block(&mut self) {
        let width = |numbers: &[u32]| {
            numbers.iter().fold(0, |all, number| all | number).checked_ilog2().map_or(0, |log| log + 1)
        };
        let widths = [width(&self.distances), width(&self.codes)];
        self.headers.extend_from_slice(&(self.next - 1).to_le_bytes());
        self.headers.extend_from_slice(&(self.block_positions as u32).to_le_bytes());
        self.headers.extend(widths.map(|width| width as u8));
        self.headers.push((self.best / SCORE_STEP).ceil().min(255.0) as u8);
        for (numbers, width) in [&self.distances, &self.codes].into_iter().zip(widths) {
            let mut bits = BitWriter::default();
            numbers.iter().for_each(|&number| bits.put(number, width, &mut self.blocks));
            bits.finish(&mut self.blocks);
        }
        self.begin_block();
    }

    fn begin_block(&mut self) {
        self.distances.clear();
        self.codes.clear();
        self.best = 0.0;
    }

    /// Writes the blob's postings behind what `out` holds, and is ready for the next word.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        push_number(out, self.length as u32);
        let tail = self.tail();
        if self.length >= BLOCK {
            push_number(out, tail.len() as u32);
            push_number(out, self.block_positions as u32);
            out.extend_from_slice(&self.headers);
            out.extend_from_slice(&self.blocks);
        }
        out.extend_from_slice(&tail);
        (self.length, self.next, self.block_positions) = (0, 0, 0);
        self.headers.clear();
        self.blocks.clear();
        self.begin_block();
    }

    fn tail(&self) -> Vec<u8> {
        let (mut bits, mut tail) = (BitWriter::default(), Vec::new());
        let mut next = self.next - self.distances.iter().map(|distance| distance + 1).sum::<u32>();
        for (&distance, left) in self.distances.iter().zip((1..=self.distances.len() as u32).rev()) {
            bits.put_distance(distance, self.articles_in_corpus - next, left, &mut tail);
            next += distance + 1;
        }
        self.codes.iter().for_each(|&code| bits.put_small(code, &mut tail));
        bits.finish(&mut tail);
        tail
    }
}
