//! The postings of one word on their way into a blob, block by block ([`postings`](super::postings) says how they
//! stand there).

use super::bits::{BitWriter, packed_length};
use super::bytes::push_number;
use super::postings::{AS_BITMAP, AS_BITS, BLOCK, Occurrences, SCORE_STEP};

/// A word that fewer than one in so many articles have is rare enough for its distances to be written as bits.
const SPARSE: usize = 16;

/// Takes articles in ascending order.
pub(crate) struct PostingsWriter {
    articles_in_corpus: u32,
    /// Whether the word is rare, so that distances are written as bits.
    is_sparse: bool,
    group: u8,
    length: usize,
    next: u32,
    /// The first article that the block at hand may name.
    first: u32,
    /// The block at hand: distances, codes, and the best score.
    distances: Vec<u32>,
    codes: Vec<u32>,
    best: f64,
    headers: Vec<u8>,
    blocks: Vec<u8>,
}

impl PostingsWriter {
    pub fn new(articles_in_corpus: u32) -> Self {
        Self {
            articles_in_corpus,
            is_sparse: false,
            group: 0,
            length: 0,
            next: 0,
            first: 0,
            distances: Vec::with_capacity(BLOCK),
            codes: Vec::with_capacity(BLOCK),
            best: 0.0,
            headers: Vec::new(),
            blocks: Vec::new(),
        }
    }

    /// Begins a word that so many articles have, and whose positions are [grouped](super::positions::group_of).
    pub fn begin(&mut self, articles: usize, group: u8) {
        self.group = group;
        self.is_sparse = articles * SPARSE < self.articles_in_corpus as usize;
    }

    /// Adds an article. `score` is BM25 without idf.
    pub fn push(&mut self, article: u32, occurrences: Occurrences, score: f64) {
        self.distances.push(article - self.next);
        self.codes.push(occurrences.code());
        self.best = self.best.max(score);
        self.next = article + 1;
        self.length += 1;
    }

    /// Whether a block is full: its positions then end at a whole byte, and [`end_block`](Self::end_block) is called.
    pub fn is_block(&self) -> bool {
        self.distances.len() == BLOCK
    }

    /// Writes the block at hand, whose positions take so many bytes.
    pub fn end_block(&mut self, positions: usize) {
        let width = |numbers: &[u32]| {
            numbers.iter().fold(0, |all, number| all | number).checked_ilog2().map_or(0, |log| log + 1)
        };
        let count_width = width(&self.codes);
        push_number(&mut self.headers, self.next - 1 - self.first);
        push_number(&mut self.headers, positions as u32);
        self.headers.push((self.best / SCORE_STEP).ceil().min(255.0) as u8);
        self.headers.push(count_width as u8);
        if self.is_sparse {
            let before = self.blocks.len();
            self.write_bits();
            self.headers.push(AS_BITS);
            push_number(&mut self.headers, (self.blocks.len() - before) as u32);
        } else {
            let width = width(&self.distances);
            let articles = (self.next - self.first) as usize;
            if articles.div_ceil(8) <= packed_length(BLOCK, width) {
                self.headers.push(AS_BITMAP);
                self.write_bitmap(articles);
            } else {
                self.headers.push(width as u8);
                pack(&self.distances, width, &mut self.blocks);
            }
        }
        pack(&self.codes, count_width, &mut self.blocks);
        self.begin_block();
    }

    /// A bit for each of the articles up to the block's last.
    fn write_bitmap(&mut self, articles: usize) {
        let start = self.blocks.len();
        self.blocks.resize(start + articles.div_ceil(8), 0);
        let mut at = 0;
        for &distance in &self.distances {
            at += distance as usize;
            self.blocks[start + at / 8] |= 1 << (at % 8);
            at += 1;
        }
    }

    fn write_bits(&mut self) {
        let (last, mut next) = (self.next - 1, self.first);
        let mut bits = BitWriter::default();
        for (&distance, left) in self.distances.iter().zip((1..BLOCK as u32).rev()) {
            bits.put_distance(distance, last - next, left, &mut self.blocks);
            next += distance + 1;
        }
        bits.finish(&mut self.blocks);
    }

    fn begin_block(&mut self) {
        self.first = self.next;
        self.distances.clear();
        self.codes.clear();
        self.best = 0.0;
    }

    /// Writes the blob's postings behind what `out` holds, and is ready for the next word.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        push_number(out, self.length as u32);
        let tail = self.tail();
        if self.length >= BLOCK {
            out.push(self.group);
            for part in [&self.headers, &self.blocks, &tail] {
                push_number(out, part.len() as u32);
            }
            out.extend_from_slice(&self.headers);
            out.extend_from_slice(&self.blocks);
        }
        out.extend_from_slice(&tail);
        (self.length, self.next) = (0, 0);
        self.headers.clear();
        self.blocks.clear();
        self.begin_block();
    }

    fn tail(&self) -> Vec<u8> {
        let (mut bits, mut tail) = (BitWriter::default(), Vec::new());
        let mut next = self.first;
        for (&distance, left) in self.distances.iter().zip((1..=self.distances.len() as u32).rev()) {
            bits.put_distance(distance, self.articles_in_corpus - next, left, &mut tail);
            next += distance + 1;
        }
        self.codes.iter().for_each(|&code| bits.put_small(code, &mut tail));
        bits.finish(&mut tail);
        tail
    }
}

fn pack(numbers: &[u32], width: u32, out: &mut Vec<u8>) {
    let mut bits = BitWriter::default();
    numbers.iter().for_each(|&number| bits.put(number, width, out));
    bits.finish(out);
}
