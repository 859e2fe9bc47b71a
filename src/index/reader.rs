//! One word's postings, stepped through: whether an article has the word, how often and where. Each part is unpacked no
//! further than is asked, and what lies between two articles that are asked for is stepped over.

use super::bytes::Damage;
use super::columns::Columns;
use super::positions::BlockPositions;
use super::postings::{Block, Occurrences, Postings, Walk, word_of};

/// How many articles are stepped over at a time.
const STRIDE: usize = 8;

/// How far the part at hand has been unpacked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Ahead,
    /// It has a bit an article.
    Bits,
    Articles,
}

/// The postings of one word, asked for articles in ascending order.
pub(crate) struct Reader<'a> {
    walk: Walk<'a>,
    length: usize,
    state: State,
    /// The last article, and the most that the word scores, of the part at hand.
    last: u32,
    most: f64,
    /// The part at hand as bits: the first article, and the place of the article at hand behind it.
    first: u32,
    bits: &'a [u8],
    bit: u32,
    block: Block,
    is_listed: bool,
    at: usize,
    positions: BlockPositions<'a>,
}

impl<'a> Reader<'a> {
    pub fn new(postings: &Postings<'a>) -> Result<Self, Damage> {
        Ok(Self {
            walk: postings.walk()?,
            length: postings.len(),
            state: State::Ahead,
            last: 0,
            most: 0.0,
            first: 0,
            bits: &[],
            bit: 0,
            block: Block::default(),
            is_listed: false,
            at: 0,
            positions: BlockPositions::default(),
        })
    }

    /// How many articles have the word.
    pub fn len(&self) -> usize {
        self.length
    }

    /// The most that the word scores in the part at hand: BM25 without idf.
    #[inline(always)]
    pub fn most(&self) -> f64 {
        self.most
    }

    /// Goes on to the next part of which a posting may score so much; unpacks nothing of it.
    pub fn go_on(&mut self, least: impl Fn(f64) -> bool) -> Result<bool, Damage> {
        while let Some(head) = self.walk.head() {
            if least(head.most) {
                return Ok(true);
            }
            self.walk.step()?;
        }
        Ok(false)
    }

    /// Unpacks the articles of the part at hand; none at the end.
    pub fn articles(&mut self) -> Result<&[u32], Damage> {
        let Some(head) = self.walk.head() else { return Ok(&[]) };
        self.enter(head.last, head.most);
        self.list()?;
        self.state = State::Articles;
        Ok(self.block.articles())
    }

    /// Stands at one of the articles that have been unpacked.
    #[inline(always)]
    pub fn stand_at(&mut self, place: usize) -> u32 {
        self.at = place;
        self.block.articles().get(place).copied().unwrap_or(u32::MAX)
    }

    /// Leaves the part at hand.
    pub fn step(&mut self) -> Result<(), Damage> {
        self.state = State::Ahead;
        self.walk.step()
    }

    fn enter(&mut self, last: u32, most: f64) {
        (self.last, self.most, self.at, self.is_listed) = (last, most, 0, false);
        self.positions.leave();
    }

    fn list(&mut self) -> Result<(), Damage> {
        if !self.is_listed {
            self.walk.articles(&mut self.block)?;
            self.is_listed = true;
        }
        Ok(())
    }

    /// Whether an article has the word; the articles that are asked for ascend.
    #[inline]
    pub fn has(&mut self, article: u32) -> Result<bool, Damage> {
        loop {
            match self.state {
                State::Bits if article <= self.last => {
                    let Some(bit) = article.checked_sub(self.first) else { return Ok(false) };
                    self.bit = bit;
                    return Ok(self
                        .bits
                        .get(bit as usize / 8)
                        .is_some_and(|byte| byte >> (bit % 8) & 1 == 1));
                }
                State::Articles if article <= self.last => {
                    let articles = self.block.articles();
                    // Where the other word is rare, most articles are stepped over.
                    while articles.get(self.at + STRIDE).is_some_and(|&found| found < article) {
                        self.at += STRIDE;
                    }
                    while articles.get(self.at).is_some_and(|&found| found < article) {
                        self.at += 1;
                    }
                    return Ok(articles.get(self.at) == Some(&article));
                }
                State::Ahead => {}
                State::Bits | State::Articles => self.walk.step()?,
            }
            if !self.seek(article)? {
                return Ok(false);
            }
        }
    }

    /// Goes to the part that may have an article; whether there is one.
    fn seek(&mut self, article: u32) -> Result<bool, Damage> {
        while let Some(head) = self.walk.head() {
            if head.last >= article {
                self.enter(head.last, head.most);
                if let Some((first, bits)) = self.walk.bitmap() {
                    (self.first, self.bits, self.state) = (first, bits, State::Bits);
                } else {
                    self.list()?;
                    self.state = State::Articles;
                }
                return Ok(true);
            }
            self.walk.step()?;
        }
        self.state = State::Ahead;
        Ok(false)
    }

    /// The place of the article at hand in the part at hand.
    #[inline]
    fn place(&self) -> usize {
        if self.state != State::Bits {
            return self.at;
        }
        let (whole, rest) = (self.bit as usize / 64 * 8, self.bit % 64);
        let (before, from) = self.bits.split_at(whole.min(self.bits.len()));
        let before: u32 = before.chunks_exact(8).map(|eight| word_of(eight).count_ones()).sum();
        (before + (word_of(from) & ((1 << rest) - 1)).count_ones()) as usize
    }

    /// How often the word stands in the article at hand.
    #[inline]
    pub fn occurrences(&self) -> Occurrences {
        self.walk.occurrences_at(self.place(), &self.block)
    }

    /// Where the word stands in the article at hand, ascending.
    pub fn positions(&mut self, columns: Columns<'_>) -> Result<&[u32], Damage> {
        self.list()?;
        let place = self.place();
        self.positions.read(&self.walk, &self.block, place, columns)
    }
}
